/// The elements that a page itself calls its article's body, from the surest way of saying so to the vaguest.
struct BodyContainers {
  /// How an element is called a body.
  enum Tier: Int, CaseIterable {
    /// `itemprop="articleBody"`, or a class or id like it.
    case declared
    /// A class or id that publishing systems give to bodies, such as `entry-content`.
    case named
    /// An `article`.
    case article
    /// A `main`, or an element whose class or id says content.
    case main
  }

  /// The element of each tier, or nil where the page has none.
  private(set) var nodes: [Int?]
  /// The words of running text in it.
  private(set) var words: [Int]

  /// Chooses in each tier the element with the most running text, and the innermost of those that hold nearly as much.
  init(_ page: HTMLPage, _ blocks: PageBlocks) {
    var running = [Int32](repeating: 0, count: page.nodes.count)
    for block in blocks.blocks where block.words >= 8 && block.linkWords * 2 < block.words {
      running[block.node] += Int32(block.words)
    }
    for node in page.nodes.indices.reversed() where running[node] > 0 {
      let parent = Int(page.nodes[node].parent)
      if parent >= 0 { running[parent] += running[node] }
    }
    var best = [Int?](repeating: nil, count: Tier.allCases.count)
    var most = [Int](repeating: 0, count: Tier.allCases.count)
    var known: [ArraySlice<UInt8>: Tier?] = [:]
    for node in page.nodes.indices where running[node] >= 20 {
      guard let tier = Self.tier(of: node, in: page, &known) else { continue }
      let place = tier.rawValue
      if Int(running[node]) * 10 >= most[place] * 9 {
        best[place] = node
        most[place] = max(most[place], Int(running[node]))
      }
    }
    nodes = best
    words = most
  }

  private static func tier(
    of node: Int,
    in page: HTMLPage,
    _ known: inout [ArraySlice<UInt8>: Tier?]
  ) -> Tier? {
    let element = page.nodes[node]
    if element.tag.isInline || element.tag == .body || element.tag == .html { return nil }
    var tier: Tier? = element.tag == .article ? .article : element.tag == .main ? .main : nil
    let first = Int(element.firstAttribute)
    for attribute in page.attributes[first..<(first + Int(element.attributeCount))] {
      let value = page.values[attribute.value]
      switch attribute.key {
      case .itemprop: if value.hasPrefix(ignoringCase: "articlebody") { return .declared }
      case .class, .id, .testID, .component:
        let named: Tier?
        if let before = known[value] {
          named = before
        } else {
          named = Self.tier(ofName: value)
          known[value] = named
        }
        if let named { tier = tier.map { $0.rawValue < named.rawValue ? $0 : named } ?? named }
      default: break
      }
    }
    return tier
  }

  private static func tier(ofName name: ArraySlice<UInt8>) -> Tier? {
    // `article-body`, `article_body` and `articleBody` are one name.
    let letters = String(decoding: name.filter(\.isLetter).map(\.lowered), as: UTF8.self)
    if letters.contains("articlebody") { return .declared }
    if bodies.contains(where: letters.contains) { return .named }
    return letters == "content" || letters.contains("maincontent") ? .main : nil
  }

  private static let bodies = [
    "entrycontent", "postcontent", "articlecontent", "storybody", "postbody", "contentbody",
    "bodycontent", "articletext", "storytext", "storycontent", "detailtext", "detailbody",
    "readcontent", "txtarticle", "wysiwyg", "richtext", "bodytext", "textcontent", "singlecontent",
    "posttext", "bodycopy", "newscontent", "contentarticle", "articlecopy", "storycopy",
    "blogcontent", "entrybody", "newsbody", "newstext", "textbody", "articlemain", "contenttext",
    "detailcontent", "fulltext", "articledetail", "pagecontent", "isiberita", "contentdetail",
  ]
}
