#if Postgres
  import ClaimModel
  import ReviewWorkflow

  /// Derives again what is kept for speed, and compares.
  struct PostgresCheck {
    let connection: PostgresConnection

    func faults() throws -> [DerivedFault] {
      var faults: [DerivedFault] = []
      let counted = try connection.query(
        """
        SELECT ledger.events, count(seq), coalesce(max(seq), 0), ledger.entries, ledger.words,
          (SELECT count(*) FROM search), (SELECT coalesce(sum(words), 0) FROM search)
        FROM ledger LEFT JOIN event ON true GROUP BY ledger.one
        """
      )
      guard let row = counted.first else { return [.noCount] }
      if Set(row[0..<3]).count > 1 {
        let (counted, found) = (row[0].flatMap(Int.init), row[1].flatMap(Int.init))
        faults.append(.otherCount(counted: counted ?? 0, found: found ?? 0))
      }
      if row[3] != row[5] || row[4] != row[6] {
        faults.append(.otherSearchEntries)
      }
      let known = try connection.query("SELECT DISTINCT claim FROM event ORDER BY claim")
      for case let id? in known.map({ $0[0] }) {
        let history = try PostgresEvents.history(of: ClaimID(rawValue: id), from: connection)
        let derived = ClaimRow(try ReviewedClaim(history: history.map(\.event)))
        if try PostgresClaims.row(id, from: connection) != PostgresClaims.storable(derived) {
          faults.append(.otherEntry(ClaimID(rawValue: id)))
        }
      }
      let listed = try connection.query(
        "SELECT id FROM claim WHERE NOT EXISTS (SELECT FROM event WHERE event.claim = claim.id)"
      )
      return faults + listed.map { .withoutEvents(ClaimID(rawValue: $0[0] ?? "")) }
    }
  }
#endif
