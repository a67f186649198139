import ClaimModel

/// A page read as a source: everything it says about itself, and all the words it shows.
public struct PageReading: Hashable, Sendable {
  /// A value and the place it stands in.
  public struct Statement: Hashable, Sendable {
    /// A `meta` element's name in lower case, or `link:canonical`, `html:lang`, `html:title`, `html:h1`, `html:time`,
    /// `html:time.updated`, `html:byline`, `html:rel-author`, `itemprop:…`, `jsonld:…`, or `article:…` for what the reader settled on.
    public var place: String
    /// The value.
    public var value: String
  }

  /// What the page says about itself, in its order.
  public var statements: [Statement]
  /// The article's text; nil where the page has none.
  public var article: String?
  /// All text that the page shows, a block a line; the article's where the format has nothing else.
  public var text: String
}

extension DocumentReader {
  /// Reads bytes as a source that may be any page, also one without an article.
  ///
  /// - Parameters:
  ///   - bytes: the body as it came, decompressed.
  ///   - contentType: the `Content-Type` header.
  ///   - url: the address it came from.
  /// - Returns: what the page says and shows.
  /// - Throws: ``IngestError`` where the bytes hold no text.
  public func page(
    bytes: [UInt8],
    contentType: String?,
    url: String
  ) throws(IngestError) -> PageReading {
    switch try open(bytes: bytes, named: nil, contentType: contentType, url: url).body {
    case .content(let content):
      let text = String(decoding: content.text, as: UTF8.self)
      return PageReading(statements: Self.settled(content.metadata), article: text, text: text)
    case .page(let page):
      let statements = PageStatements(page.page).all
      let shown = String(decoding: page.blocks.text, as: UTF8.self)
      do {
        let content = try page.content()
        return PageReading(
          statements: statements + Self.settled(content.metadata),
          article: String(decoding: content.text, as: UTF8.self),
          text: shown
        )
      } catch {
        guard !shown.isEmpty else { throw error }
        return PageReading(statements: statements, article: nil, text: shown)
      }
    }
  }

  /// What the reader of articles settled on, as statements.
  private static func settled(_ metadata: DocumentMetadata) -> [PageReading.Statement] {
    var found = metadata.authors.map { PageReading.Statement(place: "article:author", value: $0) }
    let others = [
      ("article:title", metadata.title), ("article:outlet", metadata.outlet),
      ("article:date", metadata.published?.iso8601),
      ("article:language", metadata.language == .undetermined ? nil : metadata.language.rawValue),
    ]
    for case (let place, let value?) in others {
      found.append(PageReading.Statement(place: place, value: value))
    }
    return found
  }
}
