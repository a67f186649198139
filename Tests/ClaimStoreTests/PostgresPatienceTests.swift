#if Postgres
  import ClaimModel
  import Foundation
  import ReviewWorkflow
  import Synchronization
  import TestSupport
  import Testing

  @testable import ClaimStore

  @Suite(
    "Patience with a PostgreSQL server",
    .enabled(if: PostgresServer.isInstalled, "PostgreSQL is not installed")
  )
  struct PostgresPatienceTests {
    /// What an administrator does who ends this connection.
    static let cut = "SELECT pg_terminate_backend(pg_backend_pid())"

    private func session(
      _ server: PostgresServer,
      outage: Double,
      whole: Double = 60
    ) throws -> PostgresSession {
      let address = StoreAddress(server.address(try server.database()))
      _ = try PostgresStore.open(at: address, creating: true)
      var patience = PostgresPatience()
      patience.outage = .seconds(outage)
      patience.whole = .seconds(whole)
      return try PostgresSession(to: address, patience: patience)
    }

    @Test("goes on where the server fails again and again, for longer than one outage may last")
    func outages() throws {
      let session = try session(try SharedServer.server.get(), outage: 0.5)
      let end = ContinuousClock.now + .seconds(2)
      var tries = 0
      let answer = try session.read { connection in
        tries += 1
        if ContinuousClock.now < end { try connection.run(Self.cut) }
        return try connection.run("SELECT 'answer'").first?.first
      }
      #expect(answer == "answer")
      #expect(tries > 3)
    }

    @Test("goes on where the server is stopped and started again and again")
    func restarts() throws {
      let server = try PostgresServer()
      let session = try session(server, outage: 5)
      let end = ContinuousClock.now + .seconds(10)
      let done = DispatchGroup()
      done.enter()
      Thread {
        while ContinuousClock.now < end {
          Thread.sleep(forTimeInterval: 1)
          try? server.crash()
          Thread.sleep(forTimeInterval: 0.3)
          try? server.start()
        }
        done.leave()
      }.start()
      // Work that needs a while in one go, and gets it only when the server is left in peace.
      let answer = try session.read { connection in
        while ContinuousClock.now < end { try connection.run("SELECT pg_sleep(0.1)") }
        return try connection.run("SELECT 'answer'").first?.first
      }
      #expect(answer == "answer")
      done.wait()
    }

    @Test("does not go on for ever with work that never gets through")
    func whole() throws {
      let session = try session(try SharedServer.server.get(), outage: 0.5, whole: 1.5)
      let start = ContinuousClock.now
      let error = #expect(throws: PostgresError.self) {
        try session.read { try $0.run(Self.cut) }
      }
      #expect(error?.isStarting == true)
      #expect(ContinuousClock.now - start >= .seconds(1.5))
    }

    @Test("gives up a server that stays away, long before the time for all tries is over")
    func outage() throws {
      let server = try PostgresServer()
      let session = try session(server, outage: 0.5)
      _ = try session.read { try $0.run("SELECT 1") }
      try server.crash()
      let start = ContinuousClock.now
      #expect(throws: PostgresError.self) { try session.read { try $0.run("SELECT 1") } }
      #expect(start.duration(to: .now) < .seconds(30))
    }

    /// A number that another thread writes.
    private final class Count: Sendable { let number = Mutex(0) }

    @Test("still waits for events after a quiet time and a cut")
    func waiting() throws {
      let server = try SharedServer.server.get()
      let session = try session(server, outage: 0.5)
      let database = try #require(session.name.split(separator: "/").last.map(String.init))
      let cut = Count()
      let done = DispatchSemaphore(value: 0)
      Thread {
        Thread.sleep(forTimeInterval: 1.5)
        let number = try? server.cutConnections(to: database)
        cut.number.withLock { $0 = number ?? 0 }
        done.signal()
      }.start()
      #expect(try session.wait(after: 0, seconds: 2.5) == false)
      done.wait()
      #expect(cut.number.withLock { $0 } == 1)
    }

    // MARK: - A commit that is not answered

    /// Makes the next transaction that writes to the ledger do something while it commits.
    private func atCommit(_ sql: String, _ session: PostgresSession) throws {
      try session.retrying { connection in
        _ = try connection.run(
          """
          CREATE FUNCTION tilik.at_commit() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN \(sql); RETURN NULL; END $$;
          CREATE CONSTRAINT TRIGGER at_commit AFTER UPDATE ON tilik.ledger
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION tilik.at_commit()
          """
        )
      }
    }

    @Test("says that it does not know where the server stays away after a commit was sent")
    func undecided() throws {
      let server = try PostgresServer()
      let session = try session(server, outage: 0.5)
      try atCommit("PERFORM pg_sleep(30)", session)
      Thread {
        // The commit hangs in the trigger by then.
        let asked = """
          SELECT count(*) FROM pg_stat_activity WHERE query = 'COMMIT' AND state = 'active'
          """
        while (try? server.sql(asked))?.hasPrefix("1") != true { usleep(20_000) }
        try? server.crash()
      }.start()
      var tries = 0
      let error = #expect(throws: StoreError.self) {
        try session.write { tables in
          tries += 1
          try tables.connection.run("UPDATE ledger SET words = words + 1")
        }
      }
      guard case .undecided = error else {
        Issue.record("expected undecided, got \(String(describing: error))")
        return
      }
      #expect(tries == 1)
    }

    @Test("does the work again where the server says that it was not committed")
    func repeated() throws {
      let session = try session(try SharedServer.server.get(), outage: 5)
      try session.retrying { _ = try $0.run("CREATE SEQUENCE tilik.tries") }
      // Sequences forget nothing: the second commit gets through.
      let cut = Self.cut.replacing("SELECT", with: "PERFORM")
      try atCommit("IF nextval('tilik.tries') = 1 THEN \(cut); END IF", session)
      var tries = 0
      try session.write { tables in
        tries += 1
        try tables.connection.run("UPDATE ledger SET words = words + 1")
      }
      #expect(tries == 2)
      #expect(try session.read { try $0.run("SELECT words FROM ledger").first?.first } == "1")
    }

    @Test("does not take another transaction that was given the same number for its own")
    func numbers() throws {
      let session = try session(try SharedServer.server.get(), outage: 5)
      let number = try session.read { try $0.run("SELECT pg_current_xact_id()").first?.first }
      let committed = try #require(number ?? nil)
      func isBelieved(_ witness: PostgresReceipt.Witness?) throws -> Bool {
        try session.hasCommitted(PostgresReceipt(number: committed, witness: witness))
      }
      let arrival = try Sample.arrival(["Satu."])
      let event = try #require(arrival.events.first).event.id
      let document = arrival.document.id
      #expect(try !isBelieved(.event(event)))
      #expect(try !isBelieved(.document(document)))
      // What replaces sources does it again.
      #expect(try !isBelieved(nil))
      _ = try session.write { tables in
        try tables.store(arrival.raw, as: arrival.document.document.rawHash)
        try tables.store(
          Array(arrival.document.document.text.utf8),
          as: arrival.document.document.textHash
        )
        try tables.insert(arrival.document)
        for event in arrival.events { try tables.insert(event) }
      }
      #expect(try isBelieved(.event(event)))
      #expect(try isBelieved(.document(document)))
    }
  }
#endif
