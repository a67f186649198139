import ClaimExtraction
import ClaimModel
import Testing

@testable import ExtractionTrainer

/// A language that nobody speaks, added as CONTRIBUTING.md says: by a data file, a word list and annotated texts.
@Suite("A language added by files and texts to train from")
struct TrainedLanguageTests {
  /// Knows two verbs of saying; the texts hold two more.
  private static let data = """
    [language]
    xt

    [settings]
    complementiser = out

    [reporting]
    wzurb

    [inverted]
    xeth

    [complementiser]
    qo

    [function word]
    qo, ro, vyk, eqa, yjix, zwek, qvix, zzu
    """

  private static let words = """
    [class say]
    wzurb, plentu, xeth, klorf
    """

  private static let contents = [
    "ro vrulzh qvix zhurk jyff", "zzu gwyld vyk zwek", "eqa vryzt ro yjix zzu",
    "qvix hjulv eqa ro pjutt vyk", "zwek trond yjix eqa",
  ]

  private static let names = ["Lino Trask", "Mira Voss", "Odo Prell", "Ebo Zant"]

  /// Articles of a quotation, a reported clause and a sentence that nobody says.
  private static let articles = (0..<40).map { number in
    let content = contents[number % contents.count]
    let quoted = contents[(number + 2) % contents.count]
    let name = names[number % names.count]
    let other = names[(number + 1) % names.count]
    let inverted = number % 3 == 0 ? "klorf" : "xeth"
    let reporting = number % 2 == 0 ? "plentu" : "wzurb"
    return WrittenArticle(
      text:
        "\"\(quoted),\" \(inverted) \(name).\n\(other) \(reporting) qo \(content).\nRo trond eqa zwek.",
      said: [(name, inverted, ["\(quoted),"]), (other, reporting, [content])]
    )
  }

  private static func extract(_ text: String, model: [UInt8]?) throws -> Extraction {
    let hash = ContentHash(bytes: [UInt8](repeating: 0, count: 32))
    return ClaimExtractor(adding: [try AddedLanguage(data: data, model: model)]).extract(
      Document(
        text: text,
        blocks: [],
        metadata: DocumentMetadata(language: LanguageTag(rawValue: "xt")),
        rawHash: hash,
        textHash: hash
      )
    )
  }

  @Test("finds what the texts teach and the data file does not say")
  func trained() throws {
    let gold = try Self.articles.map { try $0.gold(LanguageTag(rawValue: "xt")) }
    var settings = TrainingSettings()
    settings.folds = 2
    let training = Training(
      groups: try WordList(parsing: Self.words).groups,
      pack: try LanguagePack(parsing: Self.data),
      settings: settings
    )
    let model = training.train(gold).encoded
    #expect(training.train(gold).encoded == model, "the same texts give the same bytes")
    let text = "Tana Kirr plentu qo zzu trond vyk yjix eqa.\nRo gwyld zwek vyk eqa."
    let found = try Self.extract(text, model: model)
    #expect(
      found.attributions.map { $0.content.map { text.slice($0).map(String.init) } } == [
        ["zzu trond vyk yjix eqa"]
      ]
    )
    #expect(found.attributions.map { $0.speaker.map { found.speakers[$0].name } } == ["Tana Kirr"])
    #expect(try Self.extract(text, model: nil).attributions.isEmpty)
  }
}
