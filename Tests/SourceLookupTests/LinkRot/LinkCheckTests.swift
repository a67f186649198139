import ClaimModel
import Testing

@testable import SourceLookup

@Suite("A check of a link")
struct LinkCheckTests {
  private let text =
    String(repeating: "Pasar Waru buka pukul enam pagi dan tutup pukul dua siang. ", count: 12)
    + "Harga beras hari ini dua belas ribu."
  private let url = "https://a.example/x"

  private func check(
    _ outcome: Result<FetchedPage, FetchError>,
    day: Int64 = 0,
    text: String? = nil,
    excerpt: String? = nil
  ) -> LinkCheck {
    LinkCheck(
      outcome,
      url: url,
      date: Timestamp(secondsSince1970: day * 86_400),
      page: text.map { ("Jadwal", $0) },
      expected: .init(text: self.text, excerpt: excerpt)
    )
  }

  private func answer(_ status: Int) -> Result<FetchedPage, FetchError> {
    .success(
      FetchedPage(redirects: [], answer: SnapshotTests.answer(url, status: status, [], "<p>Pasar"))
    )
  }

  @Test("sees a page that is as it was")
  func alive() {
    let check = check(answer(200), text: text, excerpt: "Harga beras hari ini")
    #expect(check.observation == .answered)
    #expect(check.distance == 0)
    #expect(check.anchor == .exact)
    #expect(LinkState([check]) == .alive)
    #expect(LinkState([self.check(answer(304))]) == .alive)
  }

  @Test("sees that a page, or only the cited words, changed")
  func changed() {
    let other = check(
      answer(200),
      text: String(repeating: "Berita lain tentang jalan baru. ", count: 40)
    )
    #expect((other.distance ?? 0) > 0.9)
    #expect(LinkState([other]) == .changed)
    let corrected = text.replacing("dua belas ribu", with: "sebelas ribu")
    let quoted = check(answer(200), text: corrected, excerpt: "beras hari ini dua belas ribu")
    #expect((quoted.distance ?? 1) < LinkState.mostDistance + 0.1)
    #expect(quoted.anchor == .fuzzy)
    #expect(LinkState([quoted]) == .changed)
  }

  @Test("believes that a page is gone when it was missing twice, a day apart")
  func gone() {
    let missing = check(answer(404))
    #expect(LinkState([missing]) == .unknown)
    #expect(LinkState([missing, check(answer(410), day: 2)]) == .gone)
    #expect(
      LinkState([missing, check(answer(200), day: 1, text: text), check(answer(404), day: 2)])
        == .unknown
    )
    #expect(LinkState([check(.failure(.unknownHost(url: url)), day: 3), missing]) == .gone)
  }

  @Test(
    "tells a wall from an absence",
    arguments: [401, 403, 429, 451]
  )
  func blocked(status: Int) {
    #expect(LinkState([check(answer(status))]) == .blocked)
  }

  @Test("learns nothing from a fault, and forgets nothing by it")
  func unclear() {
    let fine = check(answer(200), text: text)
    for outcome in [
      answer(503), answer(408), .failure(.tooSlow(url: url)), .failure(.unreachable(url: url)),
    ] {
      #expect(check(outcome).observation == .unclear)
      #expect(LinkState([fine, check(outcome, day: 1)]) == .alive)
      #expect(LinkState([check(outcome)]) == .unknown)
    }
    #expect(check(.failure(.busy(url: url, seconds: 900))).observation == .refused)
  }

  @Test("says when to look again")
  func schedule() {
    #expect(LinkState.nextCheck(after: [], days: 30) == nil)
    let days = { (checks: [LinkCheck]) in
      LinkState.nextCheck(after: checks, days: 30).map { $0.secondsSince1970 / 86_400 }
    }
    #expect(days([check(answer(200), text: text)]) == 30)
    #expect(days([check(answer(404))]) == 1)
    #expect(days([check(answer(404)), check(answer(404), day: 1)]) == 31)
    #expect(days([check(answer(503))]) == 0)
  }

  @Test("measures distance by runs of three words")
  func distance() {
    #expect(TextDistance.between("satu dua tiga empat", "SATU, dua tiga: empat!") == 0)
    #expect(TextDistance.between("satu dua tiga empat", "satu dua tiga lima") == 1 - 1.0 / 3)
    #expect(TextDistance.between("", "") == 0)
    #expect(TextDistance.between("satu", "dua") == 1)
  }
}
