import Foundation
import TestSupport
import Testing

@Suite("What tilik report writes")
struct ReportTests {
  private static let article = """
    Pellby toll has paid for itself, says leader

    PELLBY, 9 March 2026 - The toll on Pellby Bridge has paid for itself, council leader Ada Fenwright said on Monday.

    "We have collected $1.2 million in three years," she told reporters.

    "No other bridge in the valley comes close," Fenwright said.
    """

  private static func desk() throws -> Program {
    var tilik = try Program()
    tilik.environment = ["TILIK_AS": "Ellen Tarrow", "TILIK_NOW": "2026-03-09T02:00:00Z"]
    try #require(tilik("init").status == 0)
    try tilik.write("toll.txt", article)
    try #require(tilik("add", "toll.txt").status == 0)
    return tilik
  }

  private func pages(_ tilik: Program) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: tilik.path("reports"))
      .filter { $0.hasPrefix("20") || $0.hasPrefix("pellby") }.sorted()
  }

  @Test("verifies without a workspace, and no changed byte passes")
  func verify() throws {
    let tilik = try Self.desk()
    try #require(tilik("report").status == 0)
    let page = try #require(try pages(tilik).first)
    let audit = tilik.path("reports/\(page)")
    let elsewhere = try Program()
    let whole = try elsewhere("verify", audit)
    #expect(whole.status == 0, "\(whole.output)")
    #expect(whole.output.contains("✓ each quotation, verdict and excerpt stands in an event"))
    #expect(whole.output.contains("– not checked: whether the events are in the desk's ledger"))
    struct Checked: Decodable {
      struct Line: Decodable {
        var check: String
        var fits: Bool?
      }
      var checks: [Line]
    }
    let lines = try elsewhere.json([Checked].self, "verify", audit)[0].checks
    #expect(
      lines.filter { $0.fits == true }.map(\.check) == ["bytes", "seal", "text", "events", "told"]
    )

    var bytes = [UInt8](try Data(contentsOf: URL(filePath: audit)))
    let quotation = try #require(
      Data(bytes).range(of: Data("$1.2 million".utf8), options: .backwards)
    )
    bytes[quotation.lowerBound + 1] ^= 2
    let forged = try elsewhere.write("forged.html", bytes: bytes)
    let found = try elsewhere("verify", audit, forged)
    #expect(found.status == 5)
    #expect(found.output.contains("✕ every byte is as it was written"))
    #expect(try elsewhere("verify", "missing.html").status == 3)
    let other = try elsewhere.write("other.html", "<p>no audit</p>")
    let refused = try elsewhere("verify", other, environment: ["TILIK_LANG": "id"])
    #expect(refused.status == 5)
    #expect(refused.output.contains("bukan audit yang ditulis tilik"))
  }

  @Test("carries proofs under a signed checkpoint, and keeps them when the ledger grows")
  func proofs() throws {
    let tilik = try Self.desk()
    let key = try tilik("key", "new").output.split(separator: " ").first.map(String.init)
    try #require(tilik("key", "trust").status == 0)
    try #require(tilik("ledger", "checkpoint").status == 0)
    try #require(tilik("report").status == 0)
    let page = tilik.path("reports/\(try #require(try pages(tilik).first))")
    let elsewhere = try Program()
    let told = try elsewhere("verify", page, "--key", try #require(key))
    #expect(told.status == 0, "\(told.output)")
    #expect(told.output.contains("✓ the latest event of each claim"))
    #expect(told.output.contains("✓ the checkpoint is signed by"))
    try tilik.write("ferry.txt", "Ferries\n\nVELMOUTH - \"Fares will rise,\" said Jon Ferris.")
    try #require(tilik("add", "ferry.txt").status == 0)
    try #require(tilik("ledger", "checkpoint").status == 0)
    #expect(try !tilik("report").output.contains("pellby"))
  }

  @Test("marks the audit of an old version, leads to the new one, and writes nothing twice")
  func versions() throws {
    let tilik = try Self.desk()
    try #require(tilik("report").status == 0)
    let first = try #require(try pages(tilik).first)
    try tilik.write(
      "toll.txt",
      Self.article.replacingOccurrences(
        of: "No other bridge in the valley comes close",
        with: "It is the busiest one"
      )
    )
    try #require(
      tilik("add", "toll.txt", environment: ["TILIK_NOW": "2026-03-10T02:00:00Z"]).status == 0
    )
    try #require(tilik("report").status == 0)
    let both = try pages(tilik)
    #expect(both.count == 2)
    let second = try #require(both.first { $0 != first })
    let old = try String(contentsOfFile: tilik.path("reports/\(first)"), encoding: .utf8)
    #expect(old.contains("<a href=\"\(second)\">Audit of version 2</a>"))
    #expect(old.contains("No other bridge in the valley comes close"))
    #expect(old.contains("These words no longer stand in version 2."))
    #expect(old.contains("The review goes on in version 2"))
    let new = try String(contentsOfFile: tilik.path("reports/\(second)"), encoding: .utf8)
    #expect(new.contains("<a href=\"\(first)\">version 1</a> (only there: 1 claim)"))
    #expect(try tilik("verify", "reports/\(first)", "reports/\(second)").status == 0)
    let index = try String(contentsOfFile: tilik.path("reports/index.html"), encoding: .utf8)
    #expect(index.components(separatedBy: "<tr data-o=").count == 2)
    #expect(try tilik("report").output.isEmpty)
  }

  @Test("leaves an audit alone when another article is worked on")
  func untouched() throws {
    let tilik = try Self.desk()
    try #require(tilik("report").status == 0)
    try tilik.write(
      "ferry.txt",
      "Ferry fares to rise\n\nVELMOUTH - \"Fares will rise by 9 percent,\" said harbour master Jon Ferris."
    )
    try #require(
      tilik("add", "ferry.txt", environment: ["TILIK_NOW": "2026-03-11T02:00:00Z"]).status == 0
    )
    let written = try tilik("report").output.split(separator: "\n").map {
      URL(filePath: String($0)).lastPathComponent
    }
    #expect(written.contains { $0.hasPrefix("ferry") })
    #expect(!written.contains { $0.contains("pellby") })
    #expect(written.contains("index.html"))
  }

  @Test("names pages of articles that are not in the ledger, and removes them when told to")
  func stale() throws {
    let tilik = try Self.desk()
    try #require(tilik("report").status == 0)
    let page = try #require(try pages(tilik).first)
    try FileManager.default.copyItem(
      atPath: tilik.path("reports/\(page)"),
      toPath: tilik.path("reports/2020-01-01-gone-abcdef01.html")
    )
    try tilik.write("reports/mine.html", "<title>mine</title>")
    let told = try tilik("report")
    #expect(told.status == 0)
    #expect(told.talk.contains("2020-01-01-gone-abcdef01.html"))
    #expect(told.talk.contains("--prune removes them"))
    #expect(try tilik("report", "--prune").talk.contains("1 old pages removed"))
    #expect(try pages(tilik) == [page])
    #expect(FileManager.default.fileExists(atPath: tilik.path("reports/mine.html")))
  }

  @Test("speaks the language that is asked for, whatever the article's")
  func language() throws {
    let tilik = try Self.desk()
    try #require(tilik("report", "--language", "id").status == 0)
    let page = try #require(try pages(tilik).first)
    let audit = try String(contentsOfFile: tilik.path("reports/\(page)"), encoding: .utf8)
    #expect(audit.contains("<html lang=\"id\">"))
    #expect(audit.contains("<article class=\"art\" lang=\"en\""))
    #expect(audit.contains("Belum ada vonis"))
  }

  @Test("speaks both languages from one record, each page with the way to the other")
  func languages() throws {
    let tilik = try Self.desk()
    try #require(tilik("report", "--language", "en,id").status == 0)
    let page = try #require(try pages(tilik).first)
    func text(_ name: String) throws -> String {
      try String(contentsOfFile: tilik.path("reports/\(name)"), encoding: .utf8)
    }
    for (name, other, language) in [
      (page, "id/\(page)", "id"), ("id/\(page)", "../\(page)", "en"),
      ("index.html", "id/index.html", "id"), ("id/claims.html", "../claims.html", "en"),
    ] {
      let found = try text(name)
      #expect(found.contains("<html lang=\"\(language == "id" ? "en" : "id")\">"))
      #expect(found.contains("<a href=\"\(other)\" hreflang=\"\(language)\""), "\(name)")
      #expect(found.components(separatedBy: "<link rel=\"alternate\"").count == 3)
    }
    #expect(try text(page).contains("No verdict yet"))
    #expect(try text("id/\(page)").contains("Belum ada vonis"))
    #expect(try tilik("verify", "reports/\(page)", "reports/id/\(page)").status == 0)
    #expect(try tilik("report", "--language", "en,id").output.isEmpty)
    #expect(try tilik("report", "--language", "en").talk.contains("reports/id/index.html"))
    #expect(try tilik("report", "--language", "en", "--prune").status == 0)
    #expect(!FileManager.default.fileExists(atPath: tilik.path("reports/id/index.html")))
    for wrong in ["fr", "en,en", "en,", ""] {
      #expect(try tilik("report", "--language", wrong).status == 2)
    }
  }

  @Test("follows the ledger while it watches")
  func watch() throws {
    let tilik = try Self.desk()
    let watching = try tilik.start(Program.url.path, ["report", "--watch"])
    defer { watching.kill() }
    func wait(for condition: () throws -> Bool) throws {
      for _ in 0..<200 where try !condition() { usleep(100_000) }
      #expect(try condition())
    }
    let folder = tilik.path("reports")
    try wait { FileManager.default.fileExists(atPath: folder + "/index.html") }
    try tilik.write(
      "ferry.txt",
      "Ferry fares to rise\n\nVELMOUTH - \"Fares will rise by 9 percent,\" said harbour master Jon Ferris."
    )
    try #require(tilik("add", "ferry.txt").status == 0)
    try wait {
      try FileManager.default.contentsOfDirectory(atPath: folder).contains { $0.contains("ferry") }
    }
  }

  private static let python = SharedData.project.appending(path: ".venv/bin/python").path
  private static let hasBrowser = FileManager.default.isExecutableFile(atPath: python)

  @Test(
    "is served to this machine, and open pages follow the ledger",
    .enabled(if: hasBrowser, "`make setup-tests` installs the browser")
  )
  func serve() throws {
    let tilik = try Self.desk()
    let claim = try #require(try tilik.claims().first?.id)
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "live_reload.py")
    let result = try tilik.run(Self.python, [script.path, Program.url.path, tilik.path(""), claim])
    #expect(result.status == 0, "\(result.talk)")
  }

  @Test(
    "is printed as tagged A4 with all that is on the page",
    .enabled(if: hasBrowser, "`make setup-tests` installs the browser")
  )
  func pdf() throws {
    let tilik = try Self.desk()
    let missing = try tilik("report", "--pdf", environment: ["TILIK_CHROMIUM": "/no/such/program"])
    #expect(missing.status == 3)
    #expect(missing.talk.contains("needs Chromium"))
    try #require(tilik("report", "--pdf").status == 0)
    let page = try #require(try pages(tilik).first { $0.hasSuffix(".pdf") })
    let facts = try tilik.run("pdfinfo", ["reports/\(page)"]).output
    #expect(facts.contains("Tagged:          yes"))
    #expect(facts.contains("A4"))
    let words = try tilik.run("pdftotext", ["-raw", "reports/\(page)", "-"]).output
    #expect(words.contains("1.2 million"))
    #expect(words.contains("Review history"))
    #expect(try tilik("report", "--pdf").output.isEmpty)
  }
}
