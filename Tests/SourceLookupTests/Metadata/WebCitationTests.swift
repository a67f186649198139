import ClaimModel
import Testing

@testable import SourceLookup

@Suite("A citation of a page")
struct WebCitationTests {
  private let today = CalendarDate(daysSince1970: 20_500)

  private func citation(
    _ statements: KeyValuePairs<String, String>,
    url: String = "https://www.warta-waru.example/ekonomi/beras?utm_source=x&id=7#top"
  ) -> WebCitation {
    let metadata = PageMetadata(statements.map { PageMetadata.Statement($0.key, $0.value) })
    return WebCitation(metadata, url: url, accessed: today)
  }

  @Test("believes JSON-LD before OpenGraph, and says where each field comes from")
  func jsonLD() {
    let citation = citation([
      "og:title": "Beras naik! | Warta Waru", "jsonld:headline": "Harga beras naik",
      "jsonld:@type": "NewsArticle", "jsonld:author.name": "Oleh Sekar Arum",
      "jsonld:datePublished": "2025-03-04T08:00:00+07:00", "jsonld:dateModified": "2025-05-05",
      "jsonld:publisher.name": "Warta Waru", "og:site_name": "WW", "html:lang": "id_ID",
      "link:canonical": "/ekonomi/beras?id=7", "author": "admin",
    ])
    #expect(
      citation.source
        == Source(
          id: SourceID(rawValue: "arum-2025-harga"),
          type: "article-newspaper",
          title: "Harga beras naik",
          authors: [.literal("Sekar Arum")],
          containerTitle: "Warta Waru",
          issued: "2025-03-04",
          modified: "2025-05-05",
          accessed: today,
          url: "https://www.warta-waru.example/ekonomi/beras?id=7",
          language: LanguageTag(rawValue: "id-id")
        )
    )
    #expect(citation.places[.title] == "jsonld:headline")
    #expect(citation.places[.issued] == "jsonld:datePublished")
    #expect(citation.places[.modified] == "jsonld:dateModified")
    #expect(citation.places[.url] == "link:canonical")
    #expect(citation.places[.type] == "jsonld:@type")
  }

  @Test("believes scholarly marks first")
  func scholarly() {
    let source = citation([
      "citation_title": "Rice markets", "citation_author": "O’Neil, John",
      "citation_author": "Putri, Ani",
      "citation_journal_title": "Journal of Markets", "citation_publication_date": "2021/07/02",
      "citation_doi": "doi:10.5555/jm.7.", "jsonld:headline": "Other",
      "citation_issn": "20493630", "citation_pmid": "12345678",
      "dc.identifier": "PMCID: PMC1234567",
      "jsonld:identifier": "arXiv:2601.01234v2", "citation_isbn": "978-602-8519-93-9",
    ]).source
    #expect(source.type == "article-journal")
    #expect(
      source.authors == [
        .person(family: "O’Neil", given: "John"), .person(family: "Putri", given: "Ani"),
      ]
    )
    #expect(source.issued == "2021-07-02")
    #expect(source.doi == "10.5555/jm.7")
    #expect(source.containerTitle == "Journal of Markets")
    #expect(source.issn == "2049-3630")
    #expect(source.pmid == "12345678")
    #expect(source.pmcid == "PMC1234567")
    #expect(source.arxiv == "2601.01234v2")
    #expect(source.isbn == "978-602-8519-93-9")
  }

  @Test("says where each number comes from, and believes none whose check digit is wrong")
  func numbers() {
    let found = citation([
      "citation_isbn": "978-602-8519-93-8", "jsonld:isbn": "9786028519939",
      "citation_issn": "1234-5678", "itemprop:issn": "1234-5679",
      "dcterms.identifier": "urn:pmid:12345678", "citation_pmcid": "tidak ada",
      "jsonld:identifier": "12345",
    ])
    #expect(found.source.isbn == "9786028519939")
    #expect(found.places[.isbn] == "jsonld:isbn")
    #expect(found.source.issn == "1234-5679")
    #expect(found.places[.issn] == "itemprop:issn")
    #expect(found.source.pmid == "12345678")
    #expect(found.places[.pmid] == "dcterms.identifier")
    #expect(found.source.pmcid == nil && found.source.arxiv == nil)
    #expect(found.places[.pmcid] == nil && found.places[.arxiv] == nil)
  }

  @Test(
    "has no day of change that is before its issue or still to come",
    arguments: [
      ("2025-03-03", nil), ("2025-03-04T23:00:00+07:00", "2025-03-04"), ("2025-03", "2025-03"),
      ("2024", nil), ("2999-01-01", nil), ("baru saja", nil), ("2025-07", "2025-07"),
    ] as [(String, String?)]
  )
  func modified(text: String, day: String?) {
    let found = citation([
      "article:published_time": "2025-03-04", "article:modified_time": text,
    ])
    #expect(found.source.modified == day)
    #expect(found.places[.modified] == day.map { _ in "article:modified_time" })
  }

  @Test(
    "takes the kind of work from JSON-LD",
    arguments: [
      ("ScholarlyArticle", "article-journal"), ("Book", "book"), ("Dataset", "dataset"),
      ("Report", "report"), ("NewsArticle", "article-newspaper"), ("BlogPosting", "post-weblog"),
      ("WebPage", "webpage"),
    ]
  )
  func kinds(name: String, type: String) {
    #expect(citation(["jsonld:@type": name]).source.type == type)
  }

  @Test("is modest about a page that says nothing")
  func bare() {
    let citation = citation(["html:title": "Jadwal pasar - warta-waru.example"])
    #expect(citation.source.title == "Jadwal pasar - warta-waru.example")
    #expect(citation.source.containerTitle == "warta-waru.example")
    #expect(citation.source.authors.isEmpty)
    #expect(citation.source.issued == nil)
    #expect(citation.source.url == "https://www.warta-waru.example/ekonomi/beras?id=7")
    #expect(citation.source.type == "webpage")
    #expect(self.citation([:], url: "nonsense").source.id.rawValue == "page")
  }

  @Test(
    "does not believe dates before the Web or after tomorrow",
    arguments: ["1987-01-01", "2999-01-01", "soon", "", "2025-13-01"]
  )
  func wrongDates(text: String) {
    #expect(
      citation(["jsonld:datePublished": text, "html:time": "2025-02-01"]).source.issued
        == "2025-02-01"
    )
  }

  @Test(
    "takes a date from an address only where it has parts of its own",
    arguments: [
      ("https://a.example/2025/03/04/beras", "2025-03-04"),
      ("https://a.example/2025-03-04/beras", "2025-03-04"),
      ("https://a.example/beras-2025-03-release/1", nil), ("https://a.example/2025/beras", nil),
      ("https://a.example/read/2026/1/release", nil),
    ] as [(String, String?)]
  )
  func datesInPaths(url: String, day: String?) {
    #expect(citation([:], url: url).source.issued == day)
  }

  @Test(
    "takes nobody for an author who is none",
    arguments: [
      "admin", "https://facebook.example/ww", "desk@example.org", "Redaksi", "Warta Waru", "Edit",
    ]
  )
  func nobody(name: String) {
    #expect(citation(["og:site_name": "Warta Waru", "author": name]).source.authors.isEmpty)
  }

  @Test("does not let a page speak for another site, nor for the front page")
  func foreignCanonical() {
    for canonical in ["https://other.example/x", "https://www.warta-waru.example/", "javascript:x"]
    {
      #expect(citation(["link:canonical": canonical]).places[.url] == "page")
    }
    #expect(
      citation(["link:canonical": "https://m.warta-waru.example/b"]).places[.url]
        == "link:canonical"
    )
  }

  @Test("is not made of walls")
  func refusals() {
    func page(
      _ url: String,
      status: Int = 200,
      moved: Bool = false,
      body: String = "<p>Harga"
    ) -> FetchedPage {
      let first = SnapshotTests.answer("https://a.example/x", status: 302, [], "")
      return FetchedPage(
        redirects: moved ? [first] : [],
        answer: SnapshotTests.answer(url, status: status, [], body)
      )
    }
    func refusal(
      _ page: FetchedPage,
      _ title: String = "Harga beras",
      words: Int = 50
    ) -> PageRefusal? {
      PageRefusal.of(page, asked: "https://a.example/x", title: title, words: words)
    }
    let plain = page("https://a.example/x")
    #expect(refusal(plain) == nil)
    #expect(refusal(plain, "Just a moment...") == .challenge)
    #expect(refusal(plain, "Masuk | Warta") == .login)
    #expect(refusal(plain, "Login", words: 600) == nil)
    #expect(refusal(plain, "Before you continue to Warta") == .consent)
    #expect(refusal(page("https://a.example/captchaChallenge?u=x", moved: true)) == .challenge)
    #expect(refusal(page("https://consent.a.example/x", moved: true)) == .consent)
    #expect(refusal(page("https://a.example/login?next=x", moved: true)) == .login)
    #expect(refusal(page("https://a.example/x", status: 404)) == .missing)
    #expect(refusal(page("https://a.example/x", body: " \r\n"), words: 0) == .empty)
    #expect(refusal(plain, "404 - Warta Waru") == .missing)
    #expect(refusal(plain, "Halaman Tidak Ditemukan | Warta Waru") == .missing)
    #expect(refusal(plain, "404 kios kosong di Waru", words: 400) == nil)
    #expect(refusal(plain, "404 kios kosong di Waru | Warta") == nil)
    #expect(refusal(plain, "Tidak ditemukan korban jiwa di Waru - Warta") == nil)
    #expect(refusal(plain, "404 Not Found") == .missing)
    #expect(refusal(plain, "Tidak ditemukan | Warta") == .missing)
    // Sent to the front page of the same site; a short link may lead to one.
    #expect(refusal(page("https://www.a.example/", moved: true), words: 900) == .missing)
    #expect(refusal(page("https://b.example/", moved: true), words: 900) == nil)
    #expect(refusal(page("https://a.example/?p=5", moved: true), words: 900) == nil)
    let front = PageRefusal.of(
      page("https://a.example/", moved: true),
      asked: "https://a.example/index.html",
      title: "Warta",
      words: 900
    )
    #expect(front == nil)
    #expect(refusal(page("https://a.example/x", status: 503)) == .denied)
    #expect(refusal(page("https://a.example/x", body: "<div class='g-recaptcha'>")) == .challenge)
  }
}
