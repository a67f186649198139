#if Postgres
  import ClaimModel
  import Foundation
  import ReviewWorkflow
  import TestSupport
  import Testing

  @testable import ClaimStore

  @Suite(
    "A PostgreSQL server over TLS",
    .enabled(
      if: PostgresServer.isInstalled && PostgresServer.canSpeakTLS,
      "PostgreSQL and openssl are needed for a server that proves who it is"
    )
  )
  struct PostgresTLSTests {
    private static let server = Result { try PostgresServer(tls: true) }

    let server: PostgresServer
    let database: String
    let role: String
    /// The parameter that names a file with the role's password.
    let password: String

    init() throws {
      server = try Self.server.get()
      database = try server.database()
      role = "sari-\(database)"
      try server.sql("CREATE ROLE \"\(role)\" LOGIN PASSWORD 'rahasia sekali'")
      try server.sql("GRANT ALL ON DATABASE \(database) TO \"\(role)\"")
      password = "passfile=\(try server.passwordFile(for: role, password: "rahasia sekali"))"
    }

    private func open(_ address: String, creating: Bool = false) throws(StoreError) -> PostgresStore
    {
      try PostgresStore.open(at: StoreAddress(address), creating: creating)
    }

    private func refusal(_ address: String) -> String? {
      let error = #expect(throws: StoreError.self) { try open(address) }
      guard case .unreachable(_, let detail) = error else {
        Issue.record("expected unreachable, got \(String(describing: error))")
        return nil
      }
      return detail
    }

    @Test("that proves who it is does a desk's whole work, with a password from its file")
    func verified() throws {
      let address = server.networkAddress(
        database,
        as: role,
        "sslmode=verify-full&sslrootcert=\(server.authority)&\(password)"
      )
      let store = try open(address, creating: true)
      try Sample.fill(store, ["Satu."])
      #expect(try store.search("satu", limit: 5).count == 2)
      let encrypted = try server.sql(
        "SELECT bool_and(s.ssl) FROM pg_stat_ssl s JOIN pg_stat_activity a USING (pid) WHERE a.usename = '\(role)'"
      )
      #expect(encrypted.trimmingCharacters(in: .newlines) == "t")
    }

    @Test("lets a desk in by its certificate, without a password")
    func certificate() throws {
      try server.sql(
        """
        DO $$ BEGIN CREATE ROLE "with-certificate" LOGIN SUPERUSER; EXCEPTION WHEN duplicate_object THEN NULL; END $$
        """
      )
      let own = try server.clientCertificate(for: "with-certificate")
      let address = server.networkAddress(
        database,
        as: "with-certificate",
        "sslmode=verify-full&sslrootcert=\(server.authority)&sslcert=\(own.certificate)&sslkey=\(own.key)"
      )
      let store = try open(address, creating: true)
      #expect(try store.head().count == 0)
    }

    @Test("is refused where another authority vouches for it")
    func stranger() {
      let detail = refusal(
        server.networkAddress(
          database,
          as: role,
          "sslmode=verify-full&sslrootcert=\(server.stranger)&\(password)"
        )
      )
      #expect(detail?.contains("certificate verify failed") == true, "\(detail ?? "")")
    }

    @Test("is refused where its certificate is for another name")
    func name() {
      let detail = refusal(
        server.networkAddress(
          database,
          as: role,
          host: "db.example",
          "sslmode=verify-full&sslrootcert=\(server.authority)&\(password)"
        )
      )
      #expect(detail?.contains("does not match host name") == true, "\(detail ?? "")")
    }

    @Test("lets nobody in without TLS, nor with a wrong password")
    func plain() throws {
      let open = refusal(
        server.networkAddress(database, as: role, "sslmode=disable&\(password)")
      )
      #expect(open?.contains("no encryption") == true, "\(open ?? "")")
      let wrong = refusal(
        server.networkAddress(
          database,
          as: role,
          "sslmode=verify-full&sslrootcert=\(server.authority)&password=tebakan"
        )
      )
      #expect(wrong?.contains("password authentication failed") == true, "\(wrong ?? "")")
      #expect(wrong?.contains("tebakan") == false)
    }
  }
#endif
