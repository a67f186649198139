import ClaimModel
import Testing

@testable import ClaimExtraction

@Suite("A language pack")
struct LanguagePackTests {
  @Test("is read for every language of the program")
  func embedded() throws {
    let packs = try EmbeddedData.languages.map { try LanguagePack(parsing: $0) }
    #expect(packs.map(\.language) == [.indonesian, .english])
    #expect(LanguagePack.all.count == packs.count)
    for pack in packs {
      #expect(
        pack.lexicon[Form("rp")].classes.contains(.currency) == (pack.language == .indonesian)
      )
    }
  }

  @Test("knows phrases, clitics and numbers")
  func toy() throws {
    let pack = try LanguagePack(
      parsing: """
        # A toy language.
        [language]
        xx
        [settings]
        clitic = ko
        [inverted]
        bala, bala mi
        [weekday]
        una, dua
        [multiplier]
        tusan = 3
        """
    )
    let text = AnalysedText("Bala balako BALA mi dua tusan")
    let tagged = TaggedText(text, pack)
    #expect(tagged.has(0, .inverted) && tagged.tags[0].length == 1)
    #expect(tagged.has(1, .clitic))
    #expect(tagged.has(2, .inverted) && tagged.tags[2].length == 2)
    #expect(tagged.tags[4].value == 2)
    #expect(tagged.tags[5].value == 3)
  }

  @Test(
    "names the line that it cannot read",
    arguments: [
      ("[language]\nxx\n[verbs]\nsay", 3, LanguagePackError.Problem.unknownSection("verbs")),
      ("say", 1, .entryOutsideSection("say")),
      ("[language]\nxx\n[settings]\nspeed = high", 4, .badSetting("speed = high")),
      ("[language]\nxx\n[multiplier]\ntusan = many", 4, .badValue("tusan = many")),
      ("[inverted]\nbala", 0, .missingLanguage),
    ]
  )
  func errors(text: String, line: Int, problem: LanguagePackError.Problem) {
    #expect(throws: LanguagePackError(line: line, problem: problem)) {
      try LanguagePack(parsing: text)
    }
  }
}
