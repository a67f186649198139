public import ClaimModel

/// A document version as the store keeps it.
public struct StoredDocument: Hashable, Sendable, Codable {
  /// Its name.
  public var id: DocumentID
  /// The name of the article's first version, shared by all its versions.
  public var article: DocumentID
  /// Counts the versions of an article from 1.
  public var version: Int
  /// Where it was read from: a path or an address.
  public var origin: String
  /// The text and all that is known about it.
  public var document: Document
  /// What was found in it.
  public var extraction: Extraction
  /// Who added it.
  public var addedBy: String
  /// When.
  public var addedAt: Timestamp

  /// Makes a stored document.
  public init(
    id: DocumentID,
    article: DocumentID,
    version: Int,
    origin: String,
    document: Document,
    extraction: Extraction,
    addedBy: String,
    addedAt: Timestamp
  ) {
    self.id = id
    self.article = article
    self.version = version
    self.origin = origin
    self.document = document
    self.extraction = extraction
    self.addedBy = addedBy
    self.addedAt = addedAt
  }
}

/// A document version without its text.
public struct DocumentSummary: Hashable, Sendable, Codable {
  /// Its name.
  public var id: DocumentID
  /// The name of the article's first version.
  public var article: DocumentID
  /// Counts the versions of an article from 1.
  public var version: Int
  /// Whether there is no newer version.
  public var isLatest: Bool
  /// Where it was read from.
  public var origin: String
  /// The headline, where there is one.
  public var title: String?
  /// Who published it.
  public var outlet: String?
  /// When.
  public var published: CalendarDate?
  /// The language.
  public var language: LanguageTag
  /// Its address.
  public var url: String?
  /// The hash of its bytes.
  public var rawHash: ContentHash
  /// The hash of its text.
  public var textHash: ContentHash
  /// How many claims stand in it.
  public var claims: Int
}
