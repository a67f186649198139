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
    var index = 0
    while index < source.count {
      let byte = source[index]
      switch byte {
      case UInt8(ascii: "\"") where isQuoted: append(literal: "\\\"")
      case UInt8(ascii: "\\") where isQuoted: append(literal: "\\\\")
      // Outside strings it is white space, and JSON has none inside.
      case 0x0A: if isQuoted { append(literal: "\\n") } else { append(byte) }
      case 0..<0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
        append(jsonEscape: UInt32(byte))
      case 0xC2 where source[index + 1] < 0xA0:
        append(jsonEscape: UInt32(source[index + 1]))
        index += 1
      case 0xE2 where source[index + 1] == 0x80 && source[index + 2] & 0xFE == 0xA8:
        append(jsonEscape: 0x2000 + UInt32(source[index + 2] & 0x3F))
        index += 2
      case 0xEF where source[index + 1] == 0xBF && source[index + 2] >= 0xBE,
        0xEF where source[index + 1] == 0xB7 && (0x90...0xAF).contains(source[index + 2]):
        let low = UInt32(source[index + 1] & 0x3F) << 6 | UInt32(source[index + 2] & 0x3F)
        append(jsonEscape: 0xF000 + low)
        index += 2
      case 0xF0...0xF4
      where source[index + 1] & 0x0F == 0x0F && source[index + 2] == 0xBF
        && source[index + 3] >= 0xBE:
        let plane = UInt32(byte & 0x07) << 2 | UInt32(source[index + 1] & 0x3F) >> 4
        let above = plane << 16 + 0xFFC0 + UInt32(source[index + 3] & 0x3F) - 0x10000
        append(jsonEscape: 0xD800 + above >> 10)
        append(jsonEscape: 0xDC00 + above & 0x3FF)
        index += 3
      default: append(byte)
      }
      index += 1
    }
  }

  private mutating func append(jsonEscape codePoint: UInt32) {
    let digits = String(codePoint, radix: 16)
    append(literal: "\\u")
    append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
    append(contentsOf: digits.utf8)
  }
}
