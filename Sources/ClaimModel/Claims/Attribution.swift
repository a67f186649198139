/// Who said what: a speaker mention, a cue and the content, as spans of the document.
///
/// The parts are those of the literature (PARC 3, PolNeAR): *source*, *cue*, *content*. Tilik calls the source of an
/// attribution its *mention*, because a source, here, is where evidence comes from.
public struct Attribution: Hashable, Sendable, Codable {
  /// The reported words, one span a piece, in text order; a cue in the middle makes two pieces.
  public var content: [TextSpan]
  /// The words that signal the reporting; empty where quotation marks alone do.
  public var cue: [TextSpan]
  /// The words that name the speaker; empty where nobody is named.
  ///
  /// For a clitic ("ujarnya") it is the cue's own word.
  public var mention: [TextSpan]
  /// The index of the resolved speaker in ``Extraction/speakers``, or nil where the article never says.
  public var speaker: Int?
  /// How the words are reported.
  public var kind: Kind
  /// What a reviewer should know before trusting it.
  public var flags: Set<AttributionFlag>
  /// How sure the extractor is, 0 to 1.
  public var confidence: Double
  /// The content in a wording that stands alone, nil where that is the exact words again.
  ///
  /// Its pieces are joined, and names stand in brackets behind the pronouns that certainly mean them. It is shown beside
  /// the exact words, never instead of them.
  public var restated: String?

  /// Makes an attribution.
  public init(
    content: [TextSpan],
    cue: [TextSpan] = [],
    mention: [TextSpan] = [],
    speaker: Int? = nil,
    kind: Kind,
    flags: Set<AttributionFlag> = [],
    confidence: Double = 1,
    restated: String? = nil
  ) {
    self.content = content
    self.cue = cue
    self.mention = mention
    self.speaker = speaker
    self.kind = kind
    self.flags = flags
    self.confidence = confidence
    self.restated = restated
  }

  /// How an attribution reports its content.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// The content stands wholly inside quotation marks.
    case direct
    /// No quotation marks mark the content.
    case indirect
    /// Part of the content stands inside quotation marks.
    case mixed
  }
}

extension Attribution {
  /// Writes the parts, the flags in the order of their names, so that one attribution has one spelling.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(content, forKey: .content)
    try container.encode(cue, forKey: .cue)
    try container.encode(mention, forKey: .mention)
    try container.encodeIfPresent(speaker, forKey: .speaker)
    try container.encode(kind, forKey: .kind)
    try container.encode(flags.map(\.rawValue).sorted(), forKey: .flags)
    try container.encode(confidence, forKey: .confidence)
  }
}

/// What a reviewer should know about an attribution before trusting it.
public enum AttributionFlag: String, Hashable, Sendable, Codable, CaseIterable {
  /// Nobody is named as the speaker, here or nearby.
  case unattributed
  /// A quotation opens and never closes.
  case unclosedQuotation
  /// The speaker is a crowd without a face: "sumber", "experts", "sources".
  case vagueSource
  /// A passive hides who thinks so: "dinilai", "is considered".
  case anonymousPassive
}
