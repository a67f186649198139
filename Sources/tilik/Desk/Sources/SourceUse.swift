import ClaimModel
import ClaimStore
import ReviewWorkflow

/// Where the library's sources are cited, and what looks at them found.
struct SourceUse {
  /// A claim that cites a source, with the words it cites.
  struct Citation {
    var claim: ReviewedClaim
    var evidence: Evidence
  }

  /// For each source that is cited, by whom.
  private(set) var citations: [SourceID: [Citation]] = [:]
  /// For each source, all looks at it, oldest first, each once.
  private(set) var checks: [SourceID: [LinkCheck]] = [:]
  /// Each cited source as it was last cited.
  private(set) var sources: [SourceID: Source] = [:]

  /// Reads the ledger once; only claims with sources are derived.
  init(_ desk: Desk) throws {
    var claims: Set<ClaimID> = []
    try desk.store.eachEvent { _, canonical in
      guard canonical.contains(#""type":"cited""#), let event = try? Event(canonical: canonical)
      else { return }
      claims.insert(event.claim)
    }
    for id in claims.sorted() {
      let claim = try desk.claim(id)
      for cited in claim.evidence {
        let source = cited.evidence.source
        citations[source, default: []].append(Citation(claim: claim, evidence: cited.evidence))
        sources[source] = cited.source
      }
      for (source, looks) in claim.checks {
        for look in looks where checks[source]?.contains(look) != true {
          checks[source, default: []].append(look)
        }
      }
    }
    for source in checks.keys { checks[source]?.sort { $0.date < $1.date } }
  }

  /// The state of a source after all looks; nil where nobody looked.
  func state(of source: SourceID) -> LinkState? { checks[source].map { LinkState($0) } }

  /// When a source has to be looked at again; nil where that is at once.
  func next(of source: SourceID, days: Int) -> Timestamp? {
    LinkState.nextCheck(after: checks[source] ?? [], days: days)
  }

  /// Whether a source should be looked at now.
  func isDue(_ source: SourceID, at now: Timestamp, days: Int) -> Bool {
    next(of: source, days: days).map { $0 <= now } ?? true
  }
}
