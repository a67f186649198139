import ClaimModel
import Foundation
import ReviewWorkflow
import Testing

@testable import ClaimStore

/// What every backend has to do; a backend's tests call each of these with a new, empty store.
enum LedgerStoreConformance {
  static func keepsDocuments(_ store: some LedgerStore) throws {
    let (document, claims) = Sample.stored(
      ["Pasar Wulung dibuka lagi.", "Harga beras naik “tajam”. 😀"],
      title: "Pasar"
    )
    let desk = try Sample.desk()
    let raw = Sample.raw(document.document.text)
    try store.add(
      document,
      raw: raw,
      events: claims.map { desk.capture($0, by: "Sari", at: Sample.time) }
    )
    #expect(try store.document(document.id) == document)
    #expect(try store.bytes(document.document.rawHash) == raw)
    #expect(try store.document(DocumentID(rawValue: "00")) == nil)
    let summary = try #require(try store.documents().first)
    #expect(summary.title == "Pasar")
    #expect(summary.claims == 2)
    #expect(summary.isLatest)
  }

  static func findsTheKinOfADocument(_ store: some LedgerStore) throws {
    try Sample.fill(store, ["Satu.", "Dua."])
    try Sample.fill(store, ["Tiga."])
    let all = try store.documents()
    #expect(try store.latestVersions(url: nil, title: "Tiga.", origin: nil) == [all[1]])
    #expect(try store.latestVersions(url: nil, title: "Empat.", origin: "a.txt") == all)
    #expect(try store.latestVersions(url: "https://a.example", title: nil, origin: nil).isEmpty)
    #expect(try store.latestVersions(url: nil, title: nil, origin: nil).isEmpty)
    // A newer version takes the older one's place.
    let (text, _) = Sample.stored(["Satu.", "Dua.", "Tiga."], title: "Satu.")
    var newer = text
    newer.article = all[0].article
    newer.version = 2
    try store.add(newer, raw: Sample.raw(newer.document.text), events: [SignedEvent]())
    let found = try store.latestVersions(url: nil, title: "Satu.", origin: nil)
    #expect(found.map(\.id) == [newer.id])
    #expect(found.first?.isLatest == true)
  }

  static func knowsADocumentByItsText(_ store: some LedgerStore) throws {
    try Sample.fill(store, ["Satu.", "Dua."])
    let head = try store.head()
    let error = #expect(throws: StoreError.self) { try Sample.fill(store, ["Satu.", "Dua."]) }
    guard case .knownDocument = error else {
      Issue.record("expected knownDocument, got \(String(describing: error))")
      return
    }
    #expect(try store.head() == head)
    #expect(try store.documents().count == 1)
  }

  static func appendsOnlyOnWhatWasRead(_ store: some LedgerStore) throws {
    let id = try Sample.fill(store, ["Satu."])[0]
    let one = try Sample.act(.noted(text: "satu"), on: id, in: store)
    let other = try Sample.act(.noted(text: "dua"), on: id, in: store, by: "Bagas")
    try store.append([one])
    let error = #expect(throws: StoreError.self) { try store.append([other]) }
    guard case .movedOn(let claim, let since) = error else {
      Issue.record("expected movedOn, got \(String(describing: error))")
      return
    }
    #expect(claim == id)
    #expect(since == [one])
    #expect(try store.history(of: id).map(\.content.type) == ["captured", "noted"])
  }

  static func storesAllOrNothing(_ store: some LedgerStore) throws {
    let ids = try Sample.fill(store, ["Satu.", "Dua."])
    let good = try Sample.act(.noted(text: "baik"), on: ids[0], in: store)
    let stale = try Sample.act(.noted(text: "basi"), on: ids[1], in: store)
    try store.append([try Sample.act(.noted(text: "lebih dulu"), on: ids[1], in: store)])
    let head = try store.head()
    #expect(throws: StoreError.self) { try store.append([good, stale]) }
    #expect(try store.head() == head)
    #expect(try store.history(of: ids[0]).count == 1)
  }

