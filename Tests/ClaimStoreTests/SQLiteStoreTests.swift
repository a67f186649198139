import ClaimModel
import Foundation
import GRDB
import ReviewWorkflow
import Testing

@testable import ClaimStore

@Suite("A SQLite store")
struct SQLiteStoreTests {
  let scratch: Scratch
  let store: SQLiteStore

  init() throws {
    scratch = try Scratch()
    store = try SQLiteStore.create(at: scratch.path("ledger.sqlite"))
  }

  @Test("keeps documents and their bytes as they were given")
  func documents() throws { try LedgerStoreConformance.keepsDocuments(store) }

  @Test("finds the kin of a document")
  func kin() throws { try LedgerStoreConformance.findsTheKinOfADocument(store) }

  @Test("knows a document by its text")
  func known() throws { try LedgerStoreConformance.knowsADocumentByItsText(store) }

  @Test("stores documents together and leaves out those whose text it has")
  func together() throws { try LedgerStoreConformance.storesDocumentsTogether(store) }

  @Test("lists claims by letters anywhere in their words")
  func letters() throws { try LedgerStoreConformance.listsByLettersAnywhere(store, fill: 6_000) }

  @Test("keeps the spelling of words that only look the same")
  func spelling() throws { try LedgerStoreConformance.keepsTheSpellingOfWords(store) }

  @Test("stores all of several documents or none")
  func allDocuments() throws { try LedgerStoreConformance.storesAllDocumentsOrNone(store) }

  @Test("appends only on the events that were read, and says who was faster")
  func stale() throws { try LedgerStoreConformance.appendsOnlyOnWhatWasRead(store) }

  @Test("stores all events of a call or none")
  func atomic() throws { try LedgerStoreConformance.storesAllOrNothing(store) }

  @Test("lists claims by state, words and flags")
  func lists() throws { try LedgerStoreConformance.listsByStateAndWords(store) }

  @Test("orders the queue by what is at stake, and finds what is due")
  func stakes() throws { try LedgerStoreConformance.ordersByWhatIsAtStake(store) }

  @Test("finds claims by the beginning of their names")
  func prefixes() throws { try LedgerStoreConformance.findsNamesByTheirBeginning(store) }

  @Test("searches claims, documents and sources")
  func search() throws { try LedgerStoreConformance.searchesWordsAndTheirBeginnings(store) }

  @Test("keeps the library of sources, and every copy that was ever in it")
  func sources() throws { try LedgerStoreConformance.keepsSourcesAndTheirCopies(store) }

  @Test("derives its lists from the ledger")
  func derived() throws { try LedgerStoreConformance.derivesTheSameListAgain(store) }

  @Test("keeps signatures beside events")
  func signatures() throws { try LedgerStoreConformance.keepsSignatures(store) }

  @Test("tells of events that arrive, and gives them from a place on")
  func watching() throws { try LedgerStoreConformance.tellsOfNewEvents(store) }

  @Test("has a commit on the disk before it says so")
  func synchronous() throws {
    for store in [store, try SQLiteStore.open(at: store.path)] {
      // 2 is FULL: the log is synced at each commit, not only before it goes into the file.
      let level = try store.database.read { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
      #expect(level == 2)
    }
  }

  @Test("makes the lists of an older file anew")
  func older() throws {
    try Sample.fill(store, ["Satu.", "Dua."])
    let claims = try store.claims(ClaimQuery())
    let hits = try store.search("satu", limit: 9)
    try store.database.write { db in
      try db.execute(
        sql: """
          DROP TABLE claimLetters; DROP TABLE claim;
          CREATE TABLE claim (id TEXT PRIMARY KEY NOT NULL, state TEXT);
          DELETE FROM grdb_migrations WHERE identifier IN ('3 lists', '4 letters')
          """
      )
    }
    let opened = try SQLiteStore.open(at: store.path)
    #expect(try opened.claims(ClaimQuery()) == claims && !claims.isEmpty)
    #expect(try opened.search("satu", limit: 9) == hits)
    #expect(try opened.checkDerived() == [])
  }

  @Test("ranks the latest of very many entries that have a word, with their excerpts")
  func ranksLatest() throws {
    try Sample.fill(store, ["Tanggul satu.", "Tanggul dua.", "Tanggul tiga."])
    let everything = try store.search("tanggul", limit: 99)
    let latest = try store.database.read { db in
      let newest = try String.fetchAll(
        db,
        sql: "SELECT ref FROM search WHERE search MATCH 'tanggul' ORDER BY rowid DESC LIMIT 2"
      )
      let ranked = try SearchRow.search("tanggul", limit: 99, ranking: 2, in: db)
      #expect(Set(ranked.map(\.id)) == Set(newest))
      return ranked
    }
    #expect(everything.count > 2 && latest.count == 2)
    #expect(latest == everything.filter { latest.contains($0) })
    let bound = try store.database.read {
      try SearchRow.search("tanggul", limit: 99, ranking: everything.count, in: $0)
    }
    #expect(bound == everything)
  }

  private func other() throws -> SQLiteStore {
    try SQLiteStore.create(at: scratch.path("other.sqlite"))
  }

  @Test("is copied whole into an empty store")
  func copies() throws { try LedgerStoreConformance.copiesIntoAnEmptyStore(store, other()) }

  @Test("is copied whole where an article came as plain text")
  func copiesText() throws { try LedgerStoreConformance.copiesPlainText(store, other()) }

  @Test("merges what two desks did apart")
  func merges() throws {
    try LedgerStoreConformance.mergesWhatTwoDesksDidApart(store, other())
    #expect(try store.survey(keys: KeyRing(), checkpoints: []) != nil)
  }

  @Test("takes in a bundle whole or not at all, and names the first line that is wrong")
  func mergesWhole() throws { try LedgerStoreConformance.mergesAllOrNothing(store, other()) }

  @Test("believes nothing of a bundle that can be checked")
  func checksBundles() throws { try LedgerStoreConformance.checksWhatABundleSays(store, other()) }

  @Test("puts the other desk's versions of an article after its own")
  func versions() throws { try LedgerStoreConformance.countsVersionsAnew(store, other()) }

  @Test(
    "never changes or deletes an event, even when asked to in SQL",
    arguments: [
      "UPDATE event SET canonical = ''", "DELETE FROM event", "UPDATE document SET title = 'x'",
      "UPDATE blob SET bytes = x''",
    ]
  )
  func appendOnly(sql: String) throws {
    try Sample.fill(store, ["Satu."])
    #expect(throws: DatabaseError.self) { try store.database.write { try $0.execute(sql: sql) } }
    #expect(try store.checkDerived() == [])
  }

  @Test("notices a list entry that does not follow from the ledger")
  func tampered() throws {
    let id = try Sample.fill(store, ["Satu."])[0]
    try store.database.write { try $0.execute(sql: "UPDATE claim SET state = 'published'") }
    #expect(try store.checkDerived() == [.otherEntry(id)])
  }

  @Test("lists and shows through indexes, never by reading whole tables")
  func plans() throws {
    let queries = [
      "SELECT * FROM claim WHERE state IN ('queued') ORDER BY urgency, checkworthiness DESC, id LIMIT 5",
      "SELECT id, canonical FROM event WHERE claim = 'a' ORDER BY seq",
      "SELECT id FROM claim WHERE id >= 'a' AND id < 'ag' ORDER BY id LIMIT 5",
      "SELECT * FROM claim WHERE document = 'a' ORDER BY document, start, id",
    ]
    for sql in queries {
      let plan = try store.database.read { db in
        try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql).map { $0["detail"] as String }
      }
      #expect(plan.allSatisfy { !$0.hasPrefix("SCAN") }, "\(sql): \(plan)")
    }
  }
}

