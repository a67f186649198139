/// A JSON value as the ledger uses it: no fractions, so that one value has one spelling everywhere.
public enum JSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number; RFC 8785 writes those up to 2^53 without an exponent.
  case integer(Int)
  /// A string.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// An object.
  case object(JSONMembers)

  /// A member of an object, or nil.
  public subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { return members[key] }
    return nil
  }

  /// The members of an object; none for anything else.
  var members: JSONMembers {
    if case .object(let members) = self { return members }
    return [:]
  }

  /// The text of a string, or nil.
  public var text: String? {
    if case .string(let value) = self { return value }
    return nil
  }

  /// The value of a number, or nil.
  public var number: Int? {
    if case .integer(let value) = self { return value }
    return nil
  }

  /// The items of a list; empty for anything else.
  public var items: [JSONValue] {
    if case .array(let values) = self { return values }
    return []
  }
}

extension JSONValue {
  /// The value as canonical JSON (RFC 8785): members sorted by UTF-16 code units, no white space, minimal escapes.
  public var canonical: String {
    var out: [UInt8] = []
    write(into: &out)
    return String(decoding: out, as: UTF8.self)
  }

  private func write(into out: inout [UInt8]) {
    switch self {
    case .null: out += "null".utf8
    case .bool(let value): out += (value ? "true" : "false").utf8
    case .integer(let value): out += String(value).utf8
    case .string(let value): Self.write(value, into: &out)
    case .array(let values):
      out.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        value.write(into: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let members):
      out.append(UInt8(ascii: "{"))
      for (index, member) in members.inOrder.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        Self.write(member.name, into: &out)
        out.append(UInt8(ascii: ":"))
        member.value.write(into: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }

  /// Writes a string with the escapes of RFC 8785, section 3.2.2.2.
  private static func write(_ text: String, into out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        out.append(UInt8(ascii: "\\"))
        out.append(byte)
      case 0x08: out += "\\b".utf8
      case 0x09: out += "\\t".utf8
      case 0x0A: out += "\\n".utf8
      case 0x0C: out += "\\f".utf8
      case 0x0D: out += "\\r".utf8
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        out += "\\u00\(digits.utf8.count == 1 ? "0" : "")\(digits)".utf8
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}

extension JSONValue: Codable {
  /// Reads any JSON value; a number with a fraction is an error.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let values = try? container.decode([JSONValue].self) {
      self = .array(values)
    } else {
      let members = try container.decode([String: JSONValue].self)
      self = .object(JSONMembers(members.map { JSONMembers.Member(name: $0, value: $1) }))
    }
  }

  /// Writes the value.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let values): try container.encode(values)
    case .object(let members):
      try container.encode(
        // Two names may differ in their bytes and be one to Swift.
        Dictionary(
          members.inOrder.map { ($0.name, $0.value) },
          uniquingKeysWith: { first, _ in first }
        )
      )
    }
  }
}
