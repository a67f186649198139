import ClaimModel
import Testing

@testable import SourceLookup

@Suite("An excerpt's anchor")
struct ExcerptAnchorTests {
  private static let page = """
    Waru Kidul, 4 Maret 2026 — Harga beras di pasar naik dua persen.
    “Kami sudah menambah pasokan,” kata Wali Kota Sekar Arum. “Harga akan turun pekan depan.”

    Pedagang meminta pasokan ditambah. Harga beras di pasar lain tetap.
    """

  private func words(_ anchor: ExcerptAnchor, in text: String = page) -> String? {
    anchor.span.flatMap { text.slice($0) }.map { String($0) }
  }

  @Test("is exact where the bytes stand once")
  func exact() {
    let anchor = ExcerptAnchor.find(" Kami sudah menambah pasokan ", in: Self.page)
    #expect(anchor.quality == .exact)
    #expect(anchor.places == 1)
    #expect(anchor.score == 1)
    #expect(words(anchor) == "Kami sudah menambah pasokan")
  }

  @Test(
    "is normalised where only white space, quotation marks, dashes or composition differ",
    arguments: [
      (
        "\"Kami sudah  menambah pasokan,\" kata Wali Kota Sekar Arum.",
        "“Kami sudah menambah pasokan,” kata Wali Kota Sekar Arum."
      ),
      ("4\u{A0}Maret 2026 - Harga beras", "4 Maret 2026 — Harga beras"),
      ("naik dua per\u{AD}sen", "naik dua persen"),
      (
        "\"Harga akan turun pekan depan.\" Pedagang meminta",
        "“Harga akan turun pekan depan.”\n\nPedagang meminta"
      ),
      ("Waru\u{200B} Kidul", "Waru Kidul"),
    ]
  )
  func normalised(excerpt: String, found: String) {
    let anchor = ExcerptAnchor.find(excerpt, in: Self.page)
    #expect(anchor.quality == .normalised)
    #expect(words(anchor) == found)
    #expect(anchor.score == 1)
  }

  @Test("finds composed letters by decomposed ones, and never cuts them")
  func composition() {
    let text = "Kafe\u{301} tutup; kafe buka."
    let anchor = ExcerptAnchor.find("Kaf\u{E9}", in: text)
    #expect(anchor.quality == .normalised)
    #expect(words(anchor, in: text) == "Kafe\u{301}")
    #expect(ExcerptAnchor.find("Kafe", in: "Kafe\u{301} tutup").quality == .absent)
    #expect(ExcerptAnchor.find("👩", in: "keluarga 👩‍👩‍👧 di rumah").quality == .absent)
    #expect(ExcerptAnchor.find("👩‍👩‍👧", in: "keluarga 👩‍👩‍👧 di rumah").quality == .exact)
  }

  @Test("keeps case: another case is another text")
  func keepsCase() {
    #expect(ExcerptAnchor.find("HARGA AKAN TURUN", in: Self.page).quality == .absent)
  }

