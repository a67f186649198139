import ClaimModel
import Testing

@testable import AuditReport

@Suite("The words of a page")
struct WordingTests {
  static let phrases: [[any Phrase]] = [
    PagePhrase.allCases, ClaimPhrase.allCases, SnapshotPhrase.allCases, HistoryPhrase.allCases,
    FindingPhrase.allCases,
    IndexPhrase.allCases, RegisterPhrase.allCases, OtherPagePhrase.allCases, TrailPhrase.allCases,
    VerifyPhrase.allCases, Month.allCases,
    Weekday.allCases,
    LanguageName.allCases, ClaimStatus.Stage.allCases, Claim.Kind.allCases,
    AttributionFlag.allCases,
    Assertion.Reason.allCases, Evidence.Stance.allCases, AnchorQuality.allCases,
    StoredCopy.Original.allCases, Correction.Kind.allCases, Finding.Kind.allCases,
    Finding.Outcome.allCases,
  ]

  @Test("exist in both languages, with the same values in them")
  func complete() {
    for phrase in Self.phrases.joined() {
      let words = phrase.words
      #expect(!words.indonesian.isEmpty && !words.english.isEmpty, "\(phrase)")
      #expect(Self.places(words.indonesian) == Self.places(words.english), "\(phrase)")
    }
  }

  private static func places(_ pattern: String) -> Set<Character> {
    Set(zip(pattern, pattern.dropFirst()).filter { $0.0 == "{" }.map(\.1))
  }

  @Test("take values as they are, even ones that look like places")
  func values() {
    let words = Wording(.english, clock: .utc)
    #expect(words(ClaimPhrase.characters, "{1}", "2", "9") == "paragraph {1}, characters 2–9")
    #expect(words.count(1, PagePhrase.oneClaim, PagePhrase.manyClaims) == "1 claim")
    #expect(words.count(12_345, PagePhrase.oneClaim, PagePhrase.manyClaims) == "12,345 claims")
  }

  @Test("tell times by the desk's clock")
  func times() {
    let evening = Timestamp(rfc3339: "2026-03-09T19:15:00Z") ?? Timestamp(secondsSince1970: 0)
    let jakarta = Wording(.indonesian, clock: .westernIndonesia)
    #expect(jakarta.moment(evening) == "10 Mar 2026, 02.15 WIB")
    #expect(
      String(decoding: jakarta.time(evening).bytes, as: UTF8.self)
        == "<time datetime=\"2026-03-10T02:15+07:00\">10 Mar 2026, 02.15 WIB</time>"
    )
    let west = Wording(.english, clock: DeskClock(minutesEast: -210, name: "NST"))
    #expect(west.moment(Timestamp(secondsSince1970: 0)) == "31 Dec 1969, 20:30 NST")
  }

  @Test(
    "make a gist of the first sentence, cut between words",
    arguments: [
      ("Rambu membatasi 12 ton. Bukan 20.", "Rambu membatasi 12 ton."),
      (
        "Menurut Dr. A. Siregar angkanya 7,5 persen saja. Titik.",
        "Menurut Dr. A. Siregar angkanya 7,5 persen saja."
      ),
      ("Pendek", "Pendek"), ("", ""),
    ]
  )
  func gist(text: String, expected: String) {
    #expect(Gist.of(text) == expected)
  }

  @Test("cut a long gist at a space, never inside a character")
  func longGist() {
    let long = String(repeating: "kata ", count: 60)
    #expect(Gist.of(long).hasSuffix("kata…"))
    #expect(Gist.of(String(repeating: "é", count: 300)) == String(repeating: "é", count: 60) + "…")
  }
}
