/// A source tied to a claim: what it says about it, and where in the source that stands.
public struct Evidence: Hashable, Sendable, Codable {
  /// The source.
  public var source: SourceID
  /// What the source does to the claim.
  public var stance: Stance
  /// The source's words that matter, exactly; nil where the whole work is meant.
  public var excerpt: String?
  /// What stands before the excerpt, as far as it is needed to tell its place from others with the same words.
  public var prefix: String?
  /// What stands after it, for the same purpose.
  public var suffix: String?
  /// Where in the source, for people: a page, a section, a time.
  public var locator: String?
  /// How the excerpt was found in the stored copy; nil where no copy was looked at.
  public var anchor: AnchorQuality?
  /// The stored copy it was found in.
  public var snapshot: ContentHash?
  /// What the reviewer says about it.
  public var note: String?

  /// Makes a piece of evidence.
  public init(
    source: SourceID,
    stance: Stance,
    excerpt: String? = nil,
    prefix: String? = nil,
    suffix: String? = nil,
    locator: String? = nil,
    anchor: AnchorQuality? = nil,
    snapshot: ContentHash? = nil,
    note: String? = nil
  ) {
    self.source = source
    self.stance = stance
    self.excerpt = excerpt
    self.prefix = prefix
    self.suffix = suffix
    self.locator = locator
    self.anchor = anchor
    self.snapshot = snapshot
    self.note = note
  }

  /// What a source does to a claim.
  public enum Stance: String, Hashable, Sendable, Codable, CaseIterable {
    /// It speaks for the claim.
    case supports
    /// It speaks against the claim.
    case refutes
    /// It helps to understand the claim.
    case context
  }
}

/// How well an excerpt was found in a text.
public enum AnchorQuality: String, Hashable, Sendable, Codable, CaseIterable {
  /// Byte for byte, once.
  case exact
  /// The same but for white space, quotation marks or dashes.
  case normalised
  /// Nearly the same words.
  case fuzzy
  /// In more than one place.
  case ambiguous
  /// Not in the text.
  case absent
}
