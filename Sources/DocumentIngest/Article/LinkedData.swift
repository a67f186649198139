import ClaimModel

/// What a page's JSON-LD says about its article (schema.org).
struct LinkedData {
  private(set) var headline: String?
  private(set) var authors: [String] = []
  private(set) var published: String?
  private(set) var modified: String?
  private(set) var publisher: String?
  private(set) var language: String?
  private(set) var section: String?
  private(set) var url: String?
  /// The numbers that registries gave the article, or what it is a part of.
  private(set) var numbers: [Number] = []
  /// The article's own words, which some pages repeat for machines.
  private(set) var articleBody: String?

  /// Whether the page says that its article has to be paid for.
  private(set) var isPaid = false

  /// Nodes of the graph that are looked at; some pages hold thousands of comments.
  private static let nodeLimit = 2_000

  /// Reads every JSON-LD script of a page.
  init(_ page: HTMLPage) {
    let roots = page.data.compactMap { JSONValue(page.values[$0]) }
    var nodes: [JSONValue] = []
    /// The nodes that are no part of another.
    var wholes: [JSONValue] = []
    var queue = roots.map { (value: $0, isPart: false) }
    var next = 0
    while next < queue.count, queue.count < Self.nodeLimit {
      let (value, isPart) = queue[next]
      next += 1
      switch value {
      case .array(let elements): queue += elements.map { ($0, isPart) }
      case .object(let members):
        nodes.append(value)
        if !isPart { wholes.append(value) }
        for member in members where Self.isFollowed(member.key) {
          queue.append((member.value, isPart || member.key == "hasPart"))
        }
      default: break
      }
    }
    var byID: [String: JSONValue] = [:]
    for node in nodes {
      guard let id = node["@id"]?.string, node["name"] != nil else { continue }
      byID[id] = byID[id] ?? node
    }
    let articles = nodes.filter(Self.isArticle)
    for article in articles { read(article, byID: byID) }
    // Of several books on a page none is known to be what the page is about.
    let works = articles.isEmpty ? wholes.filter(Self.isOtherWork) : articles
    if let work = works.first, works.count == 1 || !articles.isEmpty {
      numbers = Self.numbers(of: work, byID: byID)
      if articles.isEmpty { modified = work["dateModified"]?.string }
    }
    for node in nodes where publisher == nil && Self.types(of: node).contains("WebSite") {
      publisher = node["name"]?.string
    }
  }

  private mutating func read(_ article: JSONValue, byID: [String: JSONValue]) {
    headline = headline ?? article["headline"]?.string ?? article["name"]?.string
    if authors.isEmpty { authors = Self.names(article["author"], byID: byID) }
    if authors.isEmpty { authors = Self.names(article["creator"], byID: byID) }
    let day = article["datePublished"]?.string ?? article["dateCreated"]?.string
    // Both days are those of one article.
    if published == nil {
      modified = article["dateModified"]?.string ?? (day == nil ? modified : nil)
      published = day
    }
    publisher = publisher ?? Self.names(article["publisher"], byID: byID).first
    language = language ?? article["inLanguage"]?.string
    section = section ?? article["articleSection"]?.elements.first?.string
    url = url ?? article["url"]?.string ?? article["mainEntityOfPage"]?["@id"]?.string
    articleBody = articleBody ?? article["articleBody"]?.string
    switch article["isAccessibleForFree"] {
    case .bool(false): isPaid = true
    case .string(let text) where text.lowercased().hasSuffix("false"): isPaid = true
    default: break
    }
  }

  /// The names of people or organisations, given as text, as objects, or by reference.
  private static func names(_ value: JSONValue?, byID: [String: JSONValue]) -> [String] {
    guard let value else { return [] }
    return value.elements.flatMap { element -> [String] in
      if let name = element.string { return [name] }
      if let name = element["name"] { return name.elements.compactMap(\.string) }
      if let id = element["@id"]?.string, let node = byID[id], let name = node["name"]?.string {
        return [name]
      }
      return []
    }
  }

  /// The keys under which an article may lie.
  private static func isFollowed(_ key: String) -> Bool {
    ["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "author", "publisher"].contains(key)
  }

  private static func isArticle(_ node: JSONValue) -> Bool {
    types(of: node).contains { type in
      type.hasSuffix("Article") || type.hasSuffix("Posting") || type == "Report" || type == "Review"
        || type == "ClaimReview"
    }
  }

  private static func isOtherWork(_ node: JSONValue) -> Bool {
    types(of: node).contains { ["Book", "Dataset", "Chapter", "Thesis"].contains($0) }
  }

  private static func types(of node: JSONValue) -> [String] {
    (node["@type"]?.elements ?? []).compactMap(\.string).map { type in
      type.split(separator: "/").last.map(String.init) ?? type
    }
  }
}
