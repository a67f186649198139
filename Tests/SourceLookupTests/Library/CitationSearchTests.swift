import ClaimModel
import Testing

@testable import SourceLookup

@Suite("Searching a library")
struct CitationSearchTests {
  private let library = CitationLibrary([
    Source(
      id: SourceID(rawValue: "bsw-2025"),
      type: "report",
      title: "Harga eceran beras",
      authors: [.literal("Badan Pusat Statistik Waru")],
      issued: "2025-02"
    ),
    Source(
      id: SourceID(rawValue: "bsw-2024"),
      type: "report",
      title: "Harga eceran beras",
      authors: [.literal("Badan Pusat Statistik Waru")],
      issued: "2024"
    ),
    Source(
      id: SourceID(rawValue: "herald"),
      type: "article-newspaper",
      title: "Café owners expect dearer rice",
      authors: [.person(family: "Nuñez", given: "Ana")],
      containerTitle: "The Waru Herald",
      issued: "2025-03-04"
    ),
    Source(
      id: SourceID(rawValue: "peta"),
      type: "map",
      title: "Peta jalan",
      publisher: "Dinas Jalan"
    ),
  ])

  @Test("finds by words of several fields, best first, and says why")
  func finds() throws {
    let matches = library.find("badan statistik 2025")
    #expect(matches.map(\.source.id.rawValue) == ["bsw-2025", "bsw-2024"])
    let best = try #require(matches.first)
    #expect(best.score > matches[1].score)
    #expect(
      best.reasons == [
        .init(field: .authors, words: ["badan", "statistik"]), .init(field: .year, words: ["2025"]),
      ]
    )
  }

  @Test(
    "does not mind case, accents or the end of a word",
    arguments: ["CAFE nunez", "café Nuñez", "cafe owner", "herald rice", "herald 2025"]
  )
  func folds(query: String) {
    #expect(library.find(query).first?.source.id.rawValue == "herald")
  }

  @Test("finds a work by its name in the library")
  func byName() {
    #expect(library.find("bsw-2024").first?.source.id.rawValue == "bsw-2024")
  }

  @Test(
    "finds nothing for nothing, for strangers, and for one word of many",
    arguments: ["", "  ?!", "gempa bumi", "harga minyak goreng dunia"]
  )
  func nothing(query: String) {
    #expect(library.find(query).isEmpty)
  }

  @Test("keeps to the limit")
  func limit() {
    #expect(library.find("harga beras", limit: 1).count == 1)
    #expect(CitationLibrary().find("harga").isEmpty)
  }

  @Test("takes words apart as people do")
  func words() {
    #expect(
      FoldedWords.of("Jum’at, 3–4 PERSEN; Ōsaka/東京 ½") == [
        "jumat", "3", "4", "persen", "osaka", "東京", "½",
      ]
    )
  }
}
