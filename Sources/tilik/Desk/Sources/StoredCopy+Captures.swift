import AuditReport
import ClaimModel
import ReviewWorkflow

extension StoredCopy {
  /// The copy that a citation's excerpt was found in, with what looks at the page found since; nil where there is none.
  ///
  /// Of a page that was fetched, it was taken when the answer came; of another text, when it was cited.
  init?(
    _ cited: ReviewedClaim.CitedEvidence,
    of claim: ReviewedClaim,
    captures: [SourceCapture]
  ) {
    guard let hash = cited.evidence.snapshot else { return nil }
    let source = cited.evidence.source
    let earlier = captures.filter { $0.source == source && $0.date <= cited.time }
    // Of several looks at a page the one whose text has the excerpt; a table beside the article is in no capture's text.
    let capture = earlier.last { $0.text == hash } ?? earlier.last
    self.init(
      hash: hash,
      taken: capture?.date ?? cited.time,
      original: Original(claim.linkState(of: source)),
      snapshot: capture.map { capture in
        SnapshotFacts(
          hash: capture.snapshot,
          stamps: capture.stamps.map {
            SnapshotFacts.Stamp(authority: $0.authority, asked: $0.date, time: $0.time)
          },
          independent: capture.independent
        )
      }
    )
  }
}

extension StoredCopy.Original {
  /// What looks at a page found, in the audits' terms; a page that refuses programs may be as it was.
  fileprivate init(_ state: LinkState) {
    switch state {
    case .alive: self = .unchanged
    case .changed: self = .changed
    case .gone: self = .gone
    case .blocked, .unknown: self = .unknown
    }
  }
}
