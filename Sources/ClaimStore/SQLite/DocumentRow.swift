import ClaimModel
import Foundation
import GRDB

/// Documents in and out of their table.
enum DocumentRow {
  /// What has no column of its own.
  struct Details: Codable {
    var blocks: [Block]
    var authors: [String]
    var notes: [IngestNote]
    var extraction: Extraction

    init(_ stored: StoredDocument) {
      blocks = stored.document.blocks
      authors = stored.document.metadata.authors
      notes = stored.document.notes
      extraction = stored.extraction
    }

    init(json: String) throws {
      self = try JSONDecoder().decode(Details.self, from: Data(json.utf8))
    }

    var json: String {
      get throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
      }
    }
  }

  /// Writes a document's row and gives its entry in the search index.
  static func insert(_ stored: StoredDocument, in db: Database) throws -> SearchRow {
    let document = stored.document
    let metadata = document.metadata
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO document (id, article, version, origin, title, outlet, published, language, url,
          rawHash, textHash, details, addedBy, addedAt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    )
    try insert.execute(
      arguments: [
        stored.id.rawValue, stored.article.rawValue, stored.version, stored.origin, metadata.title,
        metadata.outlet, metadata.published?.iso8601, metadata.language.rawValue, metadata.url,
        document.rawHash.hex, document.textHash.hex,
        try Details(stored).json, stored.addedBy, stored.addedAt.rfc3339,
      ]
    )
    return SearchRow(
      kind: .document,
      ref: stored.id.rawValue,
      title: metadata.title ?? "",
      body: document.text,
      isNew: true
    )
  }

  static func fetch(_ id: DocumentID, in db: Database) throws -> StoredDocument? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT document.*, blob.bytes AS text
        FROM document JOIN blob ON blob.hash = document.textHash
        WHERE document.id = ?
        """,
      arguments: [id.rawValue]
    )
    guard let row else { return nil }
    let details = try Details(json: row["details"])
    let text: Data = row["text"]
    guard let rawHash = ContentHash(hex: row["rawHash"] as String),
      let textHash = ContentHash(hex: row["textHash"] as String),
      let addedAt = Timestamp(rfc3339: row["addedAt"] as String)
    else {
      throw StoreError.corrupt(path: "", detail: "document \(id): a hash or time cannot be read")
    }
    return StoredDocument(
      id: id,
      article: DocumentID(rawValue: row["article"]),
      version: row["version"],
      origin: row["origin"],
      document: Document(
        text: String(decoding: text, as: UTF8.self),
        blocks: details.blocks,
        metadata: DocumentMetadata(
          title: row["title"],
          authors: details.authors,
          outlet: row["outlet"],
          published: (row["published"] as String?).flatMap { CalendarDate(iso8601: $0) },
          language: LanguageTag(rawValue: row["language"]),
          url: row["url"]
        ),
        rawHash: rawHash,
        textHash: textHash,
        notes: details.notes
      ),
      extraction: details.extraction,
      addedBy: row["addedBy"],
      addedAt: addedAt
    )
  }

  static func summaries(in db: Database) throws -> [DocumentSummary] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT document.id, article, version, origin, title, outlet, published, language, url,
          rawHash, textHash,
          (SELECT count(*) FROM claim WHERE claim.document = document.id) AS claims,
          version = max(version) OVER (PARTITION BY article) AS isLatest,
          min(document.rowid) OVER (PARTITION BY article) AS arrival
        FROM document ORDER BY arrival, version
        """
    )
    return rows.compactMap(summary)
  }

  /// The document versions with these names, each read by itself: few of many cost what few cost.
  static func summaries(_ ids: Set<DocumentID>, in db: Database) throws -> [DocumentSummary] {
    let names = try JSONEncoder().encode(ids.map(\.rawValue).sorted())
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT id, article, version, origin, title, outlet, published, language, url, rawHash, textHash,
          (SELECT count(*) FROM claim WHERE claim.document = document.id) AS claims,
          version = (SELECT max(version) FROM document AS any WHERE any.article = document.article)
            AS isLatest,
          (SELECT min(rowid) FROM document AS any WHERE any.article = document.article) AS arrival
        FROM document WHERE id IN (SELECT value FROM json_each(?)) ORDER BY arrival, version
        """,
      arguments: [String(decoding: names, as: UTF8.self)]
    )
    return rows.compactMap(summary)
  }

  /// The newest versions that share an address, a headline or a place of origin; nil is not asked for.
  static func latest(
    url: String?,
    title: String?,
    origin: String?,
    in db: Database
  ) throws -> [DocumentSummary] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT id, article, version, origin, title, outlet, published, language, url, rawHash, textHash,
          (SELECT count(*) FROM claim WHERE claim.document = document.id) AS claims, 1 AS isLatest
        FROM document
        WHERE (url = :url OR title = :title OR origin = :origin)
          AND version = (SELECT max(version) FROM document AS any WHERE any.article = document.article)
        ORDER BY document.rowid
        """,
      arguments: ["url": url, "title": title, "origin": origin]
    )
    return rows.compactMap(summary)
  }

  private static func summary(_ row: Row) -> DocumentSummary? {
    guard let rawHash = ContentHash(hex: row["rawHash"] as String),
      let textHash = ContentHash(hex: row["textHash"] as String)
    else { return nil }
    return DocumentSummary(
      id: DocumentID(rawValue: row["id"]),
      article: DocumentID(rawValue: row["article"]),
      version: row["version"],
      isLatest: row["isLatest"],
      origin: row["origin"],
      title: row["title"],
      outlet: row["outlet"],
      published: (row["published"] as String?).flatMap { CalendarDate(iso8601: $0) },
      language: LanguageTag(rawValue: row["language"]),
      url: row["url"],
      rawHash: rawHash,
      textHash: textHash,
      claims: row["claims"]
    )
  }
}
