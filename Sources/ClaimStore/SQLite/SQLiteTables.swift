import ClaimModel
import Foundation
import GRDB
import ReviewWorkflow

/// The tables of a SQLite store, for bundles.
struct SQLiteTables: LedgerTables {
  let db: Database

  func eachBlob(_ body: (ContentHash, [UInt8]) throws -> Void) throws {
    let blobs = try Row.fetchCursor(
      db,
      sql: """
        SELECT hash, bytes FROM blob
        WHERE hash NOT IN (SELECT textHash FROM document) OR hash IN (SELECT rawHash FROM document)
        ORDER BY rowid
        """
    )
    while let row = try blobs.next() {
      let name: String = row[0]
      let bytes: Data = row[1]
      guard let hash = ContentHash(hex: name) else {
        throw StoreError.corrupt(path: "", detail: "stored bytes: “\(name)” is not a hash")
      }
      try body(hash, [UInt8](bytes))
    }
  }

  func documentNames() throws -> [DocumentID] {
    try String.fetchAll(db, sql: "SELECT id FROM document ORDER BY rowid")
      .map(DocumentID.init(rawValue:))
  }

  func eachSignedEvent(_ body: (SignedEvent) throws -> Void) throws {
    let events = try Row.fetchCursor(db, sql: "\(EventRow.select) ORDER BY seq")
    while let row = try events.next() { try body(EventRow.signed(row)) }
  }

  func document(_ id: DocumentID) throws -> StoredDocument? { try DocumentRow.fetch(id, in: db) }

  func hasDocument(withText hash: ContentHash) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: "SELECT EXISTS (SELECT 1 FROM document WHERE textHash = ?)",
      arguments: [hash.hex]
    ) == true
  }

  func hasBytes(_ hash: ContentHash) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: "SELECT EXISTS (SELECT 1 FROM blob WHERE hash = ?)",
      arguments: [hash.hex]
    ) == true
  }

  func versions(of article: DocumentID) throws -> [Int] {
    try Int.fetchAll(
      db,
      sql: "SELECT version FROM document WHERE article = ? ORDER BY version",
      arguments: [article.rawValue]
    )
  }

  func claim(of event: ContentHash) throws -> ClaimID? {
    try String.fetchOne(db, sql: "SELECT claim FROM event WHERE id = ?", arguments: [event.hex])
      .map(ClaimID.init(rawValue:))
  }

  func history(of claim: ClaimID) throws -> [Event] { try SQLiteStore.history(of: claim, in: db) }

  func store(_ bytes: [UInt8], as hash: ContentHash) throws {
    try SQLiteStore.store(Data(bytes), as: hash, in: db)
  }

  func insert(_ document: StoredDocument) throws {
    try DocumentRow.insert(document, in: db).write(in: db)
  }

  func insert(_ event: SignedEvent) throws { try EventRow.insert(event, in: db) }

  func derive(_ claim: ReviewedClaim) throws {
    let before = try ClaimRow.fetch(claim.claim.id, in: db)
    try ClaimRow.write(claim, over: before, in: db)?.write(in: db)
  }
}
