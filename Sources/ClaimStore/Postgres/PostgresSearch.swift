#if Postgres
  import ClaimModel
  import Foundation

  /// Full-text search with the ranking of SQLite's FTS5, so that both stores show the same page.
  ///
  /// PostgreSQL finds; its own ranks know nothing of how rare a word is. So the rank is Okapi BM25 as FTS5 computes it
  /// (sqlite.org/fts5.html#the_bm25_function: k1 = 1.2, b = 0.75, a word of the title counts four times), in the same order
  /// of operations, over the same words.
  struct PostgresSearch {
    let connection: PostgresConnection
    let words: SearchWords

    func find(_ asked: String, limit: Int) throws -> [SearchHit] {
      let phrases = try words.phrases(in: asked)
      guard !phrases.isEmpty else { return [] }
      let (entries, average) = try size()
      var values: [PostgresConnection.Value] = []
      func mark(_ text: String) -> String {
        values.append(.text(text))
        return "$\(values.count)"
      }
      let all = mark(phrases.map { "(\(Self.query($0)))" }.joined(separator: " & "))
      var rank = "0.0"
      var counts = ""
      for (number, phrase) in phrases.enumerated() {
        let rarity = try rarity(of: phrase, among: entries)
        let last = mark(phrase[phrase.count - 1])
        let count =
          phrase.count == 1
          ? Self.count(last) : Self.count(last, behind: mark(Self.array(phrase.dropLast())))
        let occurrences = "phrase\(number).count"
        counts += ", LATERAL (\(count)) AS phrase\(number) (count)"
        rank += """
           + \(rarity)::float8 * ((\(occurrences) * 2.2::float8)
          / (\(occurrences) + 1.2::float8 * (0.25::float8 + 0.75::float8 * words / \(average)::float8)))
          """
      }
      let rows = try connection.query(
        """
        SELECT kind, ref FROM (
          SELECT kind, ref, -1.0::float8 * (\(rank)) AS rank FROM search\(counts)
          WHERE places @@ \(all)::text::tsquery
        ) AS found
        ORDER BY kind = 'document', rank, ref LIMIT \(limit)
        """,
        values
      )
      return try page(rows, asked)
    }

    /// How many entries there are, and how many words one has on average.
    private func size() throws -> (entries: Double, average: Double) {
      let row = try connection.query("SELECT entries, words FROM ledger").first
      let numbers = (row ?? []).compactMap { $0.flatMap(Double.init) }
      guard numbers.count == 2, numbers[0] > 0 else { return (0, 1) }
      return (numbers[0], numbers[1] / numbers[0])
    }

    private func rarity(of phrase: [String], among entries: Double) throws -> Double {
      let found = try connection.query(
        "SELECT count(*) FROM search WHERE places @@ $1::text::tsquery",
        [.text(Self.query(phrase))]
      )
      let hits = found.first?[0].flatMap(Double.init) ?? 0
      let rarity = log((entries - hits + 0.5) / (hits + 0.5))
      return rarity <= 0 ? 1e-6 : rarity
    }

    /// How often a word, which may be a beginning, stands in an entry; in the title it counts four times.
    ///
    /// It stands in the query itself: as a function it took six times as long.
    private static func count(_ word: String) -> String {
      """
      SELECT coalesce(sum(CASE weight WHEN 'A' THEN 4 ELSE 1 END), 0)::float8
      FROM unnest(places) AS entry (lexeme, positions, weights), unnest(weights) AS weight
      WHERE starts_with(lexeme, \(word))
      """
    }

    /// How often a phrase stands in an entry: its last word, which may be a beginning, behind the words `before`.
    private static func count(_ last: String, behind before: String) -> String {
      """
      WITH place AS MATERIALIZED (
        SELECT lexeme, position, weight
        FROM unnest(places) AS entry (lexeme, positions, weights),
          unnest(positions, weights) AS place (position, weight)
        WHERE lexeme = ANY (\(before)::text[]) OR starts_with(lexeme, \(last))
      )
      SELECT coalesce(sum(CASE weight WHEN 'A' THEN 4 ELSE 1 END), 0)::float8
      FROM place AS last
      WHERE starts_with(lexeme, \(last)) AND NOT EXISTS (
        SELECT FROM unnest(\(before)::text[]) WITH ORDINALITY AS earlier (lexeme, number)
        WHERE NOT EXISTS (
          SELECT FROM place
          WHERE place.lexeme = earlier.lexeme
            AND place.position = last.position - (cardinality(\(before)::text[]) + 1 - earlier.number)
        )
      )
      """
    }

    /// A phrase as PostgreSQL reads a query: its words one after the other, the last one perhaps a beginning.
    private static func query(_ phrase: [String]) -> String {
      phrase.map { "'\($0.replacing("'", with: "''"))'" }.joined(separator: " <-> ") + ":*"
    }

    private static func array(_ words: some Sequence<String>) -> String {
      // Words are letters and digits: nothing in them means anything to PostgreSQL.
      "{\(words.map { "\"\($0)\"" }.joined(separator: ","))}"
    }

    /// Fetches what a results page shows of each hit.
    private func page(_ rows: [PostgresConnection.Row], _ asked: String) throws -> [SearchHit] {
      var hits: [SearchHit] = []
      var bodies: [(title: String, body: String)] = []
      for row in rows {
        guard let kind = row[0].flatMap(SearchHit.Kind.init(rawValue:)), let ref = row[1],
          let text = try text(of: kind, ref)
        else { continue }
        hits.append(SearchHit(kind: kind, id: ref, title: text.title, excerpt: ""))
        bodies.append(text)
      }
      for (number, excerpt) in try words.excerpts(asked, from: bodies).enumerated() {
        hits[number].excerpt = excerpt
      }
      return hits
    }

    private func text(
      of kind: SearchHit.Kind,
      _ ref: String
    ) throws -> (title: String, body: String)? {
      switch kind {
      case .claim:
        let found = try PostgresClaims.words(of: ref, from: connection)
        return found.map { ($0.speaker ?? "", $0.quote ?? "") }
      case .document:
        let found = try PostgresDocuments.fetch(DocumentID(rawValue: ref), from: connection)
        return found.map { ($0.document.metadata.title ?? "", $0.document.text) }
      case .source:
        let found = try PostgresSources.fetch(ref, from: connection)
        return found.map { ($0.source.title, SourceRow.searched($0)) }
      }
    }
  }
#endif
