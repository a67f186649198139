public import ClaimModel
import Foundation
import GRDB
public import ReviewWorkflow

/// A ledger in one SQLite file (WAL mode, FTS5).
public final class SQLiteStore: LedgerStore {
  let database: DatabaseQueue
  /// The file.
  public let path: String

  private init(_ database: DatabaseQueue, path: String) {
    self.database = database
    self.path = path
  }

  /// Makes a new store, or opens the one that is already there.
  public static func create(at path: String) throws(StoreError) -> SQLiteStore {
    try open(at: path, creating: true)
  }

  /// Opens a store.
  ///
  /// Throws ``StoreError`` where there is no file, the file is not a store of Tilik's, is damaged, or was written by a
  /// newer version.
  public static func open(at path: String) throws(StoreError) -> SQLiteStore {
    try open(at: path, creating: false)
  }

  private static func open(at path: String, creating: Bool) throws(StoreError) -> SQLiteStore {
    if !creating, !FileManager.default.fileExists(atPath: path) {
      throw StoreError.missing(path: path)
    }
    var configuration = Configuration()
    configuration.journalMode = .wal
    // Two reviewers at one file wait for each other rather than fail.
    configuration.busyMode = .timeout(10)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { db in
      // A commit is on the disk before the command says that it is done.
      try db.execute(sql: "PRAGMA synchronous = FULL")
    }
    return try StoreError.naming(path) {
      if FileManager.default.fileExists(atPath: path) { try refuseForeign(path) }
      let database = try DatabaseQueue(path: path, configuration: configuration)
      let state = try database.read { db in
        (
          application: try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
          tables: try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0,
          isNewer: try SQLiteSchema.migrator.hasBeenSuperseded(db)
        )
      }
      if state.tables > 0, state.application != SQLiteSchema.applicationID {
        throw StoreError.foreign(path: path)
      }
      if state.isNewer { throw StoreError.newer(path: path) }
      try SQLiteSchema.migrator.migrate(database)
      return SQLiteStore(database, path: path)
    }
  }

  /// Looks whose file it is before anything is written: choosing the journal's mode already changes a file.
  ///
  /// The first 100 bytes say it (SQLite's file format, section 1.3), unless they still wait in the log beside it.
  private static func refuseForeign(_ path: String) throws {
    guard !FileManager.default.fileExists(atPath: path + "-wal"),
      let header = try FileHandle(forReadingFrom: URL(filePath: path)).read(upToCount: 100),
      !header.isEmpty
    else { return }
    let application = header.dropFirst(68).prefix(4).reduce(0) { $0 << 8 | Int($1) }
    let isDatabase = header.starts(with: Data("SQLite format 3\0".utf8))
    if !isDatabase || application != SQLiteSchema.applicationID {
      throw StoreError.foreign(path: path)
    }
  }

  // MARK: - Writing

  /// Stores a document with its bytes and the events that its arrival causes, in one transaction.
  public func add(
    _ document: StoredDocument,
    raw: [UInt8],
    events: [SignedEvent]
  ) throws(StoreError) {
    try StoreError.naming(path) { [database] in
      try database.write { db in
        let known = try String.fetchOne(
          db,
          sql: "SELECT id FROM document WHERE textHash = ?",
          arguments: [document.document.textHash.hex]
        )
        if let known { throw StoreError.knownDocument(DocumentID(rawValue: known)) }
        try Self.store(Data(raw), as: document.document.rawHash, in: db)
        try Self.store(Data(document.document.text.utf8), as: document.document.textHash, in: db)
        try DocumentRow.insert(document, in: db)
        try Self.append(events, in: db)
      }
    }
  }

  /// Adds events whose parents are still the latest events of their claims.
  public func append(_ events: [SignedEvent]) throws(StoreError) {
    try StoreError.naming(path) { [database] in
      try database.write { db in try Self.append(events, in: db) }
    }
  }

  /// Adds sources to the library, replacing those of the same name.
  public func add(_ sources: [LibrarySource]) throws(StoreError) {
    try StoreError.naming(path) { [database] in
      try database.write { db in
        for entry in sources { try SourceRow.replace(entry, in: db) }
      }
    }
  }

