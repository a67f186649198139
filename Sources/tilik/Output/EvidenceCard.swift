import ClaimModel
import ReviewWorkflow

/// A piece of evidence as `--json` shows it: what was cited, where it stands, and what looks at the page found since.
struct EvidenceCard: Encodable {
  private let evidence: Evidence
  private let place: ExcerptPlace?
  private let page: LinkState?

  init(_ cited: ReviewedClaim.CitedEvidence, of claim: ReviewedClaim, at desk: Desk) {
    evidence = cited.evidence
    // A copy that is gone is for `tilik verify` to tell.
    place = try? desk.place(of: cited.evidence, url: cited.source.url)
    page = claim.checks[cited.evidence.source].map { LinkState($0) }
  }

  func encode(to encoder: any Encoder) throws {
    try evidence.encode(to: encoder)
    var container = encoder.container(keyedBy: Keys.self)
    try container.encodeIfPresent(place, forKey: .place)
    try container.encodeIfPresent(page, forKey: .page)
  }

  private enum Keys: String, CodingKey { case place, page }
}
