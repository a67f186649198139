extension [UInt8] {
  /// Appends a literal as it stands.
  mutating func append(literal: StaticString) {
    literal.withUTF8Buffer { unsafe append(contentsOf: $0) }
  }

  /// Appends text so that it is nothing but text, between tags and in a quoted attribute value.
  mutating func append(escaping text: String) {
    if text.utf8.contains(where: \.mayNeedEscaping) {
      append(escaping: [UInt8](text.utf8)[...])
    } else {
      append(contentsOf: text.utf8)
    }
  }

  /// Appends valid UTF-8 so that it is nothing but text.
  ///
  /// Bytes are looked at, not characters: a quotation mark followed by a combining accent is still a quotation mark to
  /// a browser. Code points that HTML forbids even as references (controls, noncharacters) become U+FFFD.
  mutating func append(escaping text: ArraySlice<UInt8>) {
    var plain = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index].mayNeedEscaping, let (replacement, length) = text.escape(at: index) else {
        index += 1
        continue
      }
      append(contentsOf: text[plain..<index])
      append(literal: replacement)
      index += length
      plain = index
    }
    append(contentsOf: text[plain...])
  }
}

extension UInt8 {
  /// Whether the byte is, or may begin, something that cannot stand in HTML as it is.
  fileprivate var mayNeedEscaping: Bool {
    switch self {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      return true
    case 0x09, 0x0A, 0x0D: return false
    case 0..<0x20, 0x7F: return true
    // The lead bytes of U+0080…00BF, of U+F000…FFFF and of everything above.
    case 0xC2, 0xEF, 0xF0...0xF4: return true
    default: return false
    }
  }
}

extension ArraySlice<UInt8> {
  /// What must be written instead of the code point at `index`, and how many bytes that replaces; nil where it may stand.
  fileprivate func escape(at index: Int) -> (StaticString, Int)? {
    switch self[index] {
    case UInt8(ascii: "&"): return ("&amp;", 1)
    case UInt8(ascii: "<"): return ("&lt;", 1)
    case UInt8(ascii: ">"): return ("&gt;", 1)
    case UInt8(ascii: "\""): return ("&quot;", 1)
    case UInt8(ascii: "'"): return ("&#39;", 1)
    case 0..<0x80: return ("\u{FFFD}", 1)
    case 0xC2:
      // C1 controls, U+0080…009F.
      return index + 1 < endIndex && self[index + 1] < 0xA0 ? ("\u{FFFD}", 2) : nil
    case 0xEF:
      guard index + 2 < endIndex else { return nil }
      let (second, third) = (self[index + 1], self[index + 2])
      // The noncharacters U+FDD0…FDEF, U+FFFE and U+FFFF.
      let isForbidden =
        second == 0xB7 && (0x90...0xAF).contains(third) || second == 0xBF && third >= 0xBE
      return isForbidden ? ("\u{FFFD}", 3) : nil
    default:
      // The last two code points of each plane above the first.
      guard index + 3 < endIndex, self[index + 1] & 0x0F == 0x0F, self[index + 2] == 0xBF,
        self[index + 3] >= 0xBE
      else { return nil }
      return ("\u{FFFD}", 4)
    }
  }
}
