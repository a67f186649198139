#if Postgres
  import GRDB

  /// Splits text into words, and cuts excerpts, as SQLite's full-text search does, because it is asked to.
  ///
  /// So the same words find the same things on either store.
  final class SearchWords: Sendable {
    private let database: DatabaseQueue

    /// An entry of the index.
    struct Entry {
      /// The words with their places, as PostgreSQL reads a tsvector.
      var places: String
      /// How many words there are.
      var count: Int
    }

    init() throws {
      database = try DatabaseQueue()
      try database.write { db in try db.execute(sql: SQLiteSchema.search) }
    }

    /// The words of a text, without accents and capitals.
    private func split(_ text: String, in db: Database) throws -> [String] {
      try db.makeTokenizer(.unicode61(diacritics: .remove)).tokenize(document: text).map(\.token)
    }

    /// The entry of a title and a body.
    ///
    /// A tsvector has 16,383 places, 255 of one word, and a size of 1 MB (PostgreSQL's manual, 12.11). Words beyond are
    /// still found, but count once in the ranking; where the size is reached, no new words are taken in.
    func entry(title: String, body: String) throws -> Entry {
      let (title, body) = try database.read { db in
        (try split(title, in: db), try split(body, in: db))
      }
      var places: [String: String] = [:]
      var size = 0
      // No phrase reaches from the title into the body.
      let words =
        title.enumerated().map { ($0.element, "\(min($0.offset + 1, 16_383))A") }
        + body.enumerated().map { ($0.element, "\(min(title.count + $0.offset + 3, 16_383))") }
      for (word, place) in words {
        if let known = places[word] {
          size += 2
          places[word] = known + "," + place
        } else if size + word.utf8.count < 1_000_000, word.utf8.count < 2_000 {
          // The word, a place, their count, and the gap before it.
          size += word.utf8.count + 5
          places[word] = place
        }
      }
      let entries = places.map { "'\($0.key.replacing("'", with: "''"))':\($0.value)" }
      return Entry(places: entries.joined(separator: " "), count: words.count)
    }

    /// The phrases that somebody asks for, each a row of words, of which the last may be a beginning.
    ///
    /// Throws ``StoreError/badSearch(_:)`` where there is no word in it.
    func phrases(in words: String) throws -> [[String]] {
      let phrases = try database.read { db in
        try db.makeTokenizer(.ascii()).tokenize(query: words)
          .map { try split($0.token, in: db) }
      }
      guard FTS5Pattern(matchingAllPrefixesIn: words) != nil else {
        throw StoreError.badSearch(words)
      }
      return phrases.filter { !$0.isEmpty }
    }

    /// The words around the match, with the match between U+E000 and U+E001, for each body.
    func excerpts(_ words: String, from entries: [(title: String, body: String)]) throws -> [String]
    {
      guard let pattern = FTS5Pattern(matchingAllPrefixesIn: words) else {
        throw StoreError.badSearch(words)
      }
      return try database.write { db in
        for (number, entry) in entries.enumerated() {
          try db.execute(
            sql: "INSERT INTO search (rowid, kind, ref, title, body) VALUES (?, '', '', ?, ?)",
            arguments: [number, entry.title, entry.body]
          )
        }
        let found = try Row.fetchAll(
          db,
          sql: "SELECT rowid, \(SearchRow.excerpt) FROM search WHERE search MATCH ?",
          arguments: [pattern]
        )
        try db.execute(sql: "DELETE FROM search")
        let excerpts = Dictionary(found.map { ($0[0] as Int, $0[1] as String) }) { $1 }
        return entries.indices.map { excerpts[$0] ?? "" }
      }
    }
  }
#endif
