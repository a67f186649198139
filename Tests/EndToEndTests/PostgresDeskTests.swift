#if Postgres
  import Foundation
  import TestSupport
  import Testing

  @Suite(
    "A desk on a PostgreSQL server",
    .enabled(if: PostgresServer.isInstalled, "PostgreSQL is not installed"),
    .serialized
  )
  struct PostgresDeskTests {
    private static let server = Result { try PostgresServer() }

    let tilik: Program
    let server: PostgresServer
    let database: String
    let address: String

    init() throws {
      tilik = try Program()
      server = try Self.server.get()
      database = try server.database()
      address = server.address(database)
    }

    private func article(_ number: Int) -> String {
      marketArticle
        + (0..<8).map {
          "Damar Kusnadi mengatakan kios nomor \($0) di blok \(number) sudah diperbaiki."
        }.joined(separator: "\n\n")
    }

    /// The first claim with these words.
    private func firstClaim(with words: String) throws -> String {
      struct Listed: Decodable { var id: String }
      return try #require(try tilik.json([Listed].self, "list", "--text", words).first).id
    }

    @Test("works by the address or by the workspace's file, with the same commands")
    func commands() throws {
      let made = try tilik("init", "--store", address)
      #expect(made.status == 0, "\(made.talk)")
      let settings = try String(contentsOfFile: tilik.path("tilik.yaml"), encoding: .utf8)
      #expect(settings.contains("store: \(address)\n"))
      #expect(!FileManager.default.fileExists(atPath: tilik.path(".tilik/ledger.sqlite")))
      try tilik.write("a/market.txt", article(1))
      #expect(try tilik("add", "market.txt", in: "a").status == 0)
      let claim = try firstClaim(with: "blok 1")
      for step in [
        ["triage", claim, "--priority", "high", "--message", "x"], ["take", claim],
        ["note", claim, "-m", "halo"], ["report"], ["verify"], ["history", claim],
        ["search", "kios", "blok"], ["show", claim],
      ] {
        let result = try tilik.run(Program.url.path, step)
        #expect(result.status == 0, "\(step): \(result.talk)")
      }
      // From elsewhere, without a workspace, by the address alone.
      let elsewhere = try Program()
      let found = try elsewhere("search", "kios", "blok", "--store", address)
      #expect(try found.output == tilik("search", "kios", "blok").output)
      let byName = try elsewhere("verify", environment: ["TILIK_STORE": address])
      #expect(byName.status == 0, "\(byName.talk)")
    }

    @Test("says in one line what is wrong with an address, and how to go on")
    func mistakes() throws {
      let empty = try tilik("list", "--store", address)
      #expect(empty.status == 3 && empty.talk.contains("tilik init"), "\(empty.talk)")
      let gone = try tilik("list", "--store", "postgresql://sari:rahasia@127.0.0.1:1/tilik")
      #expect(gone.status == 4, "\(gone.talk)")
      #expect(gone.talk.split(separator: "\n").count == 1 && !gone.talk.contains("rahasia"))
      let secret = try tilik("init", "--store", "postgresql://sari:rahasia@/tilik?host=/tmp")
      #expect(secret.status == 2 && secret.talk.contains(".pgpass"), "\(secret.talk)")
      #expect(!FileManager.default.fileExists(atPath: tilik.path("tilik.yaml")))
    }

    @Test("an administrator makes the tables from what `store schema` prints")
    func schema() throws {
      let printed = try tilik("store", "schema", "--desk", "meja-\(database)")
      #expect(printed.status == 0)
      try server.sql("CREATE ROLE \"meja-\(database)\" LOGIN")
      try server.sql(printed.output, in: database)
      let role = server.address(database, as: "meja-\(database)")
      try tilik.write("market.txt", article(2))
      let added = try tilik("add", "market.txt", "--store", role)
      #expect(added.status == 0, "\(added.talk)")
      #expect(try tilik("verify", "--store", role).status == 0)
      let rest = try tilik("store", "schema", "--after", "1").output
      #expect(rest.contains("tilik.search") && !rest.contains("CREATE TABLE tilik.event"))
      #expect(try tilik("store", "schema", "--after", "99").status == 2)
    }

    @Test("eight processes at once, some killed, lose nothing and leave no half document")
    func processes() throws {
      #expect(try tilik("init", "--store", address).status == 0)
      for number in 0..<32 { try tilik.write("d\(number % 8)/a\(number).txt", article(number)) }
      for writer in 0..<8 { try tilik.write("d\(writer)/same.txt", article(99)) }
      let runs = try (0..<8).map { try tilik.start(Program.url.path, ["add", "d\($0)"]) }
      for run in runs.prefix(3) {
        usleep(UInt32.random(in: 50_000...600_000))
        run.kill()
      }
      for (number, run) in runs.enumerated() {
        let result = try run.finish()
        if number >= 3 { #expect(result.status == 0, "\(result.talk)") }
      }
      let check = try tilik("verify")
      #expect(check.status == 0, "\(check.talk)")
      let lines = try tilik("list", "--documents").output.split(separator: "\n")
      #expect(lines.count >= 21)
      #expect(lines.count { $0.contains("same.txt") || $0.contains("99") } <= 1)
    }

    @Test("moves between SQLite and PostgreSQL and back, and is the same ledger everywhere")
    func copies() throws {
      #expect(try tilik("init").status == 0)
      for number in 0..<5 { try tilik.write("in/a\(number).txt", article(number)) }
      #expect(try tilik("add", "in").status == 0)
      let claim = try firstClaim(with: "blok 3")
      #expect(try tilik("triage", claim, "--priority", "high", "--message", "x").status == 0)
      try tilik.write(
        "sources.json",
        #"[{"id": "dinas", "type": "report", "title": "Laporan Pasar", "publisher": "Dinas"}]"#
      )
      try tilik.write("texts/dinas.txt", "Semua kios blok 3 selesai.\n")
      #expect(try tilik("source", "add", "sources.json", "--texts", "texts").status == 0)

      let there = try tilik("store", "copy", ".", address)
      #expect(there.status == 0, "\(there.talk)")
      let back = try tilik("store", "copy", address, "back/ledger.sqlite")
      #expect(back.status == 0, "\(back.talk)")
      #expect(there.output == back.output)
      // The work goes on on the server; the copy is brought up to date.
      #expect(try tilik("note", claim, "-m", "lanjut", "--store", address).status == 0)
      let later = try tilik("store", "copy", address, ".", "--json")
      #expect(later.status == 0, "\(later.talk)")
      let pages = try ["list", "search", "history"].map { command in
        let arguments =
          [command]
          + (command == "search" ? ["kios", "blok"] : command == "history" ? [claim] : [])
        return (
          try tilik.run(Program.url.path, arguments).output,
          try tilik.run(Program.url.path, arguments + ["--store", address]).output
        )
      }
      for (here, elsewhere) in pages { #expect(here == elsewhere && !here.isEmpty) }
      // Two ledgers that went apart are not copied over each other.
      #expect(try tilik("note", claim, "-m", "di sini").status == 0)
      #expect(try tilik("note", claim, "-m", "di sana", "--store", address).status == 0)
      let apart = try tilik("store", "copy", ".", address)
      #expect(apart.status == 1, "\(apart.talk)")
      #expect(try tilik("verify", "--store", address).status == 0)
    }

    @Test("tells of what happens while it happens", arguments: [true, false])
    func watching(onServer: Bool) throws {
      let made = onServer ? try tilik("init", "--store", address) : try tilik("init")
      #expect(made.status == 0, "\(made.talk)")
      let watch = try tilik.start(
        Program.url.path,
        ["watch", "--after", "0", "--until", "12", "--json"]
      )
      Thread.sleep(forTimeInterval: 0.5)
      try tilik.write("market.txt", article(7))
      #expect(try tilik("add", "market.txt", "--as", "Sari").status == 0)
      struct Listed: Decodable { var id: String }
      let claims = try tilik.json([Listed].self, "list").map(\.id)
      try #require((1..<14).contains(claims.count))
      for number in claims.count..<14 {
        let noted = try tilik("note", claims[0], "-m", "\(number)", "--as", "Bagas")
        #expect(noted.status == 0, "\(noted.talk)")
      }
      let result = try watch.finish()
      #expect(result.status == 0, "\(result.talk)")
      struct Line: Decodable {
        var number: Int
        var actor: String
      }
      let lines = try result.output.split(separator: "\n").map {
        try JSONDecoder().decode(Line.self, from: Data($0.utf8))
      }
      #expect(lines.prefix(12).map(\.number) == Array(1...12))
      #expect(lines.first?.actor == "Sari")
    }
  }
#endif
