#if Postgres
  import ClaimModel
  import Foundation

  /// Documents in and out of their table.
  enum PostgresDocuments {
    static func insert(_ stored: StoredDocument, into connection: PostgresConnection) throws {
      let document = stored.document
      let metadata = document.metadata
      func text(_ value: String?) -> PostgresConnection.Value { value.map { .text($0) } ?? .null }
      try connection.query(
        """
        INSERT INTO document (id, article, version, origin, title, outlet, published, language, url,
          raw_hash, text_hash, details, added_by, added_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        """,
        [
          .text(stored.id.rawValue), .text(stored.article.rawValue), .number(stored.version),
          .text(stored.origin), text(metadata.title), text(metadata.outlet),
          text(metadata.published?.iso8601), .text(metadata.language.rawValue), text(metadata.url),
          .text(document.rawHash.hex), .text(document.textHash.hex),
          .text(try DocumentRow.Details(stored).json), .text(stored.addedBy),
          .text(stored.addedAt.rfc3339),
        ]
      )
    }

    static func fetch(
      _ id: DocumentID,
      from connection: PostgresConnection
    ) throws -> StoredDocument? {
      let rows = try connection.query(
        """
        SELECT \(columns), details, added_by, added_at, encode(bytes, 'base64')
        FROM document JOIN blob ON hash = text_hash WHERE id = $1
        """,
        [.text(id.rawValue)]
      )
      guard let row = rows.first else { return nil }
      guard let details = row[11], let addedBy = row[12],
        let addedAt = row[13].flatMap(Timestamp.init(rfc3339:)),
        let text = row[14].flatMap({ Data(base64Encoded: $0, options: .ignoreUnknownCharacters) }),
        let summary = summary(row, isLatest: false, claims: 0)
      else {
        throw StoreError.corrupt(path: "", detail: "document \(id): a hash or time cannot be read")
      }
      let rest = try DocumentRow.Details(json: details)
      return StoredDocument(
        id: id,
        article: summary.article,
        version: summary.version,
        origin: summary.origin,
        document: Document(
          text: String(decoding: text, as: UTF8.self),
          blocks: rest.blocks,
          metadata: DocumentMetadata(
            title: summary.title,
            authors: rest.authors,
            outlet: summary.outlet,
            published: summary.published,
            language: summary.language,
            url: summary.url
          ),
          rawHash: summary.rawHash,
          textHash: summary.textHash,
          notes: rest.notes
        ),
        extraction: rest.extraction,
        addedBy: addedBy,
        addedAt: addedAt
      )
    }

    static func summaries(from connection: PostgresConnection) throws -> [DocumentSummary] {
      try connection.query(
        """
        SELECT \(columns), (SELECT count(*) FROM claim WHERE claim.document = document.id),
          version = max(version) OVER (PARTITION BY article)
        FROM document ORDER BY min(arrival) OVER (PARTITION BY article), version
        """
      ).compactMap { summary($0, isLatest: $0[12] == "t", claims: $0[11].flatMap(Int.init) ?? 0) }
    }

    /// The document versions with these names, each read by itself: few of many cost what few cost.
    static func summaries(
      _ ids: Set<DocumentID>,
      from connection: PostgresConnection
    ) throws -> [DocumentSummary] {
      try connection.query(
        """
        SELECT \(columns), (SELECT count(*) FROM claim WHERE claim.document = document.id),
          version = (SELECT max(version) FROM document AS kin WHERE kin.article = document.article)
        FROM document WHERE id = ANY ($1::text[])
        ORDER BY (SELECT min(arrival) FROM document AS kin WHERE kin.article = document.article), version
        """,
        [.text("{\(ids.map(\.rawValue).sorted().joined(separator: ","))}")]
      ).compactMap { summary($0, isLatest: $0[12] == "t", claims: $0[11].flatMap(Int.init) ?? 0) }
    }

    /// The newest versions that share an address, a headline or a place of origin; nil is not asked for.
    ///
    /// Indexes hold the hashes of these texts, which may be longer than an index takes.
    static func latest(
      url: String?,
      title: String?,
      origin: String?,
      from connection: PostgresConnection
    ) throws -> [DocumentSummary] {
      let rows = try connection.query(
        """
        SELECT \(columns), (SELECT count(*) FROM claim WHERE claim.document = document.id)
        FROM document
        WHERE ((md5(url) = md5($1) AND url = $1) OR (md5(title) = md5($2) AND title = $2)
            OR (md5(origin) = md5($3) AND origin = $3))
          AND version = (SELECT max(version) FROM document AS kin WHERE kin.article = document.article)
        ORDER BY arrival
        """,
        [url, title, origin].map { $0.map { .text($0) } ?? .null }
      )
      return rows.compactMap { summary($0, isLatest: true, claims: $0[11].flatMap(Int.init) ?? 0) }
    }

    private static let columns =
      "id, article, version, origin, title, outlet, published, language, url, raw_hash, text_hash"

    private static func summary(
      _ row: PostgresConnection.Row,
      isLatest: Bool,
      claims: Int
    ) -> DocumentSummary? {
      guard let id = row[0], let article = row[1], let version = row[2].flatMap(Int.init),
        let origin = row[3], let language = row[7],
        let rawHash = row[9].flatMap(ContentHash.init(hex:)),
        let textHash = row[10].flatMap(ContentHash.init(hex:))
      else { return nil }
      return DocumentSummary(
        id: DocumentID(rawValue: id),
        article: DocumentID(rawValue: article),
        version: version,
        isLatest: isLatest,
        origin: origin,
        title: row[4],
        outlet: row[5],
        published: row[6].flatMap { CalendarDate(iso8601: $0) },
        language: LanguageTag(rawValue: language),
        url: row[8],
        rawHash: rawHash,
        textHash: textHash,
        claims: claims
      )
    }
  }
#endif
