import Foundation
import TestSupport
import Testing

/// What `--json` shows of a document.
struct ShownDocument: Decodable, Sendable {
  struct Metadata: Decodable, Sendable {
    var title: String?
    var language: String
  }
  struct Block: Decodable, Sendable {
    var kind: String
    var span: [Int]
  }
  struct Finding: Decodable, Sendable {
    var kind: String
    var outcome: String
    var spans: [[Int]]
  }

  var id: String
  var origin: String
  var version: Int
  var metadata: Metadata
  var blocks: [Block]
  var findings: [Finding]
  var text: String

  /// The text between two code points.
  func words(_ span: [Int]) -> String {
    let scalars = text.unicodeScalars
    let start = scalars.index(scalars.startIndex, offsetBy: span[0])
    return String(scalars[start..<scalars.index(start, offsetBy: span[1] - span[0])])
  }

  /// Where the nth occurrence of some words stands, in code points.
  func span(of words: String, nth: Int) -> Range<Int>? {
    var from = text.startIndex
    for turn in 1...nth {
      guard let found = text.range(of: words, options: .literal, range: from..<text.endIndex) else {
        return nil
      }
      if turn == nth {
        let scalars = text.unicodeScalars
        let start = scalars.distance(from: scalars.startIndex, to: found.lowerBound)
        return start..<(start + words.unicodeScalars.count)
      }
      from = text.unicodeScalars.index(after: found.lowerBound)
    }
    return nil
  }
}

/// What `--json` shows of a claim.
struct ShownClaim: Decodable, Sendable {
  var id: String
  var document: String
  var kind: String
  var quote: [String]
  var content: [[Int]]
  var speaker: String?
  var flags: [String]
  var state: String

  /// Every code point of the content.
  var places: Set<Int> { Set(content.flatMap { Array($0[0]..<$0[1]) }) }
}

extension Program {
  /// Reads a command's JSON.
  func json<Value: Decodable>(_ type: Value.Type, _ arguments: String...) throws -> Value {
    let result = try run(Self.url.path, arguments + ["--json"])
    try #require(result.status == 0, "\(arguments): \(result.talk)")
    return try JSONDecoder().decode(Value.self, from: Data(result.output.utf8))
  }

  /// Every document with its text.
  func documents() throws -> [ShownDocument] {
    struct Listed: Decodable { var id: String }
    return try json([Listed].self, "list", "--documents").map {
      try json(ShownDocument.self, "show", $0.id)
    }
  }

  /// The audits in a folder of reports, without the pages that list and the cards: their names end in eight digits of
  /// their document's.
  func audits(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(folder)).sorted()
      .filter { name in
        let stem = name.split(separator: ".").first?.split(separator: "-").last ?? ""
        return name.hasSuffix(".html") && stem.count == 8 && stem.allSatisfy(\.isHexDigit)
      }
      .map { try String(contentsOfFile: path("\(folder)/\($0)"), encoding: .utf8) }
  }

  /// Every claim with its spans.
  func claims() throws -> [ShownClaim] {
    struct Listed: Decodable { var id: String }
    return try json([Listed].self, "list").map { try json(ShownClaim.self, "show", $0.id) }
  }
}