  @Test("is fuzzy where the words nearly stand there, with a score and what differs")
  func fuzzy() {
    let anchor = ExcerptAnchor.find("Kami sudah menambah banyak pasokan beras", in: Self.page)
    #expect(anchor.quality == .absent)
    let near = ExcerptAnchor.find("Kami telah menambah pasokan, kata Wali Kota", in: Self.page)
    #expect(near.quality == .fuzzy)
    #expect(words(near) == "Kami sudah menambah pasokan,” kata Wali Kota")
    #expect(near.score > 0.8 && near.score < 1)
    #expect(
      near.differences == [
        .same("Kami"), .missing("telah"), .added("sudah"), .same("menambah"),
        .missing("pasokan,"), .added("pasokan,”"), .same("kata Wali Kota"),
      ]
    )
  }

  @Test("does not guess short excerpts", arguments: ["Harga akan turn", "Sekar Arun", "Linus"])
  func shortOnlyExact(excerpt: String) {
    #expect(ExcerptAnchor.find(excerpt, in: Self.page).quality == .absent)
  }

  @Test("is ambiguous where it stands in several places, until the words around it tell")
  func ambiguous() {
    let excerpt = "Harga beras di pasar"
    let open = ExcerptAnchor.find(excerpt, in: Self.page)
    #expect(open.quality == .ambiguous)
    #expect(open.places == 2)
    #expect(open.span == nil)
    #expect(open.candidates.count == 2)
    let byPrefix = ExcerptAnchor.find(excerpt, in: Self.page, prefix: "pasokan ditambah. ")
    #expect(byPrefix.quality == .exact)
    #expect(byPrefix.places == 2)
    #expect(byPrefix.span == open.candidates.last)
    let bySuffix = ExcerptAnchor.find(excerpt, in: Self.page, suffix: " naik dua")
    #expect(bySuffix.span == open.candidates.first)
    #expect(ExcerptAnchor.find(excerpt, in: Self.page, prefix: "xyz").quality == .ambiguous)
  }

  @Test("takes the closest of several fuzzy places, and says so where two are as close")
  func fuzzyPlaces() {
    let text = "Rapat membahas jalan baru ke pelabuhan. Rapat membahas jalan lama ke pelabuhan."
    let one = ExcerptAnchor.find("Rapat mambahas jalan baru ke pelabuhan", in: text)
    #expect(one.quality == .fuzzy)
    #expect(one.span == TextSpan(0, 38))
    let both = ExcerptAnchor.find("Rapat membahas jalan lain ke pelabuhan", in: text)
    #expect(both.span.flatMap { text.slice($0) } == "Rapat membahas jalan lama ke pelabuhan")
    let two = ExcerptAnchor.find("Rapat membahas jalan xxxx ke pelabuhan", in: text)
    #expect(two.quality == .ambiguous)
    #expect(two.places == 2)
    let told = ExcerptAnchor.find(
      "Rapat membahas jalan xxxx ke pelabuhan",
      in: text,
      prefix: "pelabuhan. "
    )
    #expect(told.quality == .fuzzy)
    #expect(told.span == TextSpan(40, 78))
  }

  @Test("is absent for nothing, and in nothing")
  func nothing() {
    #expect(ExcerptAnchor.find("", in: Self.page).quality == .absent)
    #expect(ExcerptAnchor.find(" \n", in: Self.page).quality == .absent)
    #expect(ExcerptAnchor.find("\u{200B}", in: Self.page).quality == .absent)
    #expect(ExcerptAnchor.find("Kami", in: "").quality == .absent)
  }

  @Test("stays quick on texts made to be slow", .timeLimit(.minutes(10)))
  func adversarial() {
    let run = String(repeating: "a", count: 200_000)
    let anchor = ExcerptAnchor.find(String(repeating: "a", count: 1_000), in: run)
    #expect(anchor.quality == .ambiguous)
    #expect(anchor.candidates.count == ExcerptAnchor.mostCandidates)
    let near = ExcerptAnchor.find(String(repeating: "a", count: 500) + "b", in: run)
    #expect(near.places > 1)
    let flags = String(repeating: "🇮🇩", count: 20_000)
    #expect(ExcerptAnchor.find("🇮🇩🇮🇩", in: flags).places == 19_999)
    let marks = "e" + String(repeating: "\u{301}", count: 100_000)
    #expect(ExcerptAnchor.find("e\u{301}\u{301}", in: marks).quality == .absent)
  }

  @Test("anchors any slice of a text to itself, whole graphemes only")
  func slices() throws {
    let text = "Pasar 👨‍👩‍👧 ramai; “harga” naïf… 5–7 % di Côte é\u{301}. " + Self.page
    let map = OffsetMap(text)
    var generator = SeededGenerator(seed: 7)
    let indices = Array(text.indices) + [text.endIndex]
    for _ in 0..<300 {
      let ends = [
        indices.randomElement(using: &generator), indices.randomElement(using: &generator),
      ]
      .compactMap { $0 }.sorted()
      let start = text.utf8.distance(from: text.startIndex, to: ends[0])
      let end = text.utf8.distance(from: text.startIndex, to: ends[1])
      let span = TextSpan(start, end)
      let selector = try #require(TextQuoteSelector(span, in: text))
      if selector.exact.trimmed.isEmpty { continue }
      let anchor = ExcerptAnchor.find(
        selector.exact,
        in: text,
        prefix: selector.prefix,
        suffix: selector.suffix
      )
      #expect(anchor.places >= 1)
      if let found = anchor.span {
        #expect(text.slice(found).map { String($0) } == selector.exact.trimmed)
        let position = TextPositionSelector(found, map: map)
        #expect(position.end - position.start == selector.exact.trimmed.unicodeScalars.count)
      }
    }
  }
}
