/// A fact-check as it is published for machines: schema.org's ClaimReview.
public struct ClaimReview: Hashable, Sendable {
  /// What was claimed.
  public var claim: String
  /// Who claimed it.
  public var claimant: String?
  /// When it was claimed: `2026`, `2026-03` or `2026-03-09`.
  public var claimDate: String?
  /// Where it was claimed.
  public var appearances: [String]
  /// The address of the check.
  public var url: String
  /// The title of the check.
  public var title: String?
  /// Who checked it.
  public var publisher: String?
  /// The site of who checked it.
  public var publisherSite: String?
  /// When it was checked.
  public var reviewDate: String?
  /// The rating in words.
  public var rating: String?
  /// The rating as a number, with the worst and the best of its scale; nil where it has none.
  public var ratingNumber: (value: Int, worst: Int, best: Int)? {
    get { number.map { ($0.value, $0.worst, $0.best) } }
    set { number = newValue.map { Number(value: $0.value, worst: $0.worst, best: $0.best) } }
  }
  private var number: Number?
  /// The language of the check.
  public var language: String?

  private struct Number: Hashable, Sendable {
    var value: Int
    var worst: Int
    var best: Int
  }

  /// Makes a check.
  public init(
    claim: String,
    claimant: String? = nil,
    claimDate: String? = nil,
    appearances: [String] = [],
    url: String,
    title: String? = nil,
    publisher: String? = nil,
    publisherSite: String? = nil,
    reviewDate: String? = nil,
    rating: String? = nil,
    language: String? = nil
  ) {
    self.claim = claim
    self.claimant = claimant
    self.claimDate = claimDate
    self.appearances = appearances
    self.url = url
    self.title = title
    self.publisher = publisher
    self.publisherSite = publisherSite
    self.reviewDate = reviewDate
    self.rating = rating
    self.language = language
  }
}

extension ClaimReview {
  /// Reads the checks of a feed: a schema.org DataFeed, a list, one check, or any JSON-LD with checks inside.
  ///
  /// What has no claim or no address is no check and is left out.
  ///
  /// - Parameters:
  ///   - json: the feed.
  ///   - file: its name, for messages.
  /// - Returns: the checks in the feed's order.
  /// - Throws: where the file is not JSON.
  public static func feed(
    _ json: [UInt8],
    file: String
  ) throws(CitationLibraryError) -> [ClaimReview] {
    do {
      return checks(try JSONReader.read(json))
    } catch {
      throw .malformed(
        file: file,
        FilePosition(offset: error.offset, in: json),
        problem: error.problem
      )
    }
  }

  /// The checks in a value and in everything inside it; nesting is bounded by the reader.
  private static func checks(_ node: JSONNode) -> [ClaimReview] {
    if isCheck(node) { return ClaimReview(node).map { [$0] } ?? [] }
    switch node.value {
    case .array(let elements): return elements.flatMap(checks)
    case .object(let members): return members.flatMap { checks($0.node) }
    default: return []
    }
  }

  private static func isCheck(_ node: JSONNode) -> Bool {
    (node["@type"] ?? node["type"])?.asList.contains {
      $0.text == "ClaimReview" || $0.text?.hasSuffix("/ClaimReview") == true
    } ?? false
  }

  private init?(_ node: JSONNode) {
    guard let claim = node["claimReviewed"]?.scalarText?.trimmed, !claim.isEmpty,
      let url = node["url"]?.scalarText ?? node["@id"]?.scalarText
    else { return nil }
    let item = node["itemReviewed"]?.asList.first
    let rating = node["reviewRating"]?.asList.first
    let publisher = (node["author"] ?? node["publisher"])?.asList.first
    let appearances = ["appearance", "firstAppearance"].flatMap { item?[$0]?.asList ?? [] }
    self.init(
      claim: claim,
      claimant: Self.name(item?["author"]),
      claimDate: Self.day(item?["datePublished"]),
      appearances: appearances.compactMap { $0.text ?? $0["url"]?.text },
      url: url,
      title: (node["headline"] ?? node["name"])?.scalarText,
      publisher: Self.name(publisher),
      publisherSite: publisher?["url"]?.scalarText,
      reviewDate: Self.day(node["datePublished"]),
      rating: (rating?["alternateName"] ?? rating?["name"])?.scalarText,
      language: node["inLanguage"]?.scalarText
    )
    if let value = rating?["ratingValue"]?.integer, let worst = rating?["worstRating"]?.integer,
      let best = rating?["bestRating"]?.integer
    {
      number = Number(value: value, worst: worst, best: best)
    }
  }

  private static func name(_ node: JSONNode?) -> String? {
    guard let first = node?.asList.first else { return nil }
    return first.text ?? first["name"]?.scalarText
  }

  private static func day(_ node: JSONNode?) -> String? {
    node?.text.flatMap { PartialDate(iso8601: $0) }?.iso8601
  }

  /// The check as JSON-LD, for a page or a feed.
  public var json: String { node.json() + "\n" }

  /// The check as JSON-LD on one line, without a line end.
  public var line: String { node.json(indented: false) }

  /// Several checks as a schema.org DataFeed.
  public static func feed(_ checks: [ClaimReview], name: String) -> String {
    JSONNode.object([
      ("@context", "https://schema.org"), ("@type", "DataFeed"), ("name", .string(name)),
      ("dataFeedElement", .list(checks.map(\.node))),
    ]).json() + "\n"
  }

  private var node: JSONNode {
    func thing(_ type: String, _ name: String?, url: String? = nil) -> JSONNode? {
      guard name != nil || url != nil else { return nil }
      return .object([("@type", .string(type)), ("name", .string(name)), ("url", .string(url))])
    }
    let places = appearances.compactMap { thing("CreativeWork", nil, url: $0) }
    let item = JSONNode.object([
      ("@type", "Claim"), ("author", thing("Person", claimant)),
      ("datePublished", .string(claimDate)), ("appearance", places.isEmpty ? nil : .list(places)),
    ])
    let rating = JSONNode.object([
      ("@type", "Rating"), ("alternateName", .string(self.rating)),
      ("ratingValue", number.map { JSONNode(.number(String($0.value))) }),
      ("worstRating", number.map { JSONNode(.number(String($0.worst))) }),
      ("bestRating", number.map { JSONNode(.number(String($0.best))) }),
    ])
    return .object([
      ("@context", "https://schema.org"), ("@type", "ClaimReview"), ("url", .string(url)),
      ("headline", .string(title)), ("claimReviewed", .string(claim)), ("itemReviewed", item),
      ("author", thing("Organization", publisher, url: publisherSite)),
      ("datePublished", .string(reviewDate)), ("reviewRating", rating),
      ("inLanguage", .string(language)),
    ])
  }
}

extension ClaimIndex {
  /// Adds a published check under its address.
  public mutating func add(_ check: ClaimReview) {
    add(id: check.url, claim: check.claim, title: check.title)
  }
}
