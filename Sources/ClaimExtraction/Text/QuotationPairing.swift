/// Pairs quotation marks, paragraph by paragraph.
///
/// Double marks of any make pair with each other; which of them opens is read from the white space and the punctuation
/// round it, because scraped news mixes curly, straight and doubled marks. Single marks pair only where they stand at
/// the edges of words, so that an apostrophe is never taken for a quotation. A quotation that its paragraph does not
/// close goes on in the next one where that opens anew or closes first; else it stays unclosed.
struct QuotationPairing {
  /// All quotations so far, by where they open.
  private(set) var quotations: [Quotation] = []
  /// The double quotation that the paragraph before left open.
  private var leftOpen: Int?
  /// Single marks further apart than this do not pair: what lies between is not a quotation any more.
  private static let longestSingle = 300

  /// Pairs the marks of one paragraph, sets the tokens' kinds and the quotation each token stands in.
  mutating func pair(
    _ tokens: inout [Token],
    _ range: Range<Int>,
    paragraph: Int,
    bytes: Span<UInt8>
  ) {
    let first = quotations.count
    var open: Int?
    var single: Int?
    var isNested = false
    let before = leftOpen
    leftOpen = nil
    Self.restoreMarks(&tokens, range, bytes)
    for index in range where tokens[index].kind == .looseQuote {
      let mark = Mark(tokens.span, index, range, bytes)
      if mark.isDouble {
        if let opened = open {
          if isNested {
            isNested = mark.kind != .closeDouble
            continue
          }
          if mark.kind == .openDouble, closesTwice(tokens, index, range, bytes) {
            isNested = true
            continue
          }
          guard
            mark.reads(inside: true) == .close
              || mark.leansOnCue && !closesNext(tokens, index, range, bytes)
          else { continue }
          tokens[index].kind = .closeQuote
          quotations[opened].close = index
          quotations[opened].tokens = quotations[opened].tokens.lowerBound..<index
          open = nil
          single = nil
        } else if mark.reads(inside: false) == .open {
          tokens[index].kind = .openQuote
          open = quotations.count
          let continues = before != nil && index == range.lowerBound
          append((index + 1)..<range.upperBound, open: index, paragraph, .double, continues)
          if continues, let before { quotations[before].continuesNext = true }
          single = nil
        } else if let before, quotations.count == first {
          // The first mark of the paragraph closes what the paragraph before left open.
          tokens[index].kind = .closeQuote
          append(range.lowerBound..<index, open: nil, paragraph, .double, true)
          quotations[quotations.count - 1].close = index
          quotations[before].continuesNext = true
        } else if mark.standsBetweenSentences, closesNext(tokens, index, range, bytes) {
          tokens[index].kind = .openQuote
          open = quotations.count
          append((index + 1)..<range.upperBound, open: index, paragraph, .double, false)
          single = nil
        }
      } else if let opened = single, mark.closesSingle,
        tokens[index].start - tokens[opened].end <= Self.longestSingle
      {
        tokens[opened].kind = .openQuote
        tokens[index].kind = .closeQuote
        append((opened + 1)..<index, open: opened, paragraph, .single, false)
        quotations[quotations.count - 1].close = index
        quotations[quotations.count - 1].outer = open
        single = nil
      } else if mark.opensSingle {
        single = index
      }
    }
    leftOpen = open
    let found = first..<quotations.count
    quotations[found].sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    relink(found, &tokens)
  }

