import ClaimModel
import Testing

@testable import SourceLookup

@Suite("A reference")
struct ReferenceTests {
  private static let article = Source(
    id: SourceID(rawValue: "a"),
    type: "article-newspaper",
    title: "Harga beras naik dua persen",
    authors: [
      .person(family: "Santoso", given: "Budi Hartono"), .person(family: "Putri", given: "Ani"),
    ],
    containerTitle: "Warta Waru",
    issued: "2025-03-04",
    accessed: CalendarDate(year: 2026, month: 1, day: 2),
    url: "https://example.org/beras"
  )
  private static let report = Source(
    id: SourceID(rawValue: "r"),
    type: "report",
    title: "Apakah harga turun?",
    authors: [.literal("Badan Statistik Waru")],
    publisher: "Badan Statistik Waru",
    issued: "2025-03",
    doi: "10.5555/r"
  )
  private static let page = Source(
    id: SourceID(rawValue: "p"),
    type: "webpage",
    title: "Jadwal pasar",
    containerTitle: "Kota Waru",
    accessed: CalendarDate(year: 2026, month: 1, day: 2),
    url: "https://example.org/pasar"
  )

  @Test(
    "follows APA",
    arguments: [
      (
        article, LanguageTag.english,
        "Santoso, B. H., & Putri, A. (2025, March 4). Harga beras naik dua persen. Warta Waru. https://example.org/beras"
      ),
      (
        article, .indonesian,
        "Santoso, B. H., & Putri, A. (2025, 4 Maret). Harga beras naik dua persen. Warta Waru. https://example.org/beras"
      ),
      (
        report, .english,
        "Badan Statistik Waru. (2025). Apakah harga turun? https://doi.org/10.5555/r"
      ),
      (
        page, .english,
        "Jadwal pasar. (n.d.). Kota Waru. Retrieved January 2, 2026, from https://example.org/pasar"
      ),
      (
        page, .indonesian,
        "Jadwal pasar. (t.t.). Kota Waru. Diambil 2 Januari 2026, dari https://example.org/pasar"
      ),
    ]
  )
  func apa(source: Source, language: LanguageTag, expected: String) {
    #expect(Reference.text(source, style: .apa, language: language) == expected)
  }

  @Test(
    "follows Chicago's author-date system",
    arguments: [
      (
        article, LanguageTag.english,
        "Santoso, Budi Hartono, and Ani Putri. 2025. “Harga beras naik dua persen.” Warta Waru, March 4. https://example.org/beras."
      ),
      (
        article, .indonesian,
        "Santoso, Budi Hartono, dan Ani Putri. 2025. “Harga beras naik dua persen.” Warta Waru, 4 Maret. https://example.org/beras."
      ),
      (
        report, .english,
        "Badan Statistik Waru. 2025. Apakah harga turun? Badan Statistik Waru. https://doi.org/10.5555/r."
      ),
      (
        page, .english,
        "“Jadwal pasar.” n.d. Kota Waru. Accessed January 2, 2026. https://example.org/pasar."
      ),
    ]
  )
  func chicago(source: Source, language: LanguageTag, expected: String) {
    #expect(Reference.text(source, style: .chicago, language: language) == expected)
  }

  @Test("sets the name of what stands alone in italics")
  func emphasis() {
    #expect(
      Reference.runs(Self.report)[2] == .init(text: "Apakah harga turun?", isEmphasised: true)
    )
    #expect(Reference.runs(Self.article).filter(\.isEmphasised).map(\.text) == ["Warta Waru"])
  }

  @Test("shortens long lists of authors")
  func manyAuthors() {
    let authors = (1...22).map { SourceAuthor.person(family: "N\($0)", given: "Jean-Paul, Jr.") }
    let source = Source(id: SourceID(rawValue: "x"), type: "book", title: "T", authors: authors)
    #expect(Reference.text(source).contains("N19, J.-P., Jr., … N22, J.-P., Jr. (n.d.). T."))
    #expect(
      Reference.text(source, style: .chicago).hasPrefix("N1, Jean-Paul, Jr., Jean-Paul, Jr. N2,")
    )
    #expect(Reference.text(source, style: .chicago).contains("N7, et al. n.d. T."))
    #expect(
      Reference.text(source, style: .chicago, language: .indonesian).contains("N7, dkk. t.t. T.")
    )
  }
}
