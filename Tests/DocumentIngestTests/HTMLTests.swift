import ClaimModel
import Testing

@testable import DocumentIngest

@Suite("A page")
struct HTMLTests {
  private func read(_ html: String, named name: String = "a.html") throws(IngestError) -> Document {
    try DocumentReader().read(bytes: Array(html.utf8), named: name)
  }

  private let page = """
    <!DOCTYPE html><html lang="id-ID"><head><title>Jembatan Lirik Dibuka Lagi | Kabar Lirik</title>
    <meta property="og:site_name" content="Kabar Lirik">
    <link rel="canonical" href="https://kabar.example/jembatan">
    <script type="application/ld+json">{"@type":"NewsArticle","headline":"Jembatan Lirik Dibuka",
    "datePublished":"2026-03-09T08:00:00+07:00","author":[{"@type":"Person","name":"Mira Tanjung"}]}</script>
    </head><body><nav><ul><li><a href="/">Beranda</a><li><a href="/o">Olahraga</a></ul></nav>
    <main><article><h1>Jembatan Lirik Dibuka Lagi</h1>
    <div class="detail__body">
    <p><strong>LIRIK</strong> - Pemerintah Kota Lirik membuka kembali jembatan gantung yang ditutup
    sejak Januari karena banjir &amp; longsor, Senin pagi.
    <p>"Jembatan ini sudah aman dan boleh dilewati kendaraan kecil," ujar Kepala Dinas Pekerjaan
    Umum Sutan Rimbo kepada wartawan di tepi sungai.</p>
    <p><strong>Baca juga: <a href="/x" class="inner-link-baca-juga">Pasar Lama Dipindahkan</a></strong></p>
    <p>Warga menyambut pembukaan itu dengan arak-arakan sampai ke pasar, dan pedagang
    kembali membuka kios mereka di kedua sisi sungai.</p>
    </div></article></main>
    <footer><p>Hak cipta Kabar Lirik, semua hak dilindungi undang-undang yang berlaku.</p></footer>
    </body></html>
    """

  @Test("gives its article and nothing of its navigation")
  func article() throws {
    let document = try read(page)
    #expect(
      document.blocks.map(\.kind) == [
        .headline, .dateline, .paragraph, .paragraph, .relatedLink, .paragraph,
      ]
    )
    #expect(document.text.contains("banjir & longsor"))
    #expect(!document.text.contains("Beranda"))
    #expect(!document.text.contains("Hak cipta"))
  }

  @Test("gives its metadata")
  func metadata() throws {
    let metadata = try read(page).metadata
    #expect(metadata.title == "Jembatan Lirik Dibuka Lagi")
    #expect(metadata.authors == ["Mira Tanjung"])
    #expect(metadata.outlet == "Kabar Lirik")
    #expect(metadata.published == CalendarDate(year: 2026, month: 3, day: 9))
    #expect(metadata.language == .indonesian)
    #expect(metadata.url == "https://kabar.example/jembatan")
  }

  @Test("with its outlet's name as the only h1 is named by what it says to machines")
  func logo() throws {
    let html = page.replacing("<h1>Jembatan Lirik Dibuka Lagi</h1>", with: "")
      .replacing("<nav>", with: "<nav><h1 class=logo>Kabar  lirik</h1>")
      .replacing("| Kabar Lirik</title>", with: "- Kabar Lirik</title>")
    #expect(try read(html).metadata.title == "Jembatan Lirik Dibuka")
  }

  @Test("is by nobody where the byline only leads to the outlet's pages elsewhere")
  func followLinks() throws {
    let html = page.replacing(
      #","author":[{"@type":"Person","name":"Mira Tanjung"}]"#,
      with: ""
    )
    for links in ["Twitter Facebook", "Twitter Instagram", "WhatsApp Telegram"] {
      let linked = html.replacing("</h1>", with: "</h1><div class=author-links>\(links)</div>")
      #expect(try read(linked).metadata.authors == [], "\(links)")
    }
  }

  @Test(
    "of headlines and names that hold each other to any depth is read in linear time",
    .timeLimit(.minutes(1))
  )
  func nestedNames() throws {
    let words = String(repeating: "kata ", count: 200_000)
    let nested = String(repeating: "<h1><div> ", count: 100_000)
    let named = String(repeating: "<div class=author>", count: 500)
    _ = try? read("<html><title>T</title><body>\(nested)\(named)\(words)")
  }

  @Test("with other posts whole under its own gives its own alone")
  func otherPosts() throws {
    let own = (1...6).map {
      "<p>Kalimat ke-\($0) tentang jembatan di Kota Lirik dan para pedagang pasar lama.</p>"
    }
    let other = (1...6).map {
      "<p>Kalimat ke-\($0) tentang panen kopi di lereng bukit dan para pemetik muda.</p>"
    }
    let html = """
      <html><head><title>Jembatan Lirik Dibuka Lagi</title></head><body><div id=primary>
      <article class=post><h1>Jembatan Lirik Dibuka Lagi</h1>\(own.joined())</article>
      <article class=post><h2>Panen Kopi Tiba</h2>\(other.joined())</article></div></body></html>
      """
    let text = try read(html).text
    #expect(text.contains("ke-6 tentang jembatan"))
    #expect(!text.contains("kopi"))
  }

  @Test("that says it goes on elsewhere is read with a note")
  func nextPage() throws {
    let html = page.replacing(
      "</head>",
      with: #"<link rel="next" href="https://kabar.example/2"></head>"#
    )
    #expect(try read(html).notes == [.continuesOnAnotherPage(url: "https://kabar.example/2")])
  }

  @Test(
    "that holds no article is refused with the reason",
    arguments: [
      (
        "<html><body><p>Halaman tidak ditemukan.</p></body></html>", IngestError.noArticle(words: 3)
      ),
      (
        "<html><frameset><frame src=\"isi.html\"></frameset></html>",
        .frames(url: "isi.html")
      ),
      (
        "<html><frameset><frame src=\"menu.html\"><frame src=\"isi.html\"></frameset></html>",
        .frames(url: "isi.html")
      ),
      (
        "<html><head><title>Feri berhenti</title><script>x()</script><script>y()",
        .noArticle(words: 0)
      ),
      (
        "<html><body><div id=root></div><script>x()</script></body></html>",
        .needsScript(words: 0)
      ),
      ("<?xml version=\"1.0\"?><rss><channel></channel></rss>", .listOfPages(kind: "an RSS feed")),
      ("<?xml version=\"1.0\"?><urlset></urlset>", .listOfPages(kind: "a sitemap")),
    ]
  )
  func refused(html: String, error: IngestError) {
    #expect(throws: error) { try read(html) }
  }

  @Test("nested 200,000 deep or opened as often and never closed is read in linear time")
  func deep() throws {
    let article = """
      <h1>Ferry to Orrin stopped</h1>
      <p>The ferry between Halden and Orrin stops on Monday, because its engine is old and has to be
      taken out and looked at, the harbour office said.</p>
      <p>“Nobody likes it, but nobody wants to row either,” said harbour master Ada Holm, who has
      asked the fishermen of both shores to take passengers along.</p>
      <p>The last ferry leaves at six in the evening. Tickets that were already bought stay good until
      the end of the summer, the office said.</p>
      """
    let clock = ContinuousClock()
    for (tag, count) in [("div", 200_000), ("span", 20_000), ("table", 20_000), ("li", 20_000)] {
      let open = String(repeating: "<\(tag)>", count: count)
      let time = try clock.measure {
        let document = try read("<html><body>" + open + article + open)
        #expect(document.text.contains("Halden"))
      }
      #expect(time < .seconds(20))
    }
  }
}
