import Foundation
import Testing

@testable import ClaimCorpus

@Suite("A corpus")
struct CorpusFileTests {
  private let folder: URL
  private let corpus: CorpusFile

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "tilik-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    corpus = try CorpusFile.open(at: folder.appending(path: "c.sqlite").path, creating: true)
  }

  /// An article whose words before a colon are who said the words after it.
  private func lines(
    _ id: String,
    outlet: String,
    day: String,
    _ said: [(String, String)]
  )
    throws -> (article: String, claims: String)
  {
    var text = "“😀” "
    var attributions: [[String: Any]] = []
    for (speaker, words) in said {
      let start = text.unicodeScalars.count
      text += speaker + ": "
      let middle = text.unicodeScalars.count
      text += words + " "
      attributions.append([
        "content": [[middle, text.unicodeScalars.count - 1]], "cue": [],
        "source": [[start, start + speaker.unicodeScalars.count]], "kind": "direct",
        "speaker": speaker, "flags": [],
      ])
      if speaker.hasPrefix("seorang") { attributions[attributions.count - 1]["unnamed"] = true }
    }
    func json(_ value: Any) throws -> String {
      String(decoding: try JSONSerialization.data(withJSONObject: value), as: UTF8.self)
    }
    return (
      try json(["id": id, "text": text, "outlet": outlet, "date": day]),
      try json([
        "id": id, "language": "id", "attributions": attributions, "claims": [], "findings": [],
      ])
    )
  }

  private func add(_ all: [(article: String, claims: String)]) throws -> CorpusFile.Intake {
    try corpus.add(articles: all.map(\.article), claims: all.map(\.claims))
  }

  @Test("says who is quoted, what is repeated and how it drifts, and who has no name")
  func answers() throws {
    let all = try [
      lines(
        "b",
        outlet: "Kabar Lor",
        day: "2026-03-02",
        [("Harjo Widagdo", "Kami sudah memperbaiki semua kios di pasar itu")]
      ),
      lines(
        "a",
        outlet: "Warta Kidul",
        day: "2026-03-01",
        [
          ("Harjo Widagdo", "Kami akan memperbaiki semua kios di pasar itu"),
          ("seorang pedagang", "Kios saya masih bocor sampai hari ini"),
        ]
      ),
      lines(
        "c",
        outlet: "Warta Kidul",
        day: "2026-03-05",
        [("seorang pedagang", "Tidak ada yang datang memeriksa atapnya")]
      ),
    ]
    let intake = try add(all)
    #expect(intake == CorpusFile.Intake(added: 3, known: 0, unreadable: 0, statements: 4))
    #expect(try corpus.group(NearDuplicates()) == 1)
    let harjo = try #require(try corpus.speakers(limit: 9).first)
    #expect(
      harjo
        == QuotedSpeaker(
          speaker: "Harjo Widagdo",
          statements: 2,
          direct: 2,
          articles: 2,
          outlets: 2,
          first: "2026-03-01",
          last: "2026-03-02"
        )
    )
    #expect(try corpus.speakers(limit: 9).count == 1)
    #expect(
      try corpus.unnamed(limit: 9) == [
        UnnamedSpeaker(mention: "seorang pedagang", statements: 2, articles: 2, outlets: 1)
      ]
    )
    #expect(
      try corpus.naming() == [
        OutletNaming(outlet: "Warta Kidul", statements: 3, unnamed: 2),
        OutletNaming(outlet: "Kabar Lor", statements: 1, unnamed: 0),
      ]
    )
    let shared = try #require(try corpus.shared(limit: 9).first)
    #expect(shared.appearances.map(\.article) == ["a", "b"])
    #expect(shared.appearances[0].text == "Kami akan memperbaiki semua kios di pasar itu")
    #expect(shared.appearances.map(\.similarity) == [1, 0.556])
    #expect(shared.outlets == 2 && shared.tellings == 2)
    #expect(try corpus.shared(speaker: "Harjo Widagdo", outlets: 2, limit: 9).count == 1)
    #expect(try corpus.shared(outlets: 3, limit: 9).isEmpty)
    #expect(try corpus.shared(speaker: "Lain", limit: 9).isEmpty)
    // Added again, nothing changes.
    #expect(try add(all).known == 3)
    #expect(try corpus.group(NearDuplicates()) == 1)
    #expect(try corpus.speakers(limit: 9).first == harjo)
  }

  @Test("takes in all lines or none, and names the first that does not fit")
  func refusals() throws {
    let good = try lines("a", outlet: "K", day: "2026-03-01", [("Ani", "Satu dua tiga empat")])
    let other = try lines("b", outlet: "K", day: "2026-03-01", [])
    let cases: [([String], [String], Int, CorpusError.Reason)] = [
      ([good.article, other.article], [good.claims], 2, .unevenEnds),
      ([good.article], [good.claims, other.claims], 2, .unevenEnds),
      ([good.article, "rubbish"], [good.claims, other.claims], 2, .unreadableArticle),
      ([good.article], ["rubbish"], 1, .unreadableClaims),
      ([other.article], [good.claims], 1, .strangers(article: "b", claims: "a")),
    ]
    for (articles, claims, line, reason) in cases {
      let error = #expect(throws: CorpusError.self) {
        try corpus.add(articles: articles, claims: claims)
      }
      guard case .line(line, reason) = error else {
        Issue.record("expected \(reason), got \(String(describing: error))")
        continue
      }
      #expect(try corpus.speakers(limit: 9).isEmpty)
    }
    let intake = try corpus.add(
      articles: ["rubbish", good.article],
      claims: [#"{"line":1,"error":"the line is not one JSON object"}"#, good.claims]
    )
    #expect(intake.unreadable == 1 && intake.added == 1)
  }

  @Test("is no other file")
  func foreign() throws {
    let path = folder.appending(path: "list.txt").path
    try "shopping list".write(toFile: path, atomically: true, encoding: .utf8)
    let error = #expect(throws: CorpusError.self) { try CorpusFile.open(at: path, creating: true) }
    guard case .foreign = error else {
      Issue.record("expected foreign, got \(String(describing: error))")
      return
    }
    #expect(throws: CorpusError.self) {
      try CorpusFile.open(at: folder.appending(path: "none").path, creating: false)
    }
  }
}
