import ClaimModel

/// Decides which blocks of a page are the article.
struct ArticleIsolation {
  /// Blocks that are the article's words.
  private(set) var isArticle: [Bool]

  /// Looks at all blocks of a page.
  init(_ page: HTMLPage, _ blocks: PageBlocks) {
    isArticle = [Bool](repeating: false, count: blocks.blocks.count)
    var scores = [Double](repeating: 0, count: page.nodes.count)
    var good = [Bool](repeating: false, count: blocks.blocks.count)
    for (index, block) in blocks.blocks.enumerated() {
      let density = Double(block.linkWords) / Double(max(1, block.words))
      let negative: Cues = [.comment, .related, .share, .navigation, .footer, .newsletter, .popup]
      let away: PageBlock.Place = [.navigation, .footer, .aside, .form, .figure, .button]
      guard density < 0.4, block.near.isDisjoint(with: negative), block.place.isDisjoint(with: away)
      else { continue }
      good[index] = true
      var node = page.nodes[block.node].tag == .p ? Int(page.nodes[block.node].parent) : block.node
      var share = Double(max(0, block.words - 6)) * (1 - density)
      var level = 0
      while node >= 0, level < 4 {
        scores[node] += share
        share *= 0.55
        node = Int(page.nodes[node].parent)
        level += 1
      }
    }
    guard let top = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[top] > 0 else {
      return
    }
    let inside = Int(page.nodes[top].textStart)..<Int(page.nodes[top].textEnd)
    for (index, block) in blocks.blocks.enumerated() where good[index] {
      let start = Int(page.nodes[block.node].textStart)
      isArticle[index] =
        inside.contains(start)
        && (block.words >= 8 || page.nodes[block.node].tag == .p
          || page.nodes[block.node].tag == .li)
    }
  }
}
