import ClaimModel

/// Reads EPUB (3.3): the chapters in the order of the spine, each as it stands, without the table of contents.
enum EPUBReader {
  /// The book in an archive.
  static func content(_ archive: ZipReader) throws(IngestError) -> ReadContent {
    let damaged = IngestError.damaged(format: "EPUB")
    guard let container = try archive.read("META-INF/container.xml"),
      let path = first("rootfile", in: container)?["full-path"],
      let package = try archive.read(path)
    else { throw damaged }
    let folder = path.split(separator: "/").dropLast().map { "\($0)/" }.joined()
    let book = Package(package)
    var builder = ArticleBuilder()
    if let title = book.metadata.title { builder.addHeadline(title) }
    for chapter in book.chapters {
      guard let bytes = try archive.read(resolved(folder + chapter)) else { continue }
      let page = HTMLParser.parse(
        try TextDecoder.decode(bytes, contentType: nil, isMarkup: true).utf8
      )
      let blocks = PageBlocks(page)
      for block in blocks.blocks {
        builder.add(HTMLReader.kind(of: block, in: page), blocks.text[block.range])
      }
    }
    guard builder.blocks.contains(where: { $0.kind.isRead }) else { throw .empty }
    return ReadContent(text: builder.text, blocks: builder.blocks, metadata: book.metadata)
  }

  /// What the package document says: who made the book, and its chapters in order.
  private struct Package {
    var metadata = DocumentMetadata()
    var chapters: [String] = []

    init(_ bytes: [UInt8]) {
      var scanner = XMLScanner(bytes)
      var name = ""
      var files: [String: String] = [:]
      while let piece = scanner.next() {
        switch piece {
        case .start(let started, _):
          name = started
          if started == "item", scanner.attributes["properties"]?.contains("nav") != true,
            let id = scanner.attributes["id"], let href = scanner.attributes["href"]
          {
            files[id] = href.replacing("%20", with: " ")
          }
          if started == "itemref", let id = scanner.attributes["idref"], let file = files[id] {
            chapters.append(file)
          }
        case .end: name = ""
        case .text(let text):
          let value = String(decoding: ArticleBuilder.collapsed(text[...]), as: UTF8.self)
          if !value.isEmpty { set(name, value) }
        }
      }
    }

    private mutating func set(_ name: String, _ value: String) {
      switch name {
      case "dc:title": metadata.title = metadata.title ?? value
      case "dc:creator": metadata.authors.append(value)
      case "dc:publisher": metadata.outlet = metadata.outlet ?? value
      case "dc:language": metadata.language = LanguageTag(rawValue: value).primary
      case "dc:date": metadata.published = metadata.published ?? PageDate.day(value)
      default: break
      }
    }
  }

  private static func first(_ name: String, in bytes: [UInt8]) -> [String: String]? {
    var scanner = XMLScanner(bytes)
    while let piece = scanner.next() {
      if case .start(name, _) = piece { return scanner.attributes }
    }
    return nil
  }

  /// A path without `.` and `..`, and without a fragment.
  private static func resolved(_ path: String) -> String {
    var parts: [Substring] = []
    for part in (path.split(separator: "#").first ?? "").split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
