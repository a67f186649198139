/// The blocks of text that `pdftotext -bbox-layout` finds on each page, in reading order.
struct PDFLayout {
  /// One block.
  struct Part {
    /// Its lines, one space between two words.
    var lines: [[UInt8]]
    /// The height of its lines in points, the mean over its words.
    var size: Double
  }

  private(set) var pages: [[Part]] = []
  /// The file's own title.
  private(set) var title: String?

  /// Reads the program's output.
  init(_ output: [UInt8]) {
    var scanner = XMLScanner(output)
    var lines: [[UInt8]] = []
    var line: [UInt8] = []
    var heights: [Double] = []
    var isWord = false
    var isTitle = false
    while let piece = scanner.next() {
      switch piece {
      case .start("page", _): pages.append([])
      case .start("block", _): (lines, heights) = ([], [])
      case .start("line", _): line = []
      case .start("word", _):
        isWord = true
        if let top = Self.number(scanner.attributes["yMin"]),
          let bottom = Self.number(scanner.attributes["yMax"])
        {
          heights.append(bottom - top)
        }
      case .start("title", _): isTitle = true
      case .end("word"): isWord = false
      case .end("title"): isTitle = false
      case .end("line"): if !line.isEmpty { lines.append(line) }
      case .end("block"):
        let size = heights.isEmpty ? 0 : heights.reduce(0, +) / Double(heights.count)
        if !lines.isEmpty, let page = pages.indices.last {
          pages[page].append(Part(lines: lines, size: size))
        }
      case .text(let text) where isWord:
        if !line.isEmpty { line.append(0x20) }
        line += text
      case .text(let text) where isTitle:
        let words = ArticleBuilder.collapsed(text[...])
        if !words.isEmpty { title = String(decoding: words, as: UTF8.self) }
      default: break
      }
    }
  }

  private static func number(_ text: String?) -> Double? { text.flatMap { Double($0) } }
}
