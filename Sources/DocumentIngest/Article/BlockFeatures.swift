import ClaimModel

/// What is measured of each block of a page, one row of numbers a block.
///
/// The order of the numbers is that of the model's file: a change here asks for a new model. Rows are measured one by one
/// and kept only where they are wanted, since a page of a million blocks would fill a gigabyte.
struct BlockFeatures {
  /// The rows that were kept, one after the other; each has room at its end for what a first look says.
  var values: [Float] = []
  /// The blocks that they are of.
  private(set) var kept: [Int] = []
  /// The numbers of a row that are measured.
  static let width =
    BlockLooks.count + 16 + 6 + 2 + 6 + 4 + PageBlock.Place.count + 2 * Cues.count
    + 2 * BodyContainers.Tier.allCases.count + 4 + 6 * 5
  /// All numbers of a row.
  static let stride = width + NeighbourContext.width
  /// Which blocks are not the article's, whatever the trees say; see ``isForeign(_:_:)``.
  private(set) var foreign: [Bool] = []

  /// Which blocks stand in what the page itself calls its article's body.
  private(set) var declared: [Bool] = []

  private let page: HTMLPage
  private let blocks: PageBlocks
  private let metadata: PageMetadata
  private let groups: BlockGroups
  private let tree: PageTree
  private let hasWitness: Bool

  /// Prepares to measure a page.
  init(_ page: HTMLPage, _ blocks: PageBlocks, _ metadata: PageMetadata) {
    self.page = page
    self.blocks = blocks
    self.metadata = metadata
    groups = BlockGroups(page, blocks)
    tree = PageTree(page, blocks)
    hasWitness = metadata.articleBody != nil
    foreign.reserveCapacity(blocks.blocks.count)
  }

  /// Measures block after block; `isKept` decides from a block's numbers whether its row stays.
  mutating func measure(_ isKept: (_ index: Int, _ row: Span<Float>) -> Bool) {
    let list = blocks.blocks
    let titleIndex = Self.titleIndex(blocks, page, metadata)
    let titleNode = titleIndex.map { list[$0].node }
    let titleMeetings = tree.meetings(with: titleNode)
    let coreMeetings = tree.meetings(with: groups.top)
    let isCore = list.map { block in groups.top.map { Int(coreMeetings[block.node]) == $0 } ?? false
    }
    let core = (isCore.firstIndex(of: true) ?? 0)...(isCore.lastIndex(of: true) ?? 0)
    let branches = tree.branches(titleMeetings, blocks.cues)
    let bodies = BodyContainers(page, blocks)
    let bodyMeetings = bodies.nodes.map { tree.meetings(with: $0) }
    let best = bodies.nodes.firstIndex { $0 != nil }
    let looks = BlockLooks(page, blocks, metadata, isCore: isCore)
    let total = list.reduce(0) { $0 + $1.words }
    var before = 0
    var heading = HeadingCues()
    for (index, block) in list.enumerated() {
      let start = values.count
      let words = looks.cues(of: index)
      values.append(contentsOf: looks.numbers(of: index, words))
      place(of: index, after: titleIndex, before: before, of: total)
      distance(titleMeetings, from: block.node, to: titleNode, of: total)
      distance(coreMeetings, from: block.node, to: groups.top, of: total)
      values.append(Float(max(-30, min(30, index - core.lowerBound))))
      values.append(Float(max(-30, min(30, index - core.upperBound))))
      repetition(of: block, titleMeetings)
      values.append(contentsOf: heading.numbers(at: index))
      heading.see(block, page.nodes[block.node].tag, words, at: index)
      let branch = branches[block.node]
      foreign.append(titleIndex != nil && isForeign(index, branch))
      bits(block.place.rawValue, PageBlock.Place.count)
      bits(block.near.rawValue, Cues.count)
      bits(branch.rawValue, Cues.count)
      let body = bodies.nodes[BodyContainers.Tier.declared.rawValue]
      declared.append(body.map { Int(bodyMeetings[0][block.node]) == $0 } ?? false)
      for (tier, node) in bodies.nodes.enumerated() {
        values.append(node.map { Int(bodyMeetings[tier][block.node]) == $0 ? 1 : 0 } ?? -1)
        values.append(logarithm(Float(bodies.words[tier])))
      }
      values.append(best.map { Float($0) } ?? -1)
      let bodyNode = best.flatMap { bodies.nodes[$0] }
      distance(bodyMeetings[best ?? 0], from: block.node, to: bodyNode, of: total)
      neighbours(of: index)
      if isKept(index, values.span.extracting(start...)) {
        kept.append(index)
        values.append(contentsOf: repeatElement(0, count: NeighbourContext.width))
      } else {
        values.removeLast(values.count - start)
      }
      before += block.words
    }
  }

