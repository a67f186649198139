#if Postgres
  public import ClaimModel
  public import ReviewWorkflow

  /// A ledger in a database of a PostgreSQL server, 15 or later.
  public final class PostgresStore: LedgerStore {
    private let session: SharedSession
    /// The database, as a person may read it.
    public let name: String

    private init(_ session: PostgresSession) {
      name = session.name
      self.session = SharedSession(session)
    }

    /// Opens a store and brings its tables up to date.
    ///
    /// Throws ``StoreError`` where the server cannot be reached, the database has no tables of Tilik's (unless they are to be
    /// made), or a newer version made them. Where the role may not change tables that are of an older version, it throws
    /// ``StoreError/older(path:)``.
    public static func open(
      at address: StoreAddress,
      creating: Bool = false
    ) throws(StoreError) -> PostgresStore {
      try naming(address.description) {
        let session = try PostgresSession(to: address)
        try session.retrying { try prepare($0, creating: creating, at: address.description) }
        return PostgresStore(session)
      }
    }

    private static func prepare(
      _ connection: PostgresConnection,
      creating: Bool,
      at name: String
    ) throws {
      let latest = PostgresSchema.migrations.count
      var present = try migrations(on: connection)
      if present == 0, !creating { throw StoreError.missing(path: name) }
      if present > latest { throw StoreError.newer(path: name) }
      if present == latest { return }
      guard try connection.run("SHOW server_encoding").first?.first == "UTF8" else {
        throw StoreError.other(path: name, detail: "the database's encoding has to be UTF8")
      }
      // Two programs that open the same database take turns; the number is the letters TILK.
      try connection.run("SELECT pg_advisory_lock(\(SQLiteSchema.applicationID))")
      present = try migrations(on: connection)
      for migration in PostgresSchema.migrations.dropFirst(present) {
        if let error = failure(of: migration, on: connection) {
          throw error.state == "42501" && present > 0 ? StoreError.older(path: name) : error
        }
      }
      try connection.run("SELECT pg_advisory_unlock_all()")
    }

    private static func failure(
      of migration: PostgresSchema.Migration,
      on connection: PostgresConnection
    ) -> PostgresError? {
      do {
        try connection.run(migration.script)
        return nil
      } catch {
        return error
      }
    }

    /// How many steps the tables have gone through.
    private static func migrations(on connection: PostgresConnection) throws -> Int {
      let table = try connection.run("SELECT to_regclass('tilik.migration')").first?.first ?? nil
      if table == nil { return 0 }
      let row = try connection.run("SELECT coalesce(max(number), 0) FROM tilik.migration").first
      return row?.first?.flatMap(Int.init) ?? 0
    }

    // MARK: - Turns

    private static func naming<Value>(
      _ name: String,
      _ body: () throws -> Value
    ) throws(StoreError) -> Value {
      do {
        return try body()
      } catch let error as StoreError {
        throw error
      } catch let error as PostgresError {
        throw StoreError(error, at: name)
      } catch let fault as LedgerFault {
        throw .damagedEvent(filedAs: "", fault)
      } catch {
        throw .other(path: name, detail: "\(error)")
      }
    }

    private func read<Value: Sendable>(
      once: Bool = false,
      _ body: (PostgresConnection) throws -> Value
    ) throws(StoreError) -> Value {
      try Self.naming(name) { try session.inTurn { try $0.read(once: once, body) } }
    }

    private func write<Value: Sendable>(
      _ body: (PostgresTables) throws -> Value
    ) throws(StoreError) -> Value {
      try Self.naming(name) { try session.inTurn { try $0.write(body) } }
    }

    // MARK: - Writing

    /// Stores documents, each with its bytes and the events that its arrival causes, in one transaction.
    public func add(_ arrivals: [Arrival]) throws(StoreError) -> [DocumentID?] {
      try write { tables in try arrivals.map { try Self.add($0, to: tables) } }
    }

    private static func add(_ arrival: Arrival, to tables: PostgresTables) throws -> DocumentID? {
      let document = arrival.document.document
      if let known = try tables.knownDocument(withText: document.textHash) { return known }
      try tables.store(arrival.raw, as: document.rawHash)
      try tables.store(Array(document.text.utf8), as: document.textHash)
      try tables.insert(arrival.document)
      try append(arrival.events, to: tables)
      return nil
    }

    /// Adds events whose parents are still the latest events of their claims.
    public func append(_ events: [SignedEvent]) throws(StoreError) {
      try write { tables in try Self.append(events, to: tables) }
    }

    private static func append(_ events: [SignedEvent], to tables: PostgresTables) throws {
      let claims = Set(events.map(\.event.claim))
      var heads = try PostgresClaims.lockedHeads(of: claims, in: tables.connection)
      for signed in events {
        let event = signed.event
        guard event.parents == heads[event.claim] ?? [] else {
          let history = try tables.history(of: event.claim)
          let read = history.lastIndex { event.parents.contains($0.id) } ?? -1
          throw StoreError.movedOn(claim: event.claim, since: Array(history[(read + 1)...]))
        }
        try tables.insert(signed)
        heads[event.claim] = [event.id]
      }
      for claim in claims.sorted() {
        try tables.derive(ReviewedClaim(history: tables.history(of: claim)))
      }
    }

    /// Adds sources to the library, replacing those of the same name.
    public func add(_ sources: [LibrarySource]) throws(StoreError) {
      try write { tables in
        for entry in sources { try PostgresSources.replace(entry, in: tables) }
      }
    }

    /// Takes in what is new in a bundle, all of it or nothing.
    ///
    /// Its lines may come only once, from a pipe: a broken connection is not made good here, it is told.
    public func merge(
      _ lines: some Sequence<String>,
      keys: KeyRing
    ) throws(BundleError) -> MergeOutcome {
      let result: Result<MergeOutcome, BundleFault>
      do {
        result = try Self.naming(name) {
          do {
            return .success(
              try session.inTurn { session in
                try session.write(once: true) { try BundleIntake.run(lines, keys: keys, into: $0) }
              }
            )
          } catch let fault as BundleFault {
            return .failure(fault)
          }
        }
      } catch {
        throw .store(error)
      }
      do {
        return try result.get()
      } catch {
        throw .refused(error)
      }
    }

    // MARK: - Reading

    /// All events of a claim in the order of receipt; empty where there is no such claim.
    public func history(of claim: ClaimID) throws(StoreError) -> [Event] {
      try signedHistory(of: claim).map(\.event)
    }

    /// All events of a claim with their signatures, in the order of receipt.
    public func signedHistory(of claim: ClaimID) throws(StoreError) -> [SignedEvent] {
      try read { try PostgresEvents.history(of: claim, from: $0) }
    }

    /// Hands over the events of the ledger after its first `count`, in the order of receipt, as they are on file.
    public func eachEntry(
      after count: Int,
      _ body: (LedgerEntry) throws -> Void
    ) throws(StoreError) {
      try read(once: true) { connection in
        try connection.each("\(PostgresEvents.select) WHERE seq > \(count) ORDER BY seq") {
          try body(PostgresEvents.entry($0))
        }
      }
    }

    /// Hands over everything as the lines of a bundle.
    public func eachBundleLine(_ body: (String) throws -> Void) throws(StoreError) {
      try Self.naming(name) {
        try session.inTurn { try $0.readTables { try $0.export(to: body) } }
      }
    }

    /// The number of events and the hash of the last one received.
    public func head() throws(StoreError) -> LedgerHead {
      try read { connection in
        let row = try connection.query("SELECT seq, id FROM event ORDER BY seq DESC LIMIT 1").first
        return LedgerHead(
          count: row?[0].flatMap(Int.init) ?? 0,
          last: row?[1].flatMap(ContentHash.init(hex:))
        )
      }
    }

    /// Waits until the ledger has more than `count` events, at most so long: the server tells (LISTEN, NOTIFY).
    public func waitForEvents(after count: Int, seconds: Double) throws(StoreError) -> Bool {
      try Self.naming(name) { try session.inTurn { try $0.wait(after: count, seconds: seconds) } }
    }

    /// A document version, or nil.
    public func document(_ id: DocumentID) throws(StoreError) -> StoredDocument? {
      try read { try PostgresDocuments.fetch(id, from: $0) }
    }

    /// Stored bytes by their hash, or nil.
    public func bytes(_ hash: ContentHash) throws(StoreError) -> [UInt8]? {
      try read { try PostgresBlobs.fetch(hash, from: $0) }
    }

    /// Every document version without its text, in the order of arrival of the articles, versions in order.
    public func documents() throws(StoreError) -> [DocumentSummary] {
      try read { try PostgresDocuments.summaries(from: $0) }
    }

    /// The newest versions of articles that share the address, the headline or the place of origin of a document.
    public func latestVersions(
      url: String?,
      title: String?,
      origin: String?
    ) throws(StoreError) -> [DocumentSummary] {
      try read { try PostgresDocuments.latest(url: url, title: title, origin: origin, from: $0) }
    }

    /// The document versions with these names, without their text.
    public func documents(_ ids: Set<DocumentID>) throws(StoreError) -> [DocumentSummary] {
      try read { try PostgresDocuments.summaries(ids, from: $0) }
    }

    /// The document versions whose name begins with these digits.
    public func documents(
      withPrefix prefix: String,
      limit: Int
    ) throws(StoreError) -> [DocumentID] {
      try read { try $0.names(in: "document", withPrefix: prefix, limit: limit) }
        .map(DocumentID.init(rawValue:))
    }

    /// The claims that a query asks for, in its order.
    public func claims(_ query: ClaimQuery) throws(StoreError) -> [ClaimSummary] {
      try read { try PostgresClaims.fetch(query, from: $0) }
    }

    /// The claims whose name begins with these digits.
    public func claims(withPrefix prefix: String, limit: Int) throws(StoreError) -> [ClaimID] {
      try read { try $0.names(in: "claim", withPrefix: prefix, limit: limit) }
        .map(ClaimID.init(rawValue:))
    }

    /// Full-text search over claims, documents and sources, best first.
    public func search(_ words: String, limit: Int) throws(StoreError) -> [SearchHit] {
      try Self.naming(name) { try session.inTurn { try $0.search(words, limit: limit) } }
    }

    /// Every source of the library, by name.
    public func sources() throws(StoreError) -> [LibrarySource] {
      try read { try PostgresSources.all(from: $0) }
    }

    /// Compares what the store keeps for speed with what the ledger says; names what differs.
    public func checkDerived() throws(StoreError) -> [DerivedFault] {
      try read { try PostgresCheck(connection: $0).faults() }
    }
  }
#endif
