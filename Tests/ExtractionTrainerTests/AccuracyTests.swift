import ClaimExtraction
import ClaimModel
import Foundation
import TestSupport
import Testing

@testable import ExtractionTrainer

/// The shipped models against annotated text: a change that costs accuracy fails here.
@Suite("The shipped models")
struct AccuracyTests {
  struct Limit: Sendable {
    var language: LanguageTag
    var all: (detect: Double, strict: Double, full: Double)
    var direct: (detect: Double, strict: Double, full: Double)
  }

  private static func score(_ documents: [GoldDocument], _ language: LanguageTag) throws -> Score {
    let pack = try #require(LanguagePack.all.first { $0.language == language })
    let finder = try #require(ModelFinder.embedded(for: language))
    return Score(documents, finder, pack)
  }

  /// Half a point or so below what the models reach.
  private static let limits = [
    Limit(language: .indonesian, all: (91, 85.4, 86.9), direct: (96, 95, 92.4)),
    Limit(language: .english, all: (72.3, 58.5, 65.5), direct: (93.5, 88.4, 88.1)),
  ]

  @Test(
    "are as good on the development sets as Benchmarks/EXTRACTION.md says",
    .enabled(
      if: SharedData.has("gold/id-dev.jsonl"),
      "the measuring data is not beside the checkout"
    ),
    arguments: limits
  )
  func development(limit: Limit) throws {
    let file = SharedData.url("gold/\(limit.language.rawValue)-dev.jsonl")
    let documents = try GoldDocument.read(Data(contentsOf: file))
    let score = try Self.score(documents, limit.language)
    for (kind, least) in [(Score.Kind.all, limit.all), (.direct, limit.direct)] {
      let f1 = score[kind].f1
      #expect(f1.detect >= least.detect, "\(limit.language.rawValue) \(kind)")
      #expect(f1.strict >= least.strict, "\(limit.language.rawValue) \(kind)")
      #expect(f1.full >= least.full, "\(limit.language.rawValue) \(kind)")
    }
  }

  @Test(
    "read a few articles written for this test",
    arguments: [
      (LanguageTag.indonesian, WrittenArticle.indonesian),
      (LanguageTag.english, WrittenArticle.english),
    ]
  )
  func written(language: LanguageTag, articles: [WrittenArticle]) throws {
    let documents = try articles.map { try $0.gold(language) }
    let counts = try Self.score(documents, language)[.all]
    #expect(counts.gold >= 20)
    #expect(counts.f1.detect >= 85, "\(counts)")
    #expect(counts.f1.strict >= 70, "\(counts)")
    #expect(counts.f1.full >= 80, "\(counts)")
  }
}
