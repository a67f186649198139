import ArgumentParser
import AuditReport
import ClaimModel
import ClaimStore
import ReviewWorkflow

/// Fills the audits' values from the ledger, article by article, so that one article is in memory at a time.
struct AuditAssembly {
  let desk: Desk
  /// The editions that the audits are written in.
  let editions: ReportEditions
  /// What was fetched of the web's sources.
  let captures: [SourceCapture]
  private let proofs: AuditProofs

  init(desk: Desk, editions: ReportEditions, captures: [SourceCapture]) throws {
    self.desk = desk
    self.editions = editions
    self.captures = captures
    proofs = try AuditProofs(desk)
  }

  /// What the ledger holds of an article, read once for all editions.
  struct Article {
    /// Its versions, the newest first.
    var versions: [StoredDocument]
    /// Its claims as everybody may read them.
    var claims: [ReviewedClaim]
    fileprivate var joined: [ClaimID: [Appearance]]
  }

  /// Hands over each article of the ledger.
  func eachArticle(_ body: (Article) throws -> Void) throws {
    let joined = try joinedClaims()
    for versions in try articles() {
      let claims = try versions.flatMap { version in
        var query = ClaimQuery()
        query.document = version
        return try desk.store.claims(query).map { try disclosed(desk.claim($0.id)) }
      }
      let stored = try versions.reversed().compactMap { try desk.store.document($0) }
      try body(Article(versions: stored, claims: claims, joined: joined))
    }
  }

  /// The versions of each article, oldest first, in the order of the articles' arrival.
  private func articles() throws -> [[DocumentID]] {
    var articles: [[DocumentID]] = []
    var last: DocumentID?
    for summary in try desk.store.documents() {
      if summary.article != last { articles.append([]) }
      articles[articles.count - 1].append(summary.id)
      last = summary.article
    }
    return articles
  }

  /// Where the claims stand that were joined with another, by that other claim.
  private func joinedClaims() throws -> [ClaimID: [Appearance]] {
    var query = ClaimQuery()
    query.states = ["merged"]
    var places: [ClaimID: [DocumentID]] = [:]
    for summary in try desk.store.claims(query) {
      guard let other = try desk.claim(summary.id).mergedInto else { continue }
      places[other, default: []].append(summary.document)
    }
    let documents = try desk.store.documents(Set(places.values.joined()))
    return places.mapValues { ids in
      documents.filter { ids.contains($0.id) }.map {
        Appearance(
          title: $0.title ?? $0.origin,
          url: $0.url,
          outlet: $0.outlet,
          published: $0.published
        )
      }
    }
  }

  /// The index over audits, in one edition.
  func index(
    of entries: AuditEntries,
    in edition: ReportEditions.Edition,
    agreements: [Agreement]
  ) throws -> AuditIndex {
    let head = try desk.store.head()
    let lastEvent = entries.lastEvent ?? Timestamp(secondsSince1970: 0)
    return AuditIndex(
      desk: facts(in: edition),
      entries: entries,
      scales: scales(named: DefaultSettings.scales.map(\.name)),
      ledger: facts(events: head.count, head: head.last, lastEvent: lastEvent),
      language: edition.language ?? desk.settings.language,
      agreements: agreements.map {
        OpinionAgreement(
          scale: $0.scale,
          count: $0.count,
          same: $0.same,
          raw: $0.raw,
          kappa: $0.kappa
        )
      },
      translations: translations(of: edition)
    )
  }

  /// The audits of an article's versions in one edition, the newest first.
  func audits(of article: Article, in edition: ReportEditions.Edition) -> [Audit] {
    var audits: [Audit] = []
    var places: [ClaimID: String] = [:]
    for document in article.versions {
      var audit = audit(document, article.claims, all: article.versions, in: edition)
      audit.translations = translations(of: edition)
      for index in audit.claims.indices {
        audit.claims[index].goesOnAt = places[audit.claims[index].claim.id]
        audit.claims[index].alsoIn = article.joined[audit.claims[index].claim.id] ?? []
      }
      if audits.isEmpty {
        for claim in audit.claims { places[claim.claim.id] = audit.place(ofClaim: claim.number) }
      }
      audits.append(audit)
    }
    return linked(audits)
  }

  /// The audits of one article's versions, each with the others' addresses.
  private func linked(_ audits: [Audit]) -> [Audit] {
    let versions = audits.map { audit in
      ArticleVersion(
        number: audit.version,
        fileName: audit.fileName,
        ownClaims: audit.claims.count { $0.goesOnAt == nil }
      )
    }.sorted { $0.number < $1.number }
    return audits.map { audit in
      var audit = audit
      audit.otherVersions = versions.filter { $0.number != audit.version }
      return audit
    }
  }

