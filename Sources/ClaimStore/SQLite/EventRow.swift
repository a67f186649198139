import ClaimModel
import Foundation
import GRDB
import ReviewWorkflow

/// Events in and out of their table.
enum EventRow {
  /// What the functions below read: the name, the bytes of the text, the signature.
  static let select = "SELECT id, CAST (canonical AS BLOB), signature FROM event"

  static func insert(_ signed: SignedEvent, in db: Database) throws {
    let insert = try db.cachedStatement(
      sql: "INSERT INTO event (id, claim, canonical, signature) VALUES (?, ?, ?, ?)"
    )
    let event = signed.event
    try insert.execute(
      arguments: [
        event.id.hex, event.claim.rawValue, event.canonical, signed.signature?.description,
      ]
    )
  }

  /// An event as it is on file; all that is checked is that its text is one.
  ///
  /// SQLite hands out text that is not UTF-8 as it is, Swift would quietly repair it, and C ends it at a zero: a damaged
  /// event could pass for the one that was stored. So the bytes are read and checked.
  static func entry(_ row: Row) throws -> LedgerEntry {
    let stored = try row.withUnsafeData(atIndex: 1) { data in
      data.flatMap { String(validating: $0, as: UTF8.self) }
    }
    guard let text = stored else {
      throw StoreError.damagedEvent(
        filedAs: row[0],
        .unreadableEvent(.notUTF8)
      )
    }
    return LedgerEntry(filedAs: row[0], canonical: text, signature: row[2])
  }

  /// The event of a row.
  static func event(_ row: Row) throws -> Event { try entry(row).event() }

  /// The event and signature of a row.
  static func signed(_ row: Row) throws -> SignedEvent { try SignedEvent(entry(row)) }
}
