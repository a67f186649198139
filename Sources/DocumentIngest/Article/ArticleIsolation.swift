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
  /// How many numbers a first look adds to a row.
  static let contextWidth = 14

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
    var values = features.values
    let first = Self.ask(model.alone, values, features.foreign)
    let context = Self.context(of: first, words: blocks.blocks.map { Float($0.words) + 0.5 })
    for (index, row) in context.enumerated() {
      let start = index * BlockFeatures.stride + BlockFeatures.width
      for (place, value) in row.enumerated() { values[start + place] = value }
    }
    probabilities = Self.ask(model.together, values, features.foreign)
  }

  private static func ask(_ trees: TreeEnsemble, _ values: [Float], _ foreign: [Bool]) -> [Float] {
    var found = [Float](repeating: 0, count: foreign.count)
    let numbers = values.span
    for index in foreign.indices where !foreign[index] {
      found[index] = trees.probability(numbers, at: index * BlockFeatures.stride)
    }
    return found
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

  /// What the first look says about each block's neighbourhood.
  static func context(of probabilities: [Float], words: [Float]) -> [[Float]] {
    let count = probabilities.count
    var likely: [Float] = [0]
    var all: [Float] = [0]
    for index in 0..<count {
      likely.append(likely[index] + probabilities[index] * words[index])
      all.append(all[index] + words[index])
    }
    let total = likely[count] + 1e-6
    return (0..<count).map { index in
      var row = [probabilities[index]]
      for offset in [-4, -3, -2, -1, 1, 2, 3, 4] {
        let other = index + offset
        row.append(probabilities.indices.contains(other) ? probabilities[other] : -1)
      }
      let own = probabilities[index] * words[index]
      for reach in [5, 12] {
        let from = max(0, index - reach)
        let to = min(count, index + reach + 1)
        row.append(
          (likely[to] - likely[from] - own) / max(0.5, all[to] - all[from] - words[index])
        )
      }
      row.append(likely[index] / total)
      row.append((likely[count] - likely[index + 1]) / total)
      row.append(logarithm(total))
      return row
    }
  }
}
