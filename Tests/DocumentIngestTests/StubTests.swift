import ClaimModel
import Testing

@testable import DocumentIngest

@Suite("A page that is no article")
struct StubTests {
  private func read(_ html: String) throws -> Document {
    try DocumentReader().read(bytes: Array(html.utf8), named: "a.html")
  }

  /// Links as sites put round everything.
  private let navigation =
    "<nav><ul>" + String(repeating: "<li><a href=/x>Ekonomi</a></li>", count: 30) + "</ul></nav>"

  @Test("but a paywall's first words is refused, and read where it is whole")
  func paywall() throws {
    let lead =
      "<p>Pemerintah Kota Lirik membuka kembali jembatan gantung yang ditutup sejak Januari karena banjir besar.</p>"
    func page(_ body: String) -> String {
      """
      <html><head><title>Jembatan Lirik Dibuka</title><script type="application/ld+json">
      {"@type":"NewsArticle","headline":"Jembatan Lirik Dibuka","isAccessibleForFree":"False"}</script></head>
      <body>\(navigation)<h1>Jembatan Lirik Dibuka</h1><article><div class="article-body">\(body)</div></article>
      <div class="paywall"><a href=/langganan>Langganan sekarang</a></div></body></html>
      """
    }
    let error = #expect(throws: IngestError.self) { try read(page(lead)) }
    guard case .paywall(let words) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(words < 60)
    #expect(error?.description.hasPrefix("no article found: the page shows \(words) words") == true)
    let whole = (1...12).map {
      "<p>Kalimat ke-\($0) tentang jembatan di Kota Lirik dan para pedagang pasar.</p>"
    }
    #expect(try read(page(lead + whole.joined())).text.contains("Kalimat ke-12"))
  }

  @Test(
    "but says that nothing is there is refused, whatever its status was",
    arguments: ["Page not found | Kabar Lirik", "404 - Kabar Lirik", "Halaman tidak ditemukan"]
  )
  func missing(title: String) {
    let words =
      "The page you asked for has moved or never was here. You may look for it with the search box above, or go back to the front page, where the newest reports are, or write to the editors."
    let error = #expect(throws: IngestError.self) {
      try read(
        "<html><head><title>\(title)</title></head><body>\(navigation)<h1>Oops</h1><p>\(words)</p></body></html>"
      )
    }
    guard case .missingPage = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("but links alone is refused with the number of its words")
  func linksAlone() {
    #expect(throws: IngestError.noArticle(words: 30)) {
      try read("<html><head><title>Ekonomi</title></head><body>\(navigation)</body></html>")
    }
  }

  @Test("cut off anywhere is read or refused, and never ends the program")
  func halves() {
    let page = Array(OutletTemplate.all[0].page(SampleArticle.all[0]).utf8)
    for length in stride(from: 1, to: page.count, by: 37) {
      do {
        let document = try DocumentReader().read(bytes: Array(page[..<length]), named: "a.html")
        #expect(!document.text.contains("<p>"))
      } catch {
        #expect(error != .empty)
      }
    }
  }

  @Test("of 50 MB, of one paragraph or of millions of elements, is read in linear time")
  func large() throws {
    let sentence = "Feri antara Halden dan Orrin berhenti pada Senin, kata kepala pelabuhan. "
    let one = "<html><body><article><h1>Feri</h1><p>" + String(repeating: sentence, count: 100_000)
    let many =
      "<html><body><article><h1>Feri</h1>"
      + String(repeating: "<p>\(sentence)</p><br><i></i>", count: 60_000)
    let clock = ContinuousClock()
    for page in [one, many] {
      let bytes = Array(page.utf8)
      let time = try clock.measure {
        let document = try DocumentReader().read(bytes: bytes, named: "a.html")
        #expect(document.text.contains("Halden"))
      }
      #expect(time < .seconds(60))
    }
  }
}
