import Foundation
import TestSupport
import Testing

@Suite("Asking what was checked before")
struct SourceFindTests {
  /// What `source find --json` says.
  struct Suggestion: Decodable {
    var kind: String
    var from: String
    var id: String
    var title: String
    var rating: String?
    var confidence: Double?
    var reasons: [String]
  }

  let desk: SourceDesk
  let tilik: Program
  let site: Site

  init() throws {
    desk = try SourceDesk()
    tilik = desk.tilik
    site = desk.site
    let checks = [
      ("Jembatan Ranu runtuh karena gempa pada Januari 2026", "Salah"),
      ("Air rebusan daun jeruk menyembuhkan demam berdarah", "Menyesatkan"),
      ("Wali Kota Selagiri menjual lahan Pasar Wulung kepada pengembang", "Salah"),
      ("Bantuan beras untuk warga Selagiri dihentikan mulai Mei", "Benar"),
    ].enumerated().map { number, check in
      """
      {"@type": "ClaimReview", "url": "https://cek.example/\(number)", "claimReviewed": "\(check.0)",
       "author": {"@type": "Organization", "name": "Cek Selagiri"}, "datePublished": "2026-02-0\(number + 1)",
       "reviewRating": {"@type": "Rating", "alternateName": "\(check.1)"}}
      """
    }
    try tilik.write(
      "umpan.json",
      #"{"@type": "DataFeed", "dataFeedElement": [\#(checks.joined(separator: ","))]}"#
    )
    let imported = try desk.source("import", "umpan.json")
    try #require(imported.output.contains("4 checks, 4 of them new"), "\(imported.talk)")
  }

  @Test("finds a check of the same claim in other words, with its reasons and never as a verdict")
  func imported() throws {
    let found = try desk.json(
      [Suggestion].self,
      "find",
      "lahan Pasar Wulung dijual wali kota kepada pengembang"
    )
    #expect(found.first?.id == "https://cek.example/2")
    #expect(found.first?.rating == "Salah")
    #expect((found.first?.confidence ?? 0) > 0.5)
    #expect(found.first?.reasons.contains("lahan") == true)
    #expect(try desk.source("import", "umpan.json").output.contains("0 of them new"))
    #expect(try desk.source("export", "--format", "claimreview").output.contains("DataFeed"))
    #expect(site.requests.isEmpty)
  }

  @Test("abstains where nothing is likely the same, and shows the nearest on request")
  func abstains() throws {
    let result = try desk.source("find", "bupati", "baru", "dilantik", "pekan", "depan")
    #expect(result.status == 0)
    #expect(result.output.isEmpty, "\(result.output)")
    let near = try desk.source("find", "demam", "naik", "di", "musim", "hujan")
    #expect(near.output.isEmpty)
    #expect(near.talk.contains("--all"))
    let all = try desk.source("find", "demam", "naik", "di", "musim", "hujan", "--all")
    #expect(all.output.contains("https://cek.example/1"))
  }

  @Test("finds the desk's own claims by a claim, and the library by words")
  func own() throws {
    try tilik.write("lagi.txt", marketArticle.replacing("Wulung", with: "Wulung Baru"))
    #expect(try tilik("add", "lagi.txt").status == 0)
    let found = try desk.json([Suggestion].self, "find", desk.claim)
    #expect(found.first?.kind == "claim", "\(found)")
    #expect(!found.contains { $0.kind == "claim" && desk.claim.hasPrefix($0.id) })
    #expect(try desk.source("add", site.url("berita/pasar-wulung")).status == 0)
    #expect(try desk.source("find", "Endah", "Sastra").output.contains("authors: endah"))
    #expect(try desk.source("find", "lapangan", "pedagang").output.contains("its text"))
  }

  @Test("asks providers by name only, keeps their pace, and says which key is missing")
  func online() throws {
    try site.put(
      "w/rest.php/v1/search/page",
      """
      {"pages": [{"id": 7, "key": "Pasar_Wulung", "title": "Pasar Wulung", "excerpt": "kios <b>pasar</b>",
       "description": "pasar di Selagiri"}]}
      """,
      answer: #"{"headers": {"Content-Type": "application/json"}}"#
    )
    let base = String(site.url("").dropLast())
    let environment = ["TILIK_WIKIPEDIA_ID_URL": base, "TILIK_GDELT_URL": base]
    let found = try desk.json(
      [Suggestion].self,
      "find",
      "Pasar Wulung",
      "--online",
      "wikipedia-id",
      environment: environment
    )
    #expect(found.contains { $0.from == "wikipedia-id" && $0.title.contains("Pasar Wulung") })
    #expect(site.requests.count == 1)
    // Who waits for more than a second is told for whom.
    try site.put(
      "w/rest.php/v1/search/page",
      #"{"pages": []}"#,
      answer: #"{"seconds": 2, "headers": {"Content-Type": "application/json"}}"#
    )
    let slow = try desk.source("find", "x", "--online", "wikipedia-id", environment: environment)
    #expect(slow.status == 0)
    #expect(slow.talk.contains("wikipedia-id is asked"), "\(slow.talk)")
    let keyless = try desk.source("find", "Pasar Wulung", "--online", "mafindo")
    #expect(keyless.status == 4)
    #expect(keyless.talk.contains("TILIK_MAFINDO_KEY"))
    let unknown = try desk.source("find", "x", "--online", "oracle")
    #expect(unknown.status == 2)
    // Two commands one after the other keep the pace, too.
    let gdelt = ["find", "x", "--online", "gdelt"]
    try site.put(
      "api/v2/doc/doc",
      #"{"articles": []}"#,
      answer: #"{"headers": {"Content-Type": "application/json"}}"#
    )
    #expect(try desk.source(gdelt, environment: environment).status == 0)
    let start = ContinuousClock.now
    #expect(try desk.source(gdelt, environment: environment).status == 0)
    #expect(ContinuousClock.now - start >= .seconds(4))
    // A provider that said no is left alone as long as it asked for.
    try site.put(
      "api/v2/doc/doc",
      "",
      answer: #"{"status": 429, "headers": {"Retry-After": "900"}}"#
    )
    #expect(try desk.source("find", "x", "--online", "gdelt", environment: environment).status == 4)
    let before = site.requests.count
    let again = try desk.source("find", "x", "--online", "gdelt", environment: environment)
    #expect(again.status == 4)
    #expect(again.talk.contains("gdelt"))
    #expect(site.requests.count == before)
  }

  @Test("matches many at once into a run that trec_eval reads")
  func match() throws {
    try tilik.write(
      "library.jsonl",
      """
      {"id": "a", "claim": "The mayor of Fernvale banned bicycles.", "title": "Did Fernvale Ban Bicycles?"}
      {"id": "b", "claim": "A whale was seen in the river Ashdown."}

      """
    )
    try tilik.write("queries.jsonl", #"{"id": "q1", "text": "whale in the Ashdown!!"}"#)
    let run = try tilik(
      "source",
      "match",
      "--library",
      "library.jsonl",
      "--queries",
      "queries.jsonl"
    )
    #expect(run.status == 0, "\(run.talk)")
    #expect(run.output.hasPrefix("q1 Q0 b 1 "))
    #expect(run.talk.contains("2 claims read"))
    try tilik.write("queries.jsonl", "{\"id\": \"q1\"}")
    let broken = try tilik(
      "source",
      "match",
      "--library",
      "library.jsonl",
      "--queries",
      "queries.jsonl"
    )
    #expect(broken.status == 3)
    #expect(broken.talk.contains("queries.jsonl:1: no “text”"))
  }
}
