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

  static func storesDocumentsTogether(_ store: some LedgerStore) throws {
    let known = try Sample.fill(store, ["Satu.", "Dua."])
    let lines = [["Tiga.", "Empat."], ["Satu.", "Dua."], ["Lima."], ["Tiga.", "Empat."]]
    let arrivals = try lines.map { try Sample.arrival($0) }
    let outcome = try store.add(arrivals)
    let names = arrivals.map(\.document.id)
    #expect(outcome == [nil, names[1], nil, names[0]])
    #expect(try store.documents().map(\.id) == [names[1], names[0], names[2]])
    #expect(try store.head().count == 5)
    #expect(try store.history(of: known[0]).count == 1)
    #expect(try Set(store.search("lima", limit: 9).map(\.kind)) == [.document, .claim])
    #expect(try store.checkDerived() == [])
    #expect(try store.add([Arrival]()) == [])
  }

  static func storesAllDocumentsOrNone(_ store: some LedgerStore) throws {
    let id = try Sample.fill(store, ["Satu."])[0]
    let stale = try Sample.act(.noted(text: "basi"), on: id, in: store)
    try store.append([try Sample.act(.noted(text: "lebih dulu"), on: id, in: store)])
    let head = try store.head()
    var last = try Sample.arrival(["Tiga."])
    last.events.append(SignedEvent(stale))
    let error = #expect(throws: StoreError.self) {
      try store.add([try Sample.arrival(["Dua."]), last])
    }
    guard case .movedOn(id, _) = error else {
      Issue.record("expected movedOn, got \(String(describing: error))")
      return
    }
    #expect(try store.head() == head)
    #expect(try store.documents().count == 1)
    #expect(try store.search("dua", limit: 9).isEmpty)
  }

  static func keepsTheSpellingOfWords(_ store: some LedgerStore) throws {
    let id = try Sample.fill(store, ["Kaf\u{E9} Lor dibuka."])[0]
    // The same to a reader, and to Swift's ==.
    let spelling = "Kafe\u{301} Lor dibuka."
    var (newer, claims) = Sample.stored([spelling])
    newer.article = try #require(try store.documents().first).article
    newer.version = 2
    claims[0].id = id
    let moved = try Sample.act(.reanchored(claims[0]), on: id, in: store)
    try store.add(newer, raw: Sample.raw(spelling), events: [SignedEvent(moved)])
    let listed = try #require(try store.claims(ClaimQuery()).first)
    #expect(Array(listed.quote.utf8) == Array(spelling.utf8))
    for (letters, count) in [("fe\u{301} L", 1), ("af\u{E9} L", 0), ("Lor", 1)] {
      var query = ClaimQuery()
      query.text = letters
      #expect(try store.claims(query).count == count, "\(letters)")
    }
    #expect(try store.checkDerived() == [])
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
}
