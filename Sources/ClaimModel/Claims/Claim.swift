/// What is reviewed: an attribution's content, an unattributed quotation, or an assertion of the article itself.
public struct Claim: Hashable, Sendable, Codable, Identifiable {
  /// The claim's name, the same for the life of the ledger.
  public var id: ClaimID
  /// The document version it stands in.
  public var document: DocumentID
  /// What kind of statement it is.
  public var kind: Kind
  /// The claimed words exactly as printed, one string a piece of ``content``.
  public var quote: [String]
  /// Where the pieces stand.
  public var content: [TextSpan]
  /// Where the cue stands; empty for assertions.
  public var cue: [TextSpan]
  /// Where the speaker is mentioned; empty where nobody is.
  public var mention: [TextSpan]
  /// The resolved speaker's name, or nil where the article never says.
  public var speaker: String?
  /// The speaker's role as printed.
  public var role: String?
  /// What a reviewer should know before trusting it.
  public var flags: [AttributionFlag]
  /// Why an assertion was picked; empty for attributions.
  public var reasons: [Assertion.Reason]
  /// How much it is worth checking, 0 to 1.
  public var checkworthiness: Double

  /// Makes a claim.
  public init(
    id: ClaimID,
    document: DocumentID,
    kind: Kind,
    quote: [String],
    content: [TextSpan],
    cue: [TextSpan] = [],
    mention: [TextSpan] = [],
    speaker: String? = nil,
    role: String? = nil,
    flags: [AttributionFlag] = [],
    reasons: [Assertion.Reason] = [],
    checkworthiness: Double = 0
  ) {
    self.id = id
    self.document = document
    self.kind = kind
    self.quote = quote
    self.content = content
    self.cue = cue
    self.mention = mention
    self.speaker = speaker
    self.role = role
    self.flags = flags
    self.reasons = reasons
    self.checkworthiness = checkworthiness
  }

  /// The kinds of claim.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Reported word for word.
    case direct
    /// Reported in the article's words.
    case indirect
    /// Reported partly word for word.
    case mixed
    /// Asserted by the article itself.
    case assertion
  }

  /// The pieces of the quote in one line, with an ellipsis where the article interrupts them.
  public var quoteText: String { quote.joined(separator: " […] ") }
}
