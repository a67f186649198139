import ClaimModel

/// A page as the trainer of ``ArticleIsolation`` sees it: the numbers of its blocks, and the text that a choice of blocks
/// makes.
package struct IsolationPage: Sendable {
  /// What is measured of each block.
  package let rows: [[Float]]
  /// The words of each block.
  package let words: [Int]

  /// Which blocks are never asked about.
  private let foreign: [Bool]
  private let page: HTMLPage
  private let blocks: PageBlocks
  private let metadata: PageMetadata

  /// Reads a page, a gzip file among others.
  package init(_ bytes: [UInt8]) throws(IngestError) {
    var bytes = bytes
    if bytes.starts(with: [0x1F, 0x8B]) {
      bytes = try Gzip.decompress(bytes, limit: DocumentReader().byteLimit)
    }
    let text = try TextDecoder.decode(bytes, contentType: nil, isMarkup: true)
    page = HTMLParser.parse(text.utf8)
    blocks = PageBlocks(page)
    metadata = PageMetadata(page, address: nil)
    let features = BlockFeatures(page, blocks, metadata)
    var rows: [[Float]] = []
    features.measure(where: { _ in true }) { _, row in rows.append(row) }
    self.rows = rows
    words = blocks.blocks.map(\.words)
    foreign = features.foreign
  }

  /// The words of one block.
  package func text(of block: Int) -> String { blocks.text[blocks.blocks[block].range].string }

  /// What a first look says about each block's neighbourhood.
  package func context(of probabilities: [Float]) -> [[Float]] {
    let probabilities = probabilities.indices.map { foreign[$0] ? 0 : probabilities[$0] }
    let context = NeighbourContext(probabilities, words: words.map { Float($0) + 0.5 })
    return words.indices.map(context.row)
  }

  /// The blocks that a model takes for the article at each of some thresholds.
  package func chosen(by model: ArticleModel, at thresholds: [Float]) -> [[Int]] {
    let isolation = ArticleIsolation(page, blocks, metadata, model)
    return thresholds.map {
      isolation.article(least: HTMLReader.fewestWords, threshold: $0) ?? []
    }
  }

  /// The threshold that is used.
  package static var threshold: Float { ArticleIsolation.threshold }

  /// The searched words of the article that some blocks make, as `tilik read` prints them.
  package func article(of chosen: [Int]) -> String {
    let builder = HTMLReader.article(page, blocks, metadata, chosen)
    let searched = builder.blocks.filter { $0.kind.isRead }
    return searched.map { builder.text[$0.span.range].string }.joined(separator: "\n\n")
  }
}
