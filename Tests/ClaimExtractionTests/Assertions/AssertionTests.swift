import ClaimModel
import Testing

@testable import ClaimExtraction

@Suite("Check-worthy assertions")
struct AssertionTests {
  private func assertions(_ text: String, _ language: LanguageTag) -> [Assertion] {
    ClaimExtractor().extract(Documents.make(text, language: language)).assertions
  }

  @Test(
    "are picked for a reason",
    arguments: [
      (
        "Kerugian warga mencapai Rp3 miliar dalam sepekan.", LanguageTag.indonesian,
        [Assertion.Reason.money]
      ),
      (
        "Lembayung menjadi satu-satunya kota yang memiliki kincir air.", .indonesian, [.superlative]
      ),
      (
        "Produksi padi Lembayung naik 12 persen tahun ini.", .indonesian,
        [.percentage, .comparison]
      ),
      ("Banjir merendam 40 rumah akibat tanggul jebol.", .indonesian, [.quantity, .cause]),
      ("The storm destroyed 40 boats in the old harbour.", .english, [.quantity]),
      ("Fernhollow has the largest windmill on the coast.", .english, [.superlative]),
    ]
  )
  func reasons(text: String, language: LanguageTag, reasons: [Assertion.Reason]) {
    let found = assertions(text, language)
    #expect(found.map(\.reasons) == [reasons])
    #expect(found.allSatisfy { (0.4...1).contains($0.checkworthiness) })
  }

  @Test("weigh more with more reasons and less behind a hedge")
  func order() {
    let one = assertions("Banjir merendam 40 rumah di Lembayung kemarin.", .indonesian)
    let two = assertions("Banjir terbesar merendam 40 rumah di Lembayung.", .indonesian)
    let hedged = assertions("Banjir mungkin merendam 40 rumah di Lembayung kemarin.", .indonesian)
    #expect((one.first?.checkworthiness ?? 0) < (two.first?.checkworthiness ?? 0))
    #expect((hedged.first?.checkworthiness ?? 0) < (one.first?.checkworthiness ?? 0))
  }

  @Test(
    "leave out opinions, quotations and what somebody is reported to say",
    arguments: [
      "Perkara itu diatur dalam Pasal 2 Undang-Undang Nomor 9 Tahun 2017.",
      "Pemuda berusia 36 tahun itu lalu pulang ke desanya.",
      "Suasana di balai desa hangat dan ramai sejak pagi.",
      "Ratna Kusuma mengatakan banjir merendam 40 rumah warga.",
      "\"Banjir merendam 40 rumah warga di sini,\" kata Ratna Kusuma.",
    ]
  )
  func none(text: String) {
    #expect(assertions(text, .indonesian).isEmpty)
  }
}
