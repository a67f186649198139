#if Postgres
  import ClaimModel
  import Foundation
  import ReviewWorkflow
  import TestSupport
  import Testing

  @testable import ClaimStore

  @Suite(
    "Roles on a PostgreSQL server",
    .enabled(if: PostgresServer.isInstalled, "PostgreSQL is not installed")
  )
  struct PostgresRolesTests {
    let server: PostgresServer
    let database: String
    let desk: String
    let reader: String

    /// An administrator makes the tables from the printed SQL.
    init() throws {
      server = try SharedServer.server.get()
      database = try server.database()
      desk = "desk-\(database)"
      reader = "reader \(database)"
      try server.sql("CREATE ROLE \"\(desk)\" LOGIN")
      try server.sql("CREATE ROLE \"\(reader)\" LOGIN")
      let script = PostgresSchema.migrations.map(\.script).joined()
      try server.sql(script + PostgresSchema.grants(desk: desk, reader: reader), in: database)
    }

    private func open(as role: String) throws -> PostgresStore {
      let name = role.replacing(" ", with: "%20")
      return try SharedServer.open(database, as: name)
    }

    @Test("a desk does its whole work with what it is granted")
    func work() throws {
      let store = try open(as: desk)
      let ids = try Sample.fill(store, ["Satu.", "Dua."])
      try store.append([try Sample.act(.noted(text: "catatan"), on: ids[0], in: store)])
      let source = Source(id: SourceID(rawValue: "a"), type: "report", title: "Laporan")
      try store.add([LibrarySource(source: source, text: "isi")])
      try store.add([LibrarySource(source: source, text: "isi baru")])
      #expect(try store.search("laporan", limit: 5).count == 1)
      #expect(try store.checkDerived() == [])
    }

    @Test(
      "a desk cannot change or delete what happened",
      arguments: [
        "UPDATE tilik.event SET canonical = ''", "DELETE FROM tilik.event", "TRUNCATE tilik.event",
        "UPDATE tilik.document SET title = 'x'", "DELETE FROM tilik.document",
        "UPDATE tilik.blob SET bytes = ''", "DELETE FROM tilik.blob", "TRUNCATE tilik.blob CASCADE",
        "ALTER TABLE tilik.event DISABLE TRIGGER never_changed", "DROP TABLE tilik.event",
        "DROP TRIGGER never_changed ON tilik.event", "CREATE TABLE tilik.other (a int)",
        "DELETE FROM tilik.claim", "UPDATE tilik.migration SET number = 9",
      ]
    )
    func appendOnly(sql: String) throws {
      try Sample.fill(try open(as: desk), ["Satu."])
      let error = #expect(throws: PostgresServer.Failure.self) {
        try server.sql(sql, in: database, as: desk)
      }
      let said = error?.description ?? ""
      #expect(said.contains("permission denied") || said.contains("must be owner"), "\(said)")
    }

    @Test(
      "not even the owner changes an event by mistake",
      arguments: [
        "UPDATE tilik.event SET canonical = ''", "DELETE FROM tilik.event", "TRUNCATE tilik.event",
        "UPDATE tilik.document SET title = 'x'", "UPDATE tilik.blob SET bytes = ''",
      ]
    )
    func owner(sql: String) throws {
      try Sample.fill(try open(as: desk), ["Satu."])
      let error = #expect(throws: PostgresServer.Failure.self) {
        try server.sql(sql, in: database)
      }
      #expect(error?.description.contains("never changed") == true)
    }

    @Test("a reader looks, and is told that it may not write")
    func reading() throws {
      let ids = try Sample.fill(try open(as: desk), ["Satu."])
      let store = try open(as: reader)
      #expect(try store.claims(ClaimQuery()).map(\.id) == ids)
      #expect(try store.search("satu", limit: 5).count == 2)
      #expect(try store.checkDerived() == [])
      let note = try Sample.act(.noted(text: "x"), on: ids[0], in: store)
      let error = #expect(throws: StoreError.self) { try store.append([note]) }
      guard case .denied = error else {
        Issue.record("expected denied, got \(String(describing: error))")
        return
      }
    }
  }

  @Suite(
    "Opening a PostgreSQL store",
    .enabled(if: PostgresServer.isInstalled, "PostgreSQL is not installed")
  )
  struct PostgresOpeningTests {
    @Test("says so where there are no tables")
    func missing() throws {
      let database = try SharedServer.server.get().database()
      let error = #expect(throws: StoreError.self) { try SharedServer.open(database) }
      guard case .missing = error else { Issue.record("expected missing"); return }
    }

    @Test("goes on from any step that the tables have reached")
    func migrates() throws {
      let server = try SharedServer.server.get()
      for reached in 0...PostgresSchema.migrations.count {
        let database = try server.database()
        let steps = PostgresSchema.migrations.prefix(reached).map(\.script).joined()
        if !steps.isEmpty { try server.sql(steps, in: database) }
        let store = try SharedServer.open(database, creating: reached == 0)
        try Sample.fill(store, ["Satu."])
        #expect(try store.search("satu", limit: 5).count == 2)
        // Opened again, it has nothing to do.
        #expect(try SharedServer.open(database).head().count == 1)
      }
    }

    @Test("refuses what a newer version made, and an older one that it may not change")
    func versions() throws {
      let (_, database) = try SharedServer.store()
      let server = try SharedServer.server.get()
      try server.sql("INSERT INTO tilik.migration VALUES (99, 'from the future')", in: database)
      let newer = #expect(throws: StoreError.self) { try SharedServer.open(database) }
      guard case .newer = newer else { Issue.record("expected newer"); return }
      let old = try server.database()
      try server.sql("CREATE ROLE \"guest-\(old)\" LOGIN")
      try server.sql(PostgresSchema.migrations[0].script, in: old)
      try server.sql(
        PostgresSchema.grants(desk: "guest-\(old)", reader: nil).replacing(
          ", tilik.search",
          with: ""
        ),
        in: old
      )
      let older = #expect(throws: StoreError.self) {
        try SharedServer.open(old, as: "guest-\(old)")
      }
      guard case .older = older else {
        Issue.record("expected older, got \(String(describing: older))")
        return
      }
    }

    @Test("says why a server lets nobody in, soon and without the password")
    func unreachable() throws {
      for address in [
        "postgresql://sari:secret@127.0.0.1:1/tilik",
        "postgresql://sari:secret@/tilik?host=/nowhere",
      ] {
        let error = #expect(throws: StoreError.self) {
          try PostgresStore.open(at: StoreAddress(address))
        }
        guard case .unreachable(let path, let detail) = error else {
          Issue.record("expected unreachable, got \(String(describing: error))")
          return
        }
        #expect(!path.contains("secret") && !detail.contains("secret"))
        #expect(path.contains("sari@"))
      }
    }
  }

  @Suite("A store's address")
  struct StoreAddressTests {
    @Test(
      "is shown without its password",
      arguments: [
        ("postgresql://a:b@h/d", "postgresql://a@h/d"), ("postgres://h/d", "postgres://h/d"),
        ("postgresql://a@h:5433/d?sslmode=verify-full", "postgresql://a@h:5433/d"),
        ("postgresql://a:b%40c@[::1]:1/d?password=x", "postgresql://a@[::1]:1/d"),
        ("ledgers/a.sqlite", "ledgers/a.sqlite"),
      ]
    )
    func shown(address: String, text: String) {
      #expect(StoreAddress(address).description == text)
    }

    @Test("knows whether it has one")
    func passwords() {
      #expect(StoreAddress("postgresql://a:b@h/d").hasPassword)
      #expect(StoreAddress("postgresql://a@h/d?password=x").hasPassword)
      #expect(!StoreAddress("postgresql://a@h:5433/d?sslmode=verify-full").hasPassword)
      #expect(!StoreAddress("a:b@c").hasPassword)
    }
  }
#endif
