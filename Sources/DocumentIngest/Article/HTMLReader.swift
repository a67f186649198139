import ClaimModel

/// A page, parsed once: its article as text with blocks, its metadata, and what it says and shows besides.
struct HTMLReader {
  /// The fewest words an article has.
  static let fewestWords = 25
  /// A page with fewer is held against the marks of paywalls and of pages that are not there.
  private static let fewestWordsOfPage = 120

  let page: HTMLPage
  let blocks: PageBlocks
  private let metadata: PageMetadata

  /// Parses valid UTF-8 that came from `url`.
  init(_ utf8: [UInt8], url: String?) {
    page = HTMLParser.parse(utf8)
    blocks = PageBlocks(page)
    metadata = PageMetadata(page, address: url)
  }

  /// The article.
  ///
  /// - Returns: its text, blocks and metadata.
  /// - Throws: ``IngestError`` where the page has none.
  func content() throws(IngestError) -> ReadContent {
    let isolation = ArticleIsolation(page, blocks, metadata)
    guard let chosen = isolation.article(least: Self.fewestWords) else {
      throw Self.refusal(page, blocks, metadata)
    }
    let words = chosen.reduce(0) { $0 + blocks.blocks[$1].words }
    if words < Self.fewestWordsOfPage, let stub = Self.stub(page, metadata, words: words) {
      throw stub
    }
    let builder = Self.article(page, blocks, metadata, chosen)
    var found = metadata.document
    found.outlet = found.outlet ?? builder.outlet
    found.published = found.published ?? VisibleDate.find(in: blocks, title: metadata.title)
    if found.authors.isEmpty { found.authors = builder.authors }
    return ReadContent(
      text: builder.text,
      blocks: builder.blocks,
      metadata: found,
      notes: metadata.nextPage.map { [.continuesOnAnotherPage(url: $0)] } ?? []
    )
  }

  /// Puts an article's blocks together, with the lines that the outlet inserted between them.
  static func article(
    _ page: HTMLPage,
    _ blocks: PageBlocks,
    _ metadata: PageMetadata,
    _ chosen: [Int]
  ) -> ArticleBuilder {
    var builder = ArticleBuilder()
    if let title = metadata.title { builder.addHeadline(title) }
    guard let first = chosen.first, let last = chosen.last else { return builder }
    let article = Set(chosen)
    for index in first...last {
      let block = blocks.blocks[index]
      if article.contains(index) {
        builder.add(kind(of: block, in: page), blocks.text[block.range])
      } else if let role = LineRole.of(blocks.text[block.range]) {
        // What the outlet inserted between two paragraphs stays readable, and is not searched.
        builder.add(role, blocks.text[block.range])
      }
    }
    return builder
  }

  /// The role of a block by where it stands in its page.
  static func kind(of block: PageBlock, in page: HTMLPage) -> Block.Kind {
    if block.place.contains(.figure) { return .caption }
    let tag = page.nodes[block.node].tag
    if tag.headingLevel > 0 { return .heading }
    if block.place.contains(.quote) { return .blockQuote }
    if block.place.contains(.table), tag == .td || tag == .th || tag == .tr { return .tableRow }
    return tag == .li || tag == .dd || tag == .dt ? .listItem : .paragraph
  }

  /// What a page with few words is instead of an article, or nil where it may be one.
  private static func stub(
    _ page: HTMLPage,
    _ metadata: PageMetadata,
    words: Int
  ) -> IngestError? {
    let title = page.title.map { ArticleBuilder.collapsed(page.values[$0]) } ?? []
    let names = [title, Array((metadata.title ?? "").utf8)]
    let isMissing = names.contains { name in
      missingMarks.contains { name[...].range(ofIgnoringCase: $0) != nil }
        || name.starts(with: "404".utf8)
    }
    if isMissing { return .missingPage(words: words) }
    return metadata.isPaid ? .paywall(words: words) : nil
  }

  private static let missingMarks = [
    "page not found", "not found | ", "404 not found", "error 404", "404 - ", "404 error",
    "halaman tidak ditemukan", "tidak ditemukan -", "seite nicht gefunden", "page introuvable",
    "pagina no encontrada", "no longer available", "halaman tidak tersedia",
  ]

  /// Why a page without an article is none.
  private static func refusal(
    _ page: HTMLPage,
    _ blocks: PageBlocks,
    _ metadata: PageMetadata
  ) -> IngestError {
    let words = blocks.blocks.reduce(0) { $0 + $1.words }
    if let frame = frame(page) { return .frames(url: page.value(.src, of: frame)?.string) }
    if let stub = stub(page, metadata, words: words) { return stub }
    // A page that was cut off in its head has scripts, too.
    let hasBody = page.nodes.contains { $0.tag == .body || $0.tag == .div }
    let hasScripts = page.nodes.contains { $0.tag == .script }
    if words < fewestWords, hasBody, hasScripts { return .needsScript(words: words) }
    return .noArticle(words: words)
  }

  /// The frame that shows the article: the first whose address and name do not speak of menus and the like.
  private static func frame(_ page: HTMLPage) -> Int? {
    let frames = page.nodes.indices.filter { page.nodes[$0].tag == .frame }
    return frames.first { frame in
      let names = [page.value(.src, of: frame), page.value(.name, of: frame)].compactMap(\.self)
      return names.allSatisfy {
        Cues.of($0).isDisjoint(with: [.navigation, .header, .footer, .advertisement, .sidebar])
      }
    } ?? frames.first
  }
}
