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

  /// Finds entries that have all the words; the last word may be a beginning.
  static func search(_ words: String, limit: Int, in db: Database) throws -> [SearchHit] {
    guard let pattern = FTS5Pattern(matchingAllPrefixesIn: words) else {
      throw StoreError.badSearch(words)
    }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT kind, ref, title, \(excerpt) AS excerpt
        FROM search WHERE search MATCH ?
        ORDER BY kind = 'document', bm25(search, 0, 0, 4, 1), ref
        LIMIT ?
        """,
      arguments: [pattern, limit]
    )
    return rows.compactMap { row in
      guard let kind = SearchHit.Kind(rawValue: row["kind"]) else { return nil }
      return SearchHit(kind: kind, id: row["ref"], title: row["title"], excerpt: row["excerpt"])
    }
  }
}
