import ClaimModel

/// Puts paragraphs together to a document's text, with a blank line between two and their blocks beside it.
struct ArticleBuilder {
  /// The text so far.
  private(set) var text: [UInt8] = []
  /// Its blocks.
  private(set) var blocks: [Block] = []
  /// The outlet that a dateline names.
  private(set) var outlet: String?
  /// The authors that labelled lines name.
  private(set) var authors: [String] = []

  private var headline: ArraySlice<UInt8> = []
  private var paragraphs = 0

  /// Adds the headline, which comes first.
  mutating func addHeadline(_ title: String) {
    let words = Self.collapsed(Array(title.utf8)[...])
    guard !words.isEmpty else { return }
    headline = words[...]
    append(Block.Kind.headline, words[...])
  }

  /// Adds a paragraph whose role in the page is `kind`; its text may give it another one.
  mutating func add(_ kind: Block.Kind, _ words: ArraySlice<UInt8>) {
    let words = words.trimmed
    guard !words.isEmpty else { return }
    if !headline.isEmpty, PlainTextReader.sameWords(words, headline) {
      if blocks.count > 1 { append(.repeatedHeadline, words) }
      return
    }
    guard kind.isSearched else { return append(kind, words) }
    startParagraph()
    let start = text.count
    text.append(contentsOf: words)
    let parts = ParagraphParts.of(
      start..<text.count,
      in: text,
      kind: kind,
      isOpening: paragraphs == 0,
      isEarly: paragraphs < 3
    )
    blocks.append(contentsOf: parts.blocks)
    outlet = outlet ?? parts.outlet
    for block in parts.blocks {
      if block.kind == .paragraph { paragraphs += 1 }
      if block.kind == .byline {
        authors.append(contentsOf: Byline.labelled(text[block.span.range]))
      }
    }
  }

  private mutating func append(_ kind: Block.Kind, _ words: ArraySlice<UInt8>) {
    startParagraph()
    let start = text.count
    text.append(contentsOf: words)
    blocks.append(Block(kind, TextSpan(start, text.count)))
  }

  private mutating func startParagraph() {
    if !text.isEmpty { text.append(contentsOf: [0x0A, 0x0A]) }
  }

  /// The bytes with every run of white space, no-break spaces among it, as one space.
  static func collapsed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var pending = false
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let width = WhiteSpace.width(at: index, in: bytes)
      if width > 0 {
        pending = true
        index += width
        continue
      }
      if pending, !result.isEmpty { result.append(0x20) }
      pending = false
      result.append(bytes[index])
      index += 1
    }
    return result
  }
}
