import Foundation
import TestSupport
import Testing

@Suite("A reviewer at the command line")
struct DeskTests {
  let tilik: Program
  let claim: String

  init() throws {
    let desk = try MarketDesk()
    (tilik, claim) = (desk.tilik, desk.claim)
  }

  @Test("takes a claim from capture to a published audit, one command a step")
  func wholeWay() throws {
    let steps: [[String]] = [
      ["triage", claim, "--priority", "high", "--message", "the reason for the reopening"],
      ["take", claim, "--as", "Sari"],
      [
        "cite", claim, "dinas-2026", "refutes", "--excerpt", "Dari 212 kios, 148 sudah diperbaiki",
        "--as", "Sari",
      ],
      ["cite", claim, "paguyuban", "refutes", "--as", "Sari"],
      [
        "conclude", claim, "--rating", "false", "--because", "Only 148 of 212 kiosks are mended.",
        "--as", "Sari",
      ],
      ["note", claim, "-m", "asked for the minutes", "--as", "Bagas"],
      ["submit", claim, "--as", "Sari"],
      ["return", claim, "-m", "say which day the count is from", "--as", "Bagas"],
      ["submit", claim, "--as", "Sari"],
      ["approve", claim, "--as", "Bagas"],
      ["publish", claim, "--as", "Bagas"],
    ]
    for step in steps {
      let result = try tilik.run(Program.url.path, step)
      #expect(result.status == 0, "\(step): \(result.talk)")
    }
    #expect(try tilik.json(ShownClaim.self, "show", claim).state == "published")
    let history = try tilik("history", claim).output
    #expect(history.split(separator: "\n").count == steps.count + 1)
    #expect(try tilik("verify").status == 0)
    #expect(try tilik("report").status == 0)
    let html = try #require(try tilik.audits("reports").first)
    #expect(html.contains("Only 148 of 212 kiosks are mended."))
    #expect(html.contains("ClaimReview"))
  }

  @Test("is refused with everything that is missing, and exit code 1")
  func refusal() throws {
    #expect(try tilik("triage", claim).status == 0)
    #expect(try tilik("take", claim, "--as", "Sari").status == 0)
    let result = try tilik("submit", claim, "--as", "Sari")
    #expect(result.status == 1)
    #expect(result.talk.contains("needs a verdict"), "\(result.talk)")
    #expect(result.talk.contains("needs 2 more independent sources"), "\(result.talk)")
    #expect(result.talk.split(separator: "\n").count == 1)
    #expect(try tilik("explain", claim).output.contains("needs a verdict"))
    let other = try tilik("conclude", claim, "-r", "true", "-b", "x", "--as", "Bagas")
    #expect(other.status == 1)
    #expect(other.talk.contains("Sari is working on it"), "\(other.talk)")
  }

  @Test("cannot cite words that the stored text does not have")
  func absentExcerpt() throws {
    #expect(try tilik("triage", claim).status == 0)
    let result = try tilik(
      "cite",
      claim,
      "dinas-2026",
      "supports",
      "--excerpt",
      "semua kios tuntas diperbaiki kemarin"
    )
    #expect(result.status == 1)
    #expect(result.talk.contains("does not stand in the stored text"), "\(result.talk)")
    #expect(try tilik("cite", claim, "no-such", "supports").status == 3)
  }

