#if Postgres
  import ClaimModel
  import ReviewWorkflow

  /// Events in and out of their table.
  enum PostgresEvents {
    /// What the functions below read: the name, the text, the signature.
    static let select = "SELECT id, canonical, signature FROM event"

    static func insert(
      _ signed: SignedEvent,
      as number: Int,
      into connection: PostgresConnection
    ) throws {
      let event = signed.event
      try connection.query(
        "INSERT INTO event (seq, id, claim, canonical, signature) VALUES ($1, $2, $3, $4, $5)",
        [
          .number(number), .text(event.id.hex), .text(event.claim.rawValue), .text(event.canonical),
          signed.signature.map { .text($0.description) } ?? .null,
        ]
      )
    }

    static func history(
      of claim: ClaimID,
      from connection: PostgresConnection
    ) throws -> [SignedEvent] {
      try connection.query("\(select) WHERE claim = $1 ORDER BY seq", [.text(claim.rawValue)])
        .map(signed)
    }

    static func entry(_ row: PostgresConnection.Row) -> LedgerEntry {
      LedgerEntry(filedAs: row[0] ?? "", canonical: row[1] ?? "", signature: row[2])
    }

    /// The event and signature of a row, whose name, text and signature have to fit each other.
    static func signed(_ row: PostgresConnection.Row) throws -> SignedEvent {
      try SignedEvent(entry(row))
    }
  }
#endif
