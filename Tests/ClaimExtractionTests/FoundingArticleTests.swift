import ClaimModel
import Foundation
import TestSupport
import Testing

@testable import ClaimExtraction

/// The article that the project was founded on, which stays outside the project.
@Suite(
  "The founding article",
  .enabled(
    if: SharedData.has("seed/putin-kim-paltv.gold.json"),
    "measuring data is not beside the checkout"
  )
)
struct FoundingArticleTests {
  struct Gold: Decodable {
    struct Item: Decodable {
      var content: [[Int]]
      var speaker: String
    }
    var attributions: [Item]
  }

  /// The ways the article can come: as plain text, and with the blocks that ingest makes.
  enum Form: CaseIterable { case plain, blocks }

  let text: String
  let gold: Gold

  init() throws {
    text = try String(contentsOf: SharedData.url("seed/putin-kim-paltv.txt"), encoding: .utf8)
    gold = try JSONDecoder().decode(
      Gold.self,
      from: Data(contentsOf: SharedData.url("seed/putin-kim-paltv.gold.json"))
    )
  }

  private func extraction(_ form: Form) -> Extraction {
    var blocks: [Block] = []
    if form == .blocks {
      blocks = LineBlocks.blocks(of: Array(text.utf8).span)
      blocks[0].kind = .headline
    }
    return ClaimExtractor().extract(Documents.make(text, blocks: blocks))
  }

  @Test("gives all ten attributions with the right speakers", arguments: Form.allCases)
  func attributions(form: Form) throws {
    let extraction = extraction(form)
    #expect(extraction.language == .indonesian)
    let map = OffsetMap(text)
    for item in gold.attributions {
      let wanted = Set(
        item.content.flatMap { Array(map.span(codePoints: $0[0]..<$0[1]).range) }
      )
      let best = extraction.attributions.max { overlap($0, wanted) < overlap($1, wanted) }
      let found = try #require(best)
      let said = Said(found, extraction, text)
      #expect(overlap(found, wanted) >= 0.5, "\(said)")
      #expect(said.speaker == item.speaker, "\(said)")
      if item.speaker.isEmpty {
        #expect(found.flags.contains(.unattributed))
      }
    }
    #expect(extraction.attributions.count == gold.attributions.count)
  }

  private func overlap(_ attribution: Attribution, _ wanted: Set<Int>) -> Double {
    let found = Set(attribution.content.flatMap { Array($0.range) })
    return Double(found.intersection(wanted).count) / Double(found.union(wanted).count)
  }

  @Test("makes no claim of links, credits and scare quotes", arguments: Form.allCases)
  func noise(form: Form) {
    let extraction = extraction(form)
    let spans =
      extraction.attributions.flatMap { $0.content + $0.cue + $0.mention }
      + extraction.assertions.map(\.span)
    let words = spans.map { text.slice($0).map(String.init) ?? "" }
    for word in words {
      for noise in ["BACA JUGA", "Mantan Kabid", "Ditinggal Pergi", "ABCnews", "Cek Berita"] {
        #expect(!word.contains(noise))
      }
      #expect(word != "aliansi")
    }
    // The headline stands twice; at most one of them says anything.
    let end = text.utf8.count(where: { $0 == UInt8(ascii: "\n") }) > 2 ? 170 : 0
    #expect(spans.count(where: { $0.start < end }) <= 1)
  }

  @Test("flags the unclosed quotation and the hidden speakers", arguments: Form.allCases)
  func flags(form: Form) {
    let flags = extraction(form).attributions.map(\.flags)
    #expect(flags.count(where: { $0.contains(.unclosedQuotation) }) == 1)
    #expect(flags.count(where: { $0.contains(.anonymousPassive) }) == 2)
  }

  @Test("confirms the weekday and notes the vague source", arguments: Form.allCases)
  func findings(form: Form) {
    let findings = extraction(form).findings
    #expect(findings.map(\.kind) == [.weekday, .vagueSourcing])
    #expect(findings.map(\.outcome) == [.confirmed, .noted])
    #expect(findings.first?.facts == ["date": "2024-06-19", "printed": "3", "calendar": "3"])
    #expect(findings.last?.facts == ["phrase": "berbagai sumber"])
  }

  @Test("gives speakers their full name and role")
  func speakers() {
    let extraction = extraction(.plain)
    let names = extraction.attributions.compactMap(\.speaker).map { extraction.speakers[$0].name }
    #expect(Set(names) == ["Vladimir Putin", "Kim Jong Un"])
  }
}