  @Test("keeps the waiver only together with the submission")
  func waiver() throws {
    #expect(try tilik("triage", claim).status == 0)
    #expect(try tilik("take", claim, "--as", "Sari").status == 0)
    #expect(try tilik("submit", claim, "--waive", "one office counts", "--as", "Sari").status == 1)
    #expect(try !tilik("history", claim).output.contains("waived"))
    #expect(
      try tilik("conclude", claim, "-r", "unproven", "-b", "Nobody has counted.", "--as", "Sari")
        .status == 0
    )
    #expect(try tilik("submit", claim, "--waive", "one office counts", "--as", "Sari").status == 0)
    #expect(try tilik("history", claim).output.contains("waived"))
  }

  @Test("finds the workspace from any folder in it")
  func deep() throws {
    try FileManager.default.createDirectory(
      atPath: tilik.path("a/b"),
      withIntermediateDirectories: true
    )
    #expect(try tilik("show", claim, in: "a/b").status == 0)
  }

  @Test("searches claims, documents and sources")
  func search() throws {
    let output = try tilik("search", "kios").output
    #expect(output.contains("claim"))
    #expect(output.contains("source  dinas-2026"))
    #expect(try tilik("source", "find", "perdagangan", "2026").output.contains("dinas-2026"))
  }

  @Test("plays a script from standard input, and stops at the line that cannot be done")
  func script() throws {
    let lines = """
      as "Sari"
      open "Semua kios sudah diperbaiki"
      triage normal
      take
      submit
      note "never reached"
      """
    let result = try tilik("review", input: Array(lines.utf8))
    #expect(result.status == 1)
    #expect(result.talk.contains("standard input:5"), "\(result.talk)")
    #expect(try !tilik("history", claim).output.contains("never reached"))
  }

  @Test("is spoken to in Indonesian where the locale is")
  func indonesian() throws {
    let result = try tilik("list", environment: ["TILIK_LANG": "", "LANG": "id_ID.UTF-8"])
    #expect(result.output.contains("Ditangkap"), "\(result.output)")
    let refused = try tilik("submit", claim, environment: ["TILIK_LANG": "id"])
    #expect(refused.talk.contains("klaim berada di"), "\(refused.talk)")
  }

  @Test("gets data on standard output only, also when another program reads it")
  func pipes() throws {
    for arguments in [
      ["list", "--json"], ["search", "kios", "--json"], ["history", claim, "--json"],
      ["verify", "--json"],
    ] {
      let result = try tilik.run(Program.url.path, arguments)
      #expect(result.status == 0)
      #expect(result.talk.isEmpty, "\(arguments): \(result.talk)")
      #expect(!result.output.contains("\u{1B}"))
    }
  }
}

@Suite(
  "The review at a keyboard",
  .enabled(
    if: FileManager.default.isExecutableFile(atPath: "/usr/bin/tmux"),
    "tmux is not installed"
  )
)
struct KeyboardTests {
  @Test(
    "shows a claim at 80 by 24, takes a step, says no to nonsense, and goes on where it stopped"
  )
  func terminal() throws {
    let tilik = try Program()
    try tilik.write("market.txt", marketArticle)
    #expect(try tilik("init").status == 0)
    #expect(try tilik("add", "market.txt").status == 0)
    let server = "tilik-\(UUID().uuidString.prefix(8))"
    let tmux = { (arguments: [String]) in
      try tilik.run("/usr/bin/tmux", ["-L", server] + arguments).output
    }
    defer { _ = try? tmux(["kill-server"]) }
    let command = "TILIK_LANG=en TILIK_AS=Sari '\(Program.url.path)' review --plain"
    func screen(_ wanted: String) throws -> String {
      var shown = ""
      for _ in 0..<100 {
        shown = try tmux(["capture-pane", "-p", "-t", "review"])
        if shown.contains(wanted) { break }
        usleep(100_000)
      }
      return shown
    }
    _ = try tmux([
      "new-session", "-d", "-s", "review", "-x", "80", "-y", "24", "-c", tilik.path(""), command,
    ])
    let first = try screen("what now?")
    #expect(first.contains("said by"), "\(first)")
    #expect(first.split(separator: "\n").allSatisfy { $0.count <= 80 })
    _ = try tmux(["send-keys", "-t", "review", "promote it", "Enter"])
    #expect(try screen("is not known").contains("“promote” is not known"))
    _ = try tmux(["send-keys", "-t", "review", "triage high", "Enter"])
    #expect(try screen("→ Queued").contains("queued → Queued"))
    _ = try tmux(["send-keys", "-t", "review", "quit", "Enter"])
    usleep(300_000)
    let list = try tilik("list", "--state", "queued").output
    #expect(list.split(separator: "\n").count == 2, "\(list)")
  }
}
