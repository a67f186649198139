/// Finds an article's authors.
enum PageAuthors {
  /// A page with more elements that say author is not asked about the rest.
  private static let mostElements = 100
  /// What has more bytes of text names nobody.
  private static let longestText = 10_000
  /// Addresses and sites where outlets have accounts.
  private static let sites = [
    "www.", "facebook", "twitter", "instagram", "whatsapp", "telegram", "youtube", "tiktok",
  ]

  /// Those of JSON-LD, of `meta` elements, of `rel=author`, of `itemprop=author`, of an element whose class says author:
  /// the first place that names anybody but the outlet.
  ///
  /// Where none does, it is the outlet itself.
  static func find(
    in page: HTMLPage,
    linked: LinkedData,
    meta: MetaElements,
    outlet: String?
  ) -> [String] {
    let places: [() -> [String]] = [
      { linked.authors },
      { meta.all("author") },
      { meta.all("twitter:misc:written by") },
      { elements(in: page) { page.value(.rel, of: $0)?.elementsEqual("author".utf8) == true } },
      {
        elements(in: page) { page.value(.itemprop, of: $0)?.elementsEqual("author".utf8) == true }
      },
      { meta.all("article:author") },
      { byline(in: page).map { [$0] } ?? [] },
    ]
    var house: [String] = []
    for place in places {
      let names = unique(place().flatMap(split))
      guard !names.isEmpty else { continue }
      if names.count > 1 || names.first?.lowercased() != outlet?.lowercased() { return names }
      house = names
    }
    return house
  }

  /// The words of the first element whose class says author and that holds a person's name and little else.
  private static func byline(in page: HTMLPage) -> String? {
    for index in page.nodes.indices {
      guard let name = page.value(.class, of: index), name.count < 80,
        name.range(ofIgnoringCase: "author") != nil || name.range(ofIgnoringCase: "byline") != nil
          || name.range(ofIgnoringCase: "penulis") != nil
      else { continue }
      let length = page.nodes[index].textEnd - page.nodes[index].textStart
      guard length < 400 else { continue }
      let words = page.words(of: index)
      let rest = words[...].dropLabel
      let parts = rest.split(separator: 0x20)
      let isName =
        (2...4).contains(parts.count)
        && parts.allSatisfy { part in
          part.first.map { $0.isUpper || $0 >= 0x80 } ?? false
        }
      if isName { return rest.string }
    }
    return nil
  }

  private static func elements(
    in page: HTMLPage,
    where isAuthor: @escaping (Int) -> Bool
  ) -> [String] {
    page.nodes.indices.lazy.filter { page.nodes[$0].tag != .link && isAuthor($0) }
      .prefix(mostElements)
      .filter { page.nodes[$0].textEnd - page.nodes[$0].textStart < longestText }
      .map { String(decoding: page.words(of: $0), as: UTF8.self) }
  }

  /// The names in one text; addresses and sentences are no names.
  private static func split(_ text: String) -> [String] {
    let decoded = HTMLEntities.decoded(text)
    guard !decoded.hasPrefix("http"), decoded.utf8.count <= 200 else { return [] }
    return Byline.names(in: Array(decoded.utf8)[...].trimmed.dropLabel).filter { name in
      // An address, a site, a number or a picture's credit is nobody's name.
      let bytes = Array(name.utf8)[...]
      let isSlug =
        bytes.contains(UInt8(ascii: "-"))
        && bytes.allSatisfy { $0.isLower || $0 == UInt8(ascii: "-") }
      return !Dateline.isDomain(bytes) && !bytes.contains(UInt8(ascii: "@")) && !isSlug
        && bytes.first != UInt8(ascii: "(")
        && sites.allSatisfy { bytes.range(ofIgnoringCase: $0) == nil }
        && !bytes.allSatisfy(\.isDigit)
        && (bytes.last != UInt8(ascii: ")") || bytes.contains(UInt8(ascii: "(")))
    }
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0.lowercased()).inserted }
  }
}

extension ArraySlice<UInt8> {
  /// What stands after a word such as "by" at the head of a byline.
  fileprivate var dropLabel: ArraySlice<UInt8> {
    for label in ["by ", "oleh ", "penulis: ", "von ", "door ", "par ", "por ", "di "]
    where hasPrefix(ignoringCase: label) {
      return dropFirst(label.utf8.count).trimmed
    }
    return self
  }
}
