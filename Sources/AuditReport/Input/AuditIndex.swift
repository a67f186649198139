public import ClaimModel

/// Everything that the index of all audits shows.
public struct AuditIndex: Hashable, Sendable {
  /// Who publishes the audits.
  public var desk: Desk
  /// The audits, in any order; the page puts the newest article first.
  public var entries: [AuditEntry]
  /// The rating scales that the verdicts name.
  public var scales: [RatingScale]
  /// The state of the ledger that the audits were derived from.
  public var ledger: LedgerFacts
  /// The language of the page: Indonesian, else English.
  public var language: LanguageTag

  /// Makes an index.
  public init(
    desk: Desk,
    entries: [AuditEntry],
    scales: [RatingScale],
    ledger: LedgerFacts,
    language: LanguageTag
  ) {
    self.desk = desk
    self.entries = entries
    self.scales = scales
    self.ledger = ledger
    self.language = language
  }
}

/// A rating by its scale's name and its own.
public struct RatingName: Hashable, Sendable {
  /// The scale's name.
  public var scale: String
  /// The rating's name on that scale.
  public var rating: String

  /// Makes a name.
  public init(scale: String, rating: String) {
    self.scale = scale
    self.rating = rating
  }

  /// The name of a verdict's rating.
  public init(_ verdict: Verdict) { self.init(scale: verdict.scale, rating: verdict.rating) }
}
