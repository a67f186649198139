import ClaimModel

/// Splits a paragraph into the parts that have roles of their own: dateline, words, credit, reporter's initials.
enum ParagraphParts {
  /// What a paragraph was found to hold.
  struct Result {
    var blocks: [Block]
    /// The outlet that a dateline names.
    var outlet: String?
  }

  /// The blocks of the stretch `range` of `text`, which has no white space at its ends.
  ///
  /// `isOpening` says that no paragraph of the article came before; `isEarly` that only a few did.
  static func of(
    _ range: Range<Int>,
    in text: [UInt8],
    kind: Block.Kind,
    isOpening: Bool,
    isEarly: Bool
  ) -> Result {
    let line = text[range]
    if let role = LineRole.of(line) {
      return Result(blocks: [Block(role, TextSpan(range))])
    }
    var start = range.lowerBound
    var end = range.upperBound
    var kind = kind
    var result = Result(blocks: [])
    if isEarly, kind == .paragraph, let dateline = Dateline(of: line, isOpening: isOpening) {
      let datelineEnd = start + dateline.length
      result.blocks.append(Block(.dateline, TextSpan(start, datelineEnd)))
      result.outlet = dateline.outlet
      start = datelineEnd
      while start < end {
        let width = WhiteSpace.width(at: start, in: line)
        if width == 0 { break }
        start += width
      }
    }
    var tail: Block?
    if let credit = Credit.start(in: text[start..<end], isCaption: kind == .caption) {
      tail = Block(.credit, TextSpan(credit, end))
      if kind == .paragraph { kind = .caption }
      end = credit
    } else if kind == .paragraph, let initials = initialsStart(in: text[start..<end]) {
      tail = Block(.byline, TextSpan(initials, end))
      end = initials
    }
    while end > start, text[end - 1].isSpace { end -= 1 }
    if end > start { result.blocks.append(Block(kind, TextSpan(start, end))) }
    if let tail { result.blocks.append(tail) }
    return result
  }

  /// Where reporters' initials begin at a paragraph's end: `… katanya. (dek/fit)`, or the whole of it: `(***)`.
  private static func initialsStart(in line: ArraySlice<UInt8>) -> Int? {
    guard let last = line.last, last == UInt8(ascii: ")") || last == UInt8(ascii: "]") else {
      return nil
    }
    let opening = last == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "[")
    guard let open = line.suffix(24).lastIndex(of: opening) else { return nil }
    let inside = line[(open + 1)..<(line.endIndex - 1)]
    let isInitials =
      inside.count >= 2
      && inside.allSatisfy { $0.isLower || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "*") }
    let before = line[line.startIndex..<open].trimmed
    guard isInitials else { return nil }
    guard let end = before.last else { return open }
    let endsSentence =
      [0x2E, 0x22, 0x21, 0x3F].contains(end) || before.suffix(3) == [0xE2, 0x80, 0x9D]
    return endsSentence ? open : nil
  }
}
