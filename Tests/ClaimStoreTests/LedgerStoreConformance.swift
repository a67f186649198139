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
      authors: [.literal("Kantor")]
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
}
