#if Postgres
  import ClaimModel
  import ReviewWorkflow

  /// Derives again what is kept for speed, and compares.
  struct PostgresCheck {
    let connection: PostgresConnection

    func faults() throws -> [String] {
      var faults: [String] = []
      let counted = try connection.query(
        """
        SELECT ledger.events, count(seq), coalesce(max(seq), 0), ledger.entries, ledger.words,
          (SELECT count(*) FROM search), (SELECT coalesce(sum(words), 0) FROM search)
        FROM ledger LEFT JOIN event ON true GROUP BY ledger.one
        """
      )
      guard let row = counted.first else { return ["the ledger's row is gone"] }
      if Set(row[0..<3]).count > 1 {
        faults.append("the ledger counts \(row[0] ?? "") events, but \(row[1] ?? "") are there")
      }
      if row[3] != row[5] || row[4] != row[6] {
        faults.append("the search index has other entries than it counts")
      }
      let known = try connection.query("SELECT DISTINCT claim FROM event ORDER BY claim")
      for case let id? in known.map({ $0[0] }) {
        let history = try PostgresEvents.history(of: ClaimID(rawValue: id), from: connection)
        let derived = ClaimRow(try ReviewedClaim(history: history.map(\.event)))
        if try PostgresClaims.row(id, from: connection) != PostgresClaims.storable(derived) {
          faults.append("claim \(id): the list entry does not follow from its events")
        }
      }
      let listed = try connection.query(
        "SELECT id FROM claim WHERE NOT EXISTS (SELECT FROM event WHERE event.claim = claim.id)"
      )
      return faults + listed.map { "claim \($0[0] ?? ""): listed, but without events" }
    }
  }
#endif
