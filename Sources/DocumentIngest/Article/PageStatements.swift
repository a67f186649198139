/// Everything that a page's elements say about the page, whoever is to be believed.
struct PageStatements {
  private(set) var all: [PageReading.Statement] = []

  /// Collects the statements of `page`, in the order of the page; those of its JSON-LD come last.
  init(_ page: HTMLPage) {
    if let title = page.title { add("html:title", page.values[title]) }
    var headings: [Int] = []
    var hasTime = false
    for (index, node) in page.nodes.enumerated() {
      switch node.tag {
      case .html: add("html:lang", page.value(.lang, of: index))
      case .meta: addMeta(page, index)
      case .link:
        if page.value(.rel, of: index)?.hasPrefix(ignoringCase: "canonical") == true {
          add("link:canonical", page.value(.href, of: index))
        }
      case .h1: headings.append(index)
      case .time:
        // A time of a related article's card is a known false date.
        if !Self.isAside(page, index), let date = page.value(.datetime, of: index) {
          if Self.isUpdate(page, index) {
            add("html:time.updated", date)
          } else if !hasTime {
            hasTime = true
            add("html:time", date)
          }
        }
        addProperty(page, index)
      default: addProperty(page, index)
      }
    }
    if headings.count == 1, let only = headings.first { add("html:h1", page.words(of: only)[...]) }
    addLinkedData(page)
  }

  private mutating func add(_ place: String, _ value: ArraySlice<UInt8>?) {
    guard let value else { return }
    add(place, String(decoding: ArticleBuilder.collapsed(value), as: UTF8.self))
  }

  private mutating func add(_ place: String, _ value: String?) {
    guard let value, !value.isEmpty else { return }
    all.append(PageReading.Statement(place: place, value: value))
  }

  private mutating func addMeta(_ page: HTMLPage, _ index: Int) {
    let content = page.value(.content, of: index)
    for key in [HTMLPage.Key.property, .name, .httpEquiv] {
      // One element may have several names separated by spaces (RDFa).
      for name in page.value(key, of: index)?.split(separator: 0x20) ?? [] {
        add(name.string.lowercased(), content)
      }
    }
    addProperty(page, index)
  }

  private mutating func addProperty(_ page: HTMLPage, _ index: Int) {
    guard page.nodes[index].attributeCount > 0 else { return }
    if let names = page.value(.itemprop, of: index) {
      let value = page.value(.content, of: index) ?? page.value(.datetime, of: index)
      for name in names.split(separator: 0x20) where Self.properties.contains(name.string) {
        add("itemprop:\(name.string)", value ?? page.words(of: index)[...])
      }
    }
    if page.nodes[index].tag == .a,
      page.value(.rel, of: index)?.elementsEqual("author".utf8) == true
    {
      add("html:rel-author", page.words(of: index)[...])
    }
    if let names = page.value(.class, of: index), !Self.isAside(page, index),
      names.split(separator: 0x20).contains(where: { $0.elementsEqual("byline".utf8) })
    {
      add("html:byline", page.words(of: index)[...])
    }
  }

  private static let properties: Set<String> = [
    "headline", "author", "datePublished", "dateModified", "publisher", "inLanguage", "isbn",
    "issn", "identifier",
  ]

  /// Whether a time is that of the last change, by the names that WordPress and microformats give it.
  private static func isUpdate(_ page: HTMLPage, _ index: Int) -> Bool {
    let names = (page.value(.class, of: index) ?? []).split(separator: 0x20).map(\.string)
    let isIssue = names.contains { ["published", "dt-published"].contains($0) }
    let isNamed = names.contains { ["updated", "dt-updated", "modified"].contains($0) }
    let property = page.value(.itemprop, of: index)?.string
    return isNamed && !isIssue || property == "dateModified"
  }

  /// Whether an element stands in what accompanies a page's article.
  private static func isAside(_ page: HTMLPage, _ index: Int) -> Bool {
    var node = Int(page.nodes[index].parent)
    while node >= 0 {
      switch page.nodes[node].tag {
      case .aside, .nav, .footer, .li: return true
      default: node = Int(page.nodes[node].parent)
      }
    }
    return false
  }

  private mutating func addLinkedData(_ page: HTMLPage) {
    let linked = LinkedData(page)
    func decoded(_ text: String?) -> String? { text.map { HTMLEntities.decoded($0) } }
    add("jsonld:headline", decoded(linked.headline))
    for author in linked.authors { add("jsonld:author.name", decoded(author)) }
    add("jsonld:datePublished", linked.published)
    add("jsonld:dateModified", linked.modified)
    for number in linked.numbers { add("jsonld:\(number.name)", decoded(number.value)) }
    add("jsonld:publisher.name", decoded(linked.publisher))
    add("jsonld:inLanguage", linked.language)
    add("jsonld:url", linked.url)
    for value in page.data.compactMap({ JSONValue(page.values[$0]) }) {
      for node in value.elements.flatMap({ ($0["@graph"]?.elements ?? []) + [$0] }) {
        for type in node["@type"]?.elements.compactMap(\.string) ?? [] { add("jsonld:@type", type) }
        if node["headline"] != nil {
          for container in node["isPartOf"]?.elements ?? [] {
            add("jsonld:isPartOf.name", decoded(container["name"]?.string))
          }
        }
      }
    }
  }
}
