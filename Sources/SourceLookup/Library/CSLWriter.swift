import ClaimModel

/// Writes a source as a CSL-JSON item.
enum CSLWriter {
  /// The item for a source.
  ///
  /// Where the source was read from an item, `original`, everything that Tilik has no field for and every field that
  /// was not changed since stays as it was written there, in its order.
  static func item(_ source: Source, original: JSONNode?) -> JSONNode {
    let fields = self.fields(source)
    guard let original, let before = try? CSLReader.source(original, fallbackID: "") else {
      return .object(fields)
    }
    let unchanged = Dictionary(
      uniqueKeysWithValues: zip(fields, self.fields(before)).map { ($0.0, $0.1 == $1.1) }
    )
    var members: [JSONNode.Member] = []
    for member in original.members ?? [] {
      if unchanged[member.name] ?? true {
        members.append(member)
      } else if let node = fields.first(where: { $0.0 == member.name })?.1 {
        members.append(.init(name: member.name, node: node))
      }
    }
    for (name, node) in fields where !members.contains(where: { $0.name == name }) {
      // A field that was not there and did not change, such as the type that was taken for granted.
      if let node, unchanged[name] == false { members.append(.init(name: name, node: node)) }
    }
    return JSONNode(.object(merging(members, custom: original["custom"], source, before)))
  }

  /// Every field that a source can have, in the order in which they are written.
  private static func fields(_ source: Source) -> [(String, JSONNode?)] {
    [
      ("id", .string(source.id.rawValue)),
      ("type", .string(source.type)),
      ("title", source.title.isEmpty ? nil : .string(source.title)),
      ("author", source.authors.isEmpty ? nil : .list(source.authors.map(name))),
      ("container-title", .string(source.containerTitle)),
      ("publisher", .string(source.publisher)),
      ("issued", source.issued.map(date)),
      ("accessed", source.accessed.map { date($0.iso8601) }),
      ("URL", .string(source.url)),
      ("DOI", .string(source.doi)),
      ("ISBN", .string(source.isbn)),
      ("ISSN", .string(source.issn)),
      ("PMID", .string(source.pmid)),
      ("PMCID", .string(source.pmcid)),
      ("language", .string(source.language?.rawValue)),
      ("custom", custom(source).isEmpty ? nil : JSONNode(.object(custom(source)))),
    ]
  }

  /// What CSL has no variable for.
  private static func custom(_ source: Source) -> [JSONNode.Member] {
    [
      ("independenceGroup", source.independenceGroup), ("modified", source.modified),
      ("arxiv", source.arxiv),
    ].compactMap { name, value in value.map { .init(name: name, node: .string($0)) } }
  }

  /// The members with other programs' entries under `custom` kept, where one of Tilik's was changed.
  private static func merging(
    _ members: [JSONNode.Member],
    custom: JSONNode?,
    _ source: Source,
    _ before: Source
  ) -> [JSONNode.Member] {
    let own = self.custom(source)
    guard own != self.custom(before) else { return members }
    let names = ["independenceGroup", "modified", "arxiv"]
    let entries = (custom?.members ?? []).filter { !names.contains($0.name) } + own
    let others = members.filter { $0.name != "custom" }
    if entries.isEmpty { return others }
    return others + [.init(name: "custom", node: JSONNode(.object(entries)))]
  }

  private static func name(_ author: SourceAuthor) -> JSONNode {
    switch author {
    case .literal(let name): return .object([("literal", .string(name))])
    case .person(let family, let given):
      return .object([("family", .string(family)), ("given", .string(given))])
    }
  }

  /// The parts of a date; of one in other words than CSL-JSON knows, the words.
  private static func date(_ text: String) -> JSONNode {
    guard let date = PartialDate(iso8601: text) else { return .object([("raw", .string(text))]) }
    return .object([
      ("date-parts", .list([.list(date.parts.map { JSONNode(.number(String($0))) })]))
    ])
  }
}
