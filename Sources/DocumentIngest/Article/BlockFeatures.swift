import ClaimModel

/// What is measured of each block of a page, one row of numbers a block.
///
/// The order of the numbers is that of the model's file: a change here asks for a new model.
struct BlockFeatures {
  /// The rows, one after the other.
  private(set) var values: [Float] = []
  /// The number of numbers in a row.
  private(set) var width = 0
  /// Which blocks are not the article's, whatever the trees say; see ``isForeign(_:_:)``.
  private(set) var foreign: [Bool] = []

  /// The row of one block.
  func row(_ index: Int) -> ArraySlice<Float> {
    values[(index * width)..<((index + 1) * width)]
  }

  private let page: HTMLPage
  private let blocks: PageBlocks
  private let metadata: PageMetadata
  private let words: BlockWords
  private let groups: BlockGroups
  private let tree: PageTree
  private let witness: WordWitness
  private let summary: WordWitness

  /// Measures every block of a page.
  init(_ page: HTMLPage, _ blocks: PageBlocks, _ metadata: PageMetadata) {
    self.page = page
    self.blocks = blocks
    self.metadata = metadata
    words = BlockWords(blocks)
    groups = BlockGroups(page, blocks)
    tree = PageTree(page, blocks)
    witness = WordWitness(metadata.articleBody)
    summary = WordWitness(metadata.summary)
    measure()
  }

  private mutating func measure() {
    let list = blocks.blocks
    let titleIndex = Self.titleIndex(blocks, page, metadata)
    let topic = Topic(blocks, words, metadata, isCore: coreBlocks())
    let core = coreRange()
    let titleMeetings = tree.meetings(with: titleIndex.map { list[$0].node })
    let coreMeetings = tree.meetings(with: groups.top)
    let branches = tree.branches(titleMeetings, blocks.cues)
    let bodies = BodyContainers(page, blocks)
    let bodyMeetings = bodies.nodes.map { tree.meetings(with: $0) }
    let rows = list.indices.map { looks(of: $0, topic) }
    let total = list.reduce(0) { $0 + $1.words }
    var before = 0
    var heading = HeadingCues()
    for (index, block) in list.enumerated() {
      let start = values.count
      values.append(contentsOf: rows[index])
      place(of: index, after: titleIndex, before: before, of: total)
      distance(titleMeetings, from: block.node, to: titleIndex.map { list[$0].node }, of: total)
      distance(coreMeetings, from: block.node, to: groups.top, of: total)
      values.append(Float(max(-30, min(30, index - core.lowerBound))))
      values.append(Float(max(-30, min(30, index - core.upperBound))))
      repetition(of: block, titleMeetings)
      heading.add(to: &values, at: index)
      heading.see(block, page.nodes[block.node].tag, WordCues(words.of(index)), at: index)
      for bit in 0..<PageBlock.Place.count {
        values.append(block.place.rawValue >> bit & 1 == 1 ? 1 : 0)
      }
      for bit in 0..<Cues.count { values.append(block.near.rawValue >> bit & 1 == 1 ? 1 : 0) }
      for bit in 0..<Cues.count { values.append(block.far.rawValue >> bit & 1 == 1 ? 1 : 0) }
      let branch = branches[block.node].rawValue
      foreign.append(titleIndex != nil && isForeign(block, branches[block.node]))
      for bit in 0..<Cues.count { values.append(branch >> bit & 1 == 1 ? 1 : 0) }
      for (tier, node) in bodies.nodes.enumerated() {
        let isInside = node.map { Int(bodyMeetings[tier][block.node]) == $0 }
        values.append(isInside.map { $0 ? 1 : 0 } ?? -1)
        values.append(logarithm(Float(bodies.words[tier])))
      }
      let best = bodies.nodes.firstIndex { $0 != nil }
      values.append(best.map { Float($0) } ?? -1)
      distance(
        bodyMeetings[best ?? 0],
        from: block.node,
        to: best.flatMap { bodies.nodes[$0] },
        of: total
      )
      for offset in [-3, -2, -1, 1, 2, 3] {
        guard rows.indices.contains(index + offset) else {
          values.append(contentsOf: [-1, -1, -1, -1, -1])
          continue
        }
        let other = rows[index + offset]
        let isSibling =
          page.nodes[list[index + offset].node].parent == page.nodes[block.node].parent
        values.append(contentsOf: [other[0], other[1], other[3], isSibling ? 1 : 0, other[8]])
      }
      before += block.words
      width = values.count - start
    }
  }

  /// Whether a block is a comment, stands in a footer, or is a teaser: a link with an excerpt that breaks off.
  ///
  /// `branch` holds the cues between the block and what it shares with the headline. Pages with such blocks are too few
  /// for the trees to learn from, and of the 247 pages none had one in its article but for a footer.
  private func isForeign(_ block: PageBlock, _ branch: Cues) -> Bool {
    if branch.contains(.comment) || block.near.contains(.footer) { return true }
    guard block.linkWords * 7 > block.words else { return false }
    return Self.endsOpen(blocks.text[block.range]) == 1
  }

  /// Whether each block lies in the element that holds most of the running text.
  private func coreBlocks() -> [Bool] {
    let meetings = tree.meetings(with: groups.top)
    return blocks.blocks.map { block in
      groups.top.map { Int(meetings[block.node]) == $0 } ?? false
    }
  }

  /// The first and the last block of that element.
  private func coreRange() -> ClosedRange<Int> {
    let core = coreBlocks()
    guard let first = core.firstIndex(of: true), let last = core.lastIndex(of: true) else {
      return 0...0
    }
    return first...last
  }

