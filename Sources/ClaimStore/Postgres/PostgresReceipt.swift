#if Postgres
  import ClaimModel

  /// What a transaction is known by after it was sent to be committed.
  struct PostgresReceipt {
    /// The server's number for it.
    let number: String
    /// What is there if it was committed; nil where it only replaces what may be replaced again.
    let witness: Witness?

    /// A row that nobody else adds.
    enum Witness {
      case event(ContentHash)
      case document(DocumentID)
    }

    /// Whether it was committed; nil while that is still going on.
    ///
    /// A server that crashes before anything of a transaction is on its disk gives its number to another one
    /// afterwards. So a committed number is believed only together with what the transaction added.
    func isCommitted(on connection: PostgresConnection) throws(PostgresError) -> Bool? {
      switch try fate(on: connection) {
      case "in progress"?: return nil
      case "committed"?:
        switch witness {
        case .event(let event):
          return try has("SELECT 1 FROM event WHERE id = $1", event.hex, on: connection)
        case .document(let document):
          return try has("SELECT 1 FROM document WHERE id = $1", document.rawValue, on: connection)
        case nil: return false
        }
      default: return false
      }
    }

    private func has(
      _ select: String,
      _ name: String,
      on connection: PostgresConnection
    ) throws(PostgresError) -> Bool {
      try !connection.query(select, [.text(name)]).isEmpty
    }

    private func fate(on connection: PostgresConnection) throws(PostgresError) -> String? {
      do throws(PostgresError) {
        let rows = try connection.query("SELECT pg_xact_status($1::text::xid8)", [.text(number)])
        return rows.first?.first ?? nil
      } catch {
        // A number that the server has not given yet: a standby took over before it heard of the transaction.
        if error.state == "22023" { return nil }
        throw error
      }
    }
  }
#endif
