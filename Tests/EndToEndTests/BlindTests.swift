import Foundation
import TestSupport
import Testing

@Suite("A verdict before the blind second opinion")
struct BlindTests {
  /// What would give the verdict away: its rating's name and label, and words of its explanation.
  private func leaks(_ text: String) -> Bool {
    text.contains("Rahasia") || text.contains("Misleading") || text.contains("misleading")
  }

  /// Every command that could show a verdict.
  private func commands(_ claim: String) -> [[String]] {
    [
      ["show", claim], ["show", claim, "--json"], ["history", claim], ["history", claim, "--json"],
      ["explain", claim], ["explain", claim, "--json"], ["list"], ["list", "--json"],
      ["list", "--queue"], ["list", "--verdict", "misleading"], ["queue"], ["queue", "--json"],
      ["list", "--where", "verdict:misleading", "--json"], ["search", "kios"],
      ["search", "kios", "--json"], ["search", "Rahasia"], ["stats"], ["stats", "--json"],
      ["verify"], ["verify", "--json"], ["note", claim, "-m", "dilihat"],
      ["triage", "--where", "verdict:misleading", "--yes"],
      ["review", "--plain"],
    ]
  }

  @Test("is shown by no command to the one who has to cast the second")
  func hidden() throws {
    let desk = try MarketDesk(blind: true)
    try desk.submit(rating: "misleading")
    for command in commands(desk.claim) {
      let result = try desk.tilik.run(
        Program.url.path,
        command + ["--as", "Bagas"],
        input: Array("show\nhelp\nquit\n".utf8)
      )
      // The help of `review` lists the scale's ratings, whatever the verdict.
      if command[0] == "review" {
        #expect(!result.output.contains("Rahasia"), "\(command): \(result.output)")
        continue
      }
      #expect(!leaks(result.output + result.talk), "\(command): \(result.output)\(result.talk)")
    }
    #expect(try desk.run("Bagas", "show", desk.claim).output.contains("hidden until"))
    // Its author sees it.
    #expect(try leaks(desk.run("Sari", "show", desk.claim).output))
    #expect(try leaks(desk.run("Sari", "history", desk.claim, "--json").output))
    #expect(try leaks(desk.run("Sari", "list", "--verdict", "misleading").output))
  }

  @Test("does not stand in the audits, which verify all the same")
  func report() throws {
    let desk = try MarketDesk(blind: true)
    try desk.submit(rating: "misleading")
    try desk.done("Bagas", "report")
    let pages = try FileManager.default.contentsOfDirectory(atPath: desk.tilik.path("reports"))
    for page in pages {
      let html = try String(contentsOfFile: desk.tilik.path("reports/\(page)"), encoding: .utf8)
      #expect(!html.contains("Rahasia"), "\(page)")
    }
    try desk.done("Bagas", "opinion", desk.claim, "-r", "misleading", "-b", "Saya hitung sendiri.")
    try desk.done("Bagas", "approve", desk.claim)
    try desk.done("Bagas", "report")
    let html = try #require(try desk.tilik.audits("reports").first)
    #expect(html.contains("Rahasia"))
  }

  @Test("is shown once the opinion is cast; two that differ send the claim back, and say so")
  func cast() throws {
    let desk = try MarketDesk(blind: true)
    try desk.submit(rating: "misleading")
    #expect(try desk.run("Sari", "opinion", desk.claim, "-r", "true", "-b", "x").status == 1)
    let refused = try desk.run("Bagas", "approve", desk.claim)
    #expect(refused.status == 1)
    #expect(refused.talk.contains("needs a second opinion"), "\(refused.talk)")
    let cast = try desk.done("Bagas", "opinion", desk.claim, "-r", "true", "-b", "Semua buka.")
    #expect(cast.talk.contains("the two verdicts differ"), "\(cast.talk)")
    #expect(try leaks(desk.run("Bagas", "show", desk.claim).output))
    #expect(try !leaks(desk.run("Wulan", "show", desk.claim).output))
    #expect(try desk.run("Sari", "show", desk.claim).output.contains("Researching"))
  }

  @Test("does not stay approved when it is edited, and the command says so")
  func voided() throws {
    let desk = try MarketDesk()
    try desk.submit()
    try desk.done("Bagas", "approve", desk.claim)
    let edit = try desk.done("Wulan", "cite", desk.claim, "paguyuban", "context")
    #expect(edit.talk.contains("the approval of Bagas no longer holds"), "\(edit.talk)")
    #expect(try desk.run("Wulan", "publish", desk.claim).status == 1)
    let shown = try desk.run("Wulan", "show", desk.claim).output
    #expect(shown.contains("voided by a later edit"), "\(shown)")
    #expect(shown.contains("In review"), "\(shown)")
    let stats = try desk.run("Wulan", "stats").output
    #expect(stats.contains("1 approvals, 1 voided"), "\(stats)")
  }
}
