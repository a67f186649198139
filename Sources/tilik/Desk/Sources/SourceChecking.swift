import ArgumentParser
import ClaimModel
import ClaimStore
import DocumentIngest
import ReviewWorkflow
import SourceLookup

/// Looks whether cited sources are still there and say what they said, and writes it into the ledger of every claim that
/// cites them.
struct SourceChecking {
  let desk: Desk
  let use: SourceUse
  private var archive: SnapshotArchive
  private let texts: [SourceID: String]

  /// What was seen at a source.
  struct Seen: Encodable {
    var source: SourceID
    var url: String
    var state: LinkState
    var check: LinkCheck
    /// The claims whose ledger says so.
    var claims: [ClaimID]
    /// The copy of what the page says now, where that is something else.
    var snapshot: ContentHash?
  }

  init(_ desk: Desk) throws {
    self.desk = desk
    use = try SourceUse(desk)
    archive = try desk.archive()
    texts = Dictionary(
      try desk.store.sources().compactMap { entry in entry.text.map { (entry.source.id, $0) } },
      uniquingKeysWith: { $1 }
    )
  }

  /// The request for a source: only for what changed since the latest copy, where the server can tell.
  func request(_ source: Source) -> FetchRequest? {
    guard let url = source.url else { return nil }
    let last = archive.captures(of: source.id).last
    return FetchRequest(
      url: url,
      // A tag holds for the address that gave it, not for one that redirects there.
      knownTag: last?.url == url ? last?.tag : nil,
      knownDate: last?.url == url ? last?.modified : nil
    )
  }

  /// Judges what came back and records it for every claim that cites the source.
  mutating func take(
    _ outcome: Result<FetchedPage, FetchError>,
    _ source: Source
  ) throws -> Seen {
    let now = (try? outcome.get())?.answer.date ?? desk.now
    let kept = try read(citedCapture(source.id))
    let fetched = try? outcome.get()
    // Not modified: what was kept last is what is there.
    let page =
      try fetched?.status == 304
      ? read(archive.captures(of: source.id).last)
      : fetched.map { SourcePage(body: $0.body, headers: $0.headers, url: $0.url) }
    var result = Seen(
      source: source.id,
      url: source.url ?? "",
      state: .unknown,
      check: look(outcome, source, now, page, kept, nil),
      claims: []
    )
    let looks = use.checks[source.id] ?? []
    result.state = LinkState(looks + [result.check])
    for (claim, citations) in byClaim(source.id) {
      // One look, one event: of several excerpts the one that fared worst speaks.
      let checks = citations.map { look(outcome, source, now, page, kept, $0.evidence) }
      let worst = checks.first { LinkState([$0]) == .changed } ?? checks.first ?? result.check
      result.claims.append(try record(.sourceChecked(source.id, worst), on: claim))
      if result.state != .changed {
        (result.state, result.check) = (LinkState(looks + [worst]), worst)
      }
    }
    if result.state == .changed, let fetched, fetched.status != 304 {
      result.snapshot = try keep(fetched, page, source.id)
    }
    return result
  }

  /// The citations of a source, claim by claim.
  private func byClaim(_ source: SourceID) -> [(key: ClaimID, value: [SourceUse.Citation])] {
    Dictionary(grouping: use.citations[source] ?? [], by: \.claim.claim.id)
      .sorted { $0.key < $1.key }
  }

  private func look(
    _ outcome: Result<FetchedPage, FetchError>,
    _ source: Source,
    _ date: Timestamp,
    _ page: SourcePage?,
    _ kept: SourcePage?,
    _ evidence: Evidence?
  ) -> LinkCheck {
    func find(in text: String) -> ExcerptAnchor? {
      evidence.flatMap { ExcerptAnchor.find($0, in: text) }
    }
    var before = kept?.text ?? texts[source.id]
    var now = page?.text
    // An excerpt from beside the article is looked for in all that the page shows.
    if let all = kept?.reading?.text, let text = before, find(in: text)?.quality == .absent {
      before = all
      now = page?.reading?.text
    }
    // Where only similar words were found when it was cited, those are the ones to find again.
    let anchor = before.flatMap { find(in: $0) }
    let wanted =
      anchor?.quality == .fuzzy
      ? anchor?.span.flatMap { before?.slice($0).map(String.init) } : evidence?.excerpt
    return LinkCheck(
      outcome,
      url: source.url ?? "",
      date: date,
      page: now.map { (page?.title, $0) },
      expected: before.map {
        LinkCheck.Expectation(
          text: $0,
          excerpt: anchor?.quality == .absent ? nil : wanted,
          prefix: evidence?.prefix,
          suffix: evidence?.suffix
        )
      }
    )
  }

  /// The copy that was cited: the latest whose text excerpts were found in, else the first.
  private func citedCapture(_ source: SourceID) -> SourceCapture? {
    let texts = Set((use.citations[source] ?? []).compactMap(\.evidence.snapshot))
    let captures = archive.captures(of: source)
    return captures.last { $0.text.map(texts.contains) ?? false } ?? captures.first
  }

  private func read(_ capture: SourceCapture?) throws -> SourcePage? {
    guard let capture, let answer = try archive.answer(capture) else { return nil }
    return SourcePage(body: answer.body, headers: answer.headers, url: capture.url)
  }

  /// Records an event on a claim as it is now, also where somebody was faster.
  private func record(_ content: EventContent, on id: ClaimID) throws -> ClaimID {
    do {
      try desk.act(content, on: try desk.claim(id))
    } catch StoreError.movedOn {
      try desk.act(content, on: try desk.claim(id))
    }
    return id
  }

  /// Keeps what a changed page says now, beside what it said.
  private mutating func keep(
    _ page: FetchedPage,
    _ read: SourcePage?,
    _ source: SourceID
  ) throws -> ContentHash {
    let snapshot = Snapshot(
      page,
      software: "Tilik/\(Tilik.configuration.version)",
      notes: [HeaderField("source", source.rawValue)],
      earlier: archive.earlier
    )
    try archive.keep(snapshot)
    try archive.add(
      SourceCapture(
        source: source,
        url: page.url,
        date: page.answer.date,
        status: page.status,
        snapshot: snapshot.hash,
        payload: snapshot.payloadHash,
        record: snapshot.reference.record,
        text: read?.text.map { Event.hash(of: $0) },
        tag: page.headers.first("ETag"),
        modified: page.headers.first("Last-Modified")
      )
    )
    return snapshot.hash
  }
}
