import ClaimModel
import Testing

@testable import AuditReport

@Suite("The snapshots of an audit")
struct SnapshotLinesTests {
  private func page(_ snapshot: SnapshotFacts?, _ language: LanguageTag = .english) -> String {
    var audit = SampleAudit.make(language: language)
    for claim in audit.claims.indices {
      for piece in audit.claims[claim].evidence.indices {
        audit.claims[claim].evidence[piece].copy?.snapshot = snapshot
      }
    }
    return String(decoding: AuditPage.render(audit), as: UTF8.self)
  }

  @Test("are named by their hash, with what they prove and what they do not, once")
  func named() {
    let page = page(SnapshotFacts(hash: SampleArticle.hash(77)))
    #expect(page.contains("<code class=\"hash\">sha256 \(SampleArticle.hash(77).hex)</code>"))
    #expect(page.ranges(of: "never that what it says is true").count == 1)
    #expect(!page.contains("Timestamp (RFC 3161)"))
    #expect(!page.contains("A timestamp adds"))
    #expect(AuditFile(Array(page.utf8)).problems.isEmpty)
  }

  @Test("have their timestamps and the copies elsewhere told, and no address runs a script")
  func witnesses() {
    let stamp = SnapshotFacts.Stamp(
      authority: "https://tsa.example/<b>",
      asked: SampleArticle.hour(3)
    )
    var facts = SnapshotFacts(
      hash: SampleArticle.hash(78),
      stamps: [stamp],
      independent: "https://arsip.example/web/2026/x"
    )
    let good = page(facts, .indonesian)
    #expect(
      good.contains("Stempel waktu (RFC 3161) dari <bdi>https://tsa.example/&lt;b&gt;</bdi>")
    )
    #expect(good.contains("<a href=\"https://arsip.example/web/2026/x\""))
    #expect(good.contains("tentang isinya ia tidak berkata apa-apa"))
    facts.stamps[0].time = SampleArticle.hour(4)
    #expect(
      good.contains("diminta <time") && page(facts, .indonesian).contains("sudah ada pada <time")
    )
    facts.independent = "javascript:alert(1)"
    #expect(!page(facts).contains("javascript:alert(1)"))
  }

  @Test("are not spoken of where no source has one")
  func none() {
    #expect(!page(nil).contains("WARC"))
  }
}
