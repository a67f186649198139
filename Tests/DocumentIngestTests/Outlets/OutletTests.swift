import ClaimModel
import Testing

@testable import DocumentIngest

@Suite("A page of an Indonesian outlet")
struct OutletTests {
  @Test(
    "gives the article's paragraphs, all of them and nothing else",
    arguments: OutletTemplate.all,
    SampleArticle.all
  )
  func body(template: OutletTemplate, article: SampleArticle) throws {
    let bytes = Array(template.page(article).utf8)
    let document = try DocumentReader().read(bytes: bytes, named: "a.html")
    let searched = document.blocks
      .filter { $0.kind == .paragraph || $0.kind == .listItem || $0.kind == .heading }
      .map { String(document.text.slice($0.span) ?? "") }
    #expect(searched == article.paragraphs)
    #expect(document.metadata.title == article.title)
    #expect(document.metadata.authors == [article.author])
    #expect(document.metadata.outlet == template.name)
    #expect(document.metadata.published == CalendarDate(year: 2026, month: 3, day: 9))
    #expect(document.metadata.language == .indonesian)
  }
}
