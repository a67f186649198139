#if Postgres
  import ReviewWorkflow

  extension StoreError {
    /// Words what a server says in Tilik's terms.
    init(_ error: PostgresError, at address: String) {
      switch error.state {
      // insufficient_privilege
      case "42501": self = .denied(path: address, detail: error.message)
      // read_only_sql_transaction: a standby
      case "25006": self = .readOnly(path: address)
      // undefined_table, invalid_schema_name
      case "42P01", "3F000": self = .missing(path: address)
      // lock_not_available, query_canceled, and what was tried again in vain
      case "55P03", "57014", "40001", "40P01", "23505": self = .busy(path: address)
      // disk_full
      case "53100": self = .full(path: address)
      // data_corrupted, index_corrupted
      case "XX001", "XX002": self = .corrupt(path: address, detail: error.message)
      // too_many_connections
      case "53300": self = .unreachable(path: address, detail: error.message)
      default:
        self =
          error.isStarting
          ? .unreachable(path: address, detail: error.message)
          : .other(path: address, detail: error.message)
      }
    }
  }
#endif
