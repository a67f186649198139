import ClaimExtraction
import ClaimModel
import Foundation
import TestSupport
import Testing

@testable import ExtractionTrainer

@Suite("The score of predicted attributions")
struct ScoreTests {
  private static let text = """
    “We won,” Ann Lee, the mayor of Bonn, said. “It is over.” He denied that taxes rose. \
    According to the bank, “prices” fell 3 percent.
    """

  private static func attribution(_ content: [String], _ source: String) -> ScoredAttribution {
    let words = ScoredText(text)
    func range(_ part: String) -> Range<Int> {
      let scalars = text.unicodeScalars
      guard let found = text.range(of: part) else { return 0..<0 }
      let start = scalars.distance(from: scalars.startIndex, to: found.lowerBound)
      return start..<(start + part.unicodeScalars.count)
    }
    return ScoredAttribution(
      content: words.tokens(content.map(range)),
      source: words.tokens(source.isEmpty ? [] : [range(source)])
    )
  }

  private static let gold = [
    attribution(["“We won,”", "“It is over.”"], "Ann Lee, the mayor of Bonn,"),
    attribution(["that taxes rose"], "He"),
    attribution(["“prices” fell 3 percent"], "the bank"),
  ]

  private static func score(_ predicted: [ScoredAttribution]) -> Score {
    var score = Score()
    score.add(ScoredText(text), gold: gold, predicted: predicted)
    return score
  }

  @Test("is full for the gold itself, in every kind")
  func perfect() {
    let score = Self.score(Self.gold)
    for kind in Score.Kind.allCases {
      #expect(score[kind].f1 == (100, 100, 100))
      #expect(score[kind].gold == (kind == .all ? 3 : 1))
    }
  }

  @Test("is nothing for no prediction")
  func empty() {
    #expect(Self.score([])[.all].f1 == (0, 0, 0))
  }

  @Test("counts content that overlaps by half as detected but not as strict")
  func overlap() {
    let half = Self.score([Self.attribution(["“It is over.”"], "Ann Lee")])
    #expect(half[.direct].detected == (1, 1))
    #expect(half[.direct].strict == (0, 0))
    let less = Self.score([Self.attribution(["“We won,”"], "Ann Lee")])
    #expect(less[.direct].detected == (0, 0))
  }

  @Test(
    "accepts a source that holds the head of the gold's",
    arguments: [
      ("Lee", true), ("Ann Lee", true), ("Bonn", false), ("He", false), ("", false),
    ]
  )
  func source(mention: String, isRight: Bool) {
    let score = Self.score([Self.attribution(["“We won,”", "“It is over.”"], mention)])
    #expect(score[.direct].full.recall == (isRight ? 1 : 0))
  }

  @Test("counts two predictions of one attribution once")
  func twice() {
    #expect(Self.score([Self.gold[1], Self.gold[1]])[.all].detected == (1, 1))
  }
}
