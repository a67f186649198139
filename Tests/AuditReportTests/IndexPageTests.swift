import ClaimModel
import Foundation
import TestSupport
import Testing

@testable import AuditReport

@Suite("The index page")
struct IndexPageTests {
  @Test("of a few audits is what a person has read and agreed to", arguments: ["id", "en"])
  func golden(language: String) throws {
    let index = SampleIndex.make(count: 4, language: LanguageTag(rawValue: language))
    let page = String(decoding: IndexPage.render(index), as: UTF8.self)
    try expectGolden(PageText(page).withoutAssets, "index-\(language).html")
  }

  @Test("is the same bytes whatever order the audits come in")
  func order() {
    var index = SampleIndex.make()
    let before = IndexPage.render(index)
    index.entries.reverse()
    #expect(IndexPage.render(index) == before)
  }

  @Test("lists two hundred articles a page and links the pages")
  func pages() {
    let index = SampleIndex.make(count: 401)
    #expect(IndexPage.count(of: index) == 3)
    let pages = (0..<3).map { String(decoding: IndexPage.render(index, page: $0), as: UTF8.self) }
    #expect(pages.map { $0.components(separatedBy: "<tr data-o=").count - 1 } == [200, 200, 1])
    #expect(pages[0].contains("<a href=\"index-3.html\">3</a>"))
    #expect(pages[2].contains("<b aria-current=\"page\">3</b>"))
  }

  @Test("tells the latest corrections, and all of them two hundred a page")
  func corrections() {
    var index = SampleIndex.make(count: 1)
    let line = index.entries[0].corrections[0]
    index.entries[0].corrections = (0..<401).map { number in
      var copy = line
      copy.correction.explanation = "Alasan \(number)."
      copy.correction.time = SampleArticle.hour(number)
      return copy
    }
    let front = String(decoding: IndexPage.render(index), as: UTF8.self)
    #expect(front.components(separatedBy: "<br>Alasan ").count - 1 == 20)
    #expect(front.contains("<a href=\"corrections.html\">Semua koreksi: 401</a>"))
    let pages = IndexView(index).registers.filter { $0.fileName.hasPrefix("corrections") }
      .map { String(decoding: $0.bytes, as: UTF8.self) }
    #expect(pages.map { $0.components(separatedBy: "<br>Alasan ").count - 1 } == [200, 200, 1])
    #expect(pages[0].contains("Alasan 400.") && pages[2].contains("Alasan 0."))
  }

  @Test("tells how far second opinions agree in the numbers that were handed over")
  func agreement() {
    let row = "<th scope=\"row\">default</th><td class=\"num\">25</td><td class=\"num\">20</td>"
    for (language, share, kappa, none) in [
      (LanguageTag.indonesian, "0,80", "0,72", "tak terdefinisi"),
      (.english, "0.80", "0.72", "not defined"),
    ] {
      let page = String(
        decoding: IndexPage.render(SampleIndex.make(language: language)),
        as: UTF8.self
      )
      #expect(page.contains(row + "<td class=\"num\">\(share)</td><td class=\"num\">\(kappa)</td>"))
      #expect(page.contains("<td class=\"num\">\(none)</td>"))
    }
  }

  @Test("of no audits says so")
  func empty() {
    var index = SampleIndex.make(count: 1)
    index.entries = []
    let page = String(decoding: IndexPage.render(index), as: UTF8.self)
    #expect(page.contains("<p class=\"deck\">0 artikel.</p>"))
    #expect(!page.contains("<svg"))
  }
}
