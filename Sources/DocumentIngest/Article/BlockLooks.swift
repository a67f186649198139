import ClaimModel

/// What each block looks like by itself.
struct BlockLooks {
  /// How many numbers that takes.
  static let count = 28
  private let page: HTMLPage
  private let blocks: PageBlocks
  private let words: BlockWords
  private let topic: Topic
  private let witnesses: (article: WordWitness, summary: WordWitness)

  /// Prepares to look at a page's blocks; `isCore` says which ones hold the page's running text.
  init(_ page: HTMLPage, _ blocks: PageBlocks, _ metadata: PageMetadata, isCore: [Bool]) {
    self.page = page
    self.blocks = blocks
    words = BlockWords(blocks)
    topic = Topic(blocks, words, metadata, isCore: isCore)
    witnesses = (WordWitness(metadata.articleBody), WordWitness(metadata.summary))
  }

  /// What the words of a block say.
  func cues(of index: Int) -> WordCues { WordCues(words.of(index)) }

  /// What the block looks like by itself; `cues` are its own.
  func numbers(of index: Int, _ cues: WordCues) -> [Float] {
    let hashes = words.of(index)
    let block = blocks.blocks[index]
    let text = blocks.text[block.range]
    let count = Float(block.words)
    var marks = 0
    var digits = 0
    var capitals = 0
    var letters = 0
    let bytes = text.span
    for place in bytes.indices {
      let byte = bytes[place]
      digits &+= byte.isDigit ? 1 : 0
      marks &+= byte == 0x2C || byte == 0x2E ? 1 : 0
      capitals &+= byte.isUpper ? 1 : 0
      letters &+= byte.isLetter ? 1 : 0
    }
    let tag = page.nodes[block.node].tag
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
      witnesses.article.share(of: hashes),
      witnesses.summary.share(of: hashes),
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
  static func endsOpen(_ text: ArraySlice<UInt8>) -> Float {
    if text.last == UInt8(ascii: ":") { return 2 }
    if text.suffix(3).elementsEqual([0xE2, 0x80, 0xA6]) { return 1 }
    let tail = text.suffix(5)
    return tail.suffix(3).elementsEqual("...".utf8) || tail.elementsEqual("[...]".utf8) ? 1 : 0
  }
}