  static func ordersByWhatIsAtStake(_ store: some LedgerStore) throws {
    let ids = try Sample.fill(store, ["Satu.", "Dua.", "Tiga.", "Empat."])
    let soon = try #require(CalendarDate(iso8601: "2026-03-10"))
    let late = try #require(CalendarDate(iso8601: "2026-04-01"))
    let stakes = [
      Stakes(harm: .high, reach: .high, due: late), Stakes(harm: .high, reach: .high, due: soon),
      Stakes(harm: .high), Stakes(),
    ]
    for (id, stakes) in zip(ids, stakes) {
      let content = EventContent.triaged(priority: .high, reason: "", stakes: stakes)
      try store.append([try Sample.act(content, on: id, in: store)])
    }
    var query = ClaimQuery()
    query.order = .queue
    let listed = try store.claims(query)
    #expect(listed.map(\.id) == [ids[1], ids[0], ids[2], ids[3]])
    #expect(listed.map(\.harm) == [.high, .high, .high, nil])
    #expect(listed.map(\.reach) == [.high, .high, nil, nil])
    #expect(listed.map(\.due) == [soon, late, nil, nil])
    query.due = soon
    #expect(try store.claims(query).map(\.id) == [ids[1]])
    query = ClaimQuery()
    query.inConflict = true
    #expect(try store.claims(query).isEmpty)
    query = ClaimQuery()
    query.published = late
    #expect(try store.claims(query).isEmpty)
    let document = try #require(listed.first?.document)
    #expect(try store.documents([document]) == store.documents())
    #expect(try store.documents([]).isEmpty)
  }

  static func listsByStateAndWords(_ store: some LedgerStore) throws {
    let ids = try Sample.fill(store, ["Pasar dibuka 100%.", "Harga_beras naik.", "Jalan ditutup."])
    try store.append([
      try Sample.act(.triaged(priority: .high, reason: ""), on: ids[2], in: store),
      try Sample.act(.triaged(priority: .low, reason: ""), on: ids[0], in: store),
    ])
    var query = ClaimQuery()
    #expect(try store.claims(query).map(\.id) == ids)
    query.states = ["queued"]
    query.order = .queue
    #expect(try store.claims(query).map(\.id) == [ids[2], ids[0]])
    query = ClaimQuery()
    query.text = "100%"
    #expect(try store.claims(query).map(\.id) == [ids[0]])
    query.text = "a_b"
    #expect(try store.claims(query).map(\.id) == [ids[1]])
    query.text = nil
    query.flag = .vagueSource
    query.limit = 2
    #expect(try store.claims(query).count == 2)
    query.flag = .anonymousPassive
    #expect(try store.claims(query).isEmpty)
  }

  static func findsNamesByTheirBeginning(_ store: some LedgerStore) throws {
    let ids = try Sample.fill(store, ["Satu.", "Dua.", "Tiga."])
    for id in ids {
      #expect(try store.claims(withPrefix: id.short, limit: 5) == [id])
    }
    #expect(try store.claims(withPrefix: "", limit: 2).count == 2)
    #expect(try store.claims(withPrefix: "zz", limit: 2).isEmpty)
    let documents = try store.documents().map(\.id).sorted()
    for id in documents {
      #expect(try store.documents(withPrefix: id.short, limit: 5) == [id])
      #expect(try store.documents(withPrefix: id.rawValue, limit: 5) == [id])
    }
    #expect(try store.documents(withPrefix: "", limit: 5) == documents)
    #expect(try store.documents(withPrefix: "", limit: 1) == [documents[0]])
    #expect(try store.documents(withPrefix: "zz", limit: 5).isEmpty)
  }

  static func searchesWordsAndTheirBeginnings(_ store: some LedgerStore) throws {
    let ids = try Sample.fill(store, ["Tanggulnya jebol di Kafé Lor.", "Harga naik."])
    try store.add([
      LibrarySource(
        source: Source(
          id: SourceID(rawValue: "audit"),
          type: "report",
          title: "Pemeriksaan tanggul"
        ),
        text: "Tanggul sisi barat retak."
      )
    ])
    let hits = try store.search("tanggul", limit: 10)
    #expect(Set(hits.map(\.kind)) == [.claim, .document, .source])
    #expect(try store.search("kafe lor", limit: 10).contains { $0.id == ids[0].rawValue })
    #expect(try store.search("tidakada", limit: 10).isEmpty)
    #expect(throws: StoreError.self) { try store.search("\"*", limit: 10) }
    let excerpt = try #require(hits.first { $0.kind == .claim }?.excerpt)
    #expect(excerpt.contains("\u{E000}Tanggulnya\u{E001}"))
  }

