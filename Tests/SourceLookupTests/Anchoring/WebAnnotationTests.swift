import ClaimModel
import Testing

@testable import SourceLookup

@Suite("Selectors and links to an excerpt")
struct WebAnnotationTests {
  private let text = "Naïf: “beras naik”, kata pedagang, lalu pulang.\nBeras naik lagi & lagi."

  private func span(_ words: String) throws -> TextSpan {
    try #require(ExcerptAnchor.find(words, in: text).span)
  }

  @Test("count code points and keep the words around")
  func selectors() throws {
    let span = try span("beras naik")
    let quote = try #require(TextQuoteSelector(span, in: text, context: 7))
    #expect(quote.exact == "beras naik")
    #expect(quote.prefix == "Naïf: “")
    #expect(quote.suffix == "”, kata")
    let position = TextPositionSelector(span, map: OffsetMap(text))
    #expect(position.start == 7)
    #expect(position.end == 17)
    #expect(TextQuoteSelector(TextSpan(3, 4), in: text) == nil)
  }

  @Test("link to short excerpts whole, with hyphens, commas and ampersands encoded")
  func shortLink() throws {
    let link = TextFragment.link(
      to: "https://example.org/a",
      try span("naik lagi & lagi"),
      in: text
    )
    #expect(link == "https://example.org/a#:~:text=naik%20lagi%20%26%20lagi")
    let dashed = "Satu-dua, tiga."
    #expect(
      TextFragment.link(to: "https://example.org/a#b", TextSpan(0, 15), in: dashed)
        == "https://example.org/a#b:~:text=Satu%2Ddua%2C%20tiga."
    )
  }

  @Test("link to an excerpt that stands twice with the words around it")
  func contextLink() throws {
    let link = TextFragment.link(
      to: "https://example.org/a",
      try span("eras naik lagi"),
      in: text,
      needsContext: true
    )
    #expect(link == "https://example.org/a#:~:text=B-,eras%20naik%20lagi,-%26%20lagi.")
  }

  @Test("link to an excerpt over several paragraphs by its first and last words")
  func longLink() {
    let paragraphs =
      "satu dua tiga empat lima enam tujuh.\n\ndelapan sembilan sepuluh sebelas dua belas."
    let whole = TextSpan(0, paragraphs.utf8.count)
    #expect(
      TextFragment.link(to: "https://example.org/", whole, in: paragraphs)
        == "https://example.org/#:~:text=satu%20dua%20tiga%20empat%20lima,"
        + "sembilan%20sepuluh%20sebelas%20dua%20belas."
    )
    #expect(TextFragment.link(to: "https://example.org/", TextSpan(0, 0), in: paragraphs) == nil)
  }
}
