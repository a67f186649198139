import ClaimModel

/// Reads PDF through poppler's `pdftotext -bbox-layout`: paragraphs joined over lines, columns and pages, words put together
/// that a line's end parted, headings told by their size, and the running heads and page numbers kept out of the search.
struct PDFReader {
  private var builder = ArticleBuilder()
  private let layout: PDFLayout
  private let running: Set<String>
  private let bodySize: Double

  /// The article in a PDF file.
  static func content(_ bytes: [UInt8]) throws(IngestError) -> ReadContent {
    let output = try HelperProgram.run(
      "pdftotext",
      ["-bbox-layout", "-enc", "UTF-8", "-q", "{}", "-"],
      on: bytes,
      package: "poppler-utils",
      format: "PDF"
    )
    guard let output else { throw .damaged(format: "PDF") }
    let layout = PDFLayout(output)
    guard layout.pages.contains(where: { !$0.isEmpty }) else {
      throw .picturesOnly(pages: layout.pages.count)
    }
    var reader = PDFReader(layout)
    reader.read()
    var metadata = DocumentMetadata()
    metadata.title = reader.title ?? layout.title
    metadata.authors = reader.builder.authors
    metadata.outlet = reader.builder.outlet
    return ReadContent(text: reader.builder.text, blocks: reader.builder.blocks, metadata: metadata)
  }

  private init(_ layout: PDFLayout) {
    self.layout = layout
    bodySize = Self.commonSize(layout)
    running = Self.runningLines(layout)
  }

  private var title: String?
  private var open: [UInt8] = []

  private mutating func read() {
    let largest = layout.pages.first?.max { $0.size < $1.size }
    for page in layout.pages {
      for part in page {
        let words = Self.joined(part.lines)
        let key = Self.key(words)
        if running.contains(key) || Self.isPageNumber(words) {
          flushIfEnded()
          if open.isEmpty { builder.add(.boilerplate, words[...]) }
          continue
        }
        if part.size > bodySize * 1.15, words.count < 200 {
          flush()
          if title == nil, !builder.blocks.contains(where: { $0.kind.isRead }),
            part.size >= (largest?.size ?? 0) * 0.95
          {
            title = String(decoding: words, as: UTF8.self)
            builder.addHeadline(title ?? "")
          } else {
            builder.add(.heading, words[...])
          }
          continue
        }
        // A paragraph that a column's or page's end cuts goes on in the next one.
        let goesOn =
          !open.isEmpty && !Sentence.ends(open[...])
          && (words.first.map { $0.isLower || $0 >= 0x80 } ?? false)
        if !goesOn { flush() }
        Self.append(words, to: &open)
      }
    }
    flush()
  }

  private mutating func flushIfEnded() { if Sentence.ends(open[...]) { flush() } }

  private mutating func flush() {
    if !open.isEmpty { builder.add(.paragraph, open[...]) }
    open = []
  }

  /// Joins lines; a hyphen at a line's end goes away where the next line begins with a small letter.
  private static func joined(_ lines: [[UInt8]]) -> [UInt8] {
    var words: [UInt8] = []
    for line in lines { append(line, to: &words) }
    return words
  }

  private static func append(_ line: [UInt8], to words: inout [UInt8]) {
    guard !words.isEmpty else {
      words = line
      return
    }
    let isSoft = words.suffix(2).elementsEqual([0xC2, 0xAD])
    let isHyphen =
      words.last == UInt8(ascii: "-") && (line.first?.isLower ?? false)
      && (words.dropLast().last?.isLower ?? false) && !isDoubled(words, line)
    if isSoft || isHyphen {
      words.removeLast(isSoft ? 2 : 1)
    } else if words.last != UInt8(ascii: "-") {
      words.append(0x20)
    }
    words += line
  }

  /// Whether a word is doubled over the line's end, as Indonesian plurals are: `anak-` and `anak`.
  private static func isDoubled(_ words: [UInt8], _ line: [UInt8]) -> Bool {
    let stem = words.dropLast().reversed().prefix { $0.isLetter }.reversed()
    return stem.count > 2 && line.prefix { $0.isLetter }.starts(with: stem)
  }

  /// The size that most of the text has, in points.
  private static func commonSize(_ layout: PDFLayout) -> Double {
    var counts: [Int: Int] = [:]
    for part in layout.pages.joined() {
      counts[Int((part.size * 4).rounded()), default: 0] += part.lines.reduce(0) { $0 + $1.count }
    }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return Double(most?.key ?? 40) / 4
  }

  /// Lines at the top or bottom of at least three pages that differ in their digits only.
  private static func runningLines(_ layout: PDFLayout) -> Set<String> {
    var counts: [String: Int] = [:]
    for page in layout.pages {
      let edges = Set((page.prefix(2) + page.suffix(2)).map { key(joined($0.lines)) })
      for edge in edges { counts[edge, default: 0] += 1 }
    }
    return Set(counts.filter { $0.value >= 3 }.keys)
  }

  private static func key(_ words: [UInt8]) -> String {
    String(decoding: words.filter { !$0.isDigit }.map(\.lowered), as: UTF8.self)
  }

  private static func isPageNumber(_ words: [UInt8]) -> Bool {
    words.count <= 5 && words.contains(where: \.isDigit)
      && words.allSatisfy { $0.isDigit || $0 == 0x2D || $0 == 0x20 }
  }
}
