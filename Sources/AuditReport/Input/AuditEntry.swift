public import ClaimModel

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
  /// What was published, oldest first: each verdict and each correction of one.
  public var news: [NewsLine]
  /// The published claims as schema.org ClaimReviews, one JSON text each.
  public var claimReviews: [String]
  /// Whether there is a newer version of the article; of this one only what later ones do not have is kept.
  public var isSuperseded: Bool

  /// What the index keeps of one claim.
  public struct ClaimLine: Hashable, Sendable {
    /// Its number in the article.
    public var number: Int
    /// Where its dossier is, from the folder of audits.
    public var place: String
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

  /// A verdict as it was published or corrected.
  public struct NewsLine: Hashable, Sendable {
    /// The event of the publication.
    public var event: ContentHash
    /// When it was published.
    public var time: Timestamp
    /// The claim's number in the article.
    public var number: Int
    /// The address of the claim's dossier.
    public var address: String
    /// The claim's words.
    public var quote: String
    /// The verdict as it was then.
    public var verdict: Verdict
    /// Why it was published again, where it was.
    public var correction: Correction?
  }

  /// A correction and the claim it belongs to.
  public struct CorrectionLine: Hashable, Sendable {
    /// The claim's number in the article.
    public var number: Int
    /// Where its dossier is, from the folder of audits.
    public var place: String
    /// The correction.
    public var correction: Correction
  }
}

extension AuditEntry {
  /// Keeps of an audit what the index shows.
  ///
  /// - Parameters:
  ///   - given: the whole audit.
  ///   - parts: its parts, where it is a long one.
  public init(_ given: Audit, parts: [Audit] = []) {
    var audit = given
    audit.part = parts.first?.part
    isSuperseded = audit.newerVersion != nil
    if isSuperseded { audit.claims.removeAll { $0.goesOnAt != nil } }
    fileName = audit.fileName
    title = audit.title
    outlet = audit.document.metadata.outlet
    published = audit.document.metadata.published
    language = audit.document.metadata.language
    updated = (audit.history + audit.claims.flatMap(\.history)).map(\.time).max()
    claims = audit.claims.map {
      ClaimLine(
        number: $0.number,
        place: audit.place(ofClaim: $0.number),
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
        claim.corrections.map {
          CorrectionLine(
            number: claim.number,
            place: audit.place(ofClaim: claim.number),
            correction: $0
          )
        }
      }
      .sorted { ($0.correction.time, $0.number) < ($1.correction.time, $1.number) }
    news = audit.claims.flatMap { Self.news(of: $0, in: audit) }
      .sorted { ($0.time, $0.number) < ($1.time, $1.number) }
    claimReviews = ClaimReviews(audit).published.map {
      String(decoding: $0.review.scriptBytes, as: UTF8.self)
    }
  }

  /// The first publication of a claim, then its corrections, each with the verdict of its time.
  private static func news(of claim: AuditedClaim, in audit: Audit) -> [NewsLine] {
    guard claim.isPublished, let latest = claim.verdict else { return [] }
    let publications = claim.history.filter { $0.happening == .published }
    return publications.enumerated().map { index, entry in
      let correction = index == 0 ? nil : claim.corrections.dropFirst(index - 1).first
      let next = claim.corrections.dropFirst(index).first
      return NewsLine(
        event: entry.id,
        time: entry.time,
        number: claim.number,
        address: audit.address(of: claim),
        quote: claim.claim.quoteText,
        verdict: next?.old ?? latest,
        correction: correction
      )
    }
  }
}
