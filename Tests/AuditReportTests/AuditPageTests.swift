import ClaimModel
import TestSupport
import Testing

@testable import AuditReport

@Suite("The audit page")
struct AuditPageTests {
  @Test("of a small audit is what a person has read and agreed to", arguments: ["id", "en"])
  func golden(language: String) throws {
    let audit = SampleAudit.make(language: LanguageTag(rawValue: language))
    let page = String(decoding: AuditPage.render(audit), as: UTF8.self)
    try expectGolden(PageText(page).withoutAssets, "audit-\(language).html")
  }

  @Test("is the same bytes for the same audit")
  func reproducible() {
    #expect(AuditPage.render(SampleAudit.make()) == AuditPage.render(SampleAudit.make()))
  }

  @Test("carries the article's text byte for byte")
  func articleText() throws {
    let page = PageText(String(decoding: AuditPage.render(SampleAudit.make()), as: UTF8.self))
    #expect(page.articleText == SampleArticle.bridge.text)
  }
}
