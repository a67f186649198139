import Testing

/// The way an Indonesian outlet wraps an article: its class names and what it inserts between paragraphs.
///
/// The markup follows the habits of large outlets; names, links and texts are ours.
struct OutletTemplate: CustomTestStringConvertible {
  var name: String
  /// The start of the element around the paragraphs.
  var bodyStart: String
  /// What the first paragraph begins with; `PLACE` becomes the article's place.
  var dateline: String
  /// What stands after the second and after the fourth paragraph.
  var inserts: (String, String)
  /// What stands after the last paragraph, still inside the body.
  var tail: String

  var testDescription: String { name }

  /// A page with the article in this outlet's clothes.
  func page(_ article: SampleArticle) -> String {
    var body = ""
    for (index, paragraph) in article.paragraphs.enumerated() {
      let lead =
        index == 0 ? dateline.replacing("PLACE", with: article.place) : ""
      body += "<p>\(lead)\(paragraph)</p>\n"
      if index == 1 { body += inserts.0 }
      if index == 3 { body += inserts.1 }
    }
    let others = SampleArticle.all.filter { $0.title != article.title }.map(\.title)
    let list = others.map { "<li class=\"list__item\"><a href=\"/b\"><h3>\($0)</h3></a></li>" }
      .joined()
    return """
      <!DOCTYPE html><html lang="id"><head><title>\(article.title) - \(name)</title>
      <meta property="og:title" content="\(article.title)"><meta property="og:site_name" content="\(name)">
      <meta name="author" content="\(article.author)">
      <meta property="article:published_time" content="2026-03-09T08:15:00+07:00">
      </head><body>
      <header class="header"><div class="nav"><ul class="nav__wrap"><li><a href="/">Home</a></li>
      <li><a href="/n">Nasional</a></li><li><a href="/e">Ekonomi</a></li></ul></div></header>
      <div class="container clearfix"><div class="row"><div class="col-bs10-7">
      <div class="breadcrumb"><a href="/">Home</a> <a href="/n">Nasional</a></div>
      <h1 class="read__title detail__title">\(article.title)</h1>
      <div class="read__author detail__author">\(article.author) - \(name)</div>
      <div class="read__time detail__date">Senin, 09 Mar 2026 08:15 WIB</div>
      <div class="social share"><a href="#">Bagikan</a> <a href="#">WhatsApp</a></div>
      <figure class="photo"><img src="a.jpg"><figcaption>Suasana di \(article.place). Foto: \(name)</figcaption></figure>
      \(bodyStart)
      \(body)\(tail)
      </div>
      <div class="tag__article"><a class="tag" href="/t">\(article.place)</a> <a class="tag" href="/t">Berita</a></div>
      <div class="komentar"><p>Tulis komentar Anda di sini dengan sopan dan bertanggung jawab.</p></div>
      </div><div class="col-bs10-3 sidebar"><h2>Terpopuler</h2><ul class="most__list">\(list)</ul></div></div></div>
      <footer class="footer"><p>Copyright 2026 \(name). All Rights Reserved.</p>
      <a href="/p">Pedoman Media Siber</a> <a href="/k">Karier</a></footer></body></html>
      """
  }

  static let all: [OutletTemplate] = [
    OutletTemplate(
      name: "Kabar Nusa",
      bodyStart: #"<div class="read__content"><div class="clearfix">"#,
      dateline: "<strong>PLACE, KABARNUSA.com</strong> - ",
      inserts: (
        #"<p><strong>Baca juga: <a href="/x" class="inner-link-baca-juga">Pasar Lama Dipindahkan</a></strong></p>"#,
        #"<p class="baca-juga-box">Baca juga: <a href="/y">Listrik Padam di Tiga Kecamatan</a></p>"#
      ),
      tail: "<p>Dapatkan update berita pilihan setiap hari dari Kabar Nusa.</p></div>"
    ),
    OutletTemplate(
      name: "detikan",
      bodyStart:
        #"<div class="detail__body itp_bodycontent_wrapper"><div class="detail__body-text">"#,
      dateline: "<strong>PLACE</strong> - ",
      inserts: (
        #"<div class="parallaxindetail scrollpage"><p>ADVERTISEMENT</p><p>SCROLL TO CONTINUE WITH CONTENT</p></div>"#,
        #"<table class="linksisip"><tr><td><div class="lihatjg">Baca juga: <a href="/x">Pasar Lama Dipindahkan</a></div></td></tr></table>"#
      ),
      tail: "<p>[Gambas:Video 20detik]</p><p><strong>(dek/fit)</strong></p></div>"
    ),
    OutletTemplate(
      name: "Tribunan",
      bodyStart: #"<div class="side-article txt-article multi-fontsize"><div>"#,
      dateline: "<strong>TRIBUNAN.COM, PLACE</strong> - ",
      inserts: (
        #"<p class="baca"><strong>Baca juga: </strong><a href="/x">Pasar Lama Dipindahkan</a></p>"#,
        "<p>Simak juga: <a href=\"/v\">Video Banjir di Lirik</a></p>"
      ),
      tail: "<p>Artikel ini telah tayang di Tribunan.com</p><p>Penulis: Mira Tanjung</p></div>"
    ),
    OutletTemplate(
      name: "Enam Liputan",
      bodyStart:
        #"<div class="article-content-body article-content-body_with-aside"><div class="article-content-body__item-content">"#,
      dateline: "<b>EnamLiputan.com, PLACE -</b> ",
      inserts: (
        #"<div class="baca-juga-collections"><p>BACA JUGA:<a href="/x">Pasar Lama Dipindahkan</a></p></div>"#,
        "<p>Saksikan Video Pilihan di Bawah Ini:</p>"
      ),
      tail: "</div>"
    ),
    OutletTemplate(
      name: "Tempoan",
      bodyStart: #"<div class="detail-in"><div id="isi">"#,
      dateline: "<strong>TEMPOAN.CO</strong>, <strong>PLACE</strong> - ",
      inserts: (
        #"<p>Baca: <a href="/x">Pasar Lama Dipindahkan</a></p>"#,
        #"<div class="ads"><p>Scroll ke bawah untuk melanjutkan membaca</p></div>"#
      ),
      tail: "<p><strong>Pilihan Editor: <a href=\"/z\">Listrik Padam</a></strong></p></div>"
    ),
    OutletTemplate(
      name: "Kantor Berita Antar",
      bodyStart:
        #"<article class="post-content clearfix"><div class="wrap__article-detail-content">"#,
      dateline: "PLACE (ANTAR) - ",
      inserts: (
        #"<p class="text-muted small">Baca juga: <a href="/x">Pasar Lama Dipindahkan</a></p>"#,
        #"<p>Baca juga: <a href="/y">Listrik Padam di Tiga Kecamatan</a></p>"#
      ),
      tail:
        "<p>Pewarta: Rangga Pelita<br>Editor: Sekar Wening<br>Copyright © ANTAR 2026</p></div></article><div>"
    ),
  ]
}
