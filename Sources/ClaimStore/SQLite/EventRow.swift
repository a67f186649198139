import ClaimModel
import GRDB
import ReviewWorkflow

/// Events in and out of their table.
enum EventRow {
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

  /// The event and signature of a row with its name, its text and its signature.
  static func signed(_ row: Row) throws -> SignedEvent {
    let signature: Signature?
    if let line: String = row[2] {
      guard let read = Signature(line: line) else {
        throw StoreError.damagedEvent(
          filedAs: row[0],
          .unreadableEvent(reason: "its signature cannot be read")
        )
      }
      signature = read
    } else {
      signature = nil
    }
    return SignedEvent(try event(row), signature: signature)
  }

  /// The event of a row with its name and its text.
  static func event(_ row: Row) throws -> Event {
    let filedAs: String = row[0]
    do {
      let event = try Event(canonical: row[1])
      guard event.id.hex == filedAs else { throw LedgerFault.wrongHash(event: event.id) }
      return event
    } catch let fault as LedgerFault {
      throw StoreError.damagedEvent(filedAs: filedAs, fault)
    }
  }
}