  static func keepsSourcesAndTheirCopies(_ store: some LedgerStore) throws {
    let source = Source(
      id: SourceID(rawValue: "a"),
      type: "report",
      title: "Satu",
      authors: [.literal("Kantor"), .person(family: "Arum", given: nil)],
      containerTitle: "Terbitan",
      publisher: "Kantor",
      issued: "2026",
      modified: "2026-03",
      accessed: CalendarDate(year: 2026, month: 3, day: 9),
      url: "https://kantor.example/satu",
      doi: "10.5555/satu",
      isbn: "978-602-8519-93-9",
      issn: "1234-5679",
      pmid: "12345678",
      pmcid: "PMC1234567",
      arxiv: "2601.01234",
      language: .indonesian,
      independenceGroup: "kantor"
    )
    try store.add([LibrarySource(source: source, text: "isi pertama")])
    var newer = source
    newer.title = "Dua"
    try store.add([LibrarySource(source: newer, text: "isi kedua")])
    #expect(try store.sources().map(\.source) == [newer])
    #expect(try store.sources().map(\.text) == ["isi kedua"])
    #expect(try store.bytes(Event.hash(of: "isi pertama")) == Array("isi pertama".utf8))
    #expect(try store.search("satu", limit: 5).isEmpty)
  }

  static func derivesTheSameListAgain(_ store: some LedgerStore) throws {
    let ids = try Sample.fill(store, ["Satu.", "Dua."])
    try store.append([try Sample.act(.triaged(priority: .high, reason: "x"), on: ids[0], in: store)]
    )
    #expect(try store.checkDerived() == [])
    var count = 0
    try store.eachEvent { filedAs, canonical in
      count += 1
      #expect(Event.hash(of: canonical).hex == filedAs)
    }
    #expect(try store.head().count == count)
  }

  static func keepsSignatures(_ store: some LedgerStore) throws {
    let key = try SigningKey(name: "sari")
    let (document, claims) = Sample.stored(["Satu."])
    let first = try Sample.desk().capture(claims[0], by: "Sari", at: Sample.time)
    try store.add(
      document,
      raw: Sample.raw(document.document.text),
      events: [try SignedEvent(first, signedWith: key)]
    )
    let id = claims[0].id
    try store.append([try Sample.act(.noted(text: "tanpa"), on: id, in: store)])
    let last = try Sample.act(.noted(text: "dengan"), on: id, in: store)
    try store.append([try SignedEvent(last, signedWith: key)])
    var keys = KeyRing()
    keys.add(key.verifier, of: "Sari")
    let standings = try store.signedHistory(of: id).map { keys.standing(of: $0) }
    #expect(standings == [.good(key.verifier), .unsigned, .good(key.verifier)])
    var entries: [LedgerEntry] = []
    try store.eachEntry { entries.append($0) }
    #expect(entries.map { $0.signature == nil } == [false, true, false])
    #expect(entries.last?.canonical == last.canonical)
  }

  static func tellsOfNewEvents(_ store: some LedgerStore) throws {
    #expect(try !store.waitForEvents(after: 0, seconds: 0.05))
    let ids = try Sample.fill(store, ["Satu.", "Dua."])
    #expect(try store.waitForEvents(after: 1, seconds: 0))
    #expect(try !store.waitForEvents(after: 2, seconds: 0.05))
    let note = try Sample.act(.noted(text: "baru"), on: ids[1], in: store)
    try store.append([note])
    #expect(try store.waitForEvents(after: 2, seconds: 0))
    var entries: [LedgerEntry] = []
    try store.eachEntry(after: 2) { entries.append($0) }
    #expect(entries.map(\.filedAs) == [note.id.hex])
    try store.eachEntry(after: 3) { _ in Issue.record("there is no fourth event") }
  }

