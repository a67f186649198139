import ClaimModel
import Testing

@testable import ClaimExtraction

@Suite("What the rules read beside the chain")
struct RuleHintsTests {
  @Test("lends its source to the same reading, and to no other")
  func source() throws {
    let pack = try #require(LanguagePack.all.first { $0.language == .indonesian })
    let text = AnalysedText("Ratna Kusuma mengatakan tanggul itu sudah kuat.")
    let tagged = TaggedText(text, pack)
    let hints = RuleHints(tagged)
    let traits = TraitColumns(tagged, WordGroups([]))
    let scores = [Float](repeating: CueFeatures.never, count: text.tokens.count)
    let evidence = ReadingFeatures(
      tagged,
      traits,
      CueMap(text, traits, scores: scores),
      hints,
      []
    )
    var reading = CueReading(head: 2, cueScore: 0, ruled: try #require(hints.readings.first))
    #expect(reading.content == [3..<7])
    #expect(evidence.ruledSource(of: reading) == [0..<2])
    reading.content = [5..<6]
    #expect(evidence.ruledSource(of: reading).isEmpty)
    reading.content = [3..<7]
    reading.head = 0
    #expect(evidence.ruledSource(of: reading).isEmpty)
  }
}
