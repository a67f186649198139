/// Decides block by block which ones are the article.
///
/// Two ensembles of small trees do it, learned from the pages that `IngestData/README.md` names. The first looks at each
/// block alone and at what lies around it; the second sees what the first thought of the neighbours, so that a doubtful
/// block follows the blocks it stands among.
struct ArticleIsolation {
  /// The probability of each block to be the article's words.
  private(set) var probabilities: [Float] = []

  /// Beyond this probability a block counts as the article's.
  static let threshold: Float = 0.4
  /// Beyond this it does on a page of which otherwise nothing would be left.
  static let lowThreshold: Float = 0.2

  /// Below this a block is hopeless by itself, and its neighbours are not asked.
  private static let hopeless: Float = 0.01

  private let page: HTMLPage
  private let blocks: [PageBlock]
  /// The running text in what the page itself calls its article's body.
  private let declared: [Int]

  /// Looks at all blocks of a page.
  init(
    _ page: HTMLPage,
    _ blocks: PageBlocks,
    _ metadata: PageMetadata,
    _ model: ArticleModel = .shipped
  ) {
    self.page = page
    self.blocks = blocks.blocks
    let features = BlockFeatures(page, blocks, metadata)
    declared = features.declared.indices.filter { index in
      let block = blocks.blocks[index]
      return features.declared[index] && !features.foreign[index]
        && block.linkWords * 2 < block.words
    }
    probabilities = [Float](repeating: 0, count: blocks.blocks.count)
    var first = probabilities
    features.measure(where: { !features.foreign[$0] }) { index, row in
      first[index] = model.alone.probability(row)
    }
    let context = NeighbourContext(first, words: blocks.blocks.map { Float($0.words) + 0.5 })
    let hopeful = first.map { $0 > Self.hopeless }
    features.measure(where: { hopeful[$0] }) { index, row in
      row += context.row(index)
      probabilities[index] = model.together.probability(row)
    }
  }

  /// The blocks that are the article's, in page order, if they have at least `least` words together.
  func article(least: Int, threshold: Float = ArticleIsolation.threshold) -> [Int]? {
    var chosen: [Int] = []
    for threshold in [threshold, Self.lowThreshold] {
      chosen = probabilities.indices.filter { probabilities[$0] > threshold }
      if words(chosen) >= least { break }
    }
    // Where the trees look right past what the page calls its article, the page is believed.
    if words(declared) >= least, Set(chosen).isDisjoint(with: declared) { chosen = declared }
    return words(chosen) >= least ? filled(chosen) : nil
  }

  private func words(_ chosen: [Int]) -> Int { chosen.reduce(0) { $0 + blocks[$1].words } }

  /// The same with what stands between its blocks and is hard to tell by itself: the cells of tables, and headings.
  private func filled(_ chosen: [Int]) -> [Int] {
    var article = Set(chosen)
    var index = 0
    while index < blocks.count {
      guard blocks[index].place.contains(.table) else {
        if isHeadingBetween(index, article) { article.insert(index) }
        index += 1
        continue
      }
      let start = index
      while index < blocks.count, blocks[index].place.contains(.table) { index += 1 }
      let links = blocks[start..<index].reduce(0) { $0 + $1.linkWords }
      let all = blocks[start..<index].reduce(0) { $0 + $1.words }
      if index - start >= 4, links * 10 < all * 3,
        ((start - 3)..<start).contains(where: article.contains),
        (index..<(index + 3)).contains(where: article.contains)
      {
        article.formUnion(start..<index)
      }
    }
    return article.sorted()
  }

  private func isHeadingBetween(_ index: Int, _ article: Set<Int>) -> Bool {
    guard page.nodes[blocks[index].node].tag.headingLevel > 1,
      blocks[index].linkWords * 2 < blocks[index].words, article.contains(index - 1),
      article.contains(index + 1)
    else { return false }
    return parent(index) == parent(index - 1) && parent(index) == parent(index + 1)
  }

  private func parent(_ index: Int) -> Int32 { page.nodes[blocks[index].node].parent }
}
