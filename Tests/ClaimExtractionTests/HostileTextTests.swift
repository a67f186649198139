import ClaimModel
import Testing

@testable import ClaimExtraction

@Suite("Hostile text", .serialized)
struct HostileTextTests {
  /// Texts that look like nothing an author wrote.
  static let texts: [(name: String, text: String)] = [
    ("empty", ""),
    ("blank", " \t\n\r\n \u{C} "),
    ("only quotation marks", String(repeating: "\"“”'‘’«»„``''", count: 1_000)),
    ("ten thousand opened quotations", String(repeating: "“kata ", count: 10_000)),
    (
      "ten thousand nested quotations",
      String(repeating: "\"a 'b ", count: 5_000) + String(repeating: "' \"", count: 5_000)
    ),
    (
      "fifty kilobytes without a full stop",
      String(repeating: "Budi mengatakan kata Ani menurut Budi, ", count: 1_300)
    ),
    ("fifty kilobytes of one word", String(repeating: "a", count: 50_000)),
    ("fifty kilobytes of full stops", String(repeating: ".", count: 50_000)),
    ("fifty kilobytes of cues", String(repeating: "mengatakan ", count: 4_500)),
    ("fifty kilobytes of names", String(repeating: "Budi Santoso Ani Lestari ", count: 2_000)),
    ("many names", (0..<1_000).map { "Nama\($0) Warga\($0) mengatakan air surut. " }.joined()),
    ("many numbers", (0..<1_500).map { "\($0) rumah rusak, \($0),5 persen " }.joined()),
    ("many brackets", String(repeating: "Dinas (A) ", count: 2_500)),
    ("many commas", String(repeating: "Menurut Budi, kata Ani, ", count: 2_000)),
    ("lines of repeats", String(repeating: "Budi berkata.\n", count: 2_500)),
    (
      "right to left",
      "قال المحافظ: \"الجسر آمن\". " + String(repeating: "ראש העיר אמר ", count: 1_000)
    ),
    ("Chinese and Japanese", String(repeating: "市长说：「大桥很安全。」橋は安全です。", count: 5_000)),
    (
      "emoji and combining marks",
      String(repeating: "\"👩‍👩‍👧‍👦 e\u{301}\u{301} 🇮🇩 ya ya ya,\" kata Budi 🎉. ", count: 300)
    ),
    (
      "zero-width and other controls",
      String(
        repeating: "Bu\u{200B}di\u{FEFF} meng\u{AD}atakan\u{0} \u{2028}air surut. ",
        count: 300
      )
    ),
    ("CRLF", String(repeating: "\"Air surut,\" kata Budi.\r\n\r\n", count: 300)),
  ]

  @Test("keeps every offset inside the text and between characters", arguments: texts.map(\.name))
  func offsets(name: String) throws {
    let text = try #require(Self.texts.first { $0.name == name }).text
    for language in [LanguageTag.indonesian, .english, .undetermined] {
      let extraction = ClaimExtractor().extract(Documents.make(text, language: language))
      let spans =
        extraction.attributions.flatMap { $0.content + $0.cue + $0.mention }
        + extraction.assertions.map(\.span) + extraction.speakers.flatMap(\.mentions)
        + extraction.findings.flatMap(\.spans)
      let bytes = Array(text.utf8)
      let isExact = spans.allSatisfy { span in
        span.start >= 0 && span.end <= bytes.count && !span.isEmpty
          && bytes[span.start] & 0xC0 != 0x80
          && (span.end == bytes.count || bytes[span.end] & 0xC0 != 0x80)
      }
      #expect(isExact)
      #expect(extraction.attributions.allSatisfy { !$0.content.isEmpty })
      #expect(extraction.attributions.allSatisfy { ($0.speaker ?? 0) <= extraction.speakers.count })
    }
  }

  @Test("takes time in proportion to its length", arguments: texts.map(\.name))
  func linear(name: String) throws {
    let text = try #require(Self.texts.first { $0.name == name }).text
    guard text.utf8.count >= 20_000 else { return }
    let half = String(text.prefix(text.count / 2))
    let extractor = ClaimExtractor()
    func cost(_ text: String) -> Duration {
      (0..<2).map { _ in
        ContinuousClock().measure {
          _ = extractor.extract(Documents.make(text, language: .indonesian))
        }
      }.min() ?? .zero
    }
    let short = cost(half)
    let long = cost(text)
    // Twice the text costs four times the time where the work is quadratic; a busy machine is given some slack.
    #expect(long < short * 3 + .milliseconds(200), "\(short) for half, \(long) for the whole")
  }
}
