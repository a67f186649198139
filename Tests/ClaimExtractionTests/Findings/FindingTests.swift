import ClaimModel
import Testing

@testable import ClaimExtraction

@Suite("Findings")
struct FindingTests {
  private func findings(
    _ text: String,
    _ language: LanguageTag = .indonesian,
    published: CalendarDate? = nil
  ) -> [Finding] {
    ClaimExtractor().extract(Documents.make(text, language: language, published: published))
      .findings
  }

  @Test(
    "hold a weekday against the calendar",
    arguments: [
      ("Rapat digelar Rabu, 19 Juni 2024.", LanguageTag.indonesian, "Rabu, 19 Juni 2024", true),
      ("Rapat digelar Rabu (19/6/2024).", .indonesian, "Rabu (19/6/2024)", true),
      ("Rapat digelar Kamis 19 Juni 2024.", .indonesian, "Kamis 19 Juni 2024", false),
      ("They met on Wednesday, June 19, 2024.", .english, "Wednesday, June 19, 2024", true),
      ("They met on Friday, 19 June 2024.", .english, "Friday, 19 June 2024", false),
      ("They met on Wed June 19th, 2024.", .english, "Wed June 19th, 2024", true),
      ("Rapat digelar Jum'at, 21 Juni 2024.", .indonesian, "Jum'at, 21 Juni 2024", true),
    ]
  )
  func weekdays(text: String, language: LanguageTag, words: String, agrees: Bool) {
    let found = findings(text, language).filter { $0.kind == .weekday }
    #expect(found.map(\.outcome) == [agrees ? .confirmed : .contradicted])
    #expect(found.first?.spans.map { text.slice($0).map(String.init) } == [words])
  }

  @Test(
    "say nothing of dates that do not exist, have no year or could be two days",
    arguments: [
      "Rapat digelar Rabu, 31 Juni 2024.", "Rapat digelar Rabu, 19 Juni.", "Minggu depan 12 orang",
      "harga pasar minggu 5/4/2024",
    ]
  )
  func noDate(text: String) {
    #expect(findings(text).filter { $0.kind == .weekday }.isEmpty)
  }

  @Test("note a source line that names nobody, in either language and block")
  func vagueSourcing() {
    let text = "Isi berita yang cukup panjang untuk dibaca.\n\nSumber: berbagai sumber"
    #expect(findings(text).map(\.kind) == [.vagueSourcing])
    #expect(findings(text).map(\.facts) == [["phrase": "berbagai sumber"]])
    #expect(
      findings("It rained.\n\nSource: various sources", .english).map(\.kind) == [.vagueSourcing]
    )
    #expect(findings("Isi berita.\n\nSumber: Dinas Pengairan Lembayung").isEmpty)
  }
}
