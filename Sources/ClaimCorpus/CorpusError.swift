/// Why articles and claims cannot be asked together.
public enum CorpusError: Error, Sendable {
  /// A pair of lines, counted from 1, that does not go together.
  case line(Int, Reason)
  /// The file is not a corpus of Tilik's.
  case foreign(path: String)
  /// The database's own words.
  case database(path: String, detail: String)

  /// What can be wrong with a pair of lines.
  public enum Reason: Error, Hashable, Sendable {
    /// The article's line is not `{"id","text"}`.
    case unreadableArticle
    /// The claims' line is not one that `tilik extract` writes.
    case unreadableClaims
    /// The two lines are of different articles.
    case strangers(article: String, claims: String)
    /// One file ends before the other.
    case unevenEnds
  }
}
