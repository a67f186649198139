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

  /// How many columns ``select`` has.
  static var width: Int32 { Int32(columns.count) }

  /// What ``init(row:)`` reads.
  static let select = "SELECT \(columns.joined(separator: ", ")) FROM claim"

  private static let insert =
    "INSERT INTO claim (\(columns.joined(separator: ", ")))"
    + " VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))"

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

  /// The row's values in the order of the columns.
  private var values: [DatabaseValue] {
    let values: [(any DatabaseValueConvertible)?] = [
      id, document, start, kind, quote, speaker, state, rating, owner, priority,
      urgency, harm, reach, said, due, published, openVerdict, conflict, flags,
      checkworthiness, heads,
    ]
    return values.map { $0?.databaseValue ?? .null }
  }

  static func fetch(_ id: ClaimID, in db: Database) throws -> ClaimRow? {
    let select = try db.cachedStatement(sql: "\(select) WHERE id = ?")
    return try ClaimRow.fetchOne(select, arguments: [id.rawValue])
  }

  /// Writes the row, of one that is there only what is another now: every index on a column that is written has to be
  /// written, too.
  func write(over before: ClaimRow?, in db: Database) throws {
    guard let before else {
      return try db.cachedStatement(sql: Self.insert).execute(arguments: StatementArguments(values))
    }
    let changes = zip(Self.columns, zip(before.values, values)).filter { !$1.0.isSame($1.1) }
    guard !changes.isEmpty else { return }
    let names = changes.map { "\($0.0) = ?" }.joined(separator: ", ")
    let new = changes.map { $0.1.1 } + [id.databaseValue]
    try db.cachedStatement(sql: "UPDATE claim SET \(names) WHERE id = ?")
      .execute(arguments: StatementArguments(new))
  }

  /// Writes the row that follows from a claim's events, and gives its entry in the search index where that is another now.
  static func write(
    _ reviewed: ReviewedClaim,
    over before: ClaimRow?,
    in db: Database
  ) throws -> SearchRow? {
    let row = ClaimRow(reviewed)
    try row.write(over: before, in: db)
    guard !row.isSearched(by: before?.quote, before?.speaker) else { return nil }
    return SearchRow(
      kind: .claim,
      ref: row.id,
      title: row.speaker ?? "",
      body: row.quote,
      isNew: before == nil,
      letters: before.map { ClaimLetters.Words(quote: $0.quote, speaker: $0.speaker) }
    )
  }

  /// Whether two rows have the same values, byte for byte.
  static func == (left: ClaimRow, right: ClaimRow) -> Bool {
    zip(left.values, right.values).allSatisfy { $0.isSame($1) }
  }

  /// What the table says and the events do not; both are gone through once, claim by claim.
  static func faults(in db: Database) throws -> [DerivedFault] {
    var faults: [DerivedFault] = []
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
        faults.append(.withoutEvents(ClaimID(rawValue: stray.id)))
        entry = try listed.next()
      }
      for stray in history where stray.claim.rawValue != claim {
        faults.append(.misfiledEvent(stray.id, under: ClaimID(rawValue: claim)))
      }
      let derived = try? ReviewedClaim(history: history)
      if derived == nil || entry != derived.map(ClaimRow.init) {
        faults.append(.otherEntry(ClaimID(rawValue: claim)))
      }
      if entry?.id == claim { entry = try listed.next() }
    }
    while let stray = entry {
      faults.append(.withoutEvents(ClaimID(rawValue: stray.id)))
      entry = try listed.next()
    }
    return faults
  }
}

extension DatabaseValue {
  /// Whether another value is the same byte for byte: to Swift, texts that only look the same are equal.
  fileprivate func isSame(_ other: DatabaseValue) -> Bool {
    guard case .string(let text) = storage, case .string(let another) = other.storage else {
      return self == other
    }
    return text.utf8.elementsEqual(another.utf8)
  }
}
