import Foundation
import TestSupport
import Testing

@Suite(
  "The founding article",
  .enabled(
    if: SharedData.has("seed/putin-kim-paltv.txt"),
    "the measuring data is not beside the checkout"
  )
)
struct FoundingArticleTests {
  struct Gold: Decodable {
    struct Attribution: Decodable {
      var content: [[Int]]
      var speaker: String
    }
    var attributions: [Attribution]
  }

  let tilik: Program
  let document: ShownDocument
  let claims: [ShownClaim]

  init() throws {
    tilik = try Program()
    #expect(try tilik("init").status == 0)
    let added = try tilik("add", SharedData.url("seed/putin-kim-paltv.txt").path)
    try #require(added.status == 0, "\(added.talk)")
    document = try #require(try tilik.documents().first)
    claims = try tilik.claims()
  }

  @Test("gives all ten attributions, with the speaker where one is named and none where none is")
  func gold() throws {
    let file = SharedData.url("seed/putin-kim-paltv.gold.json")
    let gold = try JSONDecoder().decode(Gold.self, from: Data(contentsOf: file))
    #expect(gold.attributions.count == 10)
    for attribution in gold.attributions {
      let wanted = Set(attribution.content.flatMap { Array($0[0]..<$0[1]) })
      let match = claims.first {
        $0.places.intersection(wanted).count * 2 >= wanted.union($0.places).count
      }
      let words = attribution.content.map(document.words)
      let claim = try #require(match, "not found: \(words)")
      #expect(claim.speaker ?? "" == attribution.speaker, "\(words)")
    }
  }

  @Test("makes no claim of links, the repeated headline, the credit or the scare quote")
  func noClaims() throws {
    let headline = try #require(document.metadata.title)
    let second = try #require(document.span(of: headline, nth: 2))
    for claim in claims {
      #expect(claim.places.isDisjoint(with: second), "\(claim.quote)")
      for word in ["BACA JUGA", "ABCnews", "Google News", "berbagai sumber"] {
        #expect(!claim.quote.joined().contains(word), "\(claim.quote)")
      }
      #expect(claim.quote != ["aliansi"])
    }
    for (start, line) in lines() where line.hasPrefix("BACA JUGA") {
      let span = Set(start..<(start + line.unicodeScalars.count))
      #expect(claims.allSatisfy { $0.places.isDisjoint(with: span) })
    }
  }

  @Test("has its unclosed quotation and its vague source flagged, and its Wednesday confirmed")
  func flags() {
    #expect(claims.contains { $0.flags.contains("unclosedQuotation") && $0.speaker == nil })
    let found = document.findings
    #expect(found.contains { $0.kind == "weekday" && $0.outcome == "confirmed" })
    #expect(
      found.contains { finding in
        finding.kind == "vagueSourcing"
          && finding.spans.contains { document.words($0).contains("berbagai sumber") }
      }
    )
  }

  private func lines() -> [(Int, String)] {
    var start = 0
    return document.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      defer { start += line.unicodeScalars.count + 1 }
      return (start, String(line))
    }
  }
}
