#if Postgres
  import ClaimModel
  import Foundation
  import ReviewWorkflow

  /// The library of sources in and out of its table; a source's copy is stored as bytes.
  enum PostgresSources {
    static func replace(_ entry: LibrarySource, in tables: PostgresTables) throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let item = String(decoding: try encoder.encode(entry.source), as: UTF8.self)
      let copy = entry.text.map { Event.hash(of: $0) }
      if let copy, let text = entry.text { try tables.store(Array(text.utf8), as: copy) }
      let id = entry.source.id.rawValue
      try tables.connection.query(
        """
        INSERT INTO source (id, item, copy) VALUES ($1, $2, $3)
        ON CONFLICT (id) DO UPDATE SET item = excluded.item, copy = coalesce(excluded.copy, source.copy)
        """,
        [.text(id), .text(item), copy.map { .text($0.hex) } ?? .null]
      )
      let body = SourceRow.searched(entry)
      try tables.index(.source, id, title: entry.source.title, body: body)
    }

    static func all(from connection: PostgresConnection) throws -> [LibrarySource] {
      try connection.query("\(select) ORDER BY id").map(decode)
    }

    static func fetch(_ id: String, from connection: PostgresConnection) throws -> LibrarySource? {
      try connection.query("\(select) WHERE id = $1", [.text(id)]).first.map(decode)
    }

    private static let select =
      "SELECT item, encode(bytes, 'base64') FROM source LEFT JOIN blob ON hash = copy"

    private static func decode(_ row: PostgresConnection.Row) throws -> LibrarySource {
      let copy = row[1].flatMap { Data(base64Encoded: $0, options: .ignoreUnknownCharacters) }
      return LibrarySource(
        source: try JSONDecoder().decode(Source.self, from: Data((row[0] ?? "").utf8)),
        text: copy.map { String(decoding: $0, as: UTF8.self) }
      )
    }
  }
#endif