  /// Takes in what is new in a bundle, all of it or nothing.
  public func merge(
    _ lines: some Sequence<String>,
    keys: KeyRing
  ) throws(BundleError) -> MergeOutcome {
    let result: Result<MergeOutcome, BundleFault>
    do {
      result = try StoreError.naming(path) { [database] in
        do {
          return .success(
            try database.write { db in
              try BundleIntake.run(lines, keys: keys, into: SQLiteTables(db: db))
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

  static func store(_ bytes: Data, as hash: ContentHash, in db: Database) throws {
    try db.execute(
      sql: "INSERT INTO blob (hash, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING",
      arguments: [hash.hex, bytes]
    )
  }

  private static func append(_ events: [SignedEvent], in db: Database) throws {
    var added: [ClaimID: [Event]] = [:]
    var heads: [ClaimID: [ContentHash]] = [:]
    for signed in events {
      let event = signed.event
      let current = try heads[event.claim] ?? ClaimRow.heads(of: event.claim, in: db)
      guard event.parents == current else {
        let history = try history(of: event.claim, in: db)
        let read = history.lastIndex { event.parents.contains($0.id) } ?? -1
        let since = Array(history[(read + 1)...])
        throw StoreError.movedOn(claim: event.claim, since: since)
      }
      try EventRow.insert(signed, in: db)
      heads[event.claim] = [event.id]
      added[event.claim, default: []].append(event)
    }
    for (claim, events) in added.sorted(by: { $0.key < $1.key }) {
      // A claim that begins here has no history on file besides these events.
      let history = events[0].parents.isEmpty ? events : try Self.history(of: claim, in: db)
      try ClaimRow.derive(ReviewedClaim(history: history), in: db)
    }
  }

  static func history(of claim: ClaimID, in db: Database) throws -> [Event] {
    let rows = try Row.fetchCursor(
      db,
      sql: "\(EventRow.select) WHERE claim = ? ORDER BY seq",
      arguments: [claim.rawValue]
    )
    var events: [Event] = []
    while let row = try rows.next() { events.append(try EventRow.event(row)) }
    return events
  }

  // MARK: - Reading

  /// All events of a claim in the order of receipt; empty where there is no such claim.
  public func history(of claim: ClaimID) throws(StoreError) -> [Event] {
    try StoreError.naming(path) { [database] in
      try database.read { db in try Self.history(of: claim, in: db) }
    }
  }

  /// Hands over the events of the ledger after its first `count`, in the order of receipt, as they are on file.
  public func eachEntry(
    after count: Int,
    _ body: (LedgerEntry) throws -> Void
  ) throws(StoreError) {
    try StoreError.naming(path) { [database] in
      try database.read { db in
        // Events are never deleted, and a write that fails gives its numbers back: `seq` counts them.
        let rows = try Row.fetchCursor(
          db,
          sql: "\(EventRow.select) WHERE seq > ? ORDER BY seq",
          arguments: [count]
        )
        while let row = try rows.next() { try body(EventRow.entry(row)) }
      }
    }
  }

  /// Waits until the ledger has more than `count` events, at most so long.
  ///
  /// `data_version` tells whether another connection has written, without reading the file's pages; it is asked for ten
  /// times a second.
  public func waitForEvents(after count: Int, seconds: Double) throws(StoreError) -> Bool {
    let end = ContinuousClock.now + .seconds(seconds)
    return try StoreError.naming(path) { [database] in
      var seen: Int?
      while true {
        let version = try database.read { db in try Int.fetchOne(db, sql: "PRAGMA data_version") }
        if version != seen {
          seen = version
          let last = try database.read { db in
            try Int.fetchOne(db, sql: "SELECT max(seq) FROM event")
          }
          if last ?? 0 > count { return true }
        }
        if ContinuousClock.now >= end { return false }
        Thread.sleep(forTimeInterval: 0.1)
      }
    }
  }

  /// All events of a claim with their signatures, in the order of receipt.
  public func signedHistory(of claim: ClaimID) throws(StoreError) -> [SignedEvent] {
    try StoreError.naming(path) { [database] in
      try database.read { db in
        let rows = try Row.fetchCursor(
          db,
          sql: "\(EventRow.select) WHERE claim = ? ORDER BY seq",
          arguments: [claim.rawValue]
        )
        var events: [SignedEvent] = []
        while let row = try rows.next() { events.append(try EventRow.signed(row)) }
        return events
      }
    }
  }

  /// Hands over everything as the lines of a bundle.
  public func eachBundleLine(_ body: (String) throws -> Void) throws(StoreError) {
    try StoreError.naming(path) { [database] in
      try database.read { db in try SQLiteTables(db: db).export(to: body) }
    }
  }

  /// The number of events and the hash of the last one received.
  public func head() throws(StoreError) -> LedgerHead {
    try StoreError.naming(path) { [database] in
      try database.read { db in
        let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM event") ?? 0
        let last = try String.fetchOne(db, sql: "SELECT id FROM event ORDER BY seq DESC LIMIT 1")
        return LedgerHead(count: count, last: last.flatMap { ContentHash(hex: $0) })
      }
    }
  }

  /// A document version, or nil.
  public func document(_ id: DocumentID) throws(StoreError) -> StoredDocument? {
    try StoreError.naming(path) { [database] in
      try database.read { db in try DocumentRow.fetch(id, in: db) }
    }
  }

  /// Stored bytes by their hash, or nil.
  public func bytes(_ hash: ContentHash) throws(StoreError) -> [UInt8]? {
    try StoreError.naming(path) { [database] in
      try database.read { db in
        try Data.fetchOne(db, sql: "SELECT bytes FROM blob WHERE hash = ?", arguments: [hash.hex])
          .map { [UInt8]($0) }
      }
    }
  }

  /// Every document version without its text, in the order of arrival of the articles, versions in order.
  public func documents() throws(StoreError) -> [DocumentSummary] {
    try StoreError.naming(path) { [database] in
      try database.read { db in try DocumentRow.summaries(in: db) }
    }
  }

  /// The newest versions of articles that share the address, the headline or the place of origin of a document.
  public func latestVersions(
    url: String?,
    title: String?,
    origin: String?
  ) throws(StoreError) -> [DocumentSummary] {
    try StoreError.naming(path) { [database] in
      try database.read { db in
        try DocumentRow.latest(url: url, title: title, origin: origin, in: db)
      }
    }
  }

  /// The document versions with these names, without their text.
  public func documents(_ ids: Set<DocumentID>) throws(StoreError) -> [DocumentSummary] {
    try StoreError.naming(path) { [database] in
      try database.read { db in try DocumentRow.summaries(ids, in: db) }
    }
  }

  /// The claims that a query asks for, in its order.
  public func claims(_ query: ClaimQuery) throws(StoreError) -> [ClaimSummary] {
    try StoreError.naming(path) { [database] in
      try database.read { db in try ClaimRow.fetch(query, in: db) }
    }
  }

  /// The claims whose name begins with these digits.
  public func claims(withPrefix prefix: String, limit: Int) throws(StoreError) -> [ClaimID] {
    try StoreError.naming(path) { [database] in
      try database.read { db in
        // Names are hexadecimal digits, so "g" comes after all that begin with the prefix.
        try String.fetchAll(
          db,
          sql: "SELECT id FROM claim WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
          arguments: [prefix, prefix + "g", limit]
        ).map(ClaimID.init(rawValue:))
      }
    }
  }

  /// Full-text search over claims, documents and sources, best first.
  public func search(_ words: String, limit: Int) throws(StoreError) -> [SearchHit] {
    try StoreError.naming(path) { [database] in
      try database.read { db in try SearchRow.search(words, limit: limit, in: db) }
    }
  }

  /// Every source of the library, by name.
  public func sources() throws(StoreError) -> [LibrarySource] {
    try StoreError.naming(path) { [database] in
      try database.read { db in try SourceRow.all(in: db) }
    }
  }

  /// Compares what the store keeps for speed with what the ledger says; names what differs.
  public func checkDerived() throws(StoreError) -> [String] {
    try StoreError.naming(path) { [database] in
      try database.read { db in
        let damage = try String.fetchAll(db, sql: "PRAGMA quick_check").filter { $0 != "ok" }
        return damage + (try ClaimRow.faults(in: db))
      }
    }
  }
}
