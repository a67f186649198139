/// One article as ingested: its text, never altered afterwards, and what is known about it.
public struct Document: Hashable, Sendable, Codable {
  /// The whole text, boilerplate included, as valid UTF-8 with `\n` line ends.
  public var text: String
  /// The text's parts in reading order, not overlapping; bytes between two blocks are white space.
  public var blocks: [Block]
  /// What the article and its page say about it.
  public var metadata: DocumentMetadata
  /// The SHA-256 of the bytes as they came.
  public var rawHash: ContentHash
  /// The SHA-256 of ``text`` as UTF-8.
  public var textHash: ContentHash
  /// What had to be decided or mended while reading the bytes.
  public var notes: [IngestNote]

  /// Makes a document from its parts.
  public init(
    text: String,
    blocks: [Block],
    metadata: DocumentMetadata,
    rawHash: ContentHash,
    textHash: ContentHash,
    notes: [IngestNote] = []
  ) {
    self.text = text
    self.blocks = blocks
    self.metadata = metadata
    self.rawHash = rawHash
    self.textHash = textHash
    self.notes = notes
  }
}

/// What is known about an article besides its words; every field may be missing.
public struct DocumentMetadata: Hashable, Sendable, Codable {
  /// The headline.
  public var title: String?
  /// The authors' names as printed, in order.
  public var authors: [String]
  /// The publication or site that published it.
  public var outlet: String?
  /// The day of publication.
  public var published: CalendarDate?
  /// The language of the article.
  public var language: LanguageTag
  /// The address it was published at.
  public var url: String?

  /// Makes metadata; whatever is not given is unknown.
  public init(
    title: String? = nil,
    authors: [String] = [],
    outlet: String? = nil,
    published: CalendarDate? = nil,
    language: LanguageTag = .undetermined,
    url: String? = nil
  ) {
    self.title = title
    self.authors = authors
    self.outlet = outlet
    self.published = published
    self.language = language
    self.url = url
  }
}

/// One thing that had to be decided or mended while reading a document's bytes.
public enum IngestNote: Hashable, Sendable, Codable {
  /// The bytes were not UTF-8 and were read as this charset.
  case decoded(charset: String)
  /// This many byte sequences could not be read and became U+FFFD.
  case replacedBytes(count: Int)
  /// NUL bytes were left out of the text.
  case removedNulls(count: Int)
  /// The page says that the article goes on elsewhere.
  case continuesOnAnotherPage(url: String?)
}
