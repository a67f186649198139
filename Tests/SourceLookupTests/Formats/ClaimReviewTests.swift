import Testing

@testable import SourceLookup

@Suite("A ClaimReview feed")
struct ClaimReviewTests {
  private let feed = """
    {"@context": "https://schema.org", "@type": "DataFeed", "dataFeedElement": [
      {"@type": "DataFeedItem", "item": [{"@type": ["ClaimReview"], "url": "https://cek.example/1",
        "claimReviewed": " Bupati menaikkan harga beras ", "headline": "[SALAH] Harga beras",
        "author": {"@type": "Organization", "name": "Cek Waru", "url": "https://cek.example"},
        "datePublished": "2026-03-05T10:00:00+07:00", "inLanguage": "id",
        "itemReviewed": {"@type": "Claim", "author": {"name": "Akun Warung"}, "datePublished": "2026-03-01",
          "appearance": [{"url": "https://sosial.example/1"}, "https://sosial.example/2"]},
        "reviewRating": {"@type": "Rating", "ratingValue": "1", "worstRating": 1, "bestRating": 5,
          "alternateName": "Salah"}}]},
      {"@type": "https://schema.org/ClaimReview", "@id": "https://cek.example/2", "claimReviewed": "Paus di sungai",
        "author": "Cek", "reviewRating": {"ratingValue": "n/a"}, "datePublished": "soon"},
      {"@type": "ClaimReview", "url": "https://cek.example/3"},
      {"@type": "ClaimReview", "claimReviewed": "", "url": "https://cek.example/4"},
      {"@type": "Article", "headline": "x"}, null, 3
    ]}
    """

  private func checks(_ text: String) throws -> [ClaimReview] {
    try ClaimReview.feed(Array(text.utf8), file: "feed.json")
  }

  @Test("is read, and what is no check is left out")
  func reads() throws {
    let checks = try checks(feed)
    #expect(checks.map(\.url) == ["https://cek.example/1", "https://cek.example/2"])
    let first = checks[0]
    #expect(first.claim == "Bupati menaikkan harga beras")
    #expect(first.claimant == "Akun Warung")
    #expect(first.claimDate == "2026-03-01")
    #expect(first.appearances == ["https://sosial.example/1", "https://sosial.example/2"])
    #expect(first.publisher == "Cek Waru")
    #expect(first.reviewDate == "2026-03-05")
    #expect(first.rating == "Salah")
    #expect(first.ratingNumber?.best == 5)
    #expect(checks[1].publisher == "Cek")
    #expect(checks[1].ratingNumber == nil)
    #expect(checks[1].reviewDate == nil)
  }

  @Test("is written so that it reads the same")
  func roundTrip() throws {
    let checks = try checks(feed)
    #expect(try self.checks(ClaimReview.feed(checks, name: "Cek")) == checks)
    #expect(try self.checks(checks[0].json) == [checks[0]])
  }

  @Test("can be searched")
  func search() throws {
    var index = ClaimIndex()
    for check in try checks(feed) { index.add(check) }
    #expect(
      index.find(ClaimQuery(text: "harga beras dinaikkan bupati")).first?.id
        == "https://cek.example/1"
    )
  }

  @Test("says where it is broken")
  func broken() {
    let error = #expect(throws: CitationLibraryError.self) { try checks("[{]") }
    #expect(error?.description.hasPrefix("feed.json:1:3: ") == true)
  }
}
