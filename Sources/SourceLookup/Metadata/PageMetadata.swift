/// What a page says about itself, statement by statement, as whoever read its HTML found it.
///
/// The HTML is read once, by the module that isolates articles; here is only decided whom to believe.
public struct PageMetadata: Hashable, Sendable {
  /// A value and the place it stood in.
  public struct Statement: Hashable, Sendable {
    /// The place: the name of a meta element in lower case (`citation_title`, `og:title`, `dc.date`), `jsonld:` and the
    /// path in the article's node (`jsonld:headline`, `jsonld:author.name`, `jsonld:publisher.name`), `itemprop:` and
    /// the name, `link:canonical`, `html:lang`, `html:title`, `html:h1`, `html:time`, `html:time.updated`, `html:byline`,
    /// `html:rel-author`, or `article:` and what the reader of articles settled on (`article:title`, `article:author`, `article:date`,
    /// `article:outlet`, `article:language`).
    public var place: String
    /// The value.
    public var value: String

    /// Makes a statement.
    public init(_ place: String, _ value: String) {
      self.place = place
      self.value = value
    }
  }

  /// The statements, in the order of the page.
  public var statements: [Statement]

  /// Makes a list of statements.
  public init(_ statements: [Statement] = []) { self.statements = statements }

  /// All values of one place that are not empty, white space at their ends removed.
  func values(_ place: String) -> [String] {
    statements.filter { $0.place == place }.map { $0.value.trimmed }.filter { !$0.isEmpty }
  }
}
