import ClaimModel
import Foundation
import TestSupport
import Testing

@testable import ClaimExtraction

/// The texts that `make fuzz` begins with and those it found worth keeping.
@Suite("The fuzzer's corpus")
struct FuzzCorpusTests {
  private static let files: [URL] = {
    let folder = SharedData.project.appending(path: "Tests/ClaimExtractionTests/Fixtures/fuzz")
    let found = try? FileManager.default.contentsOfDirectory(
      at: folder,
      includingPropertiesForKeys: nil
    )
    return (found ?? []).sorted { $0.path < $1.path }
  }()

  @Test("is there") func exists() { #expect(Self.files.count >= 7) }

  @Test("is read by both finders with every offset between two characters")
  func offsets() throws {
    for file in Self.files {
      let bytes = [UInt8](try Data(contentsOf: file)).dropFirst()
      let text = String(decoding: bytes, as: UTF8.self)
      let utf8 = Array(text.utf8)
      for language in [LanguageTag.indonesian, .english, .undetermined] {
        for finder in ClaimExtractor.Finder.allCases {
          let found = ClaimExtractor(finder: finder).extract(
            Documents.make(text, language: language, published: CalendarDate(daysSince1970: 20_000))
          )
          let spans =
            found.attributions.flatMap { $0.content + $0.cue + $0.mention }
            + found.assertions.map(\.span) + found.findings.flatMap(\.spans)
            + found.speakers.flatMap(\.mentions)
          for span in spans {
            #expect(
              !span.isEmpty && span.end <= utf8.count && utf8[span.start] & 0xC0 != 0x80
                && (span.end == utf8.count || utf8[span.end] & 0xC0 != 0x80),
              "\(file.lastPathComponent): \(span)"
            )
          }
        }
      }
    }
  }

  @Test("becomes one line of JSON in either format", arguments: BulkExtractor.Format.allCases)
  func records(format: BulkExtractor.Format) throws {
    for file in Self.files {
      let bytes = [UInt8](try Data(contentsOf: file))
      let line = BulkExtractor(format: format).result(for: bytes, number: 1).line
      #expect(!line.contains(0x0A))
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line)) }
    }
  }
}
