import Foundation
import TestSupport
import Testing

@Suite("The bulk filter")
struct ExtractTests {
  static let saying = "\"Air sudah surut dan jalan kering,\" kata Bupati Lembayung Ratna Kusuma."

  private func line(_ id: Int, _ text: String = ExtractTests.saying) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let fields = ["id": "\(id)", "text": "Nomor \(id). \(text)", "language": "id"]
    return String(decoding: try encoder.encode(fields), as: UTF8.self)
  }

  private func filter(_ input: [String], _ arguments: String...) throws -> Program.Result {
    let tilik = try Program()
    let bytes = Array(input.joined(separator: "\n").utf8)
    return try tilik.run(Program.url.path, ["extract"] + arguments, input: bytes)
  }

  private func records(_ result: Program.Result) throws -> [[String: Any]] {
    try result.output.split(separator: "\n").map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test("keeps the order of its lines, however many are worked on at once")
  func order() throws {
    let input = try (0..<300).map { number in
      // Long and short lines by turns, so that later ones are ready before earlier ones.
      try line(number, String(repeating: Self.saying + " ", count: number % 7 == 0 ? 40 : 1))
    }
    let many = try filter(input, "--jobs", "4")
    #expect(many.status == 0)
    #expect(try records(many).map { $0["id"] as? String } == (0..<300).map { "\($0)" })
    #expect(try filter(input, "--jobs", "1").output == many.output)
    #expect(many.talk.contains("300"))
  }

  @Test("puts an error record in the place of a line that cannot be read, and loses no neighbour")
  func badLines() throws {
    let tilik = try Program()
    let summary = tilik.scratch.folder.appending(path: "summary.json")
    let input = [try line(1), "{\"id\":\"2\"", "", try line(4), "[]"]
    let result = try filter(input, "--summary", summary.path)
    #expect(result.status == 0)
    let found = try records(result)
    #expect(found.map { $0["id"] as? String } == ["1", nil, nil, "4", nil])
    #expect(found.map { $0["line"] as? Int } == [nil, 2, 3, nil, 5])
    let counts =
      try JSONSerialization.jsonObject(with: Data(contentsOf: summary)) as? [String: Int]
    #expect(counts?["documents"] == 2)
    #expect(counts?["errors"] == 3)
  }

  @Test("writes pages of Web Annotations where it is asked to")
  func annotations() throws {
    let page = try #require(
      try records(filter([line(1)], "--format", "webannotation")).first
    )
    #expect(page["type"] as? String == "AnnotationPage")
    #expect((page["items"] as? [Any])?.isEmpty == false)
  }

  @Test("reads another language from its file, and names the line of a file that it cannot read")
  func language() throws {
    let tilik = try Program()
    let good = tilik.scratch.folder.appending(path: "xt.txt")
    let data = """
      [language]
      xt
      [inverted]
      xeth
      [function word]
      ro, vyk, zzu, qo
      """
    try Data(data.utf8).write(to: good)
    let input = "{\"id\":\"1\",\"text\":\"\\\"Ro vrulzh vyk zzu qo ro,\\\" xeth Lino Trask.\"}"
    let found = try records(filter([input], "--finder", "rules", "--language-data", good.path))
    #expect(found.first?["language"] as? String == "xt")
    let attributions = found.first?["attributions"] as? [[String: Any]]
    #expect(attributions?.first?["speaker"] as? String == "Lino Trask")
    let bad = tilik.scratch.folder.appending(path: "bad.txt")
    try Data("[language]\nxt\n[verbs]\n".utf8).write(to: bad)
    let refused = try filter([input], "--language-data", bad.path)
    #expect(refused.status == 3)
    #expect(refused.output.isEmpty)
    #expect(refused.talk.contains("line 3"))
    #expect(try filter([input], "--language-data", "nowhere.txt").status == 3)
    #expect(try filter([input], "--language-model", "x.model").status == 2)
  }
}
