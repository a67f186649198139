/// Goes over bytes of canonical JSON (RFC 8785) without making values of them.
///
/// Each step takes what is asked for, in its canonical spelling, or says no; after a no the place is of no use any more. That the
/// bytes are UTF-8 is not looked at.
struct CanonicalScanner {
  /// The place up to which all was taken.
  private(set) var at: Int

  /// Begins at a place.
  init(at: Int = 0) { self.at = at }

  /// Whether these bytes come next.
  mutating func take(_ literal: StaticString, _ text: Span<UInt8>) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard count <= text.count - at else { return false }
    for index in 0..<count {
      guard unsafe literal.utf8Start[index] == text[at &+ index] else { return false }
    }
    at += count
    return true
  }

  /// Whether this byte comes next.
  mutating func take(_ byte: UInt8, _ text: Span<UInt8>) -> Bool {
    guard at < text.count, text[at] == byte else { return false }
    at += 1
    return true
  }

  /// A string, with the bytes between its quotation marks.
  mutating func string(_ text: Span<UInt8>) -> Range<Int>? {
    guard take(UInt8(ascii: "\""), text) else { return nil }
    let start = at
    while true {
      skipPlain(text)
      guard at < text.count else { return nil }
      switch text[at] {
      case UInt8(ascii: "\""):
        at += 1
        return start..<(at - 1)
      case UInt8(ascii: "\\"): guard escape(text) else { return nil }
      case 0..<0x20: return nil
      default: at += 1
      }
    }
  }

  /// A string without escapes.
  mutating func plain(_ text: Span<UInt8>) -> Range<Int>? {
    guard take(UInt8(ascii: "\""), text) else { return nil }
    let start = at
    while at < text.count, text[at] >= 0x20, text[at] != UInt8(ascii: "\\") {
      if take(UInt8(ascii: "\""), text) { return start..<(at - 1) }
      at += 1
    }
    return nil
  }

  /// A string of one of these words.
  mutating func word(_ words: [[UInt8]], _ text: Span<UInt8>) -> Range<Int>? {
    guard let found = string(text) else { return nil }
    for word in words where word.count == found.count {
      if found.indices.allSatisfy({ text[$0] == word[$0 - found.lowerBound] }) { return found }
    }
    return nil
  }

  /// A string of so many lower-case hexadecimal digits.
  mutating func digits(_ count: Int, _ text: Span<UInt8>) -> Range<Int>? {
    guard let found = string(text), found.count == count else { return nil }
    for index in found where Self.digit(text[index]) == nil { return nil }
    return found
  }

  /// A whole number that is not negative and has at most so many digits.
  mutating func number(atMost count: Int, _ text: Span<UInt8>) -> Int? {
    let start = at
    var value = 0
    while at < text.count, case let digit = text[at] &- UInt8(ascii: "0"), digit < 10 {
      guard at - start < count else { return nil }
      value = value * 10 + Int(digit)
      at += 1
    }
    guard at > start, at == start + 1 || text[start] != UInt8(ascii: "0") else { return nil }
    return value
  }

  /// An object, with the bytes of all of it; the order of its members is not looked at.
  mutating func object(_ text: Span<UInt8>) -> Range<Int>? {
    let start = at
    guard take(UInt8(ascii: "{"), text) else { return nil }
    var depth = 1
    while depth > 0 {
      guard at < text.count else { return nil }
      switch text[at] {
      case UInt8(ascii: "\""):
        guard string(text) != nil else { return nil }
        continue
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      default: break
      }
      at += 1
    }
    return start..<at
  }

  /// Items between brackets, each taken by `item`; at least one unless none is allowed.
  ///
  /// Returns the bytes between the brackets.
  mutating func list(
    orEmpty: Bool = false,
    _ text: Span<UInt8>,
    _ item: (inout CanonicalScanner, Span<UInt8>) -> Bool
  ) -> Range<Int>? {
    guard take(UInt8(ascii: "["), text) else { return nil }
    let start = at
    if orEmpty, take(UInt8(ascii: "]"), text) { return start..<start }
    repeat {
      guard item(&self, text) else { return nil }
    } while take(UInt8(ascii: ","), text)
    return take(UInt8(ascii: "]"), text) ? start..<(at - 1) : nil
  }

  /// The value of a lower-case hexadecimal digit.
  static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  /// Passes over bytes that mean themselves in a string, eight at a time.
  private mutating func skipPlain(_ text: Span<UInt8>) {
    let bytes = unsafe text.bytes
    let ones: UInt64 = 0x0101_0101_0101_0101
    while at &+ 8 <= text.count {
      let word = unsafe bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt64.self)
      // The highest bit of a byte says that it, or one before it, is a quotation mark, a backslash or below 0x20.
      let quote = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
      let slash = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
      let special =
        ((quote &- ones) & ~quote) | ((slash &- ones) & ~slash) | ((word &- ones &* 0x20) & ~word)
      let marks = special & (ones &* 0x80)
      at &+= marks.trailingZeroBitCount >> 3
      if marks != 0 { return }
    }
  }

  /// An escape as RFC 8785, section 3.2.2.2, writes it.
  private mutating func escape(_ text: Span<UInt8>) -> Bool {
    guard at + 1 < text.count else { return false }
    switch text[at + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      at += 2
      return true
    case UInt8(ascii: "u"):
      guard at + 6 <= text.count, text[at + 2] == UInt8(ascii: "0"),
        text[at + 3] == UInt8(ascii: "0"), let high = Self.digit(text[at + 4]), high < 2,
        let low = Self.digit(text[at + 5])
      else { return false }
      at += 6
      // What has a letter of its own is not written in digits.
      return high == 1 || ![0x08, 0x09, 0x0A, 0x0C, 0x0D].contains(low)
    default: return false
    }
  }
}
