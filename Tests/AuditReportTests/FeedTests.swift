import ClaimModel
import Foundation
import TestSupport
import Testing

@testable import AuditReport

@Suite("What is published beside the pages")
struct FeedTests {
  private func index(_ audit: Audit = SampleAudit.make()) throws -> AuditIndex {
    try SampleIndex.make([AuditEntry(audit)])
  }

  private func reviewFeed(_ index: AuditIndex) throws -> Data {
    var feed = Data()
    try IndexView(index).eachReviewData { feed += $0 }
    return feed
  }

  @Test("is an Atom feed of verdicts and corrections, newest first")
  func news() throws {
    try expectGolden(String(decoding: NewsFeed.render(index()), as: UTF8.self), "feed.atom")
  }

  @Test("is a data feed of ClaimReviews that parses")
  func reviews() throws {
    let feed = try JSONSerialization.jsonObject(with: reviewFeed(index()))
    let members = try #require(feed as? [String: Any])
    #expect(members["@type"] as? String == "DataFeed")
    let reviews = try #require(members["dataFeedElement"] as? [[String: Any]])
    // Claims 1, 2, 3 and 5 are published; the others are nobody's verdict yet.
    #expect(
      reviews.compactMap { $0["@type"] as? String } == Array(repeating: "ClaimReview", count: 4)
    )
    #expect((reviews[3]["url"] as? String)?.hasSuffix("-5f3a9c0d.html#k5") == true)
  }

  @Test("names every article in which a joined claim was told")
  func appearances() throws {
    var audit = SampleAudit.make()
    audit.claims[0].alsoIn = [
      Appearance(
        title: "Kabar lain",
        url: "https://kabar.example/lain",
        outlet: "Kabar",
        published: nil
      ),
      Appearance(title: "lain.txt", url: "javascript:alert(1)", outlet: nil, published: nil),
    ]
    let feed = try JSONSerialization.jsonObject(with: reviewFeed(index(audit)))
    let reviews = try #require((feed as? [String: Any])?["dataFeedElement"] as? [[String: Any]])
    let places = try reviews.map { review in
      try #require(review["itemReviewed"] as? [String: Any])["appearance"]
    }
    let all = try #require(places[0] as? [[String: Any]])
    #expect(all.count == 3)
    #expect(all[1]["url"] as? String == "https://kabar.example/lain")
    #expect(all[2]["headline"] as? String == "lain.txt" && all[2]["url"] == nil)
    let page = String(decoding: AuditPage.render(audit), as: UTF8.self)
    #expect(
      page.contains(
        "<dt>Juga dalam</dt><dd><a href=\"https://kabar.example/lain\" rel=\"noreferrer\">Kabar lain</a>, Kabar; lain.txt</dd>"
      )
    )
    #expect(places[1] is [String: Any])
  }

  @Test("stays well formed whatever the texts say", arguments: HostileTextTests.texts)
  func hostile(text: String) throws {
    let audit = HostileAudit.make(text)
    let index = AuditIndex(
      desk: audit.desk,
      entries: try AuditEntries([AuditEntry(audit)]),
      scales: audit.scales,
      ledger: audit.ledger,
      language: .english
    )
    _ = try JSONSerialization.jsonObject(with: reviewFeed(index))
    let feed = String(decoding: NewsFeed.render(index), as: UTF8.self)
    #expect(!feed.contains("<script"))
    #expect(
      feed.components(separatedBy: "<entry>").count
        == feed.components(separatedBy: "</entry>").count
    )
  }

  @Test("is a card for each published claim, which leads back to its dossier")
  func cards() throws {
    let cards = ClaimCard.cards(of: SampleAudit.make())
    #expect(cards.map { $0.fileName.suffix(7) } == ["k1.html", "k2.html", "k3.html", "k5.html"])
    try expectGolden(
      PageText(String(decoding: cards[0].bytes, as: UTF8.self)).withoutAssets,
      "card.html"
    )
    var local = SampleAudit.make()
    local.desk.address = nil
    let card = String(decoding: ClaimCard.cards(of: local)[0].bytes, as: UTF8.self)
    #expect(card.contains("href=\"../\(local.fileName)#k1\""))
  }
}