  /// What the block looks like by itself.
  private func looks(of index: Int, _ topic: Topic) -> [Float] {
    let block = blocks.blocks[index]
    let text = blocks.text[block.range]
    let hashes = words.of(index)
    let count = Float(block.words)
    var marks = 0
    var digits = 0
    var capitals = 0
    var letters = 0
    for byte in text {
      if byte.isDigit { digits += 1 }
      if byte == 0x2C || byte == 0x2E { marks += 1 }
      if byte.isUpper { capitals += 1 }
      if byte.isLetter { letters += 1 }
    }
    let tag = page.nodes[block.node].tag
    let cues = WordCues(hashes)
    return [
      logarithm(count),
      Float(block.linkWords) / max(1, count),
      Float(block.boldWords) / max(1, count),
      Sentence.ends(text) ? 1 : 0,
      text.first.map { $0.isUpper || $0 >= 0x80 || $0 == 0x22 } == true ? 1 : 0,
      Float(marks) / max(1, count),
      Float(digits) / Float(max(1, text.count)),
      Float(text.count) / max(1, count),
      tag == .p ? 1 : 0,
      tag == .li ? 1 : 0,
      Float(tag.headingLevel),
      tag == .td || tag == .th || tag == .tr ? 1 : 0,
      tag == .div || tag == .section || tag == .article || tag == .main ? 1 : 0,
      Float(min(block.links, 20)),
      Float(LineRole.of(text).map { $0 == .relatedLink ? 2 : 1 } ?? 0),
      witness.share(of: hashes),
      summary.share(of: hashes),
      logarithm(Float(text.count)),
      Float(capitals) / Float(max(1, letters)),
      Float(min(cues.actions, 6)),
      Float(min(cues.comments, 6)),
      Float(min(cues.leads, 6)),
      Float(min(cues.authors, 6)),
      Float(min(cues.times, 6)),
      Float(cues.actions + cues.comments + cues.leads) / max(1, count),
      Self.endsOpen(text),
      topic.title.share(of: hashes),
      topic.share(of: index, hashes),
    ]
  }

  /// 1 for an ellipsis at the end, 2 for a colon, 0 for anything else.
  private static func endsOpen(_ text: ArraySlice<UInt8>) -> Float {
    if text.last == UInt8(ascii: ":") { return 2 }
    if text.suffix(3).elementsEqual([0xE2, 0x80, 0xA6]) { return 1 }
    let tail = text.suffix(5)
    return tail.suffix(3).elementsEqual("...".utf8) || tail.elementsEqual("[...]".utf8) ? 1 : 0
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
      witness.isEmpty ? 0 : 1,
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

/// What the page is about: the words of its title, and those of its running text.
struct Topic {
  /// The words of title and summary.
  private(set) var title = WordSet()
  private var once = WordSet()
  private var twice = WordSet()
  private let isCore: [Bool]

  /// Reads the words; `isCore` says which blocks hold the running text.
  init(_ blocks: PageBlocks, _ words: BlockWords, _ metadata: PageMetadata, isCore: [Bool]) {
    self.isCore = isCore
    for text in [metadata.title, metadata.summary] {
      BlockWords.read(Array((text ?? "").utf8)[...]) { _ = title.insert($0) }
    }
    for index in blocks.blocks.indices where isCore[index] {
      var own = WordSetOfOne()
      for word in words.of(index) where own.insert(word) {
        if once.insert(word) { _ = twice.insert(word) }
      }
    }
  }

  /// The share of a block's words that stands elsewhere in the running text.
  func share(of index: Int, _ words: ArraySlice<UInt64>) -> Float {
    isCore[index] ? twice.share(of: words) : once.share(of: words)
  }
}

/// The words of one block, to count each once.
private struct WordSetOfOne {
  private var words: Set<UInt64> = []
  mutating func insert(_ word: UInt64) -> Bool { words.insert(word).inserted }
}

/// What the headings before a block announced.
private struct HeadingCues {
  private var last = 0
  private var lastIndex: Int?
  private var comments: Int?
  private var leads: Int?

  /// Adds six numbers about the headings so far.
  func add(to values: inout [Float], at index: Int) {
    values.append(lastIndex.map { Float(min(40, index - $0)) } ?? -1)
    values.append(Float(last))
    values.append(comments.map { Float(min(60, index - $0)) } ?? -1)
    values.append(leads.map { Float(min(60, index - $0)) } ?? -1)
  }

  /// Looks at a block that may be a heading.
  mutating func see(_ block: PageBlock, _ tag: HTMLTag, _ cues: WordCues, at index: Int) {
    let isHeading = tag.headingLevel > 1
    let isShort = block.words <= 5
    guard isHeading || isShort else { return }
    let kind =
      cues.comments > 0 ? 2 : cues.leads > 0 ? 1 : cues.actions > 0 ? 3 : cues.authors > 0 ? 4 : 0
    if isHeading {
      last = kind
      lastIndex = index
    }
    if isShort, cues.comments > 0 { comments = index }
    if isShort, isHeading, cues.leads > 0 { leads = index }
  }
}

/// The logarithm to base 2 of one more than a number, drawn straight between the powers of two.
func logarithm(_ number: Float) -> Float {
  let value = max(0, number) + 1
  // The exponent is the whole part; the significand, 1 to 2, is near enough to a straight line.
  return Float(value.exponent) + (value.significand - 1)
}
