/// What the page is about: the words of its title, and those of its running text.
struct Topic {
  /// The words of title and summary.
  private(set) var title = WordSet()
  private var once = WordSet()
  private var twice = WordSet()
  private let isCore: [Bool]

  /// So many words of a block tell what it is about.
  private static let mostWords = 20_000

  /// Reads the words; `isCore` says which blocks hold the running text.
  init(_ blocks: PageBlocks, _ words: BlockWords, _ metadata: PageMetadata, isCore: [Bool]) {
    self.isCore = isCore
    for text in [metadata.title, metadata.summary] {
      BlockWords.read(Array((text ?? "").utf8)[...]) { _ = title.insert($0) }
    }
    for index in blocks.blocks.indices where isCore[index] {
      // A word counts once a block, however often the block has it.
      var last: UInt64?
      for word in words.of(index).prefix(Self.mostWords).sorted() where word != last {
        last = word
        if once.insert(word) { _ = twice.insert(word) }
      }
    }
  }

  /// The share of a block's words that stands elsewhere in the running text.
  func share(of index: Int, _ words: ArraySlice<UInt64>) -> Float {
    isCore[index] ? twice.share(of: words) : once.share(of: words)
  }
}
