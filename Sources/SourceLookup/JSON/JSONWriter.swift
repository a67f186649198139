extension JSONNode {
  /// The value as JSON text: members in their order, two spaces a level, or all on one line.
  func json(indented: Bool = true) -> String {
    var out: [UInt8] = []
    write(into: &out, level: indented ? 0 : nil)
    return String(decoding: out, as: UTF8.self)
  }

  private func write(into out: inout [UInt8], level: Int?) {
    switch value {
    case .null: out.append(contentsOf: "null".utf8)
    case .bool(let flag): out.append(contentsOf: (flag ? "true" : "false").utf8)
    case .number(let digits): out.append(contentsOf: digits.utf8)
    case .string(let text): Self.quote(text, into: &out)
    case .array(let elements):
      // Lists of plain values, such as the parts of a date, stay on one line.
      let nested = elements.contains { $0.members != nil }
      Self.list("[", "]", elements, level: nested ? level : nil, into: &out) { node, level, out in
        node.write(into: &out, level: level)
      }
    case .object(let members):
      Self.list("{", "}", members, level: level, into: &out) { member, level, out in
        Self.quote(member.name, into: &out)
        out.append(contentsOf: (level == nil ? ":" : ": ").utf8)
        member.node.write(into: &out, level: level)
      }
    }
  }

  private static func list<Element>(
    _ open: Unicode.Scalar,
    _ close: Unicode.Scalar,
    _ elements: [Element],
    level: Int?,
    into out: inout [UInt8],
    write: (Element, Int?, inout [UInt8]) -> Void
  ) {
    let inner = level.map { $0 + 1 }
    out.append(UInt8(ascii: open))
    for (index, element) in elements.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      if let inner { breakLine(inner, into: &out) }
      write(element, inner, &out)
    }
    if let level, !elements.isEmpty { breakLine(level, into: &out) }
    out.append(UInt8(ascii: close))
  }

  private static func breakLine(_ level: Int, into out: inout [UInt8]) {
    out.append(0x0A)
    out.append(contentsOf: repeatElement(0x20, count: level * 2))
  }

  private static func quote(_ text: String, into out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): out.append(contentsOf: [0x5C, byte])
      case 0x0A: out.append(contentsOf: "\\n".utf8)
      case 0x0D: out.append(contentsOf: "\\r".utf8)
      case 0x09: out.append(contentsOf: "\\t".utf8)
      case 0..<0x20, 0x7F:
        let hex = String(byte, radix: 16)
        out.append(contentsOf: "\\u00\(hex.utf8.count < 2 ? "0" : "")\(hex)".utf8)
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}
