import ClaimModel

/// Reads DOCX (ECMA-376) and ODT (ODF 1.2): paragraphs, headings, lists and table cells; deleted text, notes in the margin
/// and fields' instructions are left out.
struct OfficeReader {
  private var builder = ArticleBuilder()
  private var words: [UInt8] = []
  private var style: Block.Kind = .paragraph
  private var isTitle = false
  private var hidden = 0
  private var listDepth = 0
  private var cellDepth = 0
  /// What stands in a paragraph's text: only what is inside `w:t` in DOCX, everything in ODT.
  private var isInRun = false
  private let isWord: Bool
  private var title: String?

  /// The document in a DOCX file's `word/document.xml` or an ODT file's `content.xml`.
  static func content(
    _ body: [UInt8],
    properties: [UInt8]?,
    isWord: Bool
  ) throws(IngestError) -> ReadContent {
    var metadata = properties.map { self.metadata($0) } ?? DocumentMetadata()
    var reader = OfficeReader(isWord: isWord)
    reader.title = metadata.title
    reader.read(body)
    guard !reader.builder.blocks.isEmpty else { throw .empty }
    metadata.title = reader.title
    if metadata.authors.isEmpty { metadata.authors = reader.builder.authors }
    metadata.outlet = reader.builder.outlet
    return ReadContent(
      text: reader.builder.text,
      blocks: reader.builder.blocks,
      metadata: metadata
    )
  }

  private init(isWord: Bool) { self.isWord = isWord }

  private mutating func read(_ body: [UInt8]) {
    var scanner = XMLScanner(body)
    while let piece = scanner.next() {
      switch piece {
      case .text(let text): if hidden == 0, isInRun || !isWord { words += text }
      case .start(let name, let isEmpty):
        start(name, scanner.attributes)
        if isEmpty { end(name) }
      case .end(let name): end(name)
      }
    }
    flush()
  }

  private mutating func start(_ name: String, _ attributes: [String: String]) {
    // Notes and deleted paragraphs stand inside others and do not end them.
    if hidden > 0, ["w:p", "text:p", "text:h"].contains(name) { return }
    switch name {
    case "w:t": isInRun = true
    case "w:tab", "w:br", "w:cr", "text:tab", "text:line-break", "text:s": words.append(0x20)
    case "w:pStyle": setStyle(attributes["w:val"] ?? "")
    case "w:numPr": if style == .paragraph { style = .listItem }
    case "text:h":
      flush()
      style = .heading
    case "text:p":
      flush()
      style = cellDepth > 0 ? .tableRow : listDepth > 0 ? .listItem : .paragraph
      if attributes["text:style-name"] == "Title" { isTitle = true }
    case "w:p":
      flush()
      style = cellDepth > 0 ? .tableRow : .paragraph
    case "text:list": listDepth += 1
    case "w:tc", "table:table-cell": cellDepth += 1
    case "w:del", "w:moveFrom", "text:tracked-changes", "office:annotation", "text:note":
      hidden += 1
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "w:t": isInRun = false
    case "w:p", "text:p", "text:h": if hidden == 0 { flush() }
    case "text:list": listDepth = max(0, listDepth - 1)
    case "w:tc", "table:table-cell": cellDepth = max(0, cellDepth - 1)
    case "w:del", "w:moveFrom", "text:tracked-changes", "office:annotation", "text:note":
      hidden = max(0, hidden - 1)
    default: break
    }
  }

  /// Word names its built-in styles in English or in the language of the program: "Heading1", "Judul1", "Title".
  private mutating func setStyle(_ name: String) {
    let folded = name.lowercased()
    if folded == "title" || folded == "judul" {
      isTitle = true
    } else if folded.hasPrefix("heading") || folded.hasPrefix("judul") {
      style = .heading
    } else if folded.contains("quote") || folded.contains("kutipan") {
      style = .blockQuote
    } else if folded.contains("caption") {
      style = .caption
    }
  }

  private mutating func flush() {
    let line = ArticleBuilder.collapsed(words[...])
    words = []
    defer { isTitle = false }
    guard !line.isEmpty else { return }
    if isTitle, builder.blocks.isEmpty {
      title = String(decoding: line, as: UTF8.self)
      builder.addHeadline(title ?? "")
    } else {
      builder.add(style, line[...])
    }
  }

  /// Title and author as the file's properties have them.
  private static func metadata(_ properties: [UInt8]) -> DocumentMetadata {
    var metadata = DocumentMetadata()
    var scanner = XMLScanner(properties)
    var name = ""
    while let piece = scanner.next() {
      switch piece {
      case .start(let started, let isEmpty): name = isEmpty ? "" : started
      case .end: name = ""
      case .text(let text):
        let value = String(decoding: ArticleBuilder.collapsed(text[...]), as: UTF8.self)
        guard !value.isEmpty else { continue }
        if name == "dc:title" { metadata.title = value }
        if name == "dc:creator", metadata.authors.isEmpty { metadata.authors = [value] }
        if name == "dc:language" { metadata.language = LanguageTag(rawValue: value).primary }
      }
    }
    return metadata
  }
}
