/// One stretch of a document's text that has one role, usually a paragraph.
public struct Block: Hashable, Sendable, Codable {
  /// What the stretch is.
  public var kind: Kind
  /// Where it stands, white space around it left out.
  public var span: TextSpan

  /// Makes a block.
  public init(_ kind: Kind, _ span: TextSpan) {
    self.kind = kind
    self.span = span
  }

  /// The roles a stretch of text can have.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// The article's headline, where it first stands.
    case headline
    /// The headline printed again in the body.
    case repeatedHeadline
    /// A heading inside the article.
    case heading
    /// A paragraph.
    case paragraph
    /// An item of a list.
    case listItem
    /// A block quotation.
    case blockQuote
    /// A row of a table.
    case tableRow
    /// What stands under a picture, without its credit.
    case caption
    /// The name of a picture's maker or owner.
    case credit
    /// Place and outlet at the head of a report: "PALEMBANG, PALTV.CO.ID -".
    case dateline
    /// Who wrote it, a reporter's initials, an editor's name.
    case byline
    /// A line that names where the article was taken from: "Sumber: …".
    case sourceLine
    /// A link to another article: "BACA JUGA: …".
    case relatedLink
    /// Anything else that is not the article: advertisement, navigation, sharing, newsletter.
    case boilerplate

    /// Whether claims are looked for in stretches of this kind.
    public var isSearched: Bool {
      switch self {
      case .headline, .heading, .paragraph, .listItem, .blockQuote, .tableRow, .caption: return true
      case .repeatedHeadline, .credit, .dateline, .byline, .sourceLine, .relatedLink, .boilerplate:
        return false
      }
    }
  }
}
