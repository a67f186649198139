import ClaimModel

/// Reads a page: its article as text with blocks, and its metadata.
enum HTMLReader {
  /// The fewest words an article has.
  private static let fewestWords = 25

  /// Reads valid UTF-8.
  static func content(_ utf8: [UInt8], url: String?) throws(IngestError) -> ReadContent {
    let page = HTMLParser.parse(utf8)
    let blocks = PageBlocks(page)
    let metadata = PageMetadata(page, address: url)
    let isolation = ArticleIsolation(page, blocks, metadata)
    var builder = ArticleBuilder()
    if let title = metadata.title { builder.addHeadline(title) }
    guard let chosen = isolation.article(of: blocks, words: fewestWords) else {
      throw refusal(page, blocks)
    }
    let article = Set(chosen)
    for index in (chosen.first ?? 0)...(chosen.last ?? 0) {
      let block = blocks.blocks[index]
      if article.contains(index) {
        builder.add(kind(of: block, in: page), blocks.text[block.range])
      } else if let role = LineRole.of(blocks.text[block.range]) {
        // What the outlet inserted between two paragraphs stays readable, and is not searched.
        builder.add(role, blocks.text[block.range])
      }
    }
    var found = metadata.document
    found.outlet = found.outlet ?? builder.outlet
    if found.authors.isEmpty { found.authors = builder.authors }
    return ReadContent(
      text: builder.text,
      blocks: builder.blocks,
      metadata: found,
      notes: metadata.nextPage.map { [.continuesOnAnotherPage(url: $0)] } ?? []
    )
  }

  private static func kind(of block: PageBlock, in page: HTMLPage) -> Block.Kind {
    if block.place.contains(.figure) { return .caption }
    let tag = page.nodes[block.node].tag
    if tag.headingLevel > 0 { return .heading }
    if block.place.contains(.quote) { return .blockQuote }
    if block.place.contains(.table), tag == .td || tag == .th || tag == .tr { return .tableRow }
    return tag == .li || tag == .dd || tag == .dt ? .listItem : .paragraph
  }

  /// Why a page without an article is none.
  private static func refusal(_ page: HTMLPage, _ blocks: PageBlocks) -> IngestError {
    let words = blocks.blocks.reduce(0) { $0 + $1.words }
    if let frame = page.nodes.firstIndex(where: { $0.tag == .frame }) {
      return .frames(url: page.value(.src, of: frame)?.string)
    }
    let scripts = page.nodes.count { $0.tag == .script }
    if words < fewestWords, scripts > 0 { return .needsScript(words: words) }
    return .noArticle(words: words)
  }
}

extension ReadContent {
  /// Reads a page of HTML.
  init(html utf8: [UInt8], url: String?) throws(IngestError) {
    self = try HTMLReader.content(utf8, url: url)
  }
}
