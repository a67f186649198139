import ClaimModel

/// What is measured of each block of a page, one row of numbers a block.
///
/// The order of the numbers is that of the model's file: a change here asks for a new model.
struct BlockFeatures {
  /// The rows, one after the other.
  private(set) var values: [Float] = []

  /// Numbers in a row.
  static let width = 34 + PageBlock.Place.count + 2 * Cues.count + 5 * 6

  /// The row of one block.
  func row(_ index: Int) -> ArraySlice<Float> {
    values[(index * Self.width)..<((index + 1) * Self.width)]
  }

  private let page: HTMLPage
  private let blocks: PageBlocks
  private let metadata: PageMetadata
  private let groups: BlockGroups
  private let witness: WordWitness
  private let summary: WordWitness

  /// Measures every block of a page.
  init(_ page: HTMLPage, _ blocks: PageBlocks, _ metadata: PageMetadata) {
    self.page = page
    self.blocks = blocks
    self.metadata = metadata
    groups = BlockGroups(page, blocks)
    witness = WordWitness(metadata.articleBody)
    summary = WordWitness(metadata.summary)
    let titleIndex = Self.titleIndex(blocks, page, metadata)
    let rows = blocks.blocks.map { looks(of: $0) }
    let total = blocks.blocks.reduce(0) { $0 + $1.words }
    var before = 0
    values.reserveCapacity(rows.count * Self.width)
    for (index, block) in blocks.blocks.enumerated() {
      values.append(contentsOf: rows[index])
      values.append(contentsOf: place(of: index, after: titleIndex, before: before, of: total))
      for bit in 0..<PageBlock.Place.count {
        values.append(block.place.rawValue >> bit & 1 == 1 ? 1 : 0)
      }
      for bit in 0..<Cues.count { values.append(block.near.rawValue >> bit & 1 == 1 ? 1 : 0) }
      for bit in 0..<Cues.count { values.append(block.far.rawValue >> bit & 1 == 1 ? 1 : 0) }
      for offset in [-3, -2, -1, 1, 2, 3] {
        guard rows.indices.contains(index + offset) else {
          values.append(contentsOf: [-1, -1, -1, -1, -1])
          continue
        }
        let other = rows[index + offset]
        let isSibling =
          page.nodes[blocks.blocks[index + offset].node].parent == page.nodes[block.node].parent
        values.append(contentsOf: [other[0], other[1], other[3], isSibling ? 1 : 0, other[8]])
      }
      before += block.words
    }
  }

  /// What the block looks like by itself: 18 numbers.
  private func looks(of block: PageBlock) -> [Float] {
    let text = blocks.text[block.range]
    let words = Float(block.words)
    var marks = 0
    var digits = 0
    for byte in text {
      if byte.isDigit { digits += 1 }
      if byte == 0x2C || byte == 0x2E { marks += 1 }
    }
    let tag = page.nodes[block.node].tag
    return [
      logarithm(words),
      Float(block.linkWords) / max(1, words),
      Float(block.boldWords) / max(1, words),
      Sentence.ends(text) ? 1 : 0,
      text.first.map { $0.isUpper || $0 >= 0x80 || $0 == 0x22 } == true ? 1 : 0,
      Float(marks) / max(1, words),
      Float(digits) / Float(max(1, text.count)),
      Float(text.count) / max(1, words),
      tag == .p ? 1 : 0,
      tag == .li ? 1 : 0,
      Float(tag.headingLevel),
      tag == .td || tag == .th || tag == .tr ? 1 : 0,
      tag == .div || tag == .section || tag == .article || tag == .main ? 1 : 0,
      Float(min(block.links, 20)),
      Float(LineRole.of(text).map { $0 == .relatedLink ? 2 : 1 } ?? 0),
      witness.share(of: text),
      summary.share(of: text),
      logarithm(Float(text.count)),
    ]
  }

  /// Where the block stands among the others: 16 numbers.
  private func place(of index: Int, after title: Int?, before: Int, of total: Int) -> [Float] {
    let block = blocks.blocks[index]
    let group = groups.sums[index]
    return [
      Float(before) / Float(max(1, total)),
      title.map { Float(max(-60, min(120, index - $0))) } ?? -100,
      logarithm(group.parentWords),
      group.parentLinkShare,
      logarithm(group.parentBlocks),
      logarithm(group.grandparentWords),
      group.grandparentLinkShare,
      logarithm(group.signatureWords),
      group.signatureLinkShare,
      logarithm(group.signatureBlocks),
      group.topShare,
      Float(group.topDistance),
      Float(group.repeats),
      Float(min(block.depth, 40)),
      logarithm(Float(total)),
      witness.isEmpty ? 0 : 1,
    ]
  }

  /// The last block that repeats the headline in an `h1`, or the first that repeats it at all.
  private static func titleIndex(
    _ blocks: PageBlocks,
    _ page: HTMLPage,
    _ metadata: PageMetadata
  ) -> Int? {
    guard let title = metadata.title.map({ Array($0.utf8) }) else { return nil }
    var first: Int?
    for (index, block) in blocks.blocks.enumerated() {
      guard PlainTextReader.sameWords(blocks.text[block.range], title[...]) else { continue }
      if page.nodes[block.node].tag == .h1 { return index }
      first = first ?? index
    }
    return first
  }
}

/// The logarithm to base 2 of one more than a number, drawn straight between the powers of two.
func logarithm(_ number: Float) -> Float {
  let value = max(0, number) + 1
  // The exponent is the whole part; the significand, 1 to 2, is near enough to a straight line.
  return Float(value.exponent) + (value.significand - 1)
}
