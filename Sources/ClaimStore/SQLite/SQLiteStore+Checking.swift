import ClaimModel
import Dispatch
import Foundation
import GRDB
public import ReviewWorkflow

/// What a store says of itself.
extension SQLiteStore {
  /// Goes through the whole ledger on all cores and says what is in it; nil where something may be wrong.
  public func survey(
    keys: KeyRing,
    checkpoints: [Checkpoint]
  ) throws(StoreError) -> LedgerSurvey? {
    try StoreError.naming(path) {
      do {
        return try survey(keys, checkpoints)
      } catch is DatabaseError {
        // A damaged file is told of where its first bad event is looked for.
        return nil
      }
    }
  }

  private func survey(_ keys: KeyRing, _ checkpoints: [Checkpoint]) throws -> LedgerSurvey? {
    let cores = max(1, min(4, ProcessInfo.processInfo.activeProcessorCount))
    let readers = try (0..<cores).map { _ in
      try DatabaseQueue(path: address, configuration: Self.reading)
    }
    // What each reader sees from its first look on.
    let views = try readers.map { reader in
      try reader.writeWithoutTransaction { db in
        try db.beginTransaction(.deferred)
        return try View(db)
      }
    }
    defer { for reader in readers { try? reader.writeWithoutTransaction { try $0.rollback() } } }
    // Somebody may have written between two first looks.
    guard let view = views.first, views.allSatisfy({ $0 == view }) else { return nil }
    let survey = SQLiteSurvey(
      keys: keys,
      checkpoints: checkpoints,
      events: view.events,
      rows: view.rows
    )
    func run() {
      DispatchQueue.concurrentPerform(iterations: readers.count) { index in
        readers[index].writeWithoutTransaction { db in survey.work(in: db) }
      }
    }
    run()
    survey.turnToHistories()
    run()
    try fixed?.check()
    return survey.outcome()
  }

  /// What a reader sees of the ledger: every write adds an event or leaves the list as it is.
  private struct View: Equatable {
    var events: Int
    var rows: ClosedRange<Int>?

    init(_ db: Database) throws {
      events = try Int.fetchOne(db, sql: "SELECT max(seq) FROM event") ?? 0
      let row = try Row.fetchOne(db, sql: "SELECT min(rowid), max(rowid) FROM claim")
      rows = row.flatMap { row in
        guard let first = row[0] as Int?, let last = row[1] as Int? else { return nil }
        return first...last
      }
    }
  }

  /// How the ledger is read beside those who write into it.
  private static var reading: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.allowsUnsafeTransactions = true
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { db in try db.execute(sql: Self.roomy) }
    return configuration
  }

  /// Compares what the store keeps for speed with what the ledger says; names what differs.
  ///
  /// It reads through a connection of its own, so that the ledger can be read meanwhile.
  public func checkDerived() throws(StoreError) -> [DerivedFault] {
    try StoreError.naming(path) { [address, fixed] in
      let faults = try DatabaseQueue(path: address, configuration: Self.reading).read { db in
        try Self.damage(in: db) + ClaimRow.faults(in: db)
      }
      try fixed?.check()
      return faults
    }
  }

  /// What is wrong with the file itself, and with what documents say of themselves.
  static func damage(in db: Database) throws -> [DerivedFault] {
    let damage = try String.fetchAll(db, sql: "PRAGMA quick_check").filter { $0 != "ok" }
    let unreadable = try String.fetchAll(
      db,
      sql: """
        SELECT id FROM document
        WHERE CASE WHEN json_valid(details) THEN
          json_type(details, '$.blocks') IS NOT 'array' OR json_type(details, '$.authors') IS NOT 'array'
          OR json_type(details, '$.notes') IS NOT 'array'
          OR json_type(details, '$.extraction') IS NOT 'object' ELSE true END
        ORDER BY rowid
        """
    )
    return damage.map { .damagedFile($0) }
      + unreadable.map { .unreadableDocument(DocumentID(rawValue: $0)) }
  }
}
