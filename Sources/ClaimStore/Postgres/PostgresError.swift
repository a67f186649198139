#if Postgres
  /// What a server, or the library on the way to it, says against a statement.
  struct PostgresError: Error, Sendable {
    /// The five characters of SQLSTATE, empty where the server was not reached.
    var state: String
    /// The server's or the library's own words, in one line.
    var message: String
    /// Whether the connection is gone.
    var isLost: Bool

    /// Whether the same transaction may succeed if it is tried again from the start.
    ///
    /// A serialization failure (40001), a deadlock that the server broke (40P01), or a row that somebody else inserted
    /// between our look and our write (23505): the next look sees it.
    var isPassing: Bool { ["40001", "40P01", "23505"].contains(state) }

    /// Whether the server may take a connection in a moment: it starts, stops, or cleans up after a crash.
    var isStarting: Bool { ["57P01", "57P02", "57P03"].contains(state) || isLost }
  }
#endif
