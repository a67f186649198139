public import ClaimModel
import Foundation

/// One line of `tilik read`: a document in the form that `tilik extract` reads, with what else is known about it.
///
/// Spans count Unicode code points. Keys that are not known are left out.
public struct ReadRecord: Hashable, Sendable, Codable {
  /// The document's name, that of its file without extensions.
  public var id: String
  /// The article's words, paragraphs parted by blank lines: what claims are looked for in, without headline and captions.
  public var text: String
  /// The headline.
  public var title: String?
  /// The authors' names.
  public var authors: [String]
  /// The day of publication, `YYYY-MM-DD`.
  public var published: String?
  /// The same day under the name that page scorers use.
  public var date: String?
  /// The publication.
  public var outlet: String?
  /// The language as a BCP 47 tag; left out where it is not known.
  public var language: String?
  /// The address.
  public var url: String?
  /// What stands in the stored text and is not searched, such as links to other articles.
  public var boilerplate: [String]

  /// Makes the record of a document.
  public init(id: String, document: Document) {
    self.id = id
    let metadata = document.metadata
    var body: [Substring] = []
    var left: [String] = []
    for block in document.blocks {
      guard let words = document.text.slice(block.span) else { continue }
      if block.kind.isRead { body.append(words) }
      if block.kind.isLeftOut { left.append(String(words)) }
    }
    text = body.joined(separator: "\n\n")
    boilerplate = left
    title = metadata.title
    authors = metadata.authors
    published = metadata.published?.iso8601
    date = published
    outlet = metadata.outlet
    language = metadata.language == .undetermined ? nil : metadata.language.rawValue
    url = metadata.url
  }

  /// The record as one line of JSON without a line end, its keys in alphabetical order.
  public func line() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// A file's name without folders and without the extensions of the formats that can be read.
  public static func id(ofFile path: String) -> String {
    var name = path.split(separator: "/").last.map(String.init) ?? path
    let known: Set<String> = [
      "gz", "html", "htm", "xhtml", "shtml", "md", "markdown", "txt", "text", "pdf", "docx", "odt",
      "epub", "eml", "vtt", "srt", "warc", "wacz",
    ]
    while let dot = name.lastIndex(of: "."), dot != name.startIndex,
      known.contains(name[name.index(after: dot)...].lowercased())
    {
      name = String(name[..<dot])
    }
    return name
  }
}

extension Block.Kind {
  /// Whether a stretch is among the article's words without headline and captions.
  var isRead: Bool {
    switch self {
    case .paragraph, .heading, .listItem, .blockQuote, .tableRow: return true
    default: return false
    }
  }

  /// Whether a stretch belongs to the page rather than to the article.
  var isLeftOut: Bool {
    switch self {
    case .relatedLink, .boilerplate, .byline, .sourceLine: return true
    default: return false
    }
  }
}
