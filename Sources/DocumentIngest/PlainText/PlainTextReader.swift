import ClaimModel

/// Finds the blocks of plain text: one a paragraph, fewer or more where a line's parts have roles of their own.
struct PlainTextReader {
  /// The blocks found, in reading order.
  private(set) var blocks: [Block] = []
  /// The headline's words, where the text begins with one.
  private(set) var title: String?
  /// The outlet that the dateline names.
  private(set) var outlet: String?
  /// The authors that lines such as `Penulis: …` name.
  private(set) var authors: [String] = []

  /// The longest headline in bytes.
  private static let longestHeadline = 220
  /// Paragraphs among which a dateline is looked for.
  private static let earlyParagraphs = 3

  private let text: [UInt8]
  private var headline: ArraySlice<UInt8>?
  private var paragraphs = 0

  /// Reads valid UTF-8 with `\n` line ends, from byte `start` on.
  init(_ text: [UInt8], from start: Int = 0) {
    self.text = text
    blocks.reserveCapacity(text.count / 200)
    var lines: [Range<Int>] = []
    var lineStart = start
    while lineStart < text.count {
      var lineEnd = lineStart
      while lineEnd < text.count, text[lineEnd] != 0x0A { lineEnd += 1 }
      let line = Self.trimmed(text, lineStart..<lineEnd)
      if line.isEmpty {
        addGroup(lines)
        lines.removeAll(keepingCapacity: true)
      } else {
        lines.append(line)
      }
      lineStart = lineEnd + 1
    }
    addGroup(lines)
  }

  /// Adds lines that no empty line parts: the lines of one wrapped paragraph, or a paragraph each.
  private mutating func addGroup(_ lines: [Range<Int>]) {
    guard let first = lines.first, let last = lines.last else { return }
    if lines.count > 1, isWrapped(lines) {
      add(first.lowerBound..<last.upperBound)
    } else {
      for line in lines { add(line) }
    }
  }

  /// Whether lines are one paragraph that was cut at a column: all but the last nearly as long as the longest, none very
  /// long, and at least one of them ends within a sentence.
  private func isWrapped(_ lines: [Range<Int>]) -> Bool {
    let longest = lines.reduce(0) { max($0, $1.count) }
    guard (40...110).contains(longest) else { return false }
    var endsInside = false
    for line in lines.dropLast() {
      guard line.count * 3 >= longest * 2, LineRole.of(text[line]) == nil else { return false }
      if !Self.endsSentence(text[line]) { endsInside = true }
    }
    return endsInside
  }

  private mutating func add(_ range: Range<Int>) {
    let line = text[range]
    if blocks.isEmpty, isHeadline(range) {
      headline = line
      title = line.string
      blocks.append(Block(.headline, TextSpan(range)))
      return
    }
    if let headline, Self.sameWords(line, headline) {
      blocks.append(Block(.repeatedHeadline, TextSpan(range)))
      return
    }
    if paragraphs == 0, let name = Byline.name(in: line) {
      authors.append(contentsOf: name)
      blocks.append(Block(.byline, TextSpan(range)))
      return
    }
    let kind: Block.Kind = isListItem(line) ? .listItem : .paragraph
    let parts = ParagraphParts.of(
      range,
      in: text,
      kind: kind,
      isOpening: paragraphs == 0,
      isEarly: paragraphs < Self.earlyParagraphs
    )
    blocks.append(contentsOf: parts.blocks)
    outlet = outlet ?? parts.outlet
    for block in parts.blocks {
      if block.kind == .paragraph { paragraphs += 1 }
      if block.kind == .byline {
        authors.append(contentsOf: Byline.labelled(text[block.span.range]))
      }
    }
  }

  /// Whether the text's first line is a headline: short, no sentence's end, and with text after it.
  private func isHeadline(_ range: Range<Int>) -> Bool {
    let line = text[range]
    guard range.count <= Self.longestHeadline, let last = line.last,
      ![0x2E, 0x2C, 0x3A, 0x3B].contains(last), LineRole.of(line) == nil,
      Dateline(of: line, isOpening: false) == nil
    else { return false }
    let rest = text[range.upperBound...].drop(while: \.isSpace)
    guard let next = rest.first else { return false }
    // A line that goes on in lower case is a sentence cut in two.
    return !next.isLower
  }

  private func isListItem(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first else { return false }
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") {
      return line.dropFirst().first == 0x20
    }
    if line.starts(with: [0xE2, 0x80, 0xA2]) { return true }
    guard first.isDigit else { return false }
    let rest = line.drop(while: \.isDigit)
    guard line.count - rest.count <= 2, let mark = rest.first else { return false }
    return (mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"))
      && rest.dropFirst().first == 0x20
  }

  /// Whether two lines have the same letters and digits, whatever their case and punctuation.
  static func sameWords(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    guard abs(left.count - right.count) <= 16 else { return false }
    let isWord: (UInt8) -> Bool = { $0.isLetterOrDigit || $0 >= 0x80 }
    return left.lazy.filter(isWord).map(\.lowered)
      .elementsEqual(right.lazy.filter(isWord).map(\.lowered))
  }

  private static func endsSentence(_ line: ArraySlice<UInt8>) -> Bool {
    guard let last = line.last else { return false }
    return [0x2E, 0x21, 0x3F, 0x3A, 0x22].contains(last)
      || line.suffix(3) == [0xE2, 0x80, 0x9D]
  }

  private static func trimmed(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, text[start].isSpace { start += 1 }
    while end > start, text[end - 1].isSpace { end -= 1 }
    return start..<end
  }
}
