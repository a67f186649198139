/// Finds an article's authors.
enum PageAuthors {
  /// Those of JSON-LD, of `meta name=author`, of `rel=author`, of `itemprop=author` or of `article:author`: the first
  /// place that names anybody.
  static func find(in page: HTMLPage, linked: LinkedData, meta: MetaElements) -> [String] {
    let places: [() -> [String]] = [
      { linked.authors },
      { meta.all("author") },
      { elements(in: page) { page.value(.rel, of: $0)?.elementsEqual("author".utf8) == true } },
      {
        elements(in: page) { page.value(.itemprop, of: $0)?.elementsEqual("author".utf8) == true }
      },
      { meta.all("article:author") },
    ]
    for place in places {
      let names = unique(place().flatMap(split))
      if !names.isEmpty { return names }
    }
    return []
  }

  private static func elements(in page: HTMLPage, where isAuthor: (Int) -> Bool) -> [String] {
    page.nodes.indices.filter { page.nodes[$0].tag != .link && isAuthor($0) }
      .map { String(decoding: page.words(of: $0), as: UTF8.self) }
  }

  /// The names in one text; addresses and sentences are no names.
  private static func split(_ text: String) -> [String] {
    let decoded = HTMLEntities.decoded(text)
    guard !decoded.hasPrefix("http"), decoded.utf8.count <= 200 else { return [] }
    var bytes = Array(decoded.utf8)[...].trimmed
    for label in ["by ", "oleh ", "penulis: "] where bytes.hasPrefix(ignoringCase: label) {
      bytes = bytes.dropFirst(label.utf8.count)
    }
    return Byline.names(in: bytes).filter { name in
      // An address, a site or a picture's credit is nobody's name.
      let bytes = Array(name.utf8)[...]
      return !Dateline.isDomain(bytes) && !bytes.contains(UInt8(ascii: "@"))
        && bytes.first != UInt8(ascii: "(")
    }
  }

  private static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0.lowercased()).inserted }
  }
}