  /// `copy` has to be another new, empty store.
  static func copiesIntoAnEmptyStore(_ store: some LedgerStore, _ copy: some LedgerStore) throws {
    let ids = try fillForExport(store)
    let lines = try Sample.bundle(store)
    let outcome = try copy.merge(lines, keys: KeyRing())
    #expect(outcome.addedEvents == 4)
    #expect(outcome.addedDocuments == 2)
    #expect(outcome.conflicts.isEmpty)
    #expect(try Sample.bundle(copy) == lines)
    #expect(try copy.claims(ClaimQuery()) == store.claims(ClaimQuery()))
    for summary in try store.documents() {
      #expect(try copy.document(summary.id) == store.document(summary.id))
      #expect(try copy.bytes(summary.rawHash) == store.bytes(summary.rawHash))
    }
    #expect(try copy.bytes(Event.hash(of: "isi")) == Array("isi".utf8))
    #expect(try copy.signedHistory(of: ids[0]) == store.signedHistory(of: ids[0]))
    #expect(try copy.checkDerived() == [])
    let again = try copy.merge(lines, keys: KeyRing())
    #expect(again.addedEvents == 0)
    #expect(again.knownEvents == 4)
    #expect(again.knownDocuments == 2)
    #expect(try Sample.bundle(copy) == lines)
  }

  static func copiesPlainText(_ store: some LedgerStore, _ copy: some LedgerStore) throws {
    let text = "Satu."
    var (document, claims) = Sample.stored([text])
    document.document.rawHash = document.document.textHash
    let desk = try Sample.desk()
    try store.add(
      document,
      raw: Array(text.utf8),
      events: claims.map { desk.capture($0, by: "Sari", at: Sample.time) }
    )
    let lines = try Sample.bundle(store)
    #expect(try copy.merge(lines, keys: KeyRing()).addedDocuments == 1)
    #expect(try copy.bytes(document.document.rawHash) == Array(text.utf8))
    #expect(try Sample.bundle(copy) == lines)
  }

