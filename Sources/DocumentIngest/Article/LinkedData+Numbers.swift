extension LinkedData {
  /// A number that a registry gave a work.
  struct Number: Hashable {
    /// The member it stands in: `isbn`, `issn` or `identifier`.
    var name: String
    /// The number; of an `identifier` with its registry's name before it, where one is named.
    var value: String
  }

  /// How many works are looked at, each a part of the next: an article, an issue, a volume, a journal.
  private static let depth = 4

  /// The numbers of a work; for ISBN and ISSN also those of the book or journal that it is a part of.
  static func numbers(of work: JSONValue, byID: [String: JSONValue]) -> [Number] {
    var found = (work["identifier"]?.elements ?? []).compactMap(identifier)
    var whole: JSONValue? = work
    for _ in 0..<depth {
      guard let node = whole else { break }
      for name in ["isbn", "issn"] {
        for value in node[name]?.elements ?? [] {
          if let text = text(value) { found.append(Number(name: name, value: text)) }
        }
      }
      let next = node["isPartOf"]?.elements.first
      whole = next?["@id"]?.string.flatMap { byID[$0] } ?? next
    }
    return found
  }

  /// An identifier given as text, or as schema.org's PropertyValue with the registry's name.
  private static func identifier(_ value: JSONValue) -> Number? {
    if let text = text(value) { return Number(name: "identifier", value: text) }
    guard let text = value["value"].flatMap(text) else { return nil }
    let registry = value["propertyID"]?.string ?? value["name"]?.string
    let name = registry?.split(separator: "/").last.map(String.init)
    return Number(name: "identifier", value: name.map { "\($0):\(text)" } ?? text)
  }

  /// A text, or the digits of a whole number.
  private static func text(_ value: JSONValue) -> String? {
    if case .number(let number) = value { return Int(exactly: number).map(String.init) }
    return value.string
  }
}
