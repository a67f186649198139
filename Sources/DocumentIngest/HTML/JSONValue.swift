/// A JSON value as pages write it for machines: read leniently, since many pages break the rules a little.
///
/// Raw line ends inside strings, trailing commas and text after the value are let pass.
indirect enum JSONValue {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// Reads the value that `bytes` hold, or returns nil where they hold none.
  init?(_ bytes: ArraySlice<UInt8>) {
    var parser = JSONParser(bytes: bytes)
    guard let value = parser.value(depth: 0) else { return nil }
    self = value
  }

  /// The value of an object's key, or nil.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text of a string that is not empty, or nil.
  var string: String? {
    guard case .string(let text) = self, !text.isEmpty else { return nil }
    return text
  }

  /// The elements of an array; anything else counts as an array of itself.
  var elements: [JSONValue] {
    switch self {
    case .array(let elements): elements
    case .null: []
    default: [self]
    }
  }
}

/// Reads one JSON value from bytes.
private struct JSONParser {
  /// Nesting beyond this is refused; real pages nest about ten deep.
  private static let depthLimit = 64

  private let bytes: ArraySlice<UInt8>
  private var index: Int

  init(bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  mutating func value(depth: Int) -> JSONValue? {
    skipSpace()
    guard index < bytes.endIndex, depth < Self.depthLimit else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "{"): return object(depth: depth)
    case UInt8(ascii: "["): return array(depth: depth)
    case UInt8(ascii: "\""): return string().map(JSONValue.string)
    default: return literal()
    }
  }

  private mutating func object(depth: Int) -> JSONValue? {
    index += 1
    var members: [(key: String, value: JSONValue)] = []
    while true {
      skipSpaceAndCommas()
      guard index < bytes.endIndex else { return nil }
      if bytes[index] == UInt8(ascii: "}") {
        index += 1
        return .object(members)
      }
      guard bytes[index] == UInt8(ascii: "\""), let key = string() else { return nil }
      skipSpace()
      guard index < bytes.endIndex, bytes[index] == UInt8(ascii: ":") else { return nil }
      index += 1
      guard let value = value(depth: depth + 1) else { return nil }
      members.append((key, value))
    }
  }

  private mutating func array(depth: Int) -> JSONValue? {
    index += 1
    var elements: [JSONValue] = []
    while true {
      skipSpaceAndCommas()
      guard index < bytes.endIndex else { return nil }
      if bytes[index] == UInt8(ascii: "]") {
        index += 1
        return .array(elements)
      }
      guard let value = value(depth: depth + 1) else { return nil }
      elements.append(value)
    }
  }

  private mutating func string() -> String? {
    index += 1
    var text: [UInt8] = []
    var copied = index
    while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        text.append(contentsOf: bytes[copied..<index])
        index += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text.append(contentsOf: bytes[copied..<index])
        index += 1
        guard let scalar = escaped() else { return nil }
        text.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
        copied = index
      default: index += 1
      }
    }
    return nil
  }

  /// The character after a backslash; `index` stands on the letter and then after the escape.
  private mutating func escaped() -> Unicode.Scalar? {
    guard index < bytes.endIndex else { return nil }
    let letter = bytes[index]
    index += 1
    switch letter {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"), UInt8(ascii: "f"): return " "
    case UInt8(ascii: "u"):
      guard let high = hexadecimal() else { return "\u{FFFD}" }
      if (0xD800...0xDBFF).contains(high), index + 1 < bytes.endIndex,
        bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
      {
        index += 2
        guard let low = hexadecimal(), (0xDC00...0xDFFF).contains(low) else { return "\u{FFFD}" }
        return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
      }
      return Unicode.Scalar(high) ?? "\u{FFFD}"
    default: return Unicode.Scalar(letter < 0x80 ? letter : 0x3F)
    }
  }

  private mutating func hexadecimal() -> UInt32? {
    guard index + 4 <= bytes.endIndex else { return nil }
    var value: UInt32 = 0
    for byte in bytes[index..<(index + 4)] {
      let letter = byte | 0x20
      if byte.isDigit {
        value = value << 4 | UInt32(byte - 0x30)
      } else if (0x61...0x66).contains(letter) {
        value = value << 4 | UInt32(letter - 0x57)
      } else {
        return nil
      }
    }
    index += 4
    return value
  }

  private mutating func literal() -> JSONValue? {
    let start = index
    while index < bytes.endIndex,
      bytes[index].isLetterOrDigit || [0x2B, 0x2D, 0x2E].contains(bytes[index])
    {
      index += 1
    }
    guard index > start else { return nil }
    switch bytes[start..<index].string {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null", "undefined", "NaN": return .null
    case let text: return Double(text).map(JSONValue.number)
    }
  }

  private mutating func skipSpace() {
    while index < bytes.endIndex, bytes[index].isSpace { index += 1 }
  }

  private mutating func skipSpaceAndCommas() {
    while index < bytes.endIndex, bytes[index].isSpace || bytes[index] == UInt8(ascii: ",") {
      index += 1
    }
  }
}
