import ClaimModel

/// What is measured of each block of a page, one row of numbers a block.
///
/// The order of the numbers is that of the model's file: a change here asks for a new model. Rows are measured when they are
/// wanted and not kept, since those of a page of a million blocks would fill a gigabyte.
struct BlockFeatures {
  /// The numbers of a row that are measured.
  static let width =
    BlockLooks.count + 16 + 6 + 2 + 6 + 4 + PageBlock.Place.count + 2 * Cues.count
    + 2 * BodyContainers.Tier.allCases.count + 4 + 6 * 5

  /// Which blocks are not the article's, whatever the trees say; see ``isForeign(_:)``.
  private(set) var foreign: [Bool] = []
  /// Which blocks stand in what the page itself calls its article's body.
  private(set) var declared: [Bool] = []

  private let page: HTMLPage
  private let blocks: PageBlocks
  private let groups: BlockGroups
  private let tree: PageTree
  private let looks: BlockLooks
  private let bodies: BodyContainers
  private let others: OtherArticles
  private let hasWitness: Bool
  /// The block that repeats the headline, and its element.
  private let title: Int?
  private let titleNode: Int?
  private let titleMeetings: [Int32]
  private let coreMeetings: [Int32]
  private let bodyMeetings: [[Int32]]
  /// From the first to the last block of the page's running text.
  private let core: ClosedRange<Int>
  /// The cues between each element and what it shares with the headline.
  private let branches: [Cues]
  /// The words of the page.
  private let total: Int

  /// Prepares to measure a page.
  init(_ page: HTMLPage, _ blocks: PageBlocks, _ metadata: PageMetadata) {
    self.page = page
    self.blocks = blocks
    let list = blocks.blocks
    groups = BlockGroups(page, blocks)
    tree = PageTree(page, blocks)
    hasWitness = metadata.articleBody != nil
    title = Self.titleIndex(blocks, page, metadata)
    titleNode = title.map { list[$0].node }
    others = OtherArticles(page, blocks, title: titleNode)
    titleMeetings = tree.meetings(with: titleNode)
    let top = groups.top
    let meetings = tree.meetings(with: top)
    let isCore = list.map { block in top.map { Int(meetings[block.node]) == $0 } ?? false }
    coreMeetings = meetings
    core = (isCore.firstIndex(of: true) ?? 0)...(isCore.lastIndex(of: true) ?? 0)
    branches = tree.branches(titleMeetings, blocks.cues)
    bodies = BodyContainers(page, blocks)
    bodyMeetings = bodies.nodes.map(tree.meetings)
    looks = BlockLooks(page, blocks, metadata, isCore: isCore)
    total = list.reduce(0) { $0 + $1.words }
    foreign = list.indices.map { title != nil && isForeign($0) }
    let body = BodyContainers.Tier.declared.rawValue
    declared = list.map { block in
      bodies.nodes[body].map { Int(bodyMeetings[body][block.node]) == $0 } ?? false
    }
  }

  /// Measures the blocks that are wanted, in page order.
  ///
  /// - Parameters:
  ///   - isWanted: whether the block with an index is.
  ///   - use: is given the index and the numbers, to which it may add its own.
  func measure(where isWanted: (Int) -> Bool, _ use: (_ index: Int, _ row: inout [Float]) -> Void) {
    var row: [Float] = []
    row.reserveCapacity(Self.width + NeighbourContext.width)
    var before = 0
    var heading = HeadingCues()
    for (index, block) in blocks.blocks.enumerated() {
      let tag = page.nodes[block.node].tag
      let isHeading = HeadingCues.mayAnnounce(block, tag)
      let cues = isHeading || isWanted(index) ? looks.cues(of: index) : WordCues()
      if isWanted(index) {
        row.removeAll(keepingCapacity: true)
        row += looks.numbers(of: index, cues)
        place(of: index, before: before, in: &row)
        distance(titleMeetings, from: block.node, to: titleNode, in: &row)
        distance(coreMeetings, from: block.node, to: groups.top, in: &row)
        row.append(Float(max(-30, min(30, index - core.lowerBound))))
        row.append(Float(max(-30, min(30, index - core.upperBound))))
        repetition(of: block, in: &row)
        row += heading.numbers(at: index)
        Self.bits(block.place.rawValue, PageBlock.Place.count, in: &row)
        Self.bits(block.near.rawValue, Cues.count, in: &row)
        Self.bits(branches[block.node].rawValue, Cues.count, in: &row)
        body(around: block, in: &row)
        neighbours(of: index, in: &row)
        use(index, &row)
      }
      if isHeading { heading.see(block, tag, cues, at: index) }
      before += block.words
    }
  }

