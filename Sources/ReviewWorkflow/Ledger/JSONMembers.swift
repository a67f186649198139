/// The members of a JSON object in the order in which RFC 8785 writes them: by the UTF-16 code units of their names.
///
/// An event's objects have a dozen members at most, which are found sooner one by one than by a hash.
public struct JSONMembers: Hashable, Sendable {
  /// The members, each name once.
  public let inOrder: [Member]

  /// A name and its value.
  public struct Member: Hashable, Sendable {
    /// The name.
    public var name: String
    /// The value.
    public var value: JSONValue
  }

  /// Puts members in order; of two with one name the first stays.
  public init(_ members: [Member]) {
    guard !Self.areInOrder(members) else {
      inOrder = members
      return
    }
    var sorted: [Member] = []
    for member in members.sorted(by: { Self.precedes($0.name, $1.name) }) {
      if let last = sorted.last, !Self.precedes(last.name, member.name) { continue }
      sorted.append(member)
    }
    inOrder = sorted
  }

  /// The number of members.
  public var count: Int { inOrder.count }

  /// The value of a name, or nil.
  public subscript(name: String) -> JSONValue? {
    for member in inOrder where member.name == name { return member.value }
    return nil
  }

  /// Whether each name comes before the next, so that none is there twice.
  static func areInOrder(_ members: [Member]) -> Bool {
    members.indices.dropFirst().allSatisfy { precedes(members[$0 - 1].name, members[$0].name) }
  }

  private static func precedes(_ left: String, _ right: String) -> Bool {
    // UTF-8 and UTF-16 order alike but for the characters above U+FFFF, whose first byte is F0 or more.
    for (one, other) in zip(left.utf8, right.utf8) where one != other {
      if one >= 0xEE && other >= 0xEE { return left.utf16.lexicographicallyPrecedes(right.utf16) }
      return one < other
    }
    return left.utf8.count < right.utf8.count
  }
}

extension JSONMembers: ExpressibleByDictionaryLiteral {
  /// Puts the members of a literal in order.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(elements.map { Member(name: $0, value: $1) })
  }
}

extension JSONValue {
  /// Whether two values have the same spelling, byte for byte.
  ///
  /// To Swift, two spellings of “é” are equal, and so are the sign for kelvin and a K.
  func isSpelled(_ other: JSONValue) -> Bool {
    switch (self, other) {
    case (.string(let left), .string(let right)): return left.isSpelled(right)
    case (.array(let left), .array(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { $0.isSpelled($1) }
    case (.object(let left), .object(let right)):
      return left.count == right.count
        && zip(left.inOrder, right.inOrder).allSatisfy {
          $0.name.isSpelled($1.name) && $0.value.isSpelled($1.value)
        }
    case (.integer(let left), .integer(let right)): return left == right
    case (.bool(let left), .bool(let right)): return left == right
    case (.null, .null): return true
    default: return false
    }
  }
}

extension String {
  /// Whether two texts have the same bytes.
  func isSpelled(_ other: String) -> Bool {
    utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
  }
}
