/// The elements in another `article` than the one that holds both the headline and running text: posts of the same site
/// that follow whole under the one that was asked for.
struct OtherArticles {
  /// For each element, the outermost `article` around it, or -1.
  private var outermost: [Int32] = []
  /// That of the headline; nil where it does not hold the page's article.
  private var own: Int32?

  /// The running text that the headline's `article` has at least.
  private static let fewestWords = 50

  /// Looks at a page whose headline is in `title`.
  init(_ page: HTMLPage, _ blocks: PageBlocks, title: Int?) {
    guard let title else { return }
    outermost = [Int32](repeating: -1, count: page.nodes.count)
    for (node, element) in page.nodes.enumerated() {
      let around = element.parent >= 0 ? outermost[Int(element.parent)] : -1
      outermost[node] = around < 0 && element.tag == .article ? Int32(node) : around
    }
    let article = outermost[title]
    guard article >= 0 else { return }
    let running = blocks.blocks.lazy.filter { $0.words >= 8 && $0.linkWords * 2 < $0.words }
    let words = running.reduce(0) { $0 + (outermost[$1.node] == article ? $1.words : 0) }
    if words >= Self.fewestWords { own = article }
  }

  /// Whether an element is in one of them.
  func contains(_ node: Int) -> Bool {
    guard let own else { return false }
    return outermost[node] >= 0 && outermost[node] != own
  }
}
