/// Why a text is not JSON.
struct JSONFault: Error, Hashable {
  /// The offset of the byte that does not fit.
  let offset: Int
  /// What is wrong there.
  let reason: Reason

  /// What can be wrong with JSON.
  enum Reason: Hashable {
    case unexpectedEnd
    case unexpected(UInt8)
    case badEscape
    case controlCharacter
    case notUTF8
    case tooDeep
    case textAfterValue
  }
}

/// Reads RFC 8259 in one pass.
///
/// Nesting is limited, so that no input can exhaust the stack.
struct JSONReader {
  /// Levels of arrays and objects that are followed; real files have fewer than twenty.
  static let deepest = 128

  private let bytes: [UInt8]
  private var position = 0

  /// Reads one value that fills the whole text; a byte order mark before it is skipped.
  static func read(_ bytes: [UInt8]) throws(JSONFault) -> JSONNode {
    var reader = JSONReader(bytes: bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { reader.position = 3 }
    let node = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.position == bytes.count else { throw reader.fault(.textAfterValue) }
    return node
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private func fault(_ reason: JSONFault.Reason) -> JSONFault {
    JSONFault(offset: position, reason: reason)
  }

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) {
      position += 1
    }
  }

  /// The next byte that is not white space.
  private mutating func next() throws(JSONFault) -> UInt8 {
    skipSpace()
    guard position < bytes.count else { throw fault(.unexpectedEnd) }
    return bytes[position]
  }

  private mutating func value(depth: Int) throws(JSONFault) -> JSONNode {
    let first = try next()
    let start = position
    switch first {
    case UInt8(ascii: "{"): return JSONNode(.object(try members(depth: depth)), offset: start)
    case UInt8(ascii: "["): return JSONNode(.array(try elements(depth: depth)), offset: start)
    case UInt8(ascii: "\""): return JSONNode(.string(try string()), offset: start)
    case UInt8(ascii: "t"): return JSONNode(try word("true", .bool(true)), offset: start)
    case UInt8(ascii: "f"): return JSONNode(try word("false", .bool(false)), offset: start)
    case UInt8(ascii: "n"): return JSONNode(try word("null", .null), offset: start)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return JSONNode(.number(try number()), offset: start)
    default: throw fault(.unexpected(first))
    }
  }

  private mutating func members(depth: Int) throws(JSONFault) -> [JSONNode.Member] {
    guard depth < Self.deepest else { throw fault(.tooDeep) }
    position += 1
    var members: [JSONNode.Member] = []
    if try next() == UInt8(ascii: "}") {
      position += 1
      return members
    }
    while true {
      let quote = try next()
      guard quote == UInt8(ascii: "\"") else { throw fault(.unexpected(quote)) }
      let name = try string()
      let colon = try next()
      guard colon == UInt8(ascii: ":") else { throw fault(.unexpected(colon)) }
      position += 1
      members.append(.init(name: name, node: try value(depth: depth + 1)))
      if try endsList(with: UInt8(ascii: "}")) { return members }
    }
  }

  private mutating func elements(depth: Int) throws(JSONFault) -> [JSONNode] {
    guard depth < Self.deepest else { throw fault(.tooDeep) }
    position += 1
    var elements: [JSONNode] = []
    if try next() == UInt8(ascii: "]") {
      position += 1
      return elements
    }
    while true {
      elements.append(try value(depth: depth + 1))
      if try endsList(with: UInt8(ascii: "]")) { return elements }
    }
  }

  /// Steps over a comma, or over `end` and says so.
  private mutating func endsList(with end: UInt8) throws(JSONFault) -> Bool {
    let byte = try next()
    guard byte == end || byte == UInt8(ascii: ",") else { throw fault(.unexpected(byte)) }
    position += 1
    return byte == end
  }

  private mutating func word(
    _ word: StaticString,
    _ value: JSONNode.Value
  ) throws(JSONFault) -> JSONNode.Value {
    for byte in word.description.utf8 {
      guard position < bytes.count else { throw fault(.unexpectedEnd) }
      guard bytes[position] == byte else { throw fault(.unexpected(bytes[position])) }
      position += 1
    }
    return value
  }

  private mutating func number() throws(JSONFault) -> String {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    try digits()
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < bytes.count, [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(bytes[position]) {
        position += 1
      }
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() throws(JSONFault) {
    let start = position
    while position < bytes.count, bytes[position] >= UInt8(ascii: "0"),
      bytes[position] <= UInt8(ascii: "9")
    {
      position += 1
    }
    guard position == start else { return }
    throw position < bytes.count ? fault(.unexpected(bytes[position])) : fault(.unexpectedEnd)
  }
}

extension JSONReader {
  /// Reads a string from its opening quotation mark to past its closing one.
  private mutating func string() throws(JSONFault) -> String {
    let opening = position
    position += 1
    var content: [UInt8] = []
    var copied = position
    while true {
      guard position < bytes.count else { throw fault(.unexpectedEnd) }
      switch bytes[position] {
      case UInt8(ascii: "\""):
        content.append(contentsOf: bytes[copied..<position])
        position += 1
        guard let text = String(validating: content, as: UTF8.self) else {
          throw JSONFault(offset: opening, reason: .notUTF8)
        }
        return text
      case UInt8(ascii: "\\"):
        content.append(contentsOf: bytes[copied..<position])
        try escape(into: &content)
        copied = position
      case 0..<0x20: throw fault(.controlCharacter)
      default: position += 1
      }
    }
  }

  private mutating func escape(into content: inout [UInt8]) throws(JSONFault) {
    guard position + 1 < bytes.count else { throw fault(.unexpectedEnd) }
    let letter = bytes[position + 1]
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(letter)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "u"):
      content.append(contentsOf: String(try unicodeEscape()).utf8)
      return
    default: throw fault(.badEscape)
    }
    position += 2
  }

  /// Reads `\uXXXX`, or a pair of them for a code point beyond the first plane; a lone half becomes U+FFFD.
  private mutating func unicodeEscape() throws(JSONFault) -> Character {
    let first = try codeUnit()
    if (0xD800..<0xDC00).contains(first), position + 1 < bytes.count,
      bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
    {
      let mark = position
      let second = try codeUnit()
      if (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return Character(scalar)
      }
      position = mark
    }
    return Character(Unicode.Scalar(first) ?? "\u{FFFD}")
  }

  private mutating func codeUnit() throws(JSONFault) -> UInt32 {
    guard position + 6 <= bytes.count else { throw fault(.unexpectedEnd) }
    let digits = String(decoding: bytes[(position + 2)..<(position + 6)], as: UTF8.self)
    guard digits.utf8.count == 4, digits.utf8.first != UInt8(ascii: "+"),
      let unit = UInt32(digits, radix: 16)
    else { throw fault(.badEscape) }
    position += 6
    return unit
  }
}