  private func translations(of edition: ReportEditions.Edition) -> [Translation] {
    editions.others(than: edition).map { other in
      Translation(
        language: other.language ?? desk.settings.language,
        folder: edition.way(to: other),
        address: desk.settings.publishedAt.map { $0 + other.folder }
      )
    }
  }

  private func facts(in edition: ReportEditions.Edition) -> AuditReport.Desk {
    AuditReport.Desk(
      name: desk.settings.desk,
      address: desk.settings.publishedAt.map { $0 + edition.folder },
      clock: desk.settings.language == .indonesian ? .westernIndonesia : .utc
    )
  }

  private func facts(events: Int, head: ContentHash?, lastEvent: Timestamp) -> LedgerFacts {
    LedgerFacts(
      eventCount: events,
      head: head,
      lastEvent: lastEvent,
      toolVersion: Tilik.configuration.version,
      workflowVersion: desk.workflow.version
    )
  }

  private func audit(
    _ stored: StoredDocument,
    _ all: [ReviewedClaim],
    all versions: [StoredDocument],
    in edition: ReportEditions.Edition
  ) -> Audit {
    let language = edition.language ?? language(of: stored)
    let ordered = all.compactMap { $0.asItStood(in: stored.id) }.sorted {
      ($0.claim.content.first?.start ?? 0, $0.claim.id)
        < ($1.claim.content.first?.start ?? 0, $1.claim.id)
    }
    let events = ordered.flatMap(\.history)
    let latest = events.max { ($0.time, $0.id) < ($1.time, $1.id) }
    return Audit(
      id: stored.id,
      version: stored.version,
      document: stored.document,
      speakers: stored.extraction.speakers,
      claims: ordered.enumerated().map { audited($0.element, number: $0.offset + 1, in: language) },
      findings: stored.extraction.findings,
      history: versions.filter { $0.version <= stored.version }.reversed().map { version in
        HistoryEntry(
          id: version.document.rawHash,
          time: version.addedAt,
          actor: version.addedBy,
          happening: version.version == 1 ? .added : .edited
        )
      },
      scales: scales(named: ordered.compactMap { $0.verdict?.value.scale }),
      desk: facts(in: edition),
      ledger: facts(
        events: events.count,
        head: latest?.id,
        lastEvent: max(latest?.time ?? stored.addedAt, stored.addedAt)
      ),
      language: language,
      proofs: proofs.proofs(of: ordered.flatMap(\.heads))
    )
  }

  /// A claim as everybody may read it: where second opinions are blind, as it was before the first event that tells of a
  /// verdict nobody has approved yet, in the state that it is in now.
  ///
  /// What came after that event stays behind, too: every event names the one before it, so nobody could check the rest.
  private func disclosed(_ claim: ReviewedClaim) throws -> ReviewedClaim {
    let secret = desk.workflow.rules.blindSecondOpinion ? claim.undecidedEvents : []
    guard !secret.isEmpty else { return claim }
    var told = try ReviewedClaim(history: Array(claim.history.prefix { !secret.contains($0.id) }))
    told.state = claim.state
    return told
  }

  /// The desk's scale, and those that come with Tilik: a verdict from another desk keeps its label.
  private func scales(named names: [String]) -> [RatingScale] {
    let others = DefaultSettings.scales.filter {
      $0.name != desk.scale.name && names.contains($0.name)
    }
    return [desk.scale] + others.compactMap { try? RatingScale(yaml: $0.yaml) }
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
      evidence: claim.evidence.map { cited in
        AuditedEvidence(
          evidence: cited.evidence,
          source: cited.source,
          copy: StoredCopy(cited, of: claim, captures: captures)
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
      history: AuditHistory.entries(claim, showsVerdicts: isDecided),
      events: claim.history.map(\.canonical)
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

extension ReviewedClaim {
  /// The claim while it stood in a version of its article; nil where it never did.
  ///
  /// What happened after it was found again in the next version belongs to that version's audit.
  fileprivate func asItStood(in document: DocumentID) -> ReviewedClaim? {
    var stood = false
    var end = history.count
    for (index, event) in history.enumerated() {
      switch event.content {
      case .captured(let claim), .reanchored(let claim):
        if stood, claim.document != document { end = min(end, index) }
        if claim.document == document {
          stood = true
          end = history.count
        }
      default: break
      }
    }
    guard stood else { return nil }
    return end == history.count ? self : try? ReviewedClaim(history: Array(history[..<end]))
  }
}
