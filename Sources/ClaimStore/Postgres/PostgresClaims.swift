#if Postgres
  import ClaimModel
  import Foundation
  import ReviewWorkflow

  /// List entries in and out of their table; columns and properties have the same names.
  enum PostgresClaims {
    private static let columns = [
      "document", "start", "kind", "quote", "speaker", "state", "rating", "owner", "priority",
      "urgency", "harm", "reach", "said", "due", "published", "\"openVerdict\"", "conflict",
      "flags",
      "checkworthiness", "heads",
    ]

    static func upsert(_ row: ClaimRow, into connection: PostgresConnection) throws {
      let changes = columns.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
      try connection.query(
        """
        INSERT INTO claim SELECT * FROM json_populate_record(NULL::claim, $1::text::json)
        ON CONFLICT (id) DO UPDATE SET \(changes)
        """,
        [.text(String(decoding: try JSONEncoder().encode(storable(row)), as: UTF8.self))]
      )
    }

    /// What of a claim is in the search index.
    static func words(
      of id: String,
      from connection: PostgresConnection
    ) throws -> (quote: String?, speaker: String?)? {
      try connection.query("SELECT quote, speaker FROM claim WHERE id = $1", [.text(id)])
        .first.map { ($0[0], $0[1]) }
    }

    /// The latest events of claims, which nobody else can add to until the transaction ends; without those that do not exist.
    ///
    /// Rows are locked in the order of their names, so that two writers never wait for each other.
    static func lockedHeads(
      of claims: Set<ClaimID>,
      in connection: PostgresConnection
    ) throws -> [ClaimID: [ContentHash]] {
      let names = "{\(claims.map(\.rawValue).sorted().joined(separator: ","))}"
      let rows = try connection.query(
        "SELECT id, heads FROM claim WHERE id = ANY ($1::text[]) ORDER BY id FOR UPDATE",
        [.text(names)]
      )
      var heads: [ClaimID: [ContentHash]] = [:]
      for row in rows {
        guard let id = row[0] else { continue }
        heads[ClaimID(rawValue: id)] = (row[1] ?? "").split(separator: " ").compactMap {
          ContentHash(hex: $0)
        }
      }
      return heads
    }

    static func row(_ id: String, from connection: PostgresConnection) throws -> ClaimRow? {
      try connection.query("SELECT row_to_json(claim) FROM claim WHERE id = $1", [.text(id)])
        .first.map(decode)
    }

    static func fetch(
      _ query: ClaimQuery,
      from connection: PostgresConnection
    ) throws -> [ClaimSummary] {
      var conditions: [String] = []
      var values: [PostgresConnection.Value] = []
      func add(_ condition: String, _ value: String?) {
        guard let value else { return }
        values.append(.text(value))
        conditions.append(condition.replacing("?", with: "$\(values.count)"))
      }
      if !query.states.isEmpty {
        let first = values.count + 1
        values += query.states.map { .text($0) }
        let marks = (first...values.count).map { "$\($0)" }.joined(separator: ", ")
        conditions.append("state IN (\(marks))")
      }
      add("document = ?", query.document?.rawValue)
      add("rating = ?", query.rating)
      add("owner = ?", query.owner)
      add("due <> '\(ClaimRow.never)' AND due <= ?", query.due?.iso8601)
      add("published IS NOT NULL AND published <= ?", query.published?.iso8601)
      if query.inConflict { conditions.append("conflict") }
      // Small and capital letters are one, those of ASCII: as in SQLite.
      add(
        #"lower(speaker COLLATE "C") LIKE lower(? COLLATE "C")"#,
        query.speaker.map(ClaimRow.pattern)
      )
      add(#"lower(quote COLLATE "C") LIKE lower(? COLLATE "C")"#, query.text.map(ClaimRow.pattern))
      add(
        "flags <> '' AND strpos(' ' || flags || ' ', ?) > 0",
        query.flag.map { " \($0.rawValue) " }
      )
      let condition = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
      let order: String
      switch query.order {
      case .text: order = "document, start, id"
      case .queue: order = "urgency, harm, reach, due, checkworthiness DESC, document, start, id"
      }
      let limit = query.limit.map { "LIMIT \($0)" } ?? ""
      return try connection.query(
        "SELECT row_to_json(claim) FROM claim \(condition) ORDER BY \(order) \(limit)",
        values
      ).map(decode).compactMap(\.summary)
    }

    /// A row as PostgreSQL keeps it: every character but this one.
    static func storable(_ row: ClaimRow) -> ClaimRow {
      var row = row
      row.quote = row.quote.replacing("\0", with: "\u{FFFD}")
      row.speaker = row.speaker?.replacing("\0", with: "\u{FFFD}")
      return row
    }

    private static func decode(_ row: PostgresConnection.Row) throws -> ClaimRow {
      try JSONDecoder().decode(ClaimRow.self, from: Data((row[0] ?? "").utf8))
    }
  }
#endif