  static func mergesWhatTwoDesksDidApart(
    _ store: some LedgerStore,
    _ other: some LedgerStore
  ) throws {
    let ids = try Sample.fill(store, ["Satu.", "Dua."])
    _ = try other.merge(try Sample.bundle(store), keys: KeyRing())
    for (desk, rating) in [(store as any LedgerStore, "false"), (other, "true")] {
      try desk.append([
        try Sample.act(.triaged(priority: .high, reason: "x"), on: ids[0], in: desk, by: rating)
      ])
      try desk.append([try Sample.act(.taken, on: ids[0], in: desk, by: rating)])
      try desk.append([
        try Sample.act(
          .concluded(Verdict(scale: "default", rating: rating, explanation: "Ada buktinya.")),
          on: ids[0],
          in: desk,
          by: rating
        )
      ])
      try desk.append([try Sample.act(.noted(text: rating), on: ids[1], in: desk, by: rating)])
    }
    try Sample.fill(other, ["Hanya di sana."])
    let outcome = try store.merge(try Sample.bundle(other), keys: KeyRing())
    #expect(outcome.addedEvents == 5)
    #expect(outcome.knownEvents == 2)
    #expect(outcome.addedDocuments == 1)
    #expect(outcome.conflicts == [ids[0]])
    #expect(outcome.joined == [ids[1]])
    let back = try other.merge(try Sample.bundle(store), keys: KeyRing())
    #expect(back.addedEvents == 4)
    #expect(try store.checkDerived() == [])
    #expect(try other.checkDerived() == [])
    for id in ids {
      #expect(
        try ReviewedClaim(history: store.history(of: id))
          == ReviewedClaim(history: other.history(of: id))
      )
    }
    // What ran apart goes on as one.
    let next = try Sample.act(.noted(text: "bersama"), on: ids[1], in: store)
    #expect(next.parents.count == 2)
    try store.append([next])
    #expect(try ReviewedClaim(history: store.history(of: ids[1])).heads == [next.id])
  }

  static func mergesAllOrNothing(_ store: some LedgerStore, _ copy: some LedgerStore) throws {
    try fillForExport(store)
    let lines = try Sample.bundle(store)
    #expect(lines.count == 9)
    func fault(_ lines: [String]) throws -> BundleFault? {
      let error = #expect(throws: BundleError.self) { try copy.merge(lines, keys: KeyRing()) }
      #expect(try copy.head().count == 0)
      #expect(try copy.documents().isEmpty)
      guard case .refused(let fault) = error else { return nil }
      return fault
    }
    for index in lines.indices {
      var changed = lines
      changed[index] = "{\"unknown\":1}"
      let found = try #require(try fault(changed))
      #expect(found.line == index + 1)
      #expect(found.reason == .form)
    }
  }

  static func checksWhatABundleSays(_ store: some LedgerStore, _ copy: some LedgerStore) throws {
    try Sample.fill(store, ["Satu."])
    let lines = try Sample.bundle(store)
    let document = try #require(try store.documents().first)
    func reason(_ lines: [String]) -> BundleFault.Reason? {
      let error = #expect(throws: BundleError.self) { try copy.merge(lines, keys: KeyRing()) }
      guard case .refused(let fault) = error else { return nil }
      return fault.reason
    }
    let otherBytes = lines.map { $0.replacing("\"base64\":\"77u", with: "\"base64\":\"87u") }
    #expect(reason(otherBytes) == .wrongBytes(document.rawHash))
    let otherText = lines.map { $0.replacing("\"text\":\"Satu.", with: "\"text\":\"Dua..") }
    #expect(reason(otherText) == .wrongDocument(document.id))
    for (old, new) in [
      ("\"end\":5,\"start\":0", "\"end\":6,\"start\":0"),
      ("\"end\":5,\"start\":0", "\"end\":5,\"start\":-1"),
      ("\"end\":5,\"start\":0", "\"end\":0,\"start\":5"),
      ("\"version\":1", "\"version\":0"), ("\"article\":\"", "\"article\":\"../"),
    ] {
      #expect(lines[1].contains(old))
      let changed = lines.map { $0.replacing(old, with: new) }
      #expect(reason(changed) == .wrongDocument(document.id), "\(new)")
    }
    #expect(
      reason(Array(lines.dropFirst()))
        == .missingBytes(document.rawHash, document: document.id)
    )
    let event = try #require(try store.history(of: store.claims(ClaimQuery())[0].id).first)
    #expect(
      reason([lines[0], lines[2]]) == .missingDocument(document.id, event: event.id)
    )
    guard case .captured(var claim) = event.content else {
      Issue.record("expected a claim's first event")
      return
    }
    let captured = claim
    for change in 0..<3 {
      claim = captured
      switch change {
      case 0: claim.quote = ["Dua.."]
      case 1: (claim.quote, claim.content) = ([], [])
      default: claim.cue = [TextSpan(0, 99)]
      }
      let invented = try Sample.desk().capture(claim, by: "Sari", at: Sample.time)
      #expect(
        reason(Array(lines.prefix(2)) + [SignedEvent(invented).line])
          == .wordsNotFound(event: invented.id, document: document.id)
      )
    }
    #expect(try copy.head().count == 0)
  }

  static func countsVersionsAnew(_ store: some LedgerStore, _ other: some LedgerStore) throws {
    for desk in [store as any LedgerStore, other] { try Sample.fill(desk, ["Naskah pertama."]) }
    let article = try #require(try store.documents().first).id
    for (desk, text) in [(store as any LedgerStore, "Naskah kita."), (other, "Naskah mereka.")] {
      var (document, _) = Sample.stored([text])
      document.article = article
      document.version = 2
      try desk.add(document, raw: Sample.raw(text), events: [SignedEvent]())
    }
    _ = try store.merge(try Sample.bundle(other), keys: KeyRing())
    let versions = try store.documents()
    #expect(versions.map(\.version) == [1, 2, 3])
    #expect(versions.map(\.article) == [article, article, article])
    #expect(try store.document(versions[2].id)?.document.text == "Naskah mereka.")
  }

  /// Two documents, three claims, a signed event, and a source's copy: nine lines, four of them events.
  @discardableResult
  private static func fillForExport(_ store: some LedgerStore) throws -> [ClaimID] {
    let ids = try Sample.fill(store, ["Satu.", "Dua “😀”."]) + Sample.fill(store, ["Tiga."])
    let note = try Sample.act(.noted(text: "catatan"), on: ids[0], in: store)
    try store.append([try SignedEvent(note, signedWith: SigningKey(name: "sari"))])
    try store.add([
      LibrarySource(
        source: Source(id: SourceID(rawValue: "a"), type: "report", title: "Laporan"),
        text: "isi"
      )
    ])
    return ids
  }
}
