import ClaimModel
import Foundation
import GRDB
import ReviewWorkflow

/// The desk's library of sources in and out of its table.
enum SourceRow {
  static func replace(_ entry: LibrarySource, in db: Database) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let item = String(decoding: try encoder.encode(entry.source), as: UTF8.self)
    let id = entry.source.id.rawValue
    let isNew =
      try Int.fetchOne(db, sql: "SELECT 1 FROM source WHERE id = ?", arguments: [id]) == nil
    // A copy that evidence refers to is kept for good, also when the library gets a newer one.
    if let text = entry.text {
      try SQLiteStore.store(Data(text.utf8), as: Event.hash(of: text), in: db)
    }
    try db.execute(
      sql: """
        INSERT INTO source (id, item, text) VALUES (?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET item = excluded.item, text = coalesce(excluded.text, text)
        """,
      arguments: [id, item, entry.text]
    )
    let row = SearchRow(
      kind: .source,
      ref: id,
      title: entry.source.title,
      body: searched(entry),
      isNew: isNew
    )
    try row.write(in: db)
  }

  /// What a search finds a source by, besides its title.
  static func searched(_ entry: LibrarySource) -> String {
    let names = entry.source.authors.map(\.displayName)
    let publisher = [entry.source.containerTitle, entry.source.publisher].compactMap { $0 }
    return (names + publisher + [entry.text ?? ""]).joined(separator: "\n")
  }

  static func all(in db: Database) throws -> [LibrarySource] {
    try Row.fetchAll(db, sql: "SELECT item, text FROM source ORDER BY id").map { row in
      let item: String = row[0]
      return LibrarySource(
        source: try JSONDecoder().decode(Source.self, from: Data(item.utf8)),
        text: row[1]
      )
    }
  }
}
