import ClaimModel

/// Reads Markdown into text without its marks, one block a paragraph.
struct MarkdownReader {
  private var builder = ArticleBuilder()
  private var kind = Block.Kind.paragraph
  private var words: [UInt8] = []
  private var isFenced = false
  private var title: String?

  /// Reads the Markdown after any front matter; `title` is the front matter's.
  static func content(_ text: [UInt8]) -> ReadContent {
    let front = FrontMatter(text)
    var reader = MarkdownReader()
    reader.title = front?.metadata.title
    if let title = reader.title { reader.builder.addHeadline(title) }
    for line in text[(front?.end ?? 0)...].split(separator: 0x0A, omittingEmptySubsequences: false)
    {
      reader.read(line)
    }
    reader.flush()
    var metadata = front?.metadata ?? DocumentMetadata()
    metadata.title = metadata.title ?? reader.title
    metadata.outlet = metadata.outlet ?? reader.builder.outlet
    if metadata.authors.isEmpty { metadata.authors = reader.builder.authors }
    return ReadContent(
      text: reader.builder.text,
      blocks: reader.builder.blocks,
      metadata: metadata
    )
  }

  private mutating func read(_ rawLine: ArraySlice<UInt8>) {
    let line = rawLine.trimmed
    if line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8) {
      flush()
      isFenced.toggle()
    } else if isFenced {
      continueBlock(line)
    } else if line.isEmpty || Self.isRule(line) {
      flush()
    } else if let level = Self.headingLevel(line) {
      flush()
      let heading = MarkdownInline.plain(
        line.dropFirst(level).drop { $0 == UInt8(ascii: "#") }.trimmed
      )
      addHeading(heading, level: level)
    } else if line.first == UInt8(ascii: ">") {
      if kind != .blockQuote { flush() }
      kind = .blockQuote
      let rest = line.dropFirst().trimmed
      if rest.isEmpty { flush() } else { continueBlock(rest) }
    } else if let content = Self.listItem(line) {
      flush()
      kind = .listItem
      continueBlock(content)
    } else if line.first == UInt8(ascii: "|") {
      flush()
      addRow(line)
    } else if line.starts(with: "![".utf8), line.last == UInt8(ascii: ")") {
      flush()
      kind = .caption
      continueBlock(line)
      flush()
    } else {
      continueBlock(line)
    }
  }

  private mutating func continueBlock(_ line: ArraySlice<UInt8>) {
    if !words.isEmpty { words.append(0x20) }
    words.append(contentsOf: line)
  }

  private mutating func flush() {
    if !words.isEmpty { builder.add(kind, MarkdownInline.plain(words[...])[...]) }
    words.removeAll(keepingCapacity: true)
    kind = .paragraph
  }

  private mutating func addHeading(_ heading: [UInt8], level: Int) {
    if level == 1, title == nil, builder.blocks.isEmpty {
      title = String(decoding: heading, as: UTF8.self)
      builder.addHeadline(String(decoding: heading, as: UTF8.self))
    } else {
      builder.add(.heading, heading[...])
    }
  }

  private mutating func addRow(_ line: ArraySlice<UInt8>) {
    let isDelimiter = line.allSatisfy { [0x7C, 0x2D, 0x3A, 0x20].contains($0) }
    guard !isDelimiter else { return }
    let cells = line.split(separator: UInt8(ascii: "|")).map { MarkdownInline.plain($0.trimmed) }
    builder.add(.tableRow, Array(cells.filter { !$0.isEmpty }.joined(separator: " | ".utf8))[...])
  }

  private static func headingLevel(_ line: ArraySlice<UInt8>) -> Int? {
    let level = line.prefix { $0 == UInt8(ascii: "#") }.count
    return (1...6).contains(level) && line.dropFirst(level).first == 0x20 ? level : nil
  }

  /// Whether the line is a thematic break: three or more of `-`, `*` or `_` and nothing else.
  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    guard let mark = line.first, [0x2D, 0x2A, 0x5F].contains(mark) else { return false }
    return line.count(where: { $0 == mark }) >= 3
      && line.allSatisfy { $0 == mark || $0 == 0x20 }
  }

  private static func listItem(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = line.first else { return nil }
    if [0x2D, 0x2A, 0x2B].contains(first), line.dropFirst().first == 0x20 {
      return line.dropFirst(2).trimmed
    }
    let digits = line.prefix(while: \.isDigit).count
    guard (1...3).contains(digits), let mark = line.dropFirst(digits).first,
      mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"),
      line.dropFirst(digits + 1).first == 0x20
    else { return nil }
    return line.dropFirst(digits + 2).trimmed
  }
}

extension ReadContent {
  /// Reads Markdown.
  init(markdown text: [UInt8]) { self = MarkdownReader.content(text) }
}
