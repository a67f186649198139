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

/// What the index keeps of one audit: small, so that a thousand articles need not be in memory at once.
public struct AuditEntry: Hashable, Sendable {
  /// The audit's file name in the folder of audits.
  public var fileName: String
  /// The article's headline, or its beginning where it has none.
  public var title: String
  /// The publication.
  public var outlet: String?
  /// The day the article was published.
  public var published: CalendarDate?
  /// The language of the article.
  public var language: LanguageTag
  /// The latest event of the article or one of its claims.
  public var updated: Timestamp?
  /// Its claims, in text order.
  public var claims: [ClaimLine]
  /// The works cited as evidence, once each.
  public var sources: [Source]
  /// What was corrected after publication, oldest first.
  public var corrections: [CorrectionLine]

  /// What the index keeps of one claim.
  public struct ClaimLine: Hashable, Sendable {
    /// Its number in the article.
    public var number: Int
    /// What kind of statement it is.
    public var kind: Claim.Kind
    /// Where its review stands.
    public var stage: ClaimStatus.Stage
    /// Its verdict's scale and rating, or nil where there is none yet.
    public var rating: RatingName?
    /// Its words.
    public var quote: String
    /// Who said it.
    public var speaker: String?
  }

  /// A correction and the claim it belongs to.
  public struct CorrectionLine: Hashable, Sendable {
    /// The claim's number in the article.
    public var number: Int
    /// The correction.
    public var correction: Correction
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

extension AuditEntry {
  /// Keeps of an audit what the index shows.
  public init(_ audit: Audit) {
    fileName = audit.fileName
    title = audit.title
    outlet = audit.document.metadata.outlet
    published = audit.document.metadata.published
    language = audit.document.metadata.language
    updated = (audit.history + audit.claims.flatMap(\.history)).map(\.time).max()
    claims = audit.claims.map {
      ClaimLine(
        number: $0.number,
        kind: $0.claim.kind,
        stage: $0.status.stage,
        rating: $0.verdict.map(RatingName.init),
        quote: $0.claim.quoteText,
        speaker: $0.claim.speaker
      )
    }
    var seen: Set<SourceID> = []
    sources = audit.claims.flatMap(\.evidence).map(\.source).filter { seen.insert($0.id).inserted }
    corrections =
      audit.claims
      .flatMap { claim in
        claim.corrections.map { CorrectionLine(number: claim.number, correction: $0) }
      }
      .sorted { ($0.correction.time, $0.number) < ($1.correction.time, $1.number) }
  }
}
