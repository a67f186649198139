import Foundation
import TestSupport
import Testing

@Suite("Looking at cited sources again")
struct SourceCheckTests {
  /// What `source check --json` says.
  struct Seen: Decodable {
    struct Check: Decodable {
      var observation: String
      var distance: Double?
      var anchor: String?
      var status: Int?
    }
    var source: String
    var state: String
    var check: Check
    var claims: [String]
    var snapshot: String?
  }

  let desk: SourceDesk
  let tilik: Program
  let site: Site

  init() throws {
    desk = try SourceDesk()
    tilik = desk.tilik
    site = desk.site
    try #require(try desk.source("add", site.url("berita/pasar-wulung")).status == 0)
    let cited = try tilik(
      "cite",
      desk.claim,
      "sastra-2026-pasar",
      "refutes",
      "-e",
      "Dari 212 kios, 148 sudah diperbaiki"
    )
    try #require(cited.status == 0, "\(cited.talk)")
  }

  private func check(_ day: String, _ more: String...) throws -> [Seen] {
    let result = try tilik.run(
      Program.url.path,
      ["source", "check", "--json"] + more + site.allowed,
      environment: ["TILIK_NOW": "2026-\(day)T03:00:00Z"]
    )
    try #require(result.status == 0, "\(result.talk)")
    return try JSONDecoder().decode([Seen].self, from: Data(result.output.utf8))
  }

  /// The audit of the article.
  private func report() throws -> String {
    let result = try tilik("report")
    #expect(result.status == 0, "\(result.talk)")
    let names = try FileManager.default.contentsOfDirectory(atPath: tilik.path("reports"))
    let page = try #require(names.first { $0.hasSuffix(".html") && $0.contains("-") })
    return try String(contentsOfFile: tilik.path("reports/\(page)"), encoding: .utf8)
  }

  @Test("sees the same page, also where the server only says that nothing changed")
  func alive() throws {
    let seen = try check("03-16")
    #expect(seen.map(\.state) == ["alive"])
    #expect(seen[0].check.status == 304)
    #expect(seen[0].check.distance == 0)
    #expect(seen[0].check.anchor == "exact")
    #expect(seen[0].claims.count == 1)
    #expect(try tilik("history", desk.claim).output.contains("source looked at"))
    #expect(try desk.source("show", "sastra-2026-pasar").output.contains("page: alive"))
    #expect(try tilik("show", desk.claim).output.contains("[page alive]"))
    let card = try tilik("show", desk.claim, "--json").output
    #expect(card.contains(#""page" : "alive""#) && card.contains("TextPositionSelector"))
    #expect(try tilik("verify").status == 0)
  }

  @Test("asks a site for one page at a time, a second apart")
  func polite() throws {
    for name in ["satu", "dua"] {
      try site.put(name, Site.article().replacing("/berita/pasar-wulung", with: "/\(name)"))
      let added = try desk.source("add", site.url(name), "--id", name)
      #expect(added.status == 0, "\(added.talk)")
      #expect(try tilik("cite", desk.claim, name, "context").status == 0)
    }
    let start = ContinuousClock.now
    #expect(try check("03-16").map(\.state) == ["alive", "alive", "alive"])
    #expect(ContinuousClock.now - start >= .seconds(2))
  }

  @Test("believes no page that says there is none, whatever its status")
  func softlyGone() throws {
    try site.put("berita/pasar-wulung", "<title>Halaman tidak ditemukan</title><p>Maaf.</p>")
    #expect(try check("03-16").map(\.check.observation) == ["missing"])
    #expect(try check("03-18").map(\.state) == ["gone"])
  }

  @Test("makes one event a claim, and finds again what was only similar when it was cited")
  func severalExcerpts() throws {
    let similar = "Dari 212 kios, 184 sudah diperbaiki per 12 Maret 2026"
    for excerpt in [similar, "64 dari 212 kios"] {
      let cited = try tilik("cite", desk.claim, "sastra-2026-pasar", "context", "-e", excerpt)
      #expect(cited.status == 0, "\(cited.talk)")
    }
    #expect(try check("03-16").map(\.state) == ["alive"])
    let history = try tilik("history", desk.claim).output
    #expect(history.split(separator: "\n").count { $0.contains("source looked at") } == 1)
  }

  @Test("sees that the cited words changed, keeps what the page says now, and overwrites nothing")
  func changed() throws {
    try site.put("berita/pasar-wulung", Site.article(kiosks: 150))
    let seen = try check("03-16")
    #expect(seen.map(\.state) == ["changed"])
    #expect(seen[0].check.anchor == "fuzzy")
    #expect(seen[0].snapshot != nil)
    #expect(desk.snapshots.filter { $0.hasSuffix(".warc.gz") }.count == 2)
    #expect(try report().contains("halaman asli sudah berubah"))
    // The server says that nothing changed since the latest copy, which is not the cited one.
    let same = try check("03-16")
    #expect(same.map(\.state) == ["changed"])
    #expect(same[0].check.status == 304)
    try site.put("berita/pasar-wulung", Site.article())
    #expect(try check("03-17").map(\.state) == ["alive"])
    #expect(desk.snapshots.filter { $0.hasSuffix(".warc.gz") }.count == 2)
    #expect(try tilik("verify").status == 0)
    #expect(try report().contains("halaman asli tetap"))
  }

  @Test("believes that a page is gone only when a second look a day later says so")
  func gone() throws {
    try site.remove("berita/pasar-wulung")
    #expect(try check("03-16").map(\.state) == ["unknown"])
    let told = try desk.source("check", environment: ["TILIK_NOW": "2026-03-16T04:00:00Z"])
    #expect(
      told.output.contains("unknown: no such page (404); it is called gone when it is missing")
    )
    // An hour later nothing new can be learned, so nothing is due.
    #expect(try check("03-16", "--due").isEmpty)
    #expect(try check("03-18", "--due").map(\.state) == ["gone"])
    #expect(try tilik("history", desk.claim).output.contains("no such page (404)"))
  }

  @Test("looks again after as many days as the workflow's file says")
  func interval() throws {
    #expect(try check("03-16").map(\.state) == ["alive"])
    #expect(try check("03-27", "--due").isEmpty)
    let file = tilik.path("workflow.yaml")
    let rules = try String(contentsOfFile: file, encoding: .utf8)
    let own = rules.replacing(/recheck-days: [0-9]+/, with: "recheck-days: 10")
    try #require(own != rules)
    try own.write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try check("03-25", "--due").isEmpty)
    #expect(try check("03-27", "--due").map(\.state) == ["alive"])
  }

  @Test("tells a wall from an absence, and waits for its time")
  func blocked() throws {
    try site.put("berita/pasar-wulung", "", answer: #"{"status": 403}"#)
    #expect(try check("03-16").map(\.state) == ["blocked"])
    #expect(try check("04-16", "--due").isEmpty)
    #expect(try check("10-16", "--due").count == 1)
    struct Row: Decodable {
      var id: String
      var state: String?
    }
    let due = try tilik.run(
      Program.url.path,
      ["source", "list", "--due", "--json"],
      environment: ["TILIK_NOW": "2027-09-01T00:00:00Z"]
    )
    let rows = try JSONDecoder().decode([Row].self, from: Data(due.output.utf8))
    #expect(rows.map(\.state) == ["blocked"])
    #expect(rows.map(\.id) == ["sastra-2026-pasar"])
  }
}
