public import ClaimModel
import Foundation
import GRDB
public import ReviewWorkflow

/// What can be asked of a store; nothing here writes.
extension SQLiteStore {
  /// All events of a claim in the order of receipt; empty where there is no such claim.
  public func history(of claim: ClaimID) throws(StoreError) -> [Event] {
    try read { db in try Self.history(of: claim, in: db) }
  }

  /// Hands over the events of the ledger after its first `count`, in the order of receipt, as they are on file.
  public func eachEntry(
    after count: Int,
    _ body: (LedgerEntry) throws -> Void
  ) throws(StoreError) {
    try read { db in
      // Events are never deleted, and a write that fails gives its numbers back: `seq` counts them.
      let rows = try Row.fetchCursor(
        db,
        sql: "\(EventRow.select) WHERE seq > ? ORDER BY seq",
        arguments: [count]
      )
      while let row = try rows.next() { try body(EventRow.entry(row)) }
    }
  }

  /// Waits until the ledger has more than `count` events, at most so long.
  ///
  /// `data_version` tells whether another connection has written, without reading the file's pages; it is asked for ten
  /// times a second.
  public func waitForEvents(after count: Int, seconds: Double) throws(StoreError) -> Bool {
    let end = ContinuousClock.now + .seconds(seconds)
    return try StoreError.naming(path) {
      var seen: Int?
      while true {
        let version = try read { db in try Int.fetchOne(db, sql: "PRAGMA data_version") }
        if version != seen {
          seen = version
          let last = try read { db in try Int.fetchOne(db, sql: "SELECT max(seq) FROM event") }
          if last ?? 0 > count { return true }
        }
        if ContinuousClock.now >= end { return false }
        Thread.sleep(forTimeInterval: 0.1)
      }
    }
  }

  /// All events of a claim with their signatures, in the order of receipt.
  public func signedHistory(of claim: ClaimID) throws(StoreError) -> [SignedEvent] {
    try read { db in
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

  /// Hands over everything as the lines of a bundle.
  public func eachBundleLine(_ body: (String) throws -> Void) throws(StoreError) {
    try read { db in try SQLiteTables(db: db).export(to: body) }
  }

  /// The number of events and the hash of the last one received.
  public func head() throws(StoreError) -> LedgerHead {
    try read { db in
      let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM event") ?? 0
      let last = try String.fetchOne(db, sql: "SELECT id FROM event ORDER BY seq DESC LIMIT 1")
      return LedgerHead(count: count, last: last.flatMap { ContentHash(hex: $0) })
    }
  }

  /// A document version, or nil.
  public func document(_ id: DocumentID) throws(StoreError) -> StoredDocument? {
    try read { db in try DocumentRow.fetch(id, in: db) }
  }

  /// Stored bytes by their hash, or nil.
  public func bytes(_ hash: ContentHash) throws(StoreError) -> [UInt8]? {
    try read { db in
      try Data.fetchOne(db, sql: "SELECT bytes FROM blob WHERE hash = ?", arguments: [hash.hex])
        .map { [UInt8]($0) }
    }
  }

  /// Every document version without its text, in the order of arrival of the articles, versions in order.
  public func documents() throws(StoreError) -> [DocumentSummary] {
    try read { db in try DocumentRow.summaries(in: db) }
  }

  /// The newest versions of articles that share the address, the headline or the place of origin of a document.
  public func latestVersions(
    url: String?,
    title: String?,
    origin: String?
  ) throws(StoreError) -> [DocumentSummary] {
    try read { db in
      try DocumentRow.latest(url: url, title: title, origin: origin, in: db)
    }
  }

  /// The document versions with these names, without their text.
  public func documents(_ ids: Set<DocumentID>) throws(StoreError) -> [DocumentSummary] {
    try read { db in try DocumentRow.summaries(ids, in: db) }
  }

  /// The document versions whose name begins with these digits.
  public func documents(
    withPrefix prefix: String,
    limit: Int
  ) throws(StoreError) -> [DocumentID] {
    try read { db in
      try Self.names(in: "document", withPrefix: prefix, limit: limit, db)
        .map(DocumentID.init(rawValue:))
    }
  }

  /// The names of a table's rows that begin with these digits.
  private static func names(
    in table: String,
    withPrefix prefix: String,
    limit: Int,
    _ db: Database
  ) throws -> [String] {
    // Names are hexadecimal digits, so "g" comes after all that begin with the prefix.
    try String.fetchAll(
      db,
      sql: "SELECT id FROM \(table) WHERE id >= ? AND id < ? ORDER BY id LIMIT ?",
      arguments: [prefix, prefix + "g", limit]
    )
  }

  /// The claims that a query asks for, in its order.
  public func claims(_ query: ClaimQuery) throws(StoreError) -> [ClaimSummary] {
    try read { db in try ClaimRow.fetch(query, in: db) }
  }

  /// The claims whose name begins with these digits.
  public func claims(withPrefix prefix: String, limit: Int) throws(StoreError) -> [ClaimID] {
    try read { db in
      try Self.names(in: "claim", withPrefix: prefix, limit: limit, db)
        .map(ClaimID.init(rawValue:))
    }
  }

  /// Full-text search over claims, documents and sources, best first.
  public func search(_ words: String, limit: Int) throws(StoreError) -> [SearchHit] {
    try read { db in try SearchRow.search(words, limit: limit, in: db) }
  }

  /// Every source of the library, by name.
  public func sources() throws(StoreError) -> [LibrarySource] {
    try read { db in try SourceRow.all(in: db) }
  }
}
