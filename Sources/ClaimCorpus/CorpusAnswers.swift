/// Somebody who is quoted.
public struct QuotedSpeaker: Hashable, Sendable, Codable {
  /// The name.
  public var speaker: String
  /// How many statements are theirs.
  public var statements: Int
  /// How many of these stand in quotation marks.
  public var direct: Int
  /// In how many articles.
  public var articles: Int
  /// In how many outlets.
  public var outlets: Int
  /// The day of the first article, where known.
  public var first: String?
  /// The day of the last one.
  public var last: String?
}

/// Somebody who is never named, as articles describe them.
public struct UnnamedSpeaker: Hashable, Sendable, Codable {
  /// The words that stand for them, in small letters; empty where there are none at all.
  public var mention: String
  /// How many statements are theirs.
  public var statements: Int
  /// In how many articles.
  public var articles: Int
  /// In how many outlets.
  public var outlets: Int
}

/// How much of what an outlet reports is said by nobody in particular.
public struct OutletNaming: Hashable, Sendable, Codable {
  /// The outlet; nil where articles do not say.
  public var outlet: String?
  /// How many statements of others it reports.
  public var statements: Int
  /// How many of these have no name.
  public var unnamed: Int
}

/// A statement that several articles have, in one telling or in several.
public struct SharedStatement: Hashable, Sendable, Codable {
  /// Where one telling stands.
  public struct Appearance: Hashable, Sendable, Codable {
    /// The article.
    public var article: String
    /// Its outlet, where known.
    public var outlet: String?
    /// Its address, where known.
    public var url: String?
    /// The day of its publication, where known.
    public var published: String?
    /// Who is said to have said it, there.
    public var speaker: String?
    /// Its words, there.
    public var text: String
    /// How similar they are to the first telling's, 0 to 1.
    public var similarity: Double
  }

  /// The group's number in the corpus.
  public var group: Int
  /// In how many articles.
  public var articles: Int
  /// In how many outlets.
  public var outlets: Int
  /// How many different tellings there are.
  public var tellings: Int
  /// The appearances, the earliest first.
  public var appearances: [Appearance]
}
