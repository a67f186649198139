#if Postgres
  import ClaimModel
  import Foundation
  import ReviewWorkflow

  /// The tables inside one transaction that writes.
  ///
  /// Events wait here until the end: only then does the transaction take its turn at the ledger's one row, which numbers
  /// them without gaps.
  final class PostgresTables: LedgerTables {
    let connection: PostgresConnection
    let words: SearchWords
    private var waiting: [SignedEvent] = []
    /// The claims and events that wait, by event and by claim.
    private var claims: [ContentHash: ClaimID] = [:]
    private var histories: [ClaimID: [Event]] = [:]
    private var changedEntries = (count: 0, words: 0)
    private var hasTurn = false
    /// The last row that was sent and that nobody else adds.
    private var witness: PostgresReceipt.Witness?

    init(_ connection: PostgresConnection, _ words: SearchWords) {
      self.connection = connection
      self.words = words
    }

    // MARK: - Out

    func eachBlob(_ body: (ContentHash, [UInt8]) throws -> Void) throws {
      let names = try connection.query(
        """
        SELECT hash FROM blob
        WHERE NOT EXISTS (SELECT FROM document WHERE text_hash = hash)
          OR EXISTS (SELECT FROM document WHERE raw_hash = hash)
        ORDER BY arrival
        """
      )
      for name in names.compactMap(\.first) {
        guard let hash = name.flatMap(ContentHash.init(hex:)),
          let bytes = try PostgresBlobs.fetch(hash, from: connection)
        else {
          throw StoreError.corrupt(path: "", detail: "stored bytes: “\(name ?? "")” is not a hash")
        }
        try body(hash, bytes)
      }
    }

    func documentNames() throws -> [DocumentID] {
      try connection.query("SELECT id FROM document ORDER BY arrival")
        .compactMap { $0[0].map(DocumentID.init(rawValue:)) }
    }

    func eachSignedEvent(_ body: (SignedEvent) throws -> Void) throws {
      try connection.each("\(PostgresEvents.select) ORDER BY seq") {
        try body(PostgresEvents.signed($0))
      }
    }

    // MARK: - Looking

    func document(_ id: DocumentID) throws -> StoredDocument? {
      try PostgresDocuments.fetch(id, from: connection)
    }

    func hasDocument(withText hash: ContentHash) throws -> Bool {
      try knownDocument(withText: hash) != nil
    }

    /// The document with this text, or nil.
    func knownDocument(withText hash: ContentHash) throws -> DocumentID? {
      let rows = try connection.query(
        "SELECT id FROM document WHERE text_hash = $1",
        [.text(hash.hex)]
      )
      return rows.first?[0].map(DocumentID.init(rawValue:))
    }

    func hasBytes(_ hash: ContentHash) throws -> Bool {
      try !connection.query("SELECT 1 FROM blob WHERE hash = $1", [.text(hash.hex)]).isEmpty
    }

    func versions(of article: DocumentID) throws -> [Int] {
      try connection.query(
        "SELECT version FROM document WHERE article = $1 ORDER BY version",
        [.text(article.rawValue)]
      ).compactMap { $0[0].flatMap(Int.init) }
    }

    func claim(of event: ContentHash) throws -> ClaimID? {
      if let claim = claims[event] { return claim }
      let rows = try connection.query("SELECT claim FROM event WHERE id = $1", [.text(event.hex)])
      return rows.first?[0].map(ClaimID.init(rawValue:))
    }

    func history(of claim: ClaimID) throws -> [Event] {
      let stored = try PostgresEvents.history(of: claim, from: connection).map(\.event)
      return stored + (histories[claim] ?? [])
    }

    // MARK: - In

    func store(_ bytes: [UInt8], as hash: ContentHash) throws {
      try connection.query(
        "INSERT INTO blob (hash, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        [.text(hash.hex), .bytes(bytes)]
      )
    }

    func insert(_ document: StoredDocument) throws {
      try PostgresDocuments.insert(document, into: connection)
      witness = .document(document.id)
      try index(
        .document,
        document.id.rawValue,
        title: document.document.metadata.title ?? "",
        body: document.document.text
      )
    }

    func insert(_ event: SignedEvent) throws {
      waiting.append(event)
      claims[event.event.id] = event.event.claim
      histories[event.event.claim, default: []].append(event.event)
      if waiting.count >= 10_000 { try sendEvents() }
    }

    func derive(_ claim: ReviewedClaim) throws {
      let row = ClaimRow(claim)
      let before = try PostgresClaims.words(of: row.id, from: connection)
      try PostgresClaims.upsert(row, into: connection)
      guard !row.isSearched(by: before?.quote, before?.speaker) else { return }
      try index(.claim, row.id, title: row.speaker ?? "", body: row.quote)
    }

    /// Puts an entry into the search index, in the place of an earlier one of the same name.
    func index(_ kind: SearchHit.Kind, _ ref: String, title: String, body: String) throws {
      let entry = try words.entry(title: title, body: body)
      let name: [PostgresConnection.Value] = [.text(kind.rawValue), .text(ref)]
      let before = try connection.query(
        "SELECT words FROM search WHERE kind = $1 AND ref = $2 FOR UPDATE",
        name
      )
      try connection.query(
        """
        INSERT INTO search (kind, ref, places, words) VALUES ($1, $2, $3::text::tsvector, $4)
        ON CONFLICT (kind, ref) DO UPDATE SET places = excluded.places, words = excluded.words
        """,
        name + [.text(entry.places), .number(entry.count)]
      )
      let old = before.first?[0].flatMap(Int.init)
      changedEntries.count += old == nil ? 1 : 0
      changedEntries.words += entry.count - (old ?? 0)
    }

    /// Takes the transaction's turn, sends what waits and tells those who listen.
    ///
    /// Gives what the transaction is known by, or nil where it has written nothing.
    func finish() throws -> PostgresReceipt? {
      let hasEvents = !waiting.isEmpty || hasTurn
      try sendEvents()
      if hasEvents { try connection.query("SELECT pg_notify('tilik', '')") }
      let number = try connection.query("SELECT pg_current_xact_id_if_assigned()::text").first?[0]
      return number.map { PostgresReceipt(number: $0, witness: witness) }
    }

    private func sendEvents() throws {
      guard !waiting.isEmpty || changedEntries != (0, 0) else { return }
      let counted = try connection.query(
        """
        UPDATE ledger SET events = events + $1, entries = entries + $2, words = words + $3
        RETURNING events
        """,
        [.number(waiting.count), .number(changedEntries.count), .number(changedEntries.words)]
      )
      guard let last = counted.first?[0].flatMap(Int.init) else {
        throw StoreError.corrupt(path: "", detail: "the ledger's row is gone")
      }
      var number = last - waiting.count
      for signed in waiting {
        number += 1
        try PostgresEvents.insert(signed, as: number, into: connection)
      }
      hasTurn = hasTurn || !waiting.isEmpty
      if let last = waiting.last { witness = .event(last.event.id) }
      (waiting, claims, histories) = ([], [:], [:])
      changedEntries = (0, 0)
    }
  }
#endif
