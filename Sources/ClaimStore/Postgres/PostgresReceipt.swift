#if Postgres
  import ClaimModel

  /// What a transaction is known by after it was sent to be committed.
  struct PostgresReceipt {
    /// The server's number for it.
    let number: String
    /// The last event that it adds, if it adds any.
    let event: ContentHash?

    /// Whether it was committed; nil while that is still going on.
    ///
    /// A server that crashes before anything of a transaction is on its disk gives its number to another one
    /// afterwards. So where an event was added, a committed number is believed only together with it.
    func isCommitted(on connection: PostgresConnection) throws(PostgresError) -> Bool? {
      switch try fate(on: connection) {
      case "in progress"?: return nil
      case "committed"?:
        guard let event else { return true }
        let found = try connection.query("SELECT 1 FROM event WHERE id = $1", [.text(event.hex)])
        return !found.isEmpty
      default: return false
      }
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
