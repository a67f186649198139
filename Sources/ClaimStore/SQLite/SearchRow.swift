import GRDB

/// An entry of the full-text index.
///
/// When articles and events are stored, entries are written after all else: once the index has been touched, SQLite has it
/// write down what it holds before each further statement that it may have to take back. A bundle's entries are written
/// as they come.
struct SearchRow {
  var kind: SearchHit.Kind
  var ref: String
  var title: String
  var body: String
  /// Whether nothing was known by this name before.
  var isNew: Bool
  /// What the index of a claim's letters has so far.
  var letters: ClaimLetters.Words?

  /// Writes entries, and the letters of those that are claims.
  static func write(_ rows: [SearchRow], in db: Database) throws {
    for row in rows { try row.write(in: db) }
    try ClaimLetters.add(rows.filter { $0.kind == .claim }.map(\.ref), in: db)
  }

  /// Writes an entry; the letters of a claim that is new or has other words now are then missing.
  func write(in db: Database) throws {
    if !isNew {
      try db.execute(
        sql: "DELETE FROM search WHERE kind = ? AND ref = ?",
        arguments: [kind.rawValue, ref]
      )
    }
    try db.cachedStatement(sql: "INSERT INTO search (kind, ref, title, body) VALUES (?, ?, ?, ?)")
      .execute(arguments: [kind.rawValue, ref, title, body])
    if let letters { try ClaimLetters.remove(ref, letters, in: db) }
  }

  /// The words around a match, with the match between U+E000 and U+E001.
  static let excerpt = "snippet(search, 3, char(0xE000), char(0xE001), '…', 24)"

  /// Of entries that have the words so many are ranked, the latest ones.
  ///
  /// A word that more have tells them apart by little but their length; ranking them takes some microseconds each.
  static let mostRanked = 50_000

  /// Finds entries that have all the words; the last word may be a beginning.
  ///
  /// - Returns: At most `limit` of the latest `most` that have them, claims and sources before documents, the best first.
  static func search(
    _ words: String,
    limit: Int,
    ranking most: Int = mostRanked,
    in db: Database
  ) throws -> [SearchHit] {
    guard let pattern = FTS5Pattern(matchingAllPrefixesIn: words) else {
      throw StoreError.badSearch(words)
    }
    let best = try Row.fetchAll(
      db,
      sql: """
        WITH latest AS MATERIALIZED (
          SELECT rowid AS entry, bm25(search, 0, 0, 4, 1) AS rank FROM search WHERE search MATCH ?
          ORDER BY rowid DESC LIMIT ?
        )
        SELECT entry, c0 AS kind, c1 AS ref, c2 AS title
        FROM latest JOIN search_content ON id = entry
        ORDER BY c0 = 'document', rank, c1
        LIMIT ?
        """,
      arguments: [pattern, most, limit]
    )
    let excerpts = try excerpts(of: best.map { $0["entry"] }, pattern, in: db)
    return best.compactMap { row in
      guard let kind = SearchHit.Kind(rawValue: row["kind"]) else { return nil }
      return SearchHit(
        kind: kind,
        id: row["ref"],
        title: row["title"],
        excerpt: excerpts[row["entry"]] ?? ""
      )
    }
  }

  /// The excerpts of some entries that have the words.
  ///
  /// Only the few that are shown are cut, in one pass from the oldest of them on.
  private static func excerpts(
    of entries: [Int64],
    _ pattern: FTS5Pattern,
    in db: Database
  ) throws -> [Int64: String] {
    guard let oldest = entries.min() else { return [:] }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT rowid, \(excerpt) AS excerpt FROM search
        WHERE search MATCH ? AND rowid >= ?
          AND +rowid IN (\(entries.map(String.init).joined(separator: ",")))
        """,
      arguments: [pattern, oldest]
    )
    return Dictionary(rows.map { ($0["rowid"], $0["excerpt"]) }) { $1 }
  }
}
