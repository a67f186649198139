package import ClaimModel

/// Blocks for a text that came without any: every line that is not blank is one.
///
/// Its kind is read from how the line begins, with the phrases of all languages: a link to another article, a source
/// line, a picture's credit. A line that repeats an earlier one word for word is a repeated headline, and what stands
/// behind "--" at the end of a short line is a credit.
package enum LineBlocks {
  /// A credit behind "--" is no longer than this, in bytes.
  private static let longestCredit = 40
  /// A line with a credit behind it is no longer than this, in bytes.
  private static let longestCaption = 400

  /// The lines of a text, white space around them left out.
  package static func blocks(of bytes: Span<UInt8>) -> [Block] {
    var blocks: [Block] = []
    var seen = FormMap(false)
    var lineStart = 0
    while lineStart < bytes.count {
      var lineEnd = lineStart
      while lineEnd < bytes.count, !endsLine(bytes[lineEnd]) { lineEnd += 1 }
      var start = lineStart
      var end = lineEnd
      while start < end, isBlank(bytes[start]) { start += 1 }
      while end > start, isBlank(bytes[end - 1]) { end -= 1 }
      if start < end {
        let form = Form(bytes, start..<end)
        let isNew = !seen[form]
        if isNew { seen[form] = true }
        append(bytes, start..<end, isNew: isNew, to: &blocks)
      }
      lineStart = lineEnd + 1
    }
    return blocks
  }

  private static func append(
    _ bytes: Span<UInt8>,
    _ line: Range<Int>,
    isNew: Bool,
    to blocks: inout [Block]
  ) {
    let span = TextSpan(line)
    if !isNew {
      blocks.append(Block(.repeatedHeadline, span))
    } else if LinePhrases.related.begins(bytes, line) {
      blocks.append(Block(.relatedLink, span))
    } else if LinePhrases.source.begins(bytes, line) {
      blocks.append(Block(.sourceLine, span))
    } else if LinePhrases.credit.begins(bytes, line) {
      blocks.append(Block(.credit, span))
    } else if let dashes = creditDashes(bytes, line) {
      blocks.append(Block(.caption, TextSpan(line.lowerBound, dashes)))
      blocks.append(Block(.credit, TextSpan(dashes, line.upperBound)))
    } else {
      blocks.append(Block(.paragraph, span))
    }
  }

  /// Where "--" and a name of a few words end a short line.
  private static func creditDashes(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    guard line.count <= longestCaption else { return nil }
    let earliest = max(line.lowerBound + 1, line.upperBound - longestCredit)
    var index = line.upperBound - 2
    while index > earliest {
      if bytes[index] == UInt8(ascii: "-"), bytes[index - 1] == UInt8(ascii: "-") {
        return index - 1
      }
      if bytes[index] == UInt8(ascii: ".") { return nil }
      index -= 1
    }
    return nil
  }

  private static func endsLine(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == 0x0C
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}

/// How lines begin that are not the article's own words, in all languages.
struct LinePhrases: Sendable {
  /// The phrases by their first byte, lower case.
  private let phrases: [[[UInt8]]]

  /// Links to other articles.
  static let related = LinePhrases(LanguagePack.all.flatMap(\.relatedLines))
  /// Lines that name where the article was taken from.
  static let source = LinePhrases(LanguagePack.all.flatMap(\.sourceLines))
  /// Credits of pictures.
  static let credit = LinePhrases(LanguagePack.all.flatMap(\.credits))

  private init(_ all: [[UInt8]]) {
    var phrases = [[[UInt8]]](repeating: [], count: 256)
    for phrase in all { if let first = phrase.first { phrases[Int(first)].append(phrase) } }
    self.phrases = phrases
  }

  /// Whether a line begins with one of the phrases, whatever the case.
  func begins(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Bool {
    guard let first = line.first else { return false }
    return phrases[Int(lowered(bytes[first]))].contains { phrase in
      guard phrase.count <= line.count else { return false }
      return phrase.indices.allSatisfy { lowered(bytes[line.lowerBound + $0]) == phrase[$0] }
    }
  }

  private func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
