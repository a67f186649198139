#if Postgres
  import Glibc
  import ReviewWorkflow

  /// A desk's connection, opened again when it breaks.
  final class PostgresSession {
    /// What is connected to, as a person may read it.
    let name: String
    private let address: String
    private var connection: PostgresConnection?
    private let words: SearchWords
    private let patience: PostgresPatience
    /// Whether the server has ever answered.
    private var hasAnswered = false

    init(to address: StoreAddress, patience: PostgresPatience = PostgresPatience()) throws {
      words = try SearchWords()
      self.address = address.connection
      self.patience = patience
      name = address.description
    }

    /// Runs a transaction that only reads, of one moment's state.
    ///
    /// `body` may run again after a broken connection; where it must not, because it hands things over, `once` is true: then
    /// only a connection that broke before is made good.
    func read<Value>(
      once: Bool = false,
      _ body: (PostgresConnection) throws -> Value
    ) throws -> Value {
      var hasBegun = false
      return try retrying(unless: { once && hasBegun }) { connection in
        try connection.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        hasBegun = true
        let value = try body(connection)
        try connection.run("COMMIT")
        return value
      }
    }

    /// Hands over the tables for a transaction that only reads and is not repeated.
    func readTables(_ body: (PostgresTables) throws -> Void) throws {
      try read(once: true) { try body(PostgresTables($0, words)) }
    }

    /// Full-text search.
    func search(_ asked: String, limit: Int) throws -> [SearchHit] {
      try read { try PostgresSearch(connection: $0, words: words).find(asked, limit: limit) }
    }

    /// Waits until the ledger has more than `count` events, at most so long.
    func wait(after count: Int, seconds: Double) throws -> Bool {
      let end = ContinuousClock.now + .seconds(seconds)
      return try retrying { connection in
        try connection.run("LISTEN tilik")
        while true {
          let row = try connection.query("SELECT events FROM ledger").first
          if row?[0].flatMap(Int.init) ?? 0 > count { return true }
          let left = (end - ContinuousClock.now) / .milliseconds(1)
          if left <= 0 { return false }
          _ = try connection.waitForNotice(milliseconds: Int(left.rounded(.up)))
        }
      }
    }

    /// Runs a transaction that writes, again where somebody else came between or the connection broke, and never twice.
    ///
    /// A connection that breaks while the server commits leaves open whether it did. The server knows the fate of every
    /// transaction by its number, so it is asked before anything is done again.
    func write<Value>(
      once: Bool = false,
      _ body: (PostgresTables) throws -> Value
    ) throws -> Value {
      var hasBegun = false
      return try retrying(unless: { once && hasBegun }) { connection in
        // A writer that vanishes without a word gives its locks back after half a minute.
        try connection.run("BEGIN; SET LOCAL idle_in_transaction_session_timeout = '30s'")
        hasBegun = true
        let tables = PostgresTables(connection, words)
        let value = try body(tables)
        let receipt = try tables.finish()
        do throws(PostgresError) {
          try connection.run("COMMIT")
        } catch {
          guard error.isStarting, let receipt, try hasCommitted(receipt) else { throw error }
        }
        return value
      }
    }

    /// Whether a transaction whose commit was not answered has been committed.
    ///
    /// Throws ``StoreError/undecided(path:detail:)`` where the server does not say: to do the work again might do it twice.
    func hasCommitted(_ receipt: PostgresReceipt) throws -> Bool {
      self.connection = nil
      do {
        return try retrying { connection in
          for _ in 0..<300 {
            if let answer = try receipt.isCommitted(on: connection) { return answer }
            usleep(100_000)
          }
          throw StoreError.undecided(path: name, detail: "")
        }
      } catch let error as PostgresError {
        throw StoreError.undecided(path: name, detail: error.message)
      }
    }

    /// Gives the body a connection, tries what passes again for as long as ``PostgresPatience`` says, and ends what was begun.
    func retrying<Value>(
      unless isTooLate: () -> Bool = { false },
      _ body: (PostgresConnection) throws -> Value
    ) throws -> Value {
      var pause = 0.02
      var collisions = 0
      var trouble = PostgresTrouble(patience)
      while true {
        var isConnected = false
        do {
          let connection = try self.connection ?? connect()
          self.connection = connection
          isConnected = true
          hasAnswered = true
          do {
            return try body(connection)
          } catch {
            // A connection that is not where it began is not worth mending: the server forgets what was not committed.
            if connection.isInTransaction {
              do { try connection.run("ROLLBACK") } catch { self.connection = nil }
            }
            throw error
          }
        } catch let error as PostgresError where error.isPassing || error.isStarting {
          if error.isStarting { connection = nil }
          // What two writers insert at once is seen by the second at its next look; what it collides with again is there.
          if error.state == "23505" { collisions += 1 }
          let isNew = isConnected && error.isStarting
          let isTooMuch = trouble.isTooMuch(isNew: isNew, hasAnswered: hasAnswered)
          if isTooMuch || isTooLate() || collisions > 2 { throw error }
          // Those who collided do not collide again in step.
          Self.sleep(seconds: .random(in: pause / 2...pause))
          pause = min(pause * 2, 1)
        }
      }
    }

    private static func sleep(seconds: Double) { usleep(UInt32(seconds * 1_000_000)) }

    private func connect() throws -> PostgresConnection {
      let connection = try PostgresConnection(to: address)
      // Nothing outside Tilik's own schema is looked at; a lock is waited for as long as SQLite waits for its file; what
      // is said to be stored is on the disk.
      try connection.run(
        """
        SET client_encoding = 'UTF8'; SET search_path = tilik, pg_temp; SET lock_timeout = '10s';
        SELECT set_config('synchronous_commit', 'on', false)
        WHERE current_setting('synchronous_commit') = 'off'
        """
      )
      return connection
    }
  }
#endif
