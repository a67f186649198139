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

  @Test(
    "says when a source was last changed and which book it is, and links to where it is numbered"
  )
  func numberedSource() throws {
    var audit = SampleAudit.make()
    let claim = try #require(audit.claims.firstIndex { !$0.evidence.isEmpty })
    audit.claims[claim].evidence[0].source = Source(
      id: SourceID(rawValue: "buku"),
      type: "book",
      title: "Sejarah Randualas",
      issued: "1999",
      modified: "2026-03-05",
      isbn: "978-602-8519-93-9",
      pmid: "12345678"
    )
    let page = String(decoding: AuditPage.render(audit), as: UTF8.self)
    #expect(page.contains("<a href=\"https://pubmed.ncbi.nlm.nih.gov/12345678/\""))
    #expect(page.contains(", 1999, diperbarui <time datetime=\"2026-03-05\">5 Mar 2026</time>"))
    #expect(page.contains("ISBN 978-602-8519-93-9."))
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
