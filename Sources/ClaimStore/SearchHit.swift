/// Something that a search found.
public struct SearchHit: Hashable, Sendable, Codable {
  /// What it is.
  public var kind: Kind
  /// Its name: a claim's, a document's or a source's.
  public var id: String
  /// Its headline, title or speaker.
  public var title: String
  /// The words around the match, with the match between U+E000 and U+E001.
  public var excerpt: String

  /// Makes a hit.
  public init(kind: Kind, id: String, title: String, excerpt: String) {
    self.kind = kind
    self.id = id
    self.title = title
    self.excerpt = excerpt
  }

  /// What a search can find.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A claim.
    case claim
    /// A document.
    case document
    /// A source of the library.
    case source
  }
}
