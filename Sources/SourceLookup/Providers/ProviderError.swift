/// Why a provider has no answer.
public enum ProviderError: Error, Hashable, Sendable {
  /// The provider wants a key and none is set.
  case needsKey(provider: String)
  /// The provider does not take the key.
  case badKey(provider: String)
  /// The provider does not answer more requests for now; nil where it does not say how long.
  case exhausted(provider: String, seconds: Int?)
  /// The provider does not take the question.
  case badQuery(provider: String, Complaint)
  /// The provider answers with something else than it documents.
  case badReply(provider: String, Complaint)
  /// The provider is out of order.
  case outOfOrder(provider: String, status: Int)
  /// The provider could not be reached.
  case network(provider: String, FetchError)

  /// What is wrong with a question or an answer.
  public enum Complaint: Hashable, Sendable {
    /// What the provider says itself, in its own language.
    case said(String)
    /// The question is not an address.
    case notAnAddress(String)
    /// The question is not a DOI.
    case notADOI(String)
    /// The archive leaves this site out at its owner's wish.
    case hiddenSite
    /// The answer cannot be read.
    case unreadable(FormatProblem)
    /// The answer has no list of results.
    case noList
    /// The answer tells of a capture without its time and address.
    case noCapture
    /// The answer names neither a job nor a reason.
    case noJob
    /// The answer has no citation.
    case noCitation
  }
}

extension ProviderError: CustomStringConvertible {
  /// One line for people: who, what, what to do.
  public var description: String {
    switch self {
    case .needsKey(let provider): return "\(provider) needs a key; set one in the settings"
    case .badKey(let provider): return "\(provider) does not take the key; check it in the settings"
    case .exhausted(let provider, let seconds):
      let wait = seconds.map { "ask again in \($0) seconds" } ?? "ask again later"
      return "\(provider) answers no more requests for now; \(wait)"
    case .badQuery(let provider, let message):
      return "\(provider) does not understand the question: \(message)"
    case .badReply(let provider, let message):
      return "\(provider) answered something unexpected: \(message)"
    case .outOfOrder(let provider, let status):
      return "\(provider) is out of order (status \(status)); try again later"
    case .network(_, let error): return error.description
    }
  }
}

extension ProviderError.Complaint: CustomStringConvertible {
  /// The complaint in English.
  public var description: String {
    switch self {
    case .said(let message): return message
    case .notAnAddress(let query): return "“\(query)” is not an address"
    case .notADOI(let query): return "“\(query)” is not a DOI such as 10.5555/abc"
    case .hiddenSite: return "this site is not shown"
    case .unreadable(let problem): return problem.description
    case .noList: return "no list of results"
    case .noCapture: return "a capture without time and address"
    case .noJob: return "neither job nor message"
    case .noCitation: return "no citation"
    }
  }
}
