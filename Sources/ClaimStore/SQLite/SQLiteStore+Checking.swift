import ClaimModel
import Dispatch
import Foundation
import GRDB
public import ReviewWorkflow

/// What a store says of itself.
extension SQLiteStore {
  /// Goes through the whole ledger on up to four cores and says what is in it; nil where something may be wrong.
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
    guard let first = views.first, let view = first, views.allSatisfy({ $0 == view }),
      let isOriginal = try readers.first?.writeWithoutTransaction(SQLiteSchema.isOriginal),
      isOriginal
    else { return nil }
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

    /// Nil where rows are not numbered one after the other: then the numbers cannot be relied on.
    init?(_ db: Database) throws {
      guard let events = try Self.numbers("seq", of: "event", db),
        let rows = try Self.numbers("rowid", of: "claim", db),
        events.isEmpty || events.lowerBound == 1
      else { return nil }
      self.events = events.count
      self.rows = rows.isEmpty ? nil : ClosedRange(rows)
    }

    /// The numbers of a table's rows; nil where some are left out.
    private static func numbers(
      _ column: String,
      of table: String,
      _ db: Database
    ) throws -> Range<Int>? {
      let select = "SELECT min(\(column)), max(\(column)), count(*) FROM \(table)"
      guard let row = try Row.fetchOne(db, sql: select) else { return nil }
      guard let first = row[0] as Int?, let last = row[1] as Int? else { return 0..<0 }
      let (steps, isTooFar) = last.subtractingReportingOverflow(first)
      guard !isTooFar, last < Int.max, steps == (row[2] as Int) - 1 else { return nil }
      return first..<(last + 1)
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
    try StoreError.naming(path) {
      try settled {
        try DatabaseQueue(path: address, configuration: Self.reading).read { db in
          try Self.damage(in: db) + ClaimRow.faults(in: db)
        }
      }
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
    let uncounted = try String.fetchAll(db, sql: "SELECT id FROM event WHERE seq < 1 ORDER BY seq")
    let isSearchable = try Bool.fetchOne(
      db,
      sql: """
        SELECT (SELECT count(*) FROM claimLetters_docsize) = (SELECT count(*) FROM claim)
          AND (SELECT count(*) FROM search_docsize) = (SELECT count(*) FROM claim)
            + (SELECT count(*) FROM document) + (SELECT count(*) FROM source)
        """
    )
    return damage.map { .damagedFile($0) } + uncounted.map { .uncountedEvent($0) }
      + (isSearchable == true ? [] : [.otherSearchEntries])
      + unreadable.map { .unreadableDocument(DocumentID(rawValue: $0)) }
  }
}
