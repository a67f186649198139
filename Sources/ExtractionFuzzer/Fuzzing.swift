import ClaimExtraction
import ClaimModel
import Foundation

/// Extracts from any bytes and stops the program where an offset is wrong: what libFuzzer is given to break.
///
/// The first byte chooses the language and the finder, the rest is the text; bytes that are not UTF-8 become U+FFFD.
enum Fuzzing {
  private static let hash = ContentHash(bytes: [UInt8](repeating: 0, count: 32))
  private static let finders = ClaimExtractor.Finder.allCases.map { ClaimExtractor(finder: $0) }
  private static let languages = [
    LanguageTag.indonesian, .english, .undetermined, LanguageTag(rawValue: "xx"),
  ]

  static func run(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
    let language = languages[Int(first) % languages.count]
    let extractor = finders[Int(first) / languages.count % finders.count]
    let document = Document(
      text: text,
      blocks: [],
      metadata: DocumentMetadata(
        published: CalendarDate(daysSince1970: 20_000),
        language: language
      ),
      rawHash: hash,
      textHash: hash
    )
    let extraction = extractor.extract(document)
    let utf8 = Array(text.utf8)
    let spans =
      extraction.attributions.flatMap { $0.content + $0.cue + $0.mention }
      + extraction.assertions.map(\.span) + extraction.findings.flatMap(\.spans)
      + extraction.speakers.flatMap(\.mentions)
    for span in spans {
      precondition(!span.isEmpty && span.start >= 0 && span.end <= utf8.count, "outside: \(span)")
      precondition(utf8[span.start] & 0xC0 != 0x80, "begins inside a character: \(span)")
      precondition(
        span.end == utf8.count || utf8[span.end] & 0xC0 != 0x80,
        "ends inside a character: \(span)"
      )
    }
    for attribution in extraction.attributions {
      precondition(!attribution.content.isEmpty, "an attribution without content")
      precondition(attribution.speaker ?? 0 < max(1, extraction.speakers.count), "no such speaker")
    }
    // The same bytes as a line of the filter: whatever they are, the answer is one line of JSON.
    for format in BulkExtractor.Format.allCases {
      let answer = BulkExtractor(extractor, format: format).result(for: bytes, number: 1).line
      precondition((try? JSONSerialization.jsonObject(with: Data(answer))) != nil, "no JSON")
    }
  }
}

#if FUZZING
  /// What libFuzzer calls.
  @_cdecl("LLVMFuzzerTestOneInput")
  public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    unsafe Fuzzing.run(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
  }
#else
  /// Built without libFuzzer, runs the files that it is given: `ExtractionFuzzer crash-…`.
  @main
  struct Replay {
    static func main() throws {
      for path in CommandLine.arguments.dropFirst() {
        Fuzzing.run([UInt8](try Data(contentsOf: URL(filePath: path))))
      }
    }
  }
#endif
