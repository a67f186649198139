/// Reads JSON as the ledger writes it: bytes once from the first to the last.
///
/// Numbers with a fraction or an exponent, which the ledger never writes, are errors, and so are two members of one name.
struct JSONValueReader {
  private let bytes: [UInt8]
  private var at = 0
  private var depth = 0
  /// Whether all that was read so far is spelled as RFC 8785 spells it.
  private var isCanonical = true

  /// Deeper nesting than any event has is refused before it can exhaust the stack.
  private static let deepest = 64

  /// The value that a text is; nil where it is not JSON of this kind.
  static func value(of text: String) -> JSONValue? { spelling(of: text)?.value }

  /// The value that a text is, and whether the text is its canonical spelling; nil where it is not JSON of this kind.
  static func spelling(of text: String) -> (value: JSONValue, isCanonical: Bool)? {
    var reader = JSONValueReader(bytes: Array(text.utf8))
    guard let value = reader.value() else { return nil }
    reader.skipSpace()
    return reader.at == reader.bytes.count ? (value, reader.isCanonical) : nil
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func value() -> JSONValue? {
    skipSpace()
    guard at < bytes.count else { return nil }
    switch bytes[at] {
    case UInt8(ascii: "\""): return string().map(JSONValue.string)
    case UInt8(ascii: "{"): return nested { $0.object() }
    case UInt8(ascii: "["): return nested { $0.array() }
    case UInt8(ascii: "t"): return word("true", .bool(true))
    case UInt8(ascii: "f"): return word("false", .bool(false))
    case UInt8(ascii: "n"): return word("null", .null)
    default: return number()
    }
  }

  private mutating func nested(_ read: (inout JSONValueReader) -> JSONValue?) -> JSONValue? {
    guard depth < Self.deepest else { return nil }
    depth += 1
    defer { depth -= 1 }
    at += 1
    return read(&self)
  }

  private mutating func object() -> JSONValue? {
    var members: [JSONMembers.Member] = []
    if take(UInt8(ascii: "}")) { return .object([:]) }
    while true {
      skipSpace()
      guard let name = string(), take(UInt8(ascii: ":")), let value = value() else { return nil }
      members.append(JSONMembers.Member(name: name, value: value))
      if take(UInt8(ascii: "}")) { return inOrder(members) }
      guard take(UInt8(ascii: ",")) else { return nil }
    }
  }

  private mutating func inOrder(_ read: [JSONMembers.Member]) -> JSONValue? {
    if !JSONMembers.areInOrder(read) { isCanonical = false }
    let members = JSONMembers(read)
    return members.count == read.count ? .object(members) : nil
  }

  private mutating func array() -> JSONValue? {
    var items: [JSONValue] = []
    if take(UInt8(ascii: "]")) { return .array(items) }
    while true {
      guard let item = value() else { return nil }
      items.append(item)
      if take(UInt8(ascii: "]")) { return .array(items) }
      guard take(UInt8(ascii: ",")) else { return nil }
    }
  }

  private mutating func number() -> JSONValue? {
    let start = at
    if at < bytes.count, bytes[at] == UInt8(ascii: "-") { at += 1 }
    let digits = at
    while at < bytes.count, Self.isDigit(bytes[at]) { at += 1 }
    // No leading zeros (RFC 8259, section 6).
    guard at > digits, bytes[digits] != UInt8(ascii: "0") || at == digits + 1 else { return nil }
    guard at - start < 19 else {
      return Int(String(decoding: bytes[start..<at], as: UTF8.self)).map(JSONValue.integer)
    }
    let value = bytes[digits..<at].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    if value == 0, digits > start { isCanonical = false }
    return .integer(digits > start ? -value : value)
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) -> JSONValue? {
    let end = at + word.utf8CodeUnitCount
    guard end <= bytes.count, bytes[at..<end].elementsEqual(word.description.utf8) else {
      return nil
    }
    at = end
    return value
  }

  private mutating func string() -> String? {
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { return nil }
    at += 1
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") {
      guard bytes[at] >= 0x20 else { return nil }
      at += 1
    }
    guard at < bytes.count else { return nil }
    if bytes[at] == UInt8(ascii: "\"") {
      at += 1
      return String(decoding: bytes[start..<(at - 1)], as: UTF8.self)
    }
    return escapedString(from: start)
  }

  /// The rest of a string that has an escape in it.
  private mutating func escapedString(from start: Int) -> String? {
    var text = Array(bytes[start..<at])
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case 0..<0x20: return nil
      case UInt8(ascii: "\\"):
        let start = at
        guard let scalar = escape() else { return nil }
        if !isShortest(bytes[start..<at], scalar) { isCanonical = false }
        text += String(Character(scalar)).utf8
      default: text.append(byte)
      }
    }
    return nil
  }

  /// Whether what follows a backslash is how RFC 8785, section 3.2.2.2, escapes a character.
  private func isShortest(_ escape: ArraySlice<UInt8>, _ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "\\", "\u{8}", "\u{9}", "\u{A}", "\u{C}", "\u{D}": return escape.count == 1
    default:
      return scalar.value < 0x20
        && !escape.contains { (UInt8(ascii: "A")...UInt8(ascii: "F")).contains($0) }
    }
  }

  private mutating func escape() -> Unicode.Scalar? {
    guard at < bytes.count else { return nil }
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      guard let first = hexadecimal() else { return nil }
      guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
      guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
        bytes[at + 1] == UInt8(ascii: "u")
      else { return nil }
      at += 2
      guard let second = hexadecimal(), (0xDC00..<0xE000).contains(second) else { return nil }
      return Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    default: return nil
    }
  }

  private mutating func hexadecimal() -> UInt32? {
    guard at + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for byte in bytes[at..<(at + 4)] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    at += 4
    return value
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x0A, 0x0D, 0x09:
        at += 1
        isCanonical = false
      default: return
      }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
