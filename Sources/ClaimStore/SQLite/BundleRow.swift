import ClaimModel
import Foundation
import GRDB
import ReviewWorkflow

/// A ledger on its way out of the tables and into those of another desk.
enum BundleRow {
  /// Hands over everything as the lines of a bundle, each record before those that refer to it.
  static func export(
    from db: Database,
    to body: (_ line: String) throws -> Void
  ) throws {
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
      try body(BundleRecord.blob(hash, [UInt8](bytes)).line())
    }
    let documents = try String.fetchAll(db, sql: "SELECT id FROM document ORDER BY rowid")
    for id in documents {
      guard let stored = try DocumentRow.fetch(DocumentID(rawValue: id), in: db) else { continue }
      try body(BundleRecord.document(stored).line())
    }
    let events = try Row.fetchCursor(db, sql: "\(EventRow.select) ORDER BY seq")
    while let row = try events.next() {
      try body(EventRow.signed(row).line)
    }
  }

  /// Takes in what is new.
  ///
  /// Throws ``BundleFault`` for the first line that is not in order; the transaction around it then has to be rolled back.
  static func merge(
    _ lines: some Sequence<String>,
    keys: KeyRing,
    into db: Database
  ) throws -> MergeOutcome {
    var incoming = Incoming(db: db, merge: LedgerMerge(keys: keys))
    for (index, line) in lines.enumerated() where !line.isEmpty {
      do {
        try incoming.take(BundleRecord(line: line))
      } catch let reason as BundleFault.Reason {
        throw BundleFault(line: index + 1, reason: reason)
      } catch let fault as MergeFault {
        throw BundleFault(line: index + 1, reason: .event(fault))
      }
    }
    do {
      return try incoming.conclude()
    } catch let fault as MergeFault {
      throw BundleFault(line: nil, reason: .event(fault))
    }
  }
}

/// A merge while its lines come in.
private struct Incoming {
  let db: Database
  var merge: LedgerMerge
  var addedDocuments = 0
  var knownDocuments = 0
  /// The document that was looked into last: claims come in the order of their documents.
  private var latest: (id: DocumentID, text: String)?

  init(db: Database, merge: LedgerMerge) {
    self.db = db
    self.merge = merge
  }

  mutating func take(_ record: BundleRecord) throws {
    switch record {
    case .blob(let hash, let bytes): try SQLiteStore.store(Data(bytes), as: hash, in: db)
    case .document(let stored): try take(stored)
    case .event(let signed): try take(signed)
    }
  }

  private mutating func take(_ stored: StoredDocument) throws {
    let document = stored.document
    let isKnown = try Bool.fetchOne(
      db,
      sql: "SELECT EXISTS (SELECT 1 FROM document WHERE textHash = ?)",
      arguments: [document.textHash.hex]
    )
    if isKnown == true {
      knownDocuments += 1
      return
    }
    let hasBytes = try Bool.fetchOne(
      db,
      sql: "SELECT EXISTS (SELECT 1 FROM blob WHERE hash = ?)",
      arguments: [document.rawHash.hex]
    )
    guard hasBytes == true else {
      throw BundleFault.Reason.missingBytes(document.rawHash, document: stored.id)
    }
    try SQLiteStore.store(Data(document.text.utf8), as: document.textHash, in: db)
    var stored = stored
    // Each desk counts the versions that it knows; where both have gone on from one article, theirs come after ours.
    let versions = try Int.fetchAll(
      db,
      sql: "SELECT version FROM document WHERE article = ? ORDER BY version",
      arguments: [stored.article.rawValue]
    )
    if versions.contains(stored.version), let last = versions.last { stored.version = last + 1 }
    try DocumentRow.insert(stored, in: db)
    addedDocuments += 1
  }

  private mutating func take(_ signed: SignedEvent) throws {
    let db = db
    let isNew = try merge.admit(signed) { id in
      try String.fetchOne(db, sql: "SELECT claim FROM event WHERE id = ?", arguments: [id.hex])
        .map(ClaimID.init(rawValue:))
    }
    guard isNew else { return }
    switch signed.event.content {
    case .captured(let claim), .reanchored(let claim): try find(claim, for: signed.event)
    case .orphaned(let document): _ = try text(of: document, for: signed.event)
    default: break
    }
    try EventRow.insert(signed, in: db)
  }

  /// Looks for a claim's words where the event says that they stand.
  private mutating func find(_ claim: Claim, for event: Event) throws {
    let text = try text(of: claim.document, for: event)
    guard !claim.content.isEmpty,
      claim.content.map({ text.slice($0).map(String.init) }) == claim.quote,
      (claim.cue + claim.mention).allSatisfy({ text.slice($0) != nil })
    else {
      throw BundleFault.Reason.wordsNotFound(event: event.id, document: claim.document)
    }
  }

  private mutating func text(of document: DocumentID, for event: Event) throws -> String {
    if let latest, latest.id == document { return latest.text }
    guard let stored = try DocumentRow.fetch(document, in: db) else {
      throw BundleFault.Reason.missingDocument(document, event: event.id)
    }
    latest = (document, stored.document.text)
    return stored.document.text
  }

  mutating func conclude() throws -> MergeOutcome {
    for claim in merge.claims {
      let reviewed = try merge.conclude(claim, history: SQLiteStore.history(of: claim, in: db))
      try ClaimRow.derive(reviewed, in: db)
    }
    var outcome = merge.outcome
    outcome.addedDocuments = addedDocuments
    outcome.knownDocuments = knownDocuments
    return outcome
  }
}
