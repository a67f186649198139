import ClaimModel
import GRDB
import ReviewWorkflow

/// Rows in and out of their table by the places of the columns: a list of a million is read without looking up names.
extension ClaimRow: FetchableRecord {
  private static let columns = [
    "id", "document", "start", "kind", "quote", "speaker", "state", "rating", "owner", "priority",
    "urgency", "harm", "reach", "said", "due", "published", "openVerdict", "conflict", "flags",
    "checkworthiness", "heads",
  ]

  /// What ``init(row:)`` reads.
  static let select = "SELECT \(columns.joined(separator: ", ")) FROM claim"

  private static let upsert =
    "INSERT INTO claim (\(columns.joined(separator: ", ")))"
    + " VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))"
    + " ON CONFLICT (id) DO UPDATE SET "
    + columns.dropFirst().map { "\($0) = excluded.\($0)" }.joined(separator: ", ")

  init(row: Row) {
    id = row[0]
    document = row[1]
    start = row[2]
    kind = row[3]
    quote = row[4]
    speaker = row[5]
    state = row[6]
    rating = row[7]
    owner = row[8]
    priority = row[9]
    urgency = row[10]
    harm = row[11]
    reach = row[12]
    said = row[13]
    due = row[14]
    published = row[15]
    openVerdict = row[16]
    conflict = row[17]
    flags = row[18]
    checkworthiness = row[19]
    heads = row[20]
  }

  func upsert(in db: Database) throws {
    let values: [(any DatabaseValueConvertible)?] = [
      id, document, start, kind, quote, speaker, state, rating, owner, priority,
      urgency, harm, reach, said, due, published, openVerdict, conflict, flags,
      checkworthiness, heads,
    ]
    try db.cachedStatement(sql: Self.upsert).execute(arguments: StatementArguments(values))
  }

  /// Writes the row that follows from a claim's events, and gives its entry in the search index where that is another now.
  static func derive(_ reviewed: ReviewedClaim, in db: Database) throws -> SearchRow? {
    let row = ClaimRow(reviewed)
    let select = try db.cachedStatement(sql: "SELECT quote, speaker FROM claim WHERE id = ?")
    let before = try Row.fetchOne(select, arguments: [row.id]).map { known in
      (quote: known[0] as String, speaker: known[1] as String?)
    }
    try row.upsert(in: db)
    guard before?.quote != row.quote || before?.speaker != row.speaker else { return nil }
    return SearchRow(
      kind: .claim,
      ref: row.id,
      title: row.speaker ?? "",
      body: row.quote,
      isNew: before == nil
    )
  }

  /// What the table says and the events do not; both are gone through once, claim by claim.
  static func faults(in db: Database) throws -> [String] {
    var faults: [String] = []
    let listed = try ClaimRow.fetchCursor(db, sql: "\(select) ORDER BY id")
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, CAST (canonical AS BLOB), signature, claim FROM event ORDER BY claim, seq
        """
    )
    var entry = try listed.next()
    var row = try rows.next()
    while let claim = row?[3] as String? {
      var history: [Event] = []
      while let next = row, next[3] as String == claim {
        history.append(try EventRow.event(next))
        row = try rows.next()
      }
      while let stray = entry, stray.id < claim {
        faults.append("claim \(stray.id): listed, but without events")
        entry = try listed.next()
      }
      for stray in history where stray.claim.rawValue != claim {
        faults.append("event \(stray.id): it is filed under claim \(claim), not its own")
      }
      let derived = try? ReviewedClaim(history: history)
      if derived == nil || entry != derived.map(ClaimRow.init) {
        faults.append("claim \(claim): the list entry does not follow from its events")
      }
      if entry?.id == claim { entry = try listed.next() }
    }
    while let stray = entry {
      faults.append("claim \(stray.id): listed, but without events")
      entry = try listed.next()
    }
    return faults
  }
}
