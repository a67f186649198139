import ArgumentParser
import AuditReport
import ClaimModel
import ClaimStore
import ReviewWorkflow

/// Fills the audits' values from the ledger.
struct AuditAssembly {
  let desk: Desk
  private let facts: LedgerFacts

  init(_ desk: Desk, lastEvent: Timestamp) throws {
    self.desk = desk
    let head = try desk.store.head()
    facts = LedgerFacts(
      eventCount: head.count,
      head: head.last,
      lastEvent: lastEvent,
      toolVersion: Tilik.configuration.version,
      workflowVersion: desk.workflow.version
    )
  }

  /// The audits of the newest versions of all articles, and the index over them.
  static func all(of desk: Desk) throws -> (audits: [Audit], index: AuditIndex) {
    let documents = try desk.store.documents().filter(\.isLatest)
    var claims: [DocumentID: [ReviewedClaim]] = [:]
    for summary in try desk.store.claims(ClaimQuery()) {
      claims[summary.document, default: []].append(try desk.claim(summary.id))
    }
    let times = claims.values.joined().compactMap { $0.history.map(\.time).max() }
    let assembly = try AuditAssembly(desk, lastEvent: times.max() ?? Timestamp(secondsSince1970: 0))
    let audits = try documents.compactMap { summary -> Audit? in
      guard let stored = try desk.store.document(summary.id) else { return nil }
      return assembly.audit(stored, claims[summary.id] ?? [])
    }
    let index = AuditIndex(
      desk: assembly.deskFacts,
      entries: audits.map(AuditEntry.init),
      scales: [desk.scale],
      ledger: assembly.facts,
      language: desk.settings.language
    )
    return (audits, index)
  }

  private var deskFacts: AuditReport.Desk {
    AuditReport.Desk(
      name: desk.settings.desk,
      address: desk.settings.publishedAt,
      clock: desk.settings.language == .indonesian ? .westernIndonesia : .utc
    )
  }

  private func audit(_ stored: StoredDocument, _ claims: [ReviewedClaim]) -> Audit {
    let language = language(of: stored)
    let ordered = claims.sorted {
      ($0.claim.content.first?.start ?? 0, $0.claim.id)
        < ($1.claim.content.first?.start ?? 0, $1.claim.id)
    }
    return Audit(
      id: stored.id,
      version: stored.version,
      document: stored.document,
      speakers: stored.extraction.speakers,
      claims: ordered.enumerated().map { audited($0.element, number: $0.offset + 1, in: language) },
      findings: stored.extraction.findings,
      history: [
        HistoryEntry(
          id: stored.document.rawHash,
          time: stored.addedAt,
          actor: stored.addedBy,
          happening: stored.version == 1 ? .added : .edited
        )
      ],
      scales: [desk.scale],
      desk: deskFacts,
      ledger: facts,
      events: ordered.flatMap { $0.history.map(\.canonical) },
      language: language
    )
  }

  /// The language of an audit's own words: the article's, where Tilik speaks it.
  private func language(of stored: StoredDocument) -> LanguageTag {
    let language = stored.document.metadata.language.primary
    return [.indonesian, .english].contains(language) ? language : desk.settings.language
  }

  private func audited(
    _ claim: ReviewedClaim,
    number: Int,
    in language: LanguageTag
  ) -> AuditedClaim {
    // A verdict is the desk's word only once somebody else has approved it.
    let stage = stage(of: claim)
    let isDecided = stage == .approved || stage.isPublished || stage == .void
    return AuditedClaim(
      claim: claim.claim,
      number: number,
      status: ClaimStatus(
        name: desk.workflow.state(named: claim.state)?.labels[language.rawValue]
          ?? claim.state,
        stage: stage
      ),
      verdict: isDecided ? claim.verdict?.value : nil,
      published: claim.publishedAt,
      isSelfApproved: claim.approval?.isOwn ?? false,
      waiver: isDecided ? claim.waiver?.value : nil,
      evidence: claim.evidence.map {
        AuditedEvidence(
          evidence: $0.evidence,
          source: $0.source,
          copy: $0.evidence.snapshot.map { [time = $0.time] hash in
            StoredCopy(hash: hash, taken: time)
          }
        )
      },
      notes: claim.notes.map { ReviewNote(time: $0.time, actor: $0.actor, text: $0.value) },
      replies: AuditHistory.replies(claim),
      opinions: isDecided
        ? claim.opinions.map {
          Opinion(
            time: $0.time,
            actor: $0.actor,
            verdict: $0.value,
            agrees: $0.value.rating == claim.verdict?.value.rating
          )
        } : [],
      corrections: AuditHistory.corrections(claim),
      history: AuditHistory.entries(claim, showsVerdicts: isDecided)
    )
  }

  /// The stage an audit shows; a desk's own state that the default workflow does not have counts as being researched.
  private func stage(of claim: ReviewedClaim) -> ClaimStatus.Stage {
    switch claim.state {
    case "captured", "queued": return .captured
    case "in-review": return .inReview
    case "approved": return .approved
    case "published": return claim.corrections.isEmpty ? .published : .corrected
    case "dropped", "merged": return .dropped
    case "void": return .void
    default: return .researching
    }
  }
}
