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
  /// What its registry says happened to it later.
  public var notices: [WorkNotice] = []
}

/// That a work was retracted, corrected or followed by another, and where that is said.
public struct WorkNotice: Hashable, Sendable {
  /// What happened to the work, by Crossref's words for it.
  public enum Kind: String, Hashable, Sendable {
    /// It no longer counts.
    case retraction
    /// Parts of it no longer count.
    case partialRetraction = "partial_retraction"
    /// It was taken back.
    case withdrawal
    /// It was taken away.
    case removal
    /// There is reason to doubt it.
    case concern = "expression_of_concern"
    /// It was corrected.
    case correction
    /// Its publisher corrected it.
    case erratum
    /// Its authors corrected it.
    case corrigendum
    /// Something was added to it.
    case addendum
    /// Something in it was made clear.
    case clarification
    /// There is a newer version.
    case newVersion = "new_version"
    /// There is a newer edition.
    case newEdition = "new_edition"

    /// Whether nothing should be built on the work any more.
    var endsWork: Bool { [.retraction, .withdrawal, .removal].contains(self) }
  }

  /// What happened, in the registry's word.
  public let word: String
  /// The DOI of the notice; nil where it has none.
  public let doi: String?

  /// What happened; nil where the registry's word is not known here.
  public var kind: Kind? { Kind(rawValue: word) }
}
