#if Postgres
  import ClaimModel
  import Foundation
  import ReviewWorkflow
  import TestSupport
  import Testing

  @testable import ClaimStore

  /// One server for all tests; each has a database of its own.
  enum SharedServer {
    static let server = Result { try PostgresServer() }

    /// A new, empty store and the name of its database.
    static func store() throws -> (store: PostgresStore, database: String) {
      let server = try server.get()
      let database = try server.database()
      return (try open(database, creating: true), database)
    }

    static func open(
      _ database: String,
      as role: String = "owner",
      creating: Bool = false
    ) throws -> PostgresStore {
      try PostgresStore.open(
        at: StoreAddress(server.get().address(database, as: role)),
        creating: creating
      )
    }
  }

  @Suite(
    "A PostgreSQL store",
    .enabled(if: PostgresServer.isInstalled, "PostgreSQL is not installed")
  )
  struct PostgresStoreTests {
    let store: PostgresStore
    let database: String

    init() throws { (store, database) = try SharedServer.store() }

    private func other() throws -> PostgresStore { try SharedServer.store().store }

    @Test("keeps documents and their bytes as they were given")
    func documents() throws { try LedgerStoreConformance.keepsDocuments(store) }

    @Test("finds the kin of a document")
    func kin() throws { try LedgerStoreConformance.findsTheKinOfADocument(store) }

    @Test("knows a document by its text")
    func known() throws { try LedgerStoreConformance.knowsADocumentByItsText(store) }

    @Test("stores documents together and leaves out those whose text it has")
    func together() throws { try LedgerStoreConformance.storesDocumentsTogether(store) }

    @Test("lists claims by letters anywhere in their words")
    func letters() throws { try LedgerStoreConformance.listsByLettersAnywhere(store) }

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

    @Test("orders the queue by what is at stake, and finds what is due")
    func stakes() throws { try LedgerStoreConformance.ordersByWhatIsAtStake(store) }

    @Test("tells of events that arrive, and gives them from a place on")
    func watching() throws { try LedgerStoreConformance.tellsOfNewEvents(store) }

    @Test("is copied whole into an empty store")
    func copies() throws { try LedgerStoreConformance.copiesIntoAnEmptyStore(store, other()) }

    @Test("is copied whole where an article came as plain text")
    func copiesText() throws { try LedgerStoreConformance.copiesPlainText(store, other()) }

    @Test("merges what two desks did apart")
    func merges() throws { try LedgerStoreConformance.mergesWhatTwoDesksDidApart(store, other()) }

    @Test("takes in a bundle whole or not at all, and names the first line that is wrong")
    func mergesWhole() throws { try LedgerStoreConformance.mergesAllOrNothing(store, other()) }

    @Test("believes nothing of a bundle that can be checked")
    func checksBundles() throws { try LedgerStoreConformance.checksWhatABundleSays(store, other()) }

    @Test("puts the other desk's versions of an article after its own")
    func versions() throws { try LedgerStoreConformance.countsVersionsAnew(store, other()) }

    @Test("keeps a zero character as a sign that it was there")
    func zero() throws {
      let ids = try Sample.fill(store, ["Pasar\0Wulung."])
      #expect(try store.claims(ClaimQuery()).map(\.quote) == ["Pasar\u{FFFD}Wulung."])
      #expect(try store.history(of: ids[0]).count == 1)
      #expect(try store.checkDerived() == [])
    }

    @Test("notices what was changed behind its back")
    func tampered() throws {
      let id = try Sample.fill(store, ["Satu."])[0]
      let server = try SharedServer.server.get()
      try server.sql("UPDATE tilik.claim SET state = 'published'", in: database)
      #expect(try store.checkDerived() == [.otherEntry(id)])
      try server.sql(
        "ALTER TABLE tilik.event DISABLE TRIGGER ALL; DELETE FROM tilik.event",
        in: database
      )
      #expect(try store.checkDerived().contains(.otherCount(counted: 1, found: 0)))
    }

    @Test("lists and shows through indexes, never by reading whole tables")
    func plans() throws {
      let server = try SharedServer.server.get()
      let queries = [
        "SELECT * FROM claim WHERE state IN ('queued') ORDER BY urgency, harm, reach, due, checkworthiness DESC, id LIMIT 5",
        "SELECT id, canonical FROM event WHERE claim = 'a' ORDER BY seq",
        "SELECT id FROM claim WHERE id >= 'a' AND id < 'ag' ORDER BY id LIMIT 5",
        "SELECT * FROM claim WHERE document = 'a' ORDER BY document, start, id",
        "SELECT * FROM search WHERE places @@ '''tang'':*'::tsquery",
        "SELECT id FROM document WHERE md5(url) = md5('a') AND url = 'a'",
      ]
      for sql in queries {
        // On empty tables a planner would read them whole, and be right; here it is asked what it could do.
        let plan = try server.sql(
          "SET search_path = tilik; SET enable_seqscan = off; EXPLAIN " + sql,
          in: database
        )
        #expect(!plan.contains("Seq Scan"), "\(sql): \(plan)")
      }
    }
  }
#endif
