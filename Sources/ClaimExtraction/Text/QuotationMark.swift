/// One quotation mark with what stands round it.
struct QuotationMark {
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
