import ClaimModel

/// Reads one CSL-JSON item as a source.
///
/// Lenient where other programs are sloppy (numbers for strings and the other way round, `literal` dates), strict where
/// a value would be lost or mean something else.
struct CSLReader {
  /// A field that holds something else than CSL-JSON asks for.
  struct Fault: Error {
    /// Nil for the item itself.
    let field: String?
    let offset: Int
    let expected: CitationLibraryError.Expectation
  }

  private let item: JSONNode

  /// The source that an item describes; where it has no `id`, `fallbackID` is taken, or else that is a fault.
  static func source(_ item: JSONNode, fallbackID: String? = nil) throws(Fault) -> Source {
    guard item.members != nil else {
      throw Fault(field: nil, offset: item.offset, expected: .object)
    }
    return try CSLReader(item: item).source(fallbackID: fallbackID)
  }

  private func source(fallbackID: String?) throws(Fault) -> Source {
    guard let id = try text("id") ?? fallbackID else {
      throw Fault(field: "id", offset: item.offset, expected: .id)
    }
    return Source(
      id: SourceID(rawValue: id),
      type: try text("type") ?? "document",
      title: try text("title") ?? "",
      authors: try names("author"),
      containerTitle: try text("container-title"),
      publisher: try text("publisher"),
      issued: try date("issued"),
      modified: item["custom"]?["modified"]?.scalarText.flatMap {
        PartialDate(iso8601: $0)?.iso8601
      },
      accessed: try date("accessed").flatMap { CalendarDate(iso8601: $0) },
      url: try text("URL"),
      doi: try text("DOI").map(Self.bareDOI),
      isbn: try text("ISBN").map { WorkNumber.isbn($0) ?? $0 },
      issn: try text("ISSN").map { WorkNumber.issn($0) ?? $0 },
      pmid: try text("PMID").map { WorkNumber.pmid($0) ?? $0 },
      pmcid: try text("PMCID").map { WorkNumber.pmcid("PMCID \($0)") ?? $0 },
      arxiv: item["custom"]?["arxiv"]?.scalarText.flatMap(WorkNumber.arxiv) ?? archived(),
      language: try text("language").map { LanguageTag(rawValue: $0) },
      independenceGroup: try custom("independenceGroup")
    )
  }

  private func text(_ field: String) throws(Fault) -> String? {
    guard let node = item[field] else { return nil }
    switch node.value {
    case .string(let text): return text.isEmpty ? nil : text
    case .number(let digits): return digits
    // Crossref answers with lists of titles under the same names.
    case .array(let elements) where elements.allSatisfy { $0.text != nil }:
      return elements.first?.scalarText
    default: throw Fault(field: field, offset: node.offset, expected: .text)
    }
  }

  /// A member of `custom`, where CSL keeps what it has no variable for.
  private func custom(_ name: String) throws(Fault) -> String? {
    guard let custom = item["custom"] else { return nil }
    guard custom.members != nil else {
      throw Fault(field: "custom", offset: custom.offset, expected: .object)
    }
    guard let node = custom[name] else { return nil }
    guard let text = node.scalarText else {
      throw Fault(field: "custom.\(name)", offset: node.offset, expected: .text)
    }
    return text
  }

  /// A number at arXiv as Zotero writes it, as a place in an archive.
  private func archived() -> String? {
    guard item["archive"]?.text?.lowercased() == "arxiv" else { return nil }
    return (item["archive_location"] ?? item["number"])?.text.flatMap(WorkNumber.arxiv)
  }

  private func names(_ field: String) throws(Fault) -> [SourceAuthor] {
    guard let list = item[field] else { return [] }
    guard let elements = list.elements else {
      throw Fault(field: field, offset: list.offset, expected: .nameList)
    }
    var names: [SourceAuthor] = []
    for node in elements {
      guard let name = Self.name(node) else {
        throw Fault(field: field, offset: node.offset, expected: .name)
      }
      names.append(name)
    }
    return names
  }

  /// A name with its particles and suffix where a reader would see them.
  private static func name(_ node: JSONNode) -> SourceAuthor? {
    // Crossref's own name for it is `name`.
    if let literal = (node["literal"] ?? node["name"])?.scalarText { return .literal(literal) }
    if let plain = node.text, !plain.isEmpty { return .literal(plain) }
    let given = [node["given"], node["dropping-particle"]].compactMap { $0?.scalarText }
    let family = [node["non-dropping-particle"], node["family"]].compactMap { $0?.scalarText }
    let suffix = node["suffix"]?.scalarText
    if family.isEmpty { return given.isEmpty ? nil : .literal(given.joined(separator: " ")) }
    let first = given.joined(separator: " ") + (suffix.map { ", \($0)" } ?? "")
    return .person(family: family.joined(separator: " "), given: first.isEmpty ? nil : first)
  }

  /// `2026`, `2026-03` or `2026-03-09`; of a range its beginning; nil where the date is in words.
  private func date(_ field: String) throws(Fault) -> String? {
    guard let node = item[field] else { return nil }
    func fault(_ offset: Int) -> Fault { Fault(field: field, offset: offset, expected: .date) }
    if let text = node.text ?? node["raw"]?.text ?? node["literal"]?.text {
      return PartialDate(iso8601: text)?.iso8601
    }
    guard node.members != nil else { throw fault(node.offset) }
    guard let parts = node["date-parts"] else { return nil }
    guard let first = parts.elements?.first, let elements = first.elements else {
      throw fault(parts.offset)
    }
    // Crossref writes [[null]] for a date it does not know.
    let known = elements.prefix { $0.value != .null && $0.text?.isEmpty != true }
    if known.isEmpty { return nil }
    var numbers: [Int] = []
    for element in known {
      guard let number = element.integer else { throw fault(element.offset) }
      numbers.append(number)
    }
    guard let date = PartialDate(parts: numbers) else { throw fault(first.offset) }
    return date.iso8601
  }

  /// A DOI without `https://doi.org/` or `doi:` in front.
  static func bareDOI(_ text: String) -> String {
    for prefix in [
      "https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:",
    ]
    where text.lowercased().hasPrefix(prefix) {
      return String(text.dropFirst(prefix.count)).trimmed
    }
    return text
  }
}
