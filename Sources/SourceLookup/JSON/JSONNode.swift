/// A JSON value that remembers where it stood, keeps the order of members and the digits of numbers.
///
/// Foundation's readers lose all three, and a person who repairs a citation file needs a line number.
struct JSONNode: Hashable, Sendable {
  /// What the value is.
  var value: Value
  /// The offset of its first byte in the file it was read from; 0 where it was made by the program.
  var offset: Int

  /// Makes a value that was not read from a file.
  init(_ value: Value, offset: Int = 0) {
    self.value = value
    self.offset = offset
  }

  /// The six kinds of values of RFC 8259.
  enum Value: Hashable, Sendable {
    case null
    case bool(Bool)
    /// A number, as it was written.
    case number(String)
    case string(String)
    case array([JSONNode])
    case object([Member])
  }

  /// A name and its value.
  struct Member: Hashable, Sendable {
    var name: String
    var node: JSONNode
  }

  /// Two values are equal where they say the same, wherever they stood.
  static func == (left: JSONNode, right: JSONNode) -> Bool { left.value == right.value }

  func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

extension JSONNode {
  /// The text, where the value is a string.
  var text: String? {
    if case .string(let text) = value { return text }
    return nil
  }

  /// The text of a string that is not empty, or the digits of a number: what sloppy writers put for each other.
  var scalarText: String? {
    switch value {
    case .string(let text): return text.isEmpty ? nil : text
    case .number(let digits): return digits
    default: return nil
    }
  }

  /// The whole number, where the value is one, also inside a string.
  var integer: Int? { scalarText.flatMap { Int($0) } }

  /// The elements, where the value is an array.
  var elements: [JSONNode]? {
    if case .array(let elements) = value { return elements }
    return nil
  }

  /// The elements of an array, nothing for null, else the value itself: schema.org allows each for each.
  var asList: [JSONNode] {
    switch value {
    case .array(let elements): return elements
    case .null: return []
    default: return [self]
    }
  }

  /// The members, where the value is an object.
  var members: [Member]? {
    if case .object(let members) = value { return members }
    return nil
  }

  /// The value of the first member of that name; null counts as not there.
  subscript(name: String) -> JSONNode? {
    guard let node = members?.first(where: { $0.name == name })?.node, node.value != .null else {
      return nil
    }
    return node
  }
}

extension JSONNode: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  init(stringLiteral text: String) { self.init(.string(text)) }

  init(integerLiteral number: Int) { self.init(.number(String(number))) }

  /// An object of the members that have a value.
  static func object(_ members: [(String, JSONNode?)]) -> JSONNode {
    JSONNode(
      .object(members.compactMap { name, node in node.map { Member(name: name, node: $0) } })
    )
  }

  /// A string.
  static func string(_ text: String) -> JSONNode { JSONNode(.string(text)) }

  /// A string, or nothing.
  static func string(_ text: String?) -> JSONNode? { text.map { JSONNode(.string($0)) } }

  /// A list.
  static func list(_ nodes: [JSONNode]) -> JSONNode { JSONNode(.array(nodes)) }
}