  private static func bits(_ set: UInt32, _ count: Int, in row: inout [Float]) {
    for bit in 0..<count { row.append(set >> bit & 1 == 1 ? 1 : 0) }
  }

  /// Where the block lies to what the page calls its body.
  private func body(around block: PageBlock, in row: inout [Float]) {
    for (tier, node) in bodies.nodes.enumerated() {
      row.append(node.map { Int(bodyMeetings[tier][block.node]) == $0 ? 1 : 0 } ?? -1)
      row.append(logarithm(Float(bodies.words[tier])))
    }
    let best = bodies.nodes.firstIndex { $0 != nil }
    row.append(best.map { Float($0) } ?? -1)
    distance(
      bodyMeetings[best ?? 0],
      from: block.node,
      to: best.flatMap { bodies.nodes[$0] },
      in: &row
    )
  }

  /// What the three blocks before and behind look like.
  private func neighbours(of index: Int, in row: inout [Float]) {
    let parent = page.nodes[blocks.blocks[index].node].parent
    for other in (index - 3)...(index + 3) where other != index {
      guard blocks.blocks.indices.contains(other) else {
        row.append(contentsOf: repeatElement(-1, count: 5))
        continue
      }
      let block = blocks.blocks[other]
      row.append(logarithm(Float(block.words)))
      row.append(Float(block.linkWords) / max(1, Float(block.words)))
      row.append(Sentence.ends(blocks.text[block.range]) ? 1 : 0)
      row.append(page.nodes[block.node].parent == parent ? 1 : 0)
      row.append(page.nodes[block.node].tag == .p ? 1 : 0)
    }
  }

  /// Whether a block is another article's, a comment, stands in a footer, is a teaser, or is a line of capitals that is one
  /// link.
  ///
  /// Pages with such blocks are too few for the trees to learn from; of 247 pages of two public collections none had one in
  /// its article but for a footer.
  private func isForeign(_ index: Int) -> Bool {
    let block = blocks.blocks[index]
    if others.contains(block.node) { return true }
    if branches[block.node].contains(.comment) || block.near.contains(.footer) { return true }
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
  private func place(of index: Int, before: Int, in row: inout [Float]) {
    let block = blocks.blocks[index]
    let group = groups.sums[index]
    row += [
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
    ]
  }

  /// How far the block's element lies from another one: in words of the element around both, and in levels.
  private func distance(
    _ meetings: [Int32],
    from node: Int,
    to other: Int?,
    in row: inout [Float]
  ) {
    guard let other, meetings[node] >= 0 else { return row += [-1, -1, -1] }
    let meeting = Int(meetings[node])
    row.append(Float(tree.words[meeting]) / Float(max(1, total)))
    row.append(Float(min(20, tree.depths[node] - tree.depths[meeting])))
    row.append(Float(min(20, tree.depths[other] - tree.depths[meeting])))
  }

  /// The group of like elements that the block stands in.
  private func repetition(of block: PageBlock, in row: inout [Float]) {
    let parent = max(0, Int(page.nodes[block.node].parent))
    guard let (member, group) = tree.group(around: parent) else {
      return row += [1, -1, -1, -1, -1, -1]
    }
    let own = tree.words[member]
    row += [
      Float(min(group.count, 60)),
      logarithm(Float(own)),
      Float(own) / Float(max(1, group.words)),
      group.first == Int32(member) ? 1 : 0,
      titleMeetings[member] == Int32(member) ? 1 : 0,
      Float(min(20, tree.depths[block.node] - tree.depths[member])),
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
