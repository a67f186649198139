public import ClaimModel

/// Everything that the index of all audits shows.
public struct AuditIndex {
  /// Who publishes the audits.
  public var desk: Desk
  /// The audits, in any order; the page puts the newest article first.
  public var entries: AuditEntries
  /// The rating scales that the verdicts name.
  public var scales: [RatingScale]
  /// The state of the ledger that the audits were derived from.
  public var ledger: LedgerFacts
  /// The language of the page: Indonesian, else English.
  public var language: LanguageTag
  /// How far first verdicts and second opinions agree over all audits, for each scale.
  public var agreements: [OpinionAgreement]
  /// The same pages in other languages.
  public var translations: [Translation]

  /// Makes an index.
  public init(
    desk: Desk,
    entries: AuditEntries,
    scales: [RatingScale],
    ledger: LedgerFacts,
    language: LanguageTag,
    agreements: [OpinionAgreement] = [],
    translations: [Translation] = []
  ) {
    self.desk = desk
    self.entries = entries
    self.scales = scales
    self.ledger = ledger
    self.language = language
    self.agreements = agreements
    self.translations = translations
  }
}

/// How far first verdicts and second opinions on one scale agree.
public struct OpinionAgreement: Hashable, Sendable {
  /// The scale's name.
  public var scale: String
  /// How many verdicts had a second opinion.
  public var count: Int
  /// How many of those opinions gave the same rating.
  public var same: Int
  /// The share that agrees, 0 to 1.
  public var raw: Double
  /// Cohen's kappa, at most 1; nil where it is not defined.
  public var kappa: Double?

  /// Makes a statement about opinions.
  public init(scale: String, count: Int, same: Int, raw: Double, kappa: Double?) {
    self.scale = scale
    self.count = count
    self.same = same
    self.raw = raw
    self.kappa = kappa
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
