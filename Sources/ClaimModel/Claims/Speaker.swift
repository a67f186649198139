/// A person or organisation behind one or more mentions in a document.
public struct Speaker: Hashable, Sendable, Codable {
  /// The fullest name the document prints, without title: "Vladimir Putin".
  public var name: String
  /// The role as printed beside the name, where there is one: "Presiden Rusia".
  public var role: String?
  /// What kind of speaker it is.
  public var kind: Kind
  /// Where the document mentions it by name, in text order.
  public var mentions: [TextSpan]

  /// Makes a speaker.
  public init(name: String, role: String? = nil, kind: Kind = .person, mentions: [TextSpan] = []) {
    self.name = name
    self.role = role
    self.kind = kind
    self.mentions = mentions
  }

  /// The kinds of speaker.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A named person.
    case person
    /// A named organisation, office or publication.
    case organisation
    /// Somebody described but not named: "seorang warga", "a spokesman".
    case unnamed
  }
}
