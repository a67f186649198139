import ClaimModel
import Foundation
import TestSupport
import Testing

@testable import AuditReport

@Suite("The index page")
struct IndexPageTests {
  @Test("of a few audits is what a person has read and agreed to", arguments: ["id", "en"])
  func golden(language: String) throws {
    let index = try SampleIndex.make(count: 4, language: LanguageTag(rawValue: language))
    let page = String(decoding: try IndexPage.render(index), as: UTF8.self)
    try expectGolden(PageText(page).withoutAssets, "index-\(language).html")
  }

  @Test("is the same bytes whatever order the audits come in")
  func order() throws {
    let entries = SampleIndex.entries(12)
    let before = try Self.files(SampleIndex.make(entries))
    let after = try Self.files(SampleIndex.make(entries.reversed()))
    #expect(before.count > 6)
    #expect(before.keys.sorted() == after.keys.sorted())
    #expect(before.keys.filter { before[$0] != after[$0] } == [])
  }

  /// The files of an index by their names.
  static func files(_ index: AuditIndex) throws -> [String: String] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "tilik-index-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try AuditSite(folder: folder).write(index)
    return try Dictionary(
      files.map { ($0.name, try String(contentsOf: $0.url, encoding: .utf8)) },
      uniquingKeysWith: { $1 }
    )
  }

  @Test("lists two hundred articles a page and links the pages")
  func pages() throws {
    let index = try SampleIndex.make(count: 401)
    #expect(IndexPage.count(of: index) == 3)
    let pages = try (0..<3).map {
      String(decoding: try IndexPage.render(index, page: $0), as: UTF8.self)
    }
    #expect(pages.map { $0.components(separatedBy: "<tr data-o=").count - 1 } == [200, 200, 1])
    #expect(pages[0].contains("<a href=\"index-3.html\">3</a>"))
    #expect(pages[2].contains("<b aria-current=\"page\">3</b>"))
  }

  @Test("tells the latest corrections, and all of them two hundred a page")
  func corrections() throws {
    var entries = SampleIndex.entries(1)
    let line = entries[0].corrections[0]
    entries[0].corrections = (0..<401).map { number in
      var copy = line
      copy.correction.explanation = "Alasan \(number)."
      copy.correction.time = SampleArticle.hour(number)
      return copy
    }
    let files = try Self.files(SampleIndex.make(entries))
    let front = try #require(files["index.html"])
    #expect(front.components(separatedBy: "<br>Alasan ").count - 1 == 20)
    #expect(front.contains("<a href=\"corrections.html\">Semua koreksi: 401</a>"))
    let pages = ["", "-2", "-3"].compactMap { files["corrections\($0).html"] }
    #expect(pages.map { $0.components(separatedBy: "<br>Alasan ").count - 1 } == [200, 200, 1])
    #expect(pages[0].contains("Alasan 400.") && pages[2].contains("Alasan 0."))
  }

  @Test("tells how far second opinions agree in the numbers that were handed over")
  func agreement() throws {
    let row = "<th scope=\"row\">default</th><td class=\"num\">25</td><td class=\"num\">20</td>"
    for (language, share, kappa, none) in [
      (LanguageTag.indonesian, "0,80", "0,72", "tak terdefinisi"),
      (.english, "0.80", "0.72", "not defined"),
    ] {
      let page = String(
        decoding: try IndexPage.render(SampleIndex.make(language: language)),
        as: UTF8.self
      )
      #expect(page.contains(row + "<td class=\"num\">\(share)</td><td class=\"num\">\(kappa)</td>"))
      #expect(page.contains("<td class=\"num\">\(none)</td>"))
    }
  }

  @Test("of no audits says so")
  func empty() throws {
    let page = String(decoding: try IndexPage.render(SampleIndex.make([])), as: UTF8.self)
    #expect(page.contains("<p class=\"deck\">0 artikel.</p>"))
    #expect(!page.contains("<svg"))
  }

  @Test("links all pages of a list up to two hundred, beyond that the near ones and some others")
  func links() {
    func shown(_ count: Int, _ current: Int) -> [Int] {
      PageLinks(count: count, current: current) { "p\($0)" }.shown.map { $0 + 1 }
    }
    #expect(shown(200, 7) == Array(1...200))
    let many = shown(3_500, 1_249)
    let near = Array(1_245...1_255)
    #expect(
      many == ([1] + stride(from: 100, through: 3_500, by: 100) + near).sorted()
    )
    let links = PageLinks(count: 3_500, current: 0) { "p\($0)" }.markup
    let text = String(decoding: links.bytes, as: UTF8.self)
    #expect(text.hasPrefix("<b aria-current=\"page\">1</b> <a href=\"p1\">2</a>"))
    #expect(text.contains("6</a> … <a href=\"p99\">100</a> … <a"))
    #expect(text.utf8.count < 2_000)
  }
}
