/// What a code point is to the tokeniser.
enum ScalarClass: UInt8 {
  case space
  case letter
  case digit
  case apostrophe
  case straightDouble
  case backtick
  case openDouble
  case closeDouble
  case lowDouble
  case openSingle
  case closeSingle
  case hyphen
  case dash
  case dot
  case terminator
  case comma
  case colon
  case slash
  case bracket
  case sign
}

/// One code point as read from bytes.
struct Scalar {
  let kind: ScalarClass
  let length: Int
  let isUpper: Bool
}

/// Classes of code points, by table for ASCII and by block for the rest.
///
/// Only what news in Latin script needs is told apart; whatever is not known as a mark or a sign is a letter, so that
/// other scripts come out as words.
enum Scalars {
  /// The class of each ASCII byte.
  static let ascii: [ScalarClass] = (0..<128).map { value in
    switch UInt8(value) {
    case 0...0x20, 0x7F: return .space
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      return .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return .digit
    case UInt8(ascii: "'"): return .apostrophe
    case UInt8(ascii: "\""): return .straightDouble
    case UInt8(ascii: "`"): return .backtick
    case UInt8(ascii: "-"): return .hyphen
    case UInt8(ascii: "."): return .dot
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return .terminator
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: ":"): return .colon
    case UInt8(ascii: "/"): return .slash
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"):
      return .bracket
    default: return .sign
    }
  }

  /// The code point at `index`, which lies below `end`.
  static func read(_ bytes: Span<UInt8>, at index: Int, end: Int) -> Scalar {
    let first = bytes[index]
    switch first {
    case 0..<0x80:
      return Scalar(kind: ascii[Int(first)], length: 1, isUpper: first &- 0x41 < 26)
    case 0xC0..<0xE0 where index + 1 < end:
      return twoBytes(first, bytes[index + 1])
    case 0xE0..<0xF0 where index + 2 < end:
      return threeBytes(first, bytes[index + 1], bytes[index + 2])
    case 0xF0... where index + 3 < end:
      // U+1F000 and on are pictures; the rest beyond the BMP are letters of rare scripts.
      let isPicture = first == 0xF0 && bytes[index + 1] == 0x9F
      return Scalar(kind: isPicture ? .sign : .letter, length: 4, isUpper: false)
    default:
      return Scalar(kind: .sign, length: 1, isUpper: false)
    }
  }

  private static func twoBytes(_ first: UInt8, _ second: UInt8) -> Scalar {
    var kind = ScalarClass.letter
    if first == 0xC2 {
      switch second {
      case 0xA0, 0xAD, 0x80...0x9F: kind = .space
      case 0xAB: kind = .openDouble
      case 0xBB: kind = .closeDouble
      case 0xAA, 0xB5, 0xBA: kind = .letter
      default: kind = .sign
      }
    }
    let isUpper: Bool =
      switch first {
      case 0xC3: second >= 0x80 && second <= 0x9E && second != 0x97
      case 0xD0: second >= 0x80 && second <= 0xAF
      case 0xCE: second >= 0x86 && second <= 0xA9
      case 0xC4, 0xC5: second & 1 == 0 && !(first == 0xC5 && second > 0xB8)
      default: false
      }
    return Scalar(kind: kind, length: 2, isUpper: isUpper && kind == .letter)
  }

  private static func threeBytes(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Scalar {
    var kind = ScalarClass.letter
    switch (first, second, third) {
    case (0xE2, 0x80, 0x98): kind = .openSingle
    case (0xE2, 0x80, 0x99): kind = .closeSingle
    case (0xE2, 0x80, 0x9A), (0xE2, 0x80, 0x9B): kind = .openSingle
    case (0xE2, 0x80, 0x9C), (0xE2, 0x80, 0x9F): kind = .openDouble
    case (0xE2, 0x80, 0x9D): kind = .closeDouble
    case (0xE2, 0x80, 0x9E): kind = .lowDouble
    case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xA8...0xAF): kind = .space
    case (0xE2, 0x80, 0x8C), (0xE2, 0x80, 0x8D): kind = .letter
    case (0xE2, 0x80, 0x90), (0xE2, 0x80, 0x91): kind = .hyphen
    case (0xE2, 0x80, 0x92...0x95): kind = .dash
    case (0xE2, 0x80, 0xA6): kind = .terminator
    case (0xE2, 0x80, _), (0xE2, 0x81...0xAF, _): kind = .sign
    case (0xE3, 0x80, 0x80): kind = .space
    case (0xE3, 0x80, 0x81), (0xEF, 0xBC, 0x8C): kind = .comma
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): kind = .terminator
    case (0xE3, 0x80, 0x8C), (0xE3, 0x80, 0x8E): kind = .openDouble
    case (0xE3, 0x80, 0x8D), (0xE3, 0x80, 0x8F): kind = .closeDouble
    case (0xE3, 0x80, 0x88...0xBF): kind = .sign
    case (0xEF, 0xBB, 0xBF): kind = .space
    case (0xEF, 0xBF, 0xBC), (0xEF, 0xBF, 0xBD), (0xEF, 0xB8, _): kind = .sign
    default: kind = .letter
    }
    return Scalar(kind: kind, length: 3, isUpper: false)
  }
}