  /// Takes question marks for quotation marks where only those can stand: a broken encoding leaves
  /// `?Kami siap,? katanya`, `?Kami siap, ?katanya`, `?Kami siap?.` or `?Kami siap," katanya`.
  private static func restoreMarks(
    _ tokens: inout [Token],
    _ range: Range<Int>,
    _ bytes: Span<UInt8>
  ) {
    var open: Int?
    for index in range {
      let isLost =
        tokens[index].kind == .terminator && bytes[Int(tokens[index].start)] == UInt8(ascii: "?")
      guard isLost || open != nil && tokens[index].kind == .looseQuote else { continue }
      let mark = Mark(tokens.span, index, range, bytes)
      if !isLost {
        guard mark.isDouble else { continue }
        if let opened = open, mark.reads(inside: false) == .close {
          tokens[opened].kind = .looseQuote
        }
        open = nil
      } else if let opened = open,
        mark.closesLost || opened == range.lowerBound && index + 1 == range.upperBound
      {
        tokens[opened].kind = .looseQuote
        tokens[index].kind = .looseQuote
        open = nil
      } else if mark.spaceBefore, mark.touchesWord {
        open = index
      }
    }
  }

  /// Whether the next double mark of the paragraph closes a quotation.
  private func closesNext(
    _ tokens: [Token],
    _ index: Int,
    _ range: Range<Int>,
    _ bytes: Span<UInt8>
  ) -> Bool {
    for next in (index + 1)..<range.upperBound where tokens[next].kind == .looseQuote {
      let mark = Mark(tokens.span, next, range, bytes)
      if mark.isDouble { return mark.reads(inside: true) == .close }
    }
    return false
  }

  /// Whether the next two double marks of the paragraph close, as in `“Kami “siap” berangkat,” katanya`.
  private func closesTwice(
    _ tokens: [Token],
    _ index: Int,
    _ range: Range<Int>,
    _ bytes: Span<UInt8>
  ) -> Bool {
    var closed = 0
    for next in (index + 1)..<range.upperBound where tokens[next].kind == .looseQuote {
      let mark = Mark(tokens.span, next, range, bytes)
      guard mark.isDouble else { continue }
      guard mark.kind == .closeDouble else { return false }
      closed += 1
      if closed == 2 { return true }
    }
    return false
  }

  private mutating func append(
    _ tokens: Range<Int>,
    open: Int?,
    _ paragraph: Int,
    _ style: Quotation.Style,
    _ continuesPrevious: Bool
  ) {
    quotations.append(
      Quotation(
        tokens: tokens,
        open: open,
        close: nil,
        paragraph: paragraph,
        style: style,
        outer: nil,
        continuesPrevious: continuesPrevious
      )
    )
  }

  /// After sorting, points inner quotations and tokens at the outer quotation they stand in.
  private mutating func relink(_ found: Range<Int>, _ tokens: inout [Token]) {
    var outer: Int?
    for index in found {
      let quotation = quotations[index]
      if let current = outer, quotation.tokens.lowerBound < quotations[current].tokens.upperBound {
        quotations[index].outer = current
        continue
      }
      quotations[index].outer = nil
      outer = index
      let start = quotation.open ?? quotation.tokens.lowerBound
      let end = quotation.close.map { $0 + 1 } ?? quotation.tokens.upperBound
      for token in start..<end { tokens[token].quotation = Int32(index) }
    }
    if let open = leftOpen {
      // Sorting may have moved it: it is the last double quotation of the paragraph that has no close.
      leftOpen =
        found.last { quotations[$0].close == nil && quotations[$0].style == .double } ?? open
    }
  }
}

/// One quotation mark with what stands round it.
private struct Mark {
  enum Reading { case open, close }

  let kind: ScalarClass
  let isDouble: Bool
  /// The byte before the mark, a space at the paragraph's start.
  let before: UInt8
  /// The byte after the mark, a space at the paragraph's end.
  let after: UInt8
  /// Whether a space or the paragraph's edge stands before or after.
  let spaceBefore: Bool
  let spaceAfter: Bool
  /// Whether the token before is a comma.
  let followsComma: Bool
  /// Whether a word stands directly behind.
  let touchesWord: Bool
  /// The first byte of the token behind, a space at the paragraph's end.
  let beginsNext: UInt8

