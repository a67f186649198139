import Foundation
import Testing

@testable import SourceLookup

@Suite("The approximate matcher")
struct ApproximateMatcherTests {
  /// The textbook's matrix: edits of the pattern at each end in the text, beginning anywhere.
  private static func table(_ pattern: [UInt32], _ text: [UInt32]) -> [Int] {
    var column = Array(0...pattern.count)
    var edits: [Int] = []
    for unit in text {
      var diagonal = column[0]
      for row in 1...pattern.count {
        let cost = min(
          diagonal + (pattern[row - 1] == unit ? 0 : 1),
          column[row] + 1,
          column[row - 1] + 1
        )
        diagonal = column[row]
        column[row] = cost
      }
      edits.append(column[pattern.count])
    }
    return edits
  }

  private static func word(
    _ length: Int,
    _ alphabet: [UInt32],
    _ generator: inout SeededGenerator
  ) -> [UInt32] {
    (0..<length).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
  }

  private static func edited(
    _ units: [UInt32],
    _ alphabet: [UInt32],
    _ edits: Int,
    _ generator: inout SeededGenerator
  ) -> [UInt32] {
    var units = units
    for _ in 0..<edits {
      let place = Int.random(in: 0...units.count, using: &generator)
      let unit = alphabet.randomElement(using: &generator) ?? 0
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: units.insert(unit, at: place)
      case 1 where place < units.count: units[place] = unit
      default: if place < units.count { units.remove(at: place) }
      }
    }
    return units
  }

  /// A pattern and a text that holds it edited, lengths and alphabets mixed.
  private static func randomCase(
    _ generator: inout SeededGenerator
  ) -> (pattern: [UInt32], text: [UInt32]) {
    let alphabets: [[UInt32]] = [
      Array(0x61...0x62), Array(0x61...0x7A), [0x61, 0xE9, 0x2014, 0x1F600, 0x20],
    ]
    let alphabet = alphabets.randomElement(using: &generator) ?? []
    let length = [1, 5, 20, 63, 64, 65, 100, 128, 129, 200].randomElement(using: &generator) ?? 1
    let pattern = word(length, alphabet, &generator)
    let edits = Int.random(in: 0...max(1, length / 3), using: &generator)
    let text =
      word(Int.random(in: 0...150, using: &generator), alphabet, &generator)
      + edited(pattern, alphabet, edits, &generator)
      + word(Int.random(in: 0...150, using: &generator), alphabet, &generator)
    return (pattern, text)
  }

  @Test("finds what the full matrix finds, whatever the limit")
  func matchesMatrix() throws {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<500 {
      let (pattern, text) = Self.randomCase(&generator)
      guard !text.isEmpty else { continue }
      let limit = Int.random(in: 0...pattern.count, using: &generator)
      let edits = Self.table(pattern, text)
      let least = try #require(edits.min())
      let best = ApproximateMatcher(pattern).best(in: text[...], limit: limit)
      if least > limit {
        #expect(best == nil)
      } else {
        let ends = edits.indices.filter { edits[$0] == least }.map { $0 + 1 }
        #expect(best == ApproximateMatcher.Best(edits: least, ends: ends))
      }
    }
  }

  @Test("counts the edits that make the pattern a beginning of the text")
  func matchesBeginnings() {
    let matcher = ApproximateMatcher("harga beras".unicodeScalars.map(\.value))
    let text = "harga beres naik".unicodeScalars.map(\.value)
    #expect(matcher.beginnings(of: text, edits: 1) == [11])
    #expect(matcher.fewestEdits(beginningOf: text) == 1)
    #expect(matcher.fewestEdits(beginningOf: [UInt32]()) == 11)
  }

  @Test(
    "agrees with edlib on 10,000 random edits",
    .enabled(if: Python.has("edlib"), "edlib (PyPI) is not installed")
  )
  func agreesWithEdlib() throws {
    var generator = SeededGenerator(seed: 2026)
    var cases: [(pattern: [UInt32], text: [UInt32])] = []
    while cases.count < 10_000 {
      let made = Self.randomCase(&generator)
      if !made.text.isEmpty { cases.append(made) }
    }
    let input = cases.map { "\(Self.string($0.pattern))\t\(Self.string($0.text))" }
    let script = """
      import sys, edlib
      for line in sys.stdin.buffer.read().decode().split("\\n"):
          pattern, text = line.split("\\t")
          found = edlib.align(pattern, text, mode="HW", task="distance")
          ends = sorted({end + 1 for start, end in found["locations"] if end is not None and end >= 0})
          print(found["editDistance"], *ends)
      """
    let output = try Python.run(script, input: Data(input.joined(separator: "\n").utf8))
    let answers = String(decoding: output, as: UTF8.self).split(separator: "\n")
    #expect(answers.count == cases.count)
    for (made, answer) in zip(cases, answers) {
      let numbers = answer.split(separator: " ").compactMap { Int($0) }
      let best = ApproximateMatcher(made.pattern).best(
        in: made.text[...],
        limit: made.pattern.count
      )
      #expect(
        best?.edits == numbers.first,
        "\(Self.string(made.pattern)) in \(Self.string(made.text))"
      )
      // Where nothing at all fits, edlib also names the empty place before the text.
      if let edits = numbers.first, edits < made.pattern.count {
        #expect(best?.ends == Array(numbers.dropFirst()))
      }
    }
  }

  private static func string(_ units: [UInt32]) -> String {
    String(String.UnicodeScalarView(units.compactMap { Unicode.Scalar($0) }))
  }
}
