import ClaimModel
import Foundation
import TestSupport
import Testing

@testable import ClaimExtraction

@Suite("Language identification")
struct LanguageIdentifierTests {
  private func language(_ text: String) -> String {
    LanguageIdentifier.standard.language(of: AnalysedText(text)).rawValue
  }

  @Test(
    "tells neighbours apart by a sentence",
    arguments: [
      ("Jembatan itu tidak bisa dilalui karena sungai meluap, tetapi warga tetap tenang.", "id"),
      (
        "Jambatan itu tidak boleh dilalui kerana sungai melimpah, manakala penduduk mahu pulang.",
        "ms"
      ),
      ("Kreteg iku ora bisa diliwati amarga kali banjir, nanging wong-wong isih tenang.", "jv"),
      ("Sasak éta teu bisa diliwatan sabab walungan caah, tapi jalma-jalma geus tenang.", "su"),
      ("De brug kan niet worden gebruikt omdat de rivier te hoog staat.", "nl"),
      ("The bridge is closed because the river has risen and the road is under water.", "en"),
      ("Die Brücke ist gesperrt, weil der Fluss über das Ufer getreten ist.", "de"),
      ("Le pont est fermé et la route est sous les eaux dans toute la vallée.", "fr"),
    ]
  )
  func neighbours(text: String, expected: String) {
    #expect(language(text) == expected)
  }

  @Test(
    "says nothing where it cannot tell",
    arguments: ["", "12 + 30 = 42", "Surya Lembayung Ratna", "xyzzy plugh"]
  )
  func unknown(text: String) {
    #expect(language(text) == "und")
  }

  @Test(
    "tells short texts without frequent words by their letters",
    arguments: [
      ("Gempa guncang Lembayung, puluhan rumah ambruk", "id"),
      ("Harga cabai melonjak jelang Lebaran", "id"),
      ("Bupati tinjau tanggul jebol", "id"),
      ("Quake shakes harbour town, dozens hurt", "en"),
      ("Onion prices soar ahead of festival", "en"),
      ("Aardbeving treft stad, tientallen gewonden", "und"),
      ("Erdbeben erschüttert Stadt, Dutzende verletzt", "und"),
      ("Trzęsienie ziemi wstrząsnęło miastem", "und"),
      ("Động đất làm rung chuyển thành phố", "und"),
      ("Maanjäristys ravisteli kaupunkia", "und"),
    ]
  )
  func short(text: String, expected: String) {
    #expect(language(text) == expected)
  }

  @Test("believes what the document states, then lets the address help")
  func metadata() {
    func tag(_ text: String, _ language: LanguageTag = .undetermined, url: String?) -> String {
      var document = Documents.make(text, language: language)
      document.metadata.url = url
      return LanguageIdentifier.standard.language(of: document, AnalysedText(document)).rawValue
    }
    let text = "Kreteg Lembayung ambrol"
    #expect(tag(text, url: "https://warta.lembayung.id/kreteg") == "id")
    #expect(tag(text, .english, url: "https://warta.lembayung.id/kreteg") == "en")
    #expect(tag("Quake shakes harbour town", url: "https://warta.lembayung.id/a") == "en")
  }

  @Test("finds only quotations in a language without a data file, and says which it is")
  func unsupported() {
    let text =
      "“Jambatan itu tidak boleh dilalui kerana sungai melimpah, manakala kami mahu pulang,” kata Arman."
    let extraction = ClaimExtractor().extract(Documents.make(text))
    #expect(extraction.language.rawValue == "ms")
    #expect(extraction.attributions.map(\.cue) == [[]])
    #expect(extraction.attributions.map(\.flags) == [[.unattributed]])
    #expect(extraction.assertions.isEmpty)
  }

  @Test("reads a single sentence of a longer text")
  func sentence() {
    let text = AnalysedText(
      "Sungai itu sudah surut dan warga bisa pulang. The road is open and the shops are busy."
    )
    let found = text.sentences.map {
      LanguageIdentifier.standard.language(of: $0, in: text).rawValue
    }
    #expect(found == ["id", "en"])
  }

  @Test(
    "knows nearly every article of the training sets",
    .enabled(
      if: SharedData.has("gold/id-train.jsonl"),
      "measuring data is not beside the checkout"
    ),
    arguments: ["id", "en"]
  )
  func articles(tag: String) throws {
    struct Article: Decodable { var text: String }
    let data = try Data(contentsOf: SharedData.url("gold/\(tag)-train.jsonl"))
    let lines = data.split(separator: UInt8(ascii: "\n")).prefix(400)
    let found = try lines.map { language(try JSONDecoder().decode(Article.self, from: $0).text) }
    let missed = found.count { $0 != tag }
    #expect(missed * 200 <= found.count, "\(missed) of \(found.count) taken for \(Set(found))")
  }
}