  private mutating func bits(_ set: UInt32, _ count: Int) {
    for bit in 0..<count { values.append(set >> bit & 1 == 1 ? 1 : 0) }
  }

  /// What the three blocks before and behind look like.
  private mutating func neighbours(of index: Int) {
    let parent = page.nodes[blocks.blocks[index].node].parent
    for other in (index - 3)...(index + 3) where other != index {
      guard blocks.blocks.indices.contains(other) else {
        values.append(contentsOf: repeatElement(-1, count: 5))
        continue
      }
      let block = blocks.blocks[other]
      values.append(logarithm(Float(block.words)))
      values.append(Float(block.linkWords) / max(1, Float(block.words)))
      values.append(Sentence.ends(blocks.text[block.range]) ? 1 : 0)
      values.append(page.nodes[block.node].parent == parent ? 1 : 0)
      values.append(page.nodes[block.node].tag == .p ? 1 : 0)
    }
  }

  /// Whether a block is a comment, stands in a footer, is a teaser, or is a line of capitals that is one link.
  ///
  /// `branch` holds the cues between the block and what it shares with the headline. Pages with such blocks are too few
  /// for the trees to learn from; of 247 pages of two public collections none had one in its article but for a footer.
  private func isForeign(_ index: Int, _ branch: Cues) -> Bool {
    let block = blocks.blocks[index]
    if branch.contains(.comment) || block.near.contains(.footer) { return true }
    let text = blocks.text[block.range]
    if isLink(index), block.words >= 4, page.nodes[block.node].tag == .p {
      let letters = text.count(where: \.isLetter)
      if text.count(where: \.isUpper) * 4 > letters * 3 { return true }
    }
    // A teaser's excerpt breaks off, beside its link or under it.
    guard BlockLooks.endsOpen(text) == 1 else { return false }
    return block.linkWords * 7 > block.words
      || block.words >= 5 && (max(0, index - 2)..<index).contains(where: isLink)
  }

  /// Whether a block is nothing but a link.
  private func isLink(_ index: Int) -> Bool {
    blocks.blocks[index].linkWords * 10 > blocks.blocks[index].words * 9
  }

  /// Where the block stands among the others.
  private mutating func place(of index: Int, after title: Int?, before: Int, of total: Int) {
    let block = blocks.blocks[index]
    let group = groups.sums[index]
    values.append(contentsOf: [
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
      hasWitness ? 1 : 0,
    ])
  }

  /// How far the block's element lies from another one: in words of the element around both, and in levels.
  private mutating func distance(
    _ meetings: [Int32],
    from node: Int,
    to other: Int?,
    of total: Int
  ) {
    guard let other, meetings[node] >= 0 else {
      return values.append(contentsOf: [-1, -1, -1])
    }
    let meeting = Int(meetings[node])
    values.append(Float(tree.words[meeting]) / Float(max(1, total)))
    values.append(Float(min(20, tree.depths[node] - tree.depths[meeting])))
    values.append(Float(min(20, tree.depths[other] - tree.depths[meeting])))
  }

  /// The group of like elements that the block stands in.
  private mutating func repetition(of block: PageBlock, _ titleMeetings: [Int32]) {
    let group = tree.groups[max(0, Int(page.nodes[block.node].parent))]
    guard group.node >= 0 else { return values.append(contentsOf: [1, -1, -1, -1, -1, -1]) }
    let own = tree.words[Int(group.node)]
    values.append(contentsOf: [
      Float(min(group.count, 60)),
      logarithm(Float(own)),
      Float(own) / Float(max(1, group.words)),
      group.isFirst ? 1 : 0,
      titleMeetings[Int(group.node)] == group.node ? 1 : 0,
      Float(min(20, tree.depths[block.node] - tree.depths[Int(group.node)])),
    ])
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