@Suite("Opening a SQLite store")
struct SQLiteOpeningTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func opening(_ name: String) -> StoreError? {
    #expect(throws: StoreError.self) { try SQLiteStore.open(at: scratch.path(name)) }
  }

  @Test("says so where there is none")
  func missing() throws {
    guard case .missing = opening("none.sqlite") else { Issue.record("expected missing"); return }
  }

  @Test("refuses a file that is no database, and leaves it as it is")
  func noDatabase() throws {
    let text = String(repeating: "this is a shopping list\n", count: 100)
    try text.write(toFile: scratch.path("list.sqlite"), atomically: true, encoding: .utf8)
    guard case .foreign = opening("list.sqlite") else { Issue.record("expected foreign"); return }
    #expect(try String(contentsOfFile: scratch.path("list.sqlite"), encoding: .utf8) == text)
  }

  @Test("refuses somebody else's database")
  func foreign() throws {
    let other = try DatabaseQueue(path: scratch.path("other.sqlite"))
    try other.write { try $0.execute(sql: "CREATE TABLE recipe (name TEXT)") }
    guard case .foreign = opening("other.sqlite") else { Issue.record("expected foreign"); return }
  }

  @Test("refuses what a newer version wrote")
  func newer() throws {
    let store = try SQLiteStore.create(at: scratch.path("new.sqlite"))
    try store.database.write {
      try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('99 from the future')")
    }
    guard case .newer = opening("new.sqlite") else { Issue.record("expected newer"); return }
  }

  @Test("says that a damaged file is damaged")
  func corrupt() throws {
    let path = scratch.path("bad.sqlite")
    let store = try SQLiteStore.create(at: path)
    for round in 0..<20 { try Sample.fill(store, (0..<40).map { "Kalimat \(round) nomor \($0)." }) }
    try store.database.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    try store.database.close()
    var bytes = try Data(contentsOf: URL(filePath: path))
    for index in stride(from: 4096, to: bytes.count, by: 64) { bytes[index] ^= 0xA5 }
    try bytes.write(to: URL(filePath: path))
    var found: StoreError?
    do {
      let damaged = try SQLiteStore.open(at: path)
      _ = try damaged.documents()
      _ = try damaged.claims(ClaimQuery())
    } catch {
      found = error
    }
    switch found {
    case .corrupt, .foreign: break
    default: Issue.record("expected corrupt, got \(String(describing: found))")
    }
  }

  @Test("lets several writers take turns without losing anything")
  func writers() throws {
    let path = scratch.path("busy.sqlite")
    _ = try SQLiteStore.create(at: path)
    // Taking turns here; real processes write at once in the end-to-end tests.
    let stores = try (0..<4).map { _ in try SQLiteStore.open(at: path) }
    for round in 0..<10 {
      for (writer, store) in stores.enumerated() {
        try Sample.fill(store, ["Penulis \(writer) putaran \(round)."])
      }
    }
    let store = try SQLiteStore.open(at: path)
    #expect(try store.documents().count == 40)
    #expect(try store.head().count == 40)
    #expect(try store.checkDerived() == [])
  }
}
