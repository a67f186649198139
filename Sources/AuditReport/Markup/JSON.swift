/// A JSON value, for what machines read in and beside the pages.
indirect enum JSON: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  case string(String)
  case number(Int)
  case array([JSON])
  /// Members in the order in which they are written; those without a value are left out.
  case object([(String, JSON?)])
  /// A value that is JSON already; it is only made fit for a `script` element.
  case written(String)

  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int) { self = .number(value) }
  init(arrayLiteral elements: JSON...) { self = .array(elements) }
  init(dictionaryLiteral elements: (String, JSON?)...) { self = .object(elements) }

  /// The value as UTF-8 that can stand inside a `script` element.
  ///
  /// `<`, `>` and `&` are written as escapes, so that no end tag or comment can appear; so are U+2028 and U+2029, which
  /// older scripts take for line ends, and the code points that HTML or JSON forbid.
  var scriptBytes: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  private func write(to bytes: inout [UInt8]) {
    switch self {
    case .string(let text): bytes.append(jsonString: text)
    case .written(let json): bytes.append(json: json, isQuoted: false)
    case .number(let number): bytes.append(contentsOf: "\(number)".utf8)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        element.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      var isFirst = true
      for case (let name, let value?) in members {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
        bytes.append(jsonString: name)
        bytes.append(UInt8(ascii: ":"))
        value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }
}

extension [UInt8] {
  /// Appends a JSON string with its quotation marks.
  fileprivate mutating func append(jsonString text: String) {
    append(UInt8(ascii: "\""))
    append(json: text, isQuoted: true)
    append(UInt8(ascii: "\""))
  }

  /// Appends text with escapes for what cannot stand in a script; where it is quoted, also for what ends a string.
  fileprivate mutating func append(json text: String, isQuoted: Bool) {
    let source = [UInt8](text.utf8)
    var plain = 0
    var index = 0
    while index < source.count {
      guard let length = source.lengthToEscape(at: index, isQuoted: isQuoted) else {
        index += 1
        continue
      }
      append(contentsOf: source[plain..<index])
      switch source[index] {
      case UInt8(ascii: "\""): append(literal: "\\\"")
      case UInt8(ascii: "\\"): append(literal: "\\\\")
      case 0x0A: append(literal: "\\n")
      default:
        let piece = String(decoding: source[index..<(index + length)], as: UTF8.self)
        for unit in piece.utf16 { append(jsonEscape: UInt32(unit)) }
      }
      index += length
      plain = index
    }
    append(contentsOf: source[plain...])
  }

  /// The length of the code point at a place, where it must not stand as it is.
  private func lengthToEscape(at index: Int, isQuoted: Bool) -> Int? {
    switch self[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return isQuoted ? 1 : nil
    // Outside strings it is white space, and JSON has none inside.
    case 0x0A: return isQuoted ? 1 : nil
    case 0..<0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): return 1
    case 0xC2: return self[index + 1] < 0xA0 ? 2 : nil
    case 0xE2: return self[index + 1] == 0x80 && self[index + 2] & 0xFE == 0xA8 ? 3 : nil
    case 0xEF:
      let (second, third) = (self[index + 1], self[index + 2])
      let isForbidden =
        second == 0xBF && third >= 0xBE || second == 0xB7 && (0x90...0xAF).contains(third)
      return isForbidden ? 3 : nil
    case 0xF0...0xF4:
      let isForbidden =
        self[index + 1] & 0x0F == 0x0F && self[index + 2] == 0xBF && self[index + 3] >= 0xBE
      return isForbidden ? 4 : nil
    default: return nil
    }
  }

  private mutating func append(jsonEscape codePoint: UInt32) {
    let digits = String(codePoint, radix: 16)
    append(literal: "\\u")
    append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
    append(contentsOf: digits.utf8)
  }
}
