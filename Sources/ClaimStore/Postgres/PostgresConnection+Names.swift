#if Postgres
  extension PostgresConnection {
    /// The names of a table's rows that begin with these digits.
    func names(in table: String, withPrefix prefix: String, limit: Int) throws -> [String] {
      // Names are hexadecimal digits, so "g" comes after all that begin with the prefix.
      try query(
        "SELECT id FROM \(table) WHERE id >= $1 AND id < $2 ORDER BY id LIMIT \(limit)",
        [.text(prefix), .text(prefix + "g")]
      ).compactMap { $0[0] }
    }
  }
#endif
