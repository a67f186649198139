public import ClaimModel

/// A service on the network that can be asked for sources and checks.
///
/// A provider makes requests and reads replies, and does neither send nor wait: ``ProviderDesk`` does.
public protocol SourceProvider: Sendable {
  /// What people call it on the command line: `google-fact-check`, `mafindo`, `wikipedia-id`.
  var name: String { get }
  /// Milliseconds between two requests, as its operator asks for.
  var interval: Int { get }
  /// The request that looks for a claim or words.
  func request(_ query: String, limit: Int) throws(ProviderError) -> FetchRequest
  /// The suggestions in a reply with status 200.
  func read(_ page: FetchedPage) throws(ProviderError) -> [Suggestion]
}

/// Where a provider is and how one is known to it.
public struct ProviderSettings: Hashable, Sendable {
  /// The address before the first path of the service, without a slash at its end; nil for the public one.
  public var base: String?
  /// The key, for providers that want one; blank counts as none.
  public var key: String?

  /// Makes settings.
  public init(base: String? = nil, key: String? = nil) {
    self.base = base
    self.key = key?.trimmed.isEmpty == true ? nil : key?.trimmed
  }

  /// The address before the path.
  func base(or usual: String) -> String { base ?? usual }
}

/// Something a provider found: a suggestion with its reason, never a verdict.
public struct Suggestion: Hashable, Sendable {
  /// What was found.
  public enum Finding: Hashable, Sendable {
    /// Somebody checked a claim that may be the same.
    case check(ClaimReview)
    /// A work that may help.
    case work(Source)
    /// An archived copy of a page.
    case capture(ArchivedCapture)
  }

  /// Who found it.
  public let provider: String
  /// What was found.
  public let finding: Finding
  /// Why the provider says it fits, in its own words, without markup; empty where it says nothing.
  public let reason: String
  /// Whether the work was retracted: the first thing to know about it.
  public var isRetracted = false
}
