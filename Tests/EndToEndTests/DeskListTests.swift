import Foundation
import TestSupport
import Testing

@Suite("Finding and sorting work")
struct DeskListTests {
  private struct Listed: Decodable {
    var id: String
    var state: String
  }
  private struct Queued: Decodable {
    var claim: Listed
    var step: String
    var reasons: [String]
  }

  @Test("a filter as options, as one line, and saved under a name finds the same")
  func filters() throws {
    let desk = try MarketDesk()
    let tilik = desk.tilik
    try desk.done("Sari", "triage", desk.claim, "--harm", "high", "--due", "2026-03-12")
    try desk.done("Sari", "take", desk.claim)
    let wanted = try tilik.json([Listed].self, "list", "--assignee", "Sari").map(\.id)
    #expect(wanted.count == 1)
    for arguments in [
      ["--status", "researching"], ["--owner", "Sari"], ["--where", "assignee:Sari"],
      ["--due", "2026-03-12"], ["--text", "Semua kios"], ["--where", #"text:"Semua kios""#],
      ["--where", "state:researching speaker:damar due:2026-12-31"], ["--assignee", "me"],
    ] {
      let result = try tilik.run(Program.url.path, ["list", "--json", "--as", "Sari"] + arguments)
      let found = try JSONDecoder().decode([Listed].self, from: Data(result.output.utf8))
      #expect(found.map(\.id) == wanted, "\(arguments)")
    }
    #expect(try tilik.json([Listed].self, "list", "--due", "2026-03-11").isEmpty)
    #expect(try tilik.json([Listed].self, "list", "--conflict").isEmpty)
    #expect(try tilik.json([Listed].self, "list", "--recheck", "2030-01-01").isEmpty)
    #expect(try tilik.json([Listed].self, "list", "--limit", "1").count == 1)

    let saved = try tilik(
      "list",
      "--assignee",
      "Sari",
      "--text",
      #"kios "lama""#,
      "--save",
      "odd"
    )
    #expect(saved.talk.contains("tilik list --query odd"))
    let text = try String(contentsOfFile: tilik.path("queries.txt"), encoding: .utf8)
    #expect(text.contains(#"odd: assignee:Sari text:"kios \"lama\"""#), "\(text)")
    #expect(try tilik("list", "--assignee", "Sari", "--save", "mine").status == 0)
    #expect(try tilik.json([Listed].self, "list", "--query", "mine").map(\.id) == wanted)
    #expect(try tilik.json([Listed].self, "list", "--where", "@mine").map(\.id) == wanted)
    #expect(try tilik.json([Listed].self, "list", "--query", "odd").isEmpty)
  }

  @Test("a filter that nobody understands says what there is")
  func badFilters() throws {
    let tilik = try MarketDesk().tilik
    for (arguments, words) in [
      (["--where", "colour:red"], "state, verdict, speaker"),
      (["--where", "state:flying"], "captured, queued"),
      (["--where", "due:soon"], "2026-03-10"), (["--flag", "red"], "vague-source"),
      (["--query", "none"], "no saved query"), (["--where", #"text:"open"#], "not closed"),
      (["--save", "a b"], "letters, digits"),
    ] {
      let result = try tilik.run(Program.url.path, ["list"] + arguments)
      #expect(result.status == 2, "\(arguments)")
      #expect(result.talk.contains(words), "\(arguments): \(result.talk)")
    }
  }

  @Test("bulk triage shows its claims, does nothing unasked, and does all with --yes")
  func bulk() throws {
    let desk = try MarketDesk()
    let tilik = desk.tilik
    let count = try tilik.json([Listed].self, "list", "--state", "captured").count
    #expect(count > 1)
    let asked = try desk.run("Sari", "triage", "--where", "state:captured", "-p", "low")
    #expect(asked.status == 1)
    #expect(
      asked.talk.contains("triage \(count) claims") || asked.talk.contains("nothing was changed")
    )
    #expect(asked.talk.contains("Semua kios"), "\(asked.talk)")
    #expect(try tilik.json([Listed].self, "list", "--state", "captured").count == count)
    let done = try desk.done("Sari", "triage", "--where", "state:captured", "-p", "low", "--yes")
    #expect(done.output.split(separator: "\n").count == count)
    #expect(try tilik.json([Listed].self, "list", "--state", "queued").count == count)
    let none = try desk.done("Sari", "triage", "--where", "state:captured", "--yes")
    #expect(none.talk.contains("no claims to triage"))
    #expect(try tilik("triage").status == 2)
    #expect(try tilik("verify").status == 0)
  }

  @Test("the queue puts first what is due, then one's own work, then harm and reach, and says why")
  func queue() throws {
    let desk = try MarketDesk()
    try desk.tilik.write(
      "more.txt",
      """
      Jalan Lingkar Wulung Rusak

      SELAGIRI - "Jalan lingkar sudah menelan dua puluh korban sejak Januari," kata Camat Wulung, Retno Adi, Senin.

      "Pasar sementara menampung 300 pedagang," ujar Lurah Wulung, Bimo Hastono.
      """
    )
    try desk.done("Sari", "add", "more.txt")
    let road = String(
      try #require(
        try desk.tilik.json([Listed].self, "list", "--text", "dua puluh korban").first
      ).id.prefix(8)
    )
    let stalls = String(
      try #require(try desk.tilik.json([Listed].self, "list", "--text", "300 pedagang").first).id
        .prefix(8)
    )
    try desk.done("Sari", "triage", road, "--harm", "high", "--reach", "high")
    try desk.done("Sari", "triage", stalls, "--harm", "low", "--due", "2026-03-20")
    func queue(_ actor: String, _ now: String) throws -> [Queued] {
      let result = try desk.done(actor, "queue", "--json", "--now", now)
      return try JSONDecoder().decode([Queued].self, from: Data(result.output.utf8))
    }
    var found = try queue("Bagas", "2026-03-10T00:00:00Z")
    #expect(found.first?.claim.id.hasPrefix(road) == true)
    #expect(found.first?.reasons.contains("harm high") == true)
    #expect(found.last?.step == "triage")
    found = try queue("Bagas", "2026-03-21T00:00:00Z")
    #expect(found.first?.claim.id.hasPrefix(stalls) == true)
    #expect(found.first?.reasons.first == "overdue since 2026-03-20")

    try desk.submit()
    found = try queue("Bagas", "2026-03-10T00:00:00Z")
    #expect(found.first?.step == "review")
    #expect(try queue("Sari", "2026-03-10T00:00:00Z").contains { $0.step == "review" } == false)
    let text = try desk.done("Bagas", "queue", "--now", "2026-03-21T00:00:00Z").output
    #expect(text.contains("overdue since 2026-03-20"), "\(text)")
    let indonesian = try desk.tilik("queue", environment: ["TILIK_LANG": "id"]).output
    #expect(indonesian.contains("kelayakan periksa"), "\(indonesian)")
  }

  @Test("the rules are printed, drawn and given as JSON")
  func workflow() throws {
    let tilik = try MarketDesk().tilik
    let text = try tilik("workflow").output
    #expect(text.contains("submitted → In review"), "\(text)")
    #expect(text.contains("2 independent sources, or a waiver"), "\(text)")
    #expect(try tilik("workflow", environment: ["TILIK_LANG": "id"]).output.contains("Semua orang"))
    #expect(try tilik("workflow", "--diagram", "rules.svg").status == 0)
    #expect(try tilik("workflow", "--diagram", "rules.dot").status == 0)
    let svg = try String(contentsOfFile: tilik.path("rules.svg"), encoding: .utf8)
    #expect(svg.hasPrefix("<svg") || svg.hasPrefix("<?xml"))
    #expect(
      try String(contentsOfFile: tilik.path("rules.dot"), encoding: .utf8).contains("digraph")
    )
    #expect(try tilik("workflow", "--diagram", "rules.png").status == 2)
    #expect(try tilik("workflow", "--diagram", "no/where.svg").status == 3)
    struct Rules: Decodable { var name: String }
    #expect(try tilik.json(Rules.self, "workflow").name == "newsroom")
  }

  @Test("a workspace uses the scale it was made with, and keeps the labels of others")
  func scales() throws {
    let desk = try MarketDesk(scale: "politifact")
    #expect(try desk.tilik("init", "x", "--scale", "stars").talk.contains("mafindo"))
    try desk.submit(rating: "pants-on-fire")
    #expect(try desk.run("Sari", "show", desk.claim).output.contains("Pants on Fire"))
    #expect(try desk.run("Sari", "conclude", desk.claim, "-r", "misleading", "-b", "x").status == 1)
    let other = try Program()
    #expect(try other("init", "--scale", "tempo").status == 0)
    let bundle = try desk.tilik("ledger", "export").output
    #expect(try other("ledger", "import", "-", input: Array(bundle.utf8)).status == 0)
    #expect(try other("show", desk.claim).output.contains("Pants on Fire"))
    #expect(try other("verify").status == 0)
  }
}
