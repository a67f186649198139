public import ClaimModel
import Foundation
import GRDB
public import ReviewWorkflow

/// A ledger in one SQLite file (WAL mode, FTS5).
public final class SQLiteStore: LedgerStore {
  let database: DatabaseQueue
  /// The file.
  public let path: String

  /// Where the file is read as one that does not change, what it was.
  let fixed: FixedFile?

  private init(_ database: DatabaseQueue, path: String, fixed: FixedFile?) {
    self.database = database
    self.path = path
    self.fixed = fixed
  }

  /// The file as SQLite is to open it.
  var address: String { fixed?.address ?? path }

  /// Lets the ledger be read as it is at one moment.
  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    try StoreError.naming(path) { try settled { try database.read(body) } }
  }

  /// Does what reads the file; where somebody wrote meanwhile, what came of it means nothing, be it an error.
  func settled<Value>(_ body: () throws -> Value) throws -> Value {
    let result = Result { try body() }
    try fixed?.check()
    return try result.get()
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
    let fixed = creating ? nil : FixedFile(path: path)
    var configuration = Configuration()
    configuration.readonly = fixed != nil
    if fixed == nil { configuration.journalMode = .wal }
    // Two reviewers at one file wait for each other rather than fail.
    configuration.busyMode = .timeout(10)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { db in
      // A page that one batch after the other writes goes from the log into the file once in 128 MB.
      try db.execute(sql: "PRAGMA wal_autocheckpoint = 32768")
      try db.execute(sql: roomy)
    }
    return try StoreError.naming(path) {
      if FileManager.default.fileExists(atPath: path) { try refuseForeign(path) }
      let database = try DatabaseQueue(
        path: fixed?.address ?? path,
        configuration: configuration
      )
      // A commit is on the disk before the command says that it is done. GRDB asks for less when it has prepared a database that
      // has a log, so this comes after it.
      try database.inDatabase { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
      let state = try database.read { db in
        (
          application: try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
          tables: try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0,
          isNewer: try SQLiteSchema.migrator.hasBeenSuperseded(db),
          isPresent: try SQLiteSchema.migrator.hasCompletedMigrations(db)
        )
      }
      if state.tables > 0, state.application != SQLiteSchema.applicationID {
        throw StoreError.foreign(path: path)
      }
      if state.isNewer { throw StoreError.newer(path: path) }
      if fixed == nil {
        try SQLiteSchema.migrator.migrate(database)
      } else if !state.isPresent {
        throw StoreError.olderFile(path: path)
      }
      return SQLiteStore(database, path: path, fixed: fixed)
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

  /// What a statement may have to take back is kept in memory, and pages in up to 64 MB of it, taken as they are needed.
  static let roomy = "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536"

  // MARK: - Writing

  /// Stores documents, each with its bytes and the events that its arrival causes, in one transaction.
  public func add(_ arrivals: [Arrival]) throws(StoreError) -> [DocumentID?] {
    try StoreError.naming(path) { [database] in
      try database.write { db in
        var entries: [SearchRow] = []
        let known = try arrivals.map { try Self.add($0, in: db, &entries) }
        try SearchRow.write(entries, in: db)
        return known
      }
    }
  }

  /// Writes a document unless its text is known, and hands on what is to be written into the search index; gives the
  /// document that has the text already.
  ///
  /// - Returns: That document's name, or nil.
  private static func add(
    _ arrival: Arrival,
    in db: Database,
    _ entries: inout [SearchRow]
  ) throws -> DocumentID? {
    let document = arrival.document.document
    let select = try db.cachedStatement(sql: "SELECT id FROM document WHERE textHash = ?")
    if let known = try String.fetchOne(select, arguments: [document.textHash.hex]) {
      return DocumentID(rawValue: known)
    }
    try store(Data(arrival.raw), as: document.rawHash, in: db)
    try store(Data(document.text.utf8), as: document.textHash, in: db)
    entries.append(try DocumentRow.insert(arrival.document, in: db))
    entries += try append(arrival.events, in: db)
    return nil
  }

  /// Adds events whose parents are still the latest events of their claims.
  public func append(_ events: [SignedEvent]) throws(StoreError) {
    try StoreError.naming(path) { [database] in
      try database.write { db in
        try SearchRow.write(Self.append(events, in: db), in: db)
      }
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
              let outcome = try BundleIntake.run(lines, keys: keys, into: SQLiteTables(db: db))
              try ClaimLetters.addMissing(in: db)
              return outcome
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
    let insert = try db.cachedStatement(
      sql: "INSERT INTO blob (hash, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING"
    )
    try insert.execute(arguments: [hash.hex, bytes])
  }

  /// Writes events and the rows that follow from them, and gives what is to be written into the search index.
  private static func append(_ events: [SignedEvent], in db: Database) throws -> [SearchRow] {
    var growing: [ClaimID: GrowingClaim] = [:]
    for signed in events {
      let event = signed.event
      let claim = try growing[event.claim] ?? GrowingClaim(event.claim, in: db)
      growing[event.claim] = claim
      guard event.parents == claim.heads else {
        let history = try history(of: event.claim, in: db)
        let read = history.lastIndex { event.parents.contains($0.id) } ?? -1
        let since = Array(history[(read + 1)...])
        throw StoreError.movedOn(claim: event.claim, since: since)
      }
      try EventRow.insert(signed, in: db)
      claim.heads = [event.id]
      claim.history.append(event)
    }
    return try growing.sorted { $0.key < $1.key }.compactMap { _, claim in
      try ClaimRow.write(ReviewedClaim(history: claim.history), over: claim.row, in: db)
    }
  }

  /// A claim while events are added to it: what was there is read once, and what is added is not read again.
  private final class GrowingClaim {
    /// What the list said before.
    let row: ClaimRow?
    var heads: [ContentHash]
    var history: [Event]

    init(_ id: ClaimID, in db: Database) throws {
      row = try ClaimRow.fetch(id, in: db)
      heads = row?.heads.split(separator: " ").compactMap { ContentHash(hex: $0) } ?? []
      history = row == nil ? [] : try SQLiteStore.history(of: id, in: db)
    }
  }

  static func history(of claim: ClaimID, in db: Database) throws -> [Event] {
    let select = try db.cachedStatement(sql: "\(EventRow.select) WHERE claim = ? ORDER BY seq")
    let rows = try Row.fetchCursor(select, arguments: [claim.rawValue])
    var events: [Event] = []
    while let row = try rows.next() { events.append(try EventRow.event(row)) }
    return events
  }
}
