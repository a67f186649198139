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
    for node in page.nodes.indices where running[node] >= 20 {
      guard let tier = Self.tier(of: page.nodes[node].tag, blocks.cues[node]) else { continue }
      let place = tier.rawValue
      if Int(running[node]) * 10 >= most[place] * 9 {
        best[place] = node
        most[place] = max(most[place], Int(running[node]))
      }
    }
    nodes = best
    words = most
  }

  private static func tier(of tag: HTMLTag, _ cues: Cues) -> Tier? {
    if tag.isInline || tag == .body || tag == .html { return nil }
    if cues.contains(.declaredBody) { return .declared }
    if cues.contains(.namedBody) { return .named }
    if tag == .article { return .article }
    return tag == .main || cues.contains(.mainBody) ? .main : nil
  }
}