  init(_ tokens: Span<Token>, _ index: Int, _ range: Range<Int>, _ bytes: Span<UInt8>) {
    let token = tokens[index]
    let start = Int(token.start)
    let end = Int(token.end)
    let read = Scalars.read(bytes, at: start, end: end).kind
    kind = read == .terminator ? .straightDouble : read
    let isDoubled = end - start == 2 && bytes[start] < 0x80
    isDouble =
      switch kind {
      case .straightDouble, .openDouble, .closeDouble, .lowDouble: true
      case .apostrophe, .backtick: isDoubled
      default: false
      }
    spaceBefore = token.spaceBefore
    spaceAfter = index + 1 >= range.upperBound || tokens[index + 1].spaceBefore
    before = spaceBefore ? 0x20 : bytes[start - 1]
    after = spaceAfter ? 0x20 : bytes[end]
    touchesWord = !spaceAfter && tokens[index + 1].isWord
    followsComma = index > range.lowerBound && tokens[index - 1].kind == .comma
    beginsNext = index + 1 < range.upperBound ? bytes[Int(tokens[index + 1].start)] : 0x20
  }

  /// Whether a double mark opens or closes, given whether a quotation is open.
  func reads(inside: Bool) -> Reading {
    switch kind {
    case .lowDouble: return .open
    case .openDouble:
      let closes = inside && !spaceBefore && (spaceAfter || Self.isClosingPunctuation(after))
      return closes ? .close : .open
    case .closeDouble:
      return !inside && (spaceBefore || Self.isOpeningPunctuation(before)) ? .open : .close
    case .backtick: return .open
    default: break
    }
    if spaceBefore || Self.isOpeningPunctuation(before) {
      return spaceAfter && inside ? .close : .open
    }
    if !inside, !spaceAfter, !Self.isWordByte(before), !Self.isClosingPunctuation(before),
      before < 0x80
    {
      return .open
    }
    if !inside, Self.isPause(before), Self.isWordByte(after) { return .open }
    return .close
  }

  /// Whether a mark that would close stands between two sentences, on the wrong side of their white space or where there
  /// is none: `sehat."Saya gembira`, `sehat.” Saya gembira`.
  var standsBetweenSentences: Bool {
    !spaceBefore && (beginsNext &- UInt8(ascii: "A") < 26)
      && (before == UInt8(ascii: ".") || before == UInt8(ascii: "!") || before == UInt8(ascii: "?")
        || before == UInt8(ascii: ")"))
  }

  /// Whether a mark that would open leans on the cue behind what it closes: `kami siap, “katanya`.
  var leansOnCue: Bool {
    spaceBefore && !spaceAfter && followsComma && after &- UInt8(ascii: "a") < 26
  }

  /// Whether a question mark stands where only a closing mark can: `siap,? kata`, `siap, ?kata`, `siap?.`.
  var closesLost: Bool {
    if spaceBefore { return leansOnCue }
    return !touchesWord && (before == UInt8(ascii: ",") || before == UInt8(ascii: "."))
      || after == UInt8(ascii: ".")
  }

  /// Whether a single mark stands where an inner quotation could open.
  var opensSingle: Bool {
    switch kind {
    case .openSingle: return !spaceAfter
    case .apostrophe, .closeSingle, .backtick:
      return !spaceAfter && (spaceBefore || Self.isOpeningPunctuation(before) || before == 0x22)
    default: return false
    }
  }

  /// Whether a single mark stands where an inner quotation could close.
  var closesSingle: Bool {
    switch kind {
    case .apostrophe, .closeSingle, .openSingle:
      return !spaceBefore && (spaceAfter || !Self.isWordByte(after))
    default: return false
    }
  }

  private static func isOpeningPunctuation(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "/")
      // The last byte of an en or em dash, or of an opening single mark.
      || byte == 0x93 || byte == 0x94 || byte == 0x98
  }

  private static func isClosingPunctuation(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "!")
      || byte == UInt8(ascii: "?") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: "%") || byte == UInt8(ascii: ")")
  }

  private static func isPause(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",")
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    let lowered = byte | 0x20
    return lowered &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 || byte >= 0xC3
  }
}
