import Testing

@testable import DocumentIngest

@Suite("A page read as a source")
struct PageReadingTests {
  private func page(_ html: String) throws -> PageReading {
    try DocumentReader().page(
      bytes: Array(html.utf8),
      contentType: "text/html; charset=utf-8",
      url: "https://kabar.example/a"
    )
  }

  private func values(_ place: String, _ reading: PageReading) -> [String] {
    reading.statements.filter { $0.place == place }.map(\.value)
  }

  @Test("says what its meta elements, links, microdata and JSON-LD say, each under its place")
  func statements() throws {
    let reading = try page(
      """
      <html lang="id"><head><title>Atap &amp; Kios - Kabar</title><link rel="canonical" href="/atap">
      <meta property="og:title" content="Atap dan Kios"><meta name="DC.date" content="2026-03-12">
      <meta name="citation_author" content="Sastra, Endah"><meta name="citation_author" content="Wulan, Ratna">
      <script type="application/ld+json">{"@graph": [{"@type": ["NewsArticle"], "headline": "Atap &quot;baru&quot;",
        "author": {"@id": "#e"}, "isPartOf": {"name": "Kabar Kota"}}, {"@id": "#e", "name": "Endah Sastra"}]}</script>
      </head><body><h1>Atap</h1><span itemprop="author">E. Sastra</span>
      <aside><time datetime="2020-01-01">lama</time></aside><time datetime="2026-03-12T10:00">kini</time>
      <p class="lead byline">Oleh Endah</p><a rel="author" href="/e">Endah S.</a></body></html>
      """
    )
    #expect(values("html:lang", reading) == ["id"])
    #expect(values("html:title", reading) == ["Atap & Kios - Kabar"])
    #expect(values("link:canonical", reading) == ["/atap"])
    #expect(values("og:title", reading) == ["Atap dan Kios"])
    #expect(values("dc.date", reading) == ["2026-03-12"])
    #expect(values("citation_author", reading) == ["Sastra, Endah", "Wulan, Ratna"])
    #expect(values("jsonld:@type", reading) == ["NewsArticle"])
    #expect(values("jsonld:headline", reading) == ["Atap \"baru\""])
    #expect(values("jsonld:author.name", reading) == ["Endah Sastra"])
    #expect(values("jsonld:isPartOf.name", reading) == ["Kabar Kota"])
    #expect(values("html:h1", reading) == ["Atap"])
    #expect(values("itemprop:author", reading) == ["E. Sastra"])
    #expect(values("html:time", reading) == ["2026-03-12T10:00"])
    #expect(values("html:byline", reading) == ["Oleh Endah"])
    #expect(values("html:rel-author", reading) == ["Endah S."])
  }

  @Test("says when it was changed and how it is numbered, wherever that stands")
  func changesAndNumbers() throws {
    let reading = try page(
      """
      <html><head><meta name="citation_issn" content="1234-5679">
      <meta property="article:modified_time" content="2026-03-14">
      <script type="application/ld+json">{"@type": "ScholarlyArticle", "headline": "Atap",
        "datePublished": "2026-03-12", "dateModified": "2026-03-13", "identifier": ["doi:10.5555/a",
        {"@type": "PropertyValue", "propertyID": "PMID", "value": 12345678},
        {"@type": "PropertyValue", "name": "https://registry.example/arxiv", "value": "2601.01234"}],
        "isPartOf": {"@id": "#terbitan", "@type": "PublicationIssue", "isPartOf":
        {"@type": "Periodical", "issn": ["1234-5679", "2049-3630"]}}}</script></head>
      <body><time class="entry-date updated" datetime="2026-03-15">kini</time>
      <time class="published updated" datetime="2026-03-12">lalu</time>
      <time itemprop="dateModified" datetime="2026-03-16">tadi</time>
      <span itemprop="isbn">978-602-8519-93-9</span></body></html>
      """
    )
    #expect(values("citation_issn", reading) == ["1234-5679"])
    #expect(values("article:modified_time", reading) == ["2026-03-14"])
    #expect(values("jsonld:dateModified", reading) == ["2026-03-13"])
    #expect(
      values("jsonld:identifier", reading)
        == ["doi:10.5555/a", "PMID:12345678", "arxiv:2601.01234"]
    )
    #expect(values("jsonld:issn", reading) == ["1234-5679", "2049-3630"])
    #expect(values("html:time.updated", reading) == ["2026-03-15", "2026-03-16"])
    #expect(values("html:time", reading) == ["2026-03-12"])
    #expect(values("itemprop:dateModified", reading) == ["2026-03-16"])
    #expect(values("itemprop:isbn", reading) == ["978-602-8519-93-9"])
  }

  @Test("takes no day of change from another article than the day of issue")
  func twoArticles() throws {
    let graph =
      #"[{"@type": "NewsArticle", "dateModified": "2026-03-20"}, {"@type": "NewsArticle", "datePublished": "2026-03-01"}]"#
    let reading = try page("<script type=\"application/ld+json\">\(graph)</script><p>Kabar</p>")
    #expect(values("jsonld:datePublished", reading) == ["2026-03-01"])
    #expect(values("jsonld:dateModified", reading).isEmpty)
  }

  @Test("takes the number of the one book it is about, and of several none")
  func books() throws {
    func isbn(_ graph: String) throws -> [String] {
      values(
        "jsonld:isbn",
        try page("<script type=\"application/ld+json\">\(graph)</script><p>Buku</p>")
      )
    }
    let one = #"{"@type": "Book", "name": "Satu", "isbn": "9786028519939"}"#
    let other = #"{"@type": "Book", "name": "Dua", "isbn": "0306406152"}"#
    #expect(try isbn(one) == ["9786028519939"])
    #expect(try isbn("[\(one), \(other)]").isEmpty)
    // Chapters do not make several works of a book.
    let chapters =
      #"{"@type": "Book", "isbn": "9786028519939", "hasPart": [{"@type": "Chapter"}, {"@type": "Chapter"}]}"#
    #expect(try isbn(chapters) == ["9786028519939"])
  }

  @Test("has its text also where there is no article in it")
  func text() throws {
    let reading = try page("<title>Tabel</title><table><tr><td>Kios</td><td>212</td></tr></table>")
    #expect(reading.article == nil)
    #expect(reading.text.contains("Kios") && reading.text.contains("212"))
    #expect(!reading.text.contains("<"))
    let plain = try DocumentReader().page(
      bytes: Array("Dari 212 kios, 148 sudah diperbaiki.".utf8),
      contentType: "text/plain",
      url: "https://kabar.example/a.txt"
    )
    #expect(plain.text == "Dari 212 kios, 148 sudah diperbaiki.")
    #expect(throws: IngestError.self) {
      try DocumentReader().page(
        bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A],
        contentType: "image/png",
        url: "https://kabar.example/a.png"
      )
    }
  }
}
