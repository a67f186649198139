import ClaimModel
import Foundation
import TestSupport
import Testing

@testable import ClaimExtraction

@Suite("Records of the bulk filter")
struct RecordTests {
  private func output(_ line: String, number: Int = 1) -> String {
    String(
      decoding: BulkExtractor().result(for: Array(line.utf8), number: number).line,
      as: UTF8.self
    )
  }

  @Test("hold one document a line, offsets in code points")
  func record() throws {
    let text =
      "🎉 “Sungai Elok naik 40 persen,” kata Ratna Kusuma, Rabu (19/6/2024). Kerugian mencapai Rp3 miliar dan 40 rumah rusak."
    let input = try JSONEncoder().encode(["id": "a\"1", "text": text, "language": "id"])
    let line = output(String(decoding: input, as: UTF8.self))
    try expectGolden(line + "\n", "record.json")
    let json = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect(json?["id"] as? String == "a\"1")
  }

  @Test(
    "are errors for lines that hold no document",
    arguments: [
      ("", "the line is blank"),
      ("{\"id\":\"1\"", "the line is not one JSON object"),
      ("[1,2]", "the line is not one JSON object"),
      ("{\"id\":\"1\"}", "“text” is missing"),
      ("{\"text\":\"Satu.\"}", "“id” is missing"),
      ("{\"id\":1,\"text\":\"Satu.\"}", "“id” is not a string"),
      (
        "{\"id\":\"1\",\"text\":\"Satu.\",\"published\":\"June\"}",
        "“published” is “June”, not a date of the form YYYY-MM-DD"
      ),
    ]
  )
  func errors(line: String, message: String) throws {
    let json =
      try JSONSerialization.jsonObject(with: Data(output(line, number: 7).utf8)) as? [String: Any]
    #expect(json?["line"] as? Int == 7)
    #expect(json?["error"] as? String == message)
  }

  @Test("name the byte from which a line is not UTF-8")
  func notUTF8() {
    let bytes = Array("{\"id\":\"".utf8) + [0xFF] + Array("\"}".utf8)
    let result = BulkExtractor().result(for: bytes, number: 3)
    #expect(result.error == .notUTF8(byte: 7))
  }

  @Test("are the same for the same line")
  func deterministic() {
    let line =
      "{\"id\":\"1\",\"text\":\"Budi dan Ani setuju. \\\"Ya, kami mau ikut serta,\\\" kata Ani Lestari.\"}"
    #expect(Set((0..<5).map { _ in output(line) }).count == 1)
  }
}
