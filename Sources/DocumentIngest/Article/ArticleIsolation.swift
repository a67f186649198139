/// Decides block by block which ones are the article.
///
/// Two ensembles of small trees do it, learned from the pages that `IngestData/README.md` names. The first looks at each block alone and at
/// what lies around it; the second sees what the first thought of the neighbours, so that a doubtful block follows the
/// blocks it stands among.
struct ArticleIsolation {
  /// The probability of each block to be the article's words.
  private(set) var probabilities: [Float]

  /// Beyond this probability a block counts as the article's.
  static let threshold: Float = 0.45
  /// Beyond this it does on a page of which otherwise nothing would be left.
  static let lowThreshold: Float = 0.2

  /// The blocks that are the article's, in page order, if they have at least `words` words together.
  func article(of blocks: PageBlocks, words: Int) -> [Int]? {
    for threshold in [Self.threshold, Self.lowThreshold] {
      let chosen = probabilities.indices.filter { probabilities[$0] > threshold }
      if chosen.reduce(0, { $0 + blocks.blocks[$1].words }) >= words { return chosen }
    }
    return nil
  }

  /// Looks at all blocks of a page.
  init(
    _ page: HTMLPage,
    _ blocks: PageBlocks,
    _ metadata: PageMetadata,
    _ model: ArticleModel = .shipped
  ) {
    let features = BlockFeatures(page, blocks, metadata)
    let rows = blocks.blocks.indices.map { Array(features.row($0)) }
    let first = rows.indices.map { features.foreign[$0] ? 0 : model.alone.probability(rows[$0]) }
    let context = Self.context(of: first, words: blocks.blocks.map { Float($0.words) + 0.5 })
    probabilities = rows.indices.map {
      features.foreign[$0] ? 0 : model.together.probability(rows[$0] + context[$0])
    }
  }

  /// What the first look says about each block's neighbourhood: 14 numbers a block.
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
