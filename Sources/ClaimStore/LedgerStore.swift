public import ClaimModel
public import ReviewWorkflow

/// Where documents, events and sources are kept; every backend passes the same conformance suite.
///
/// Nothing that is stored is ever changed: documents and events are only added. Every call either happens whole or not
/// at all, also when the machine stops in the middle of it.
public protocol LedgerStore: Sendable {
  /// Stores a document with its bytes and the events that its arrival causes, in one transaction.
  ///
  /// Throws ``StoreError/knownDocument(_:)`` where a document with the same text is already there.
  func add(_ document: StoredDocument, raw: [UInt8], events: [SignedEvent]) throws(StoreError)

  /// Adds events whose parents are still the latest events of their claims.
  ///
  /// Throws ``StoreError/movedOn(claim:since:)`` where somebody else was faster; nothing is stored then.
  func append(_ events: [SignedEvent]) throws(StoreError)

  /// All events of a claim in the order of receipt; empty where there is no such claim.
  func history(of claim: ClaimID) throws(StoreError) -> [Event]

  /// All events of a claim with their signatures, in the order of receipt.
  func signedHistory(of claim: ClaimID) throws(StoreError) -> [SignedEvent]

  /// Hands over the events of the ledger after its first `count`, in the order of receipt, as they are on file and without
  /// a check.
  func eachEntry(after count: Int, _ body: (LedgerEntry) throws -> Void) throws(StoreError)

  /// Waits until the ledger has more than `count` events, at most so long; says whether it has.
  func waitForEvents(after count: Int, seconds: Double) throws(StoreError) -> Bool

  /// Hands over documents, stored bytes and events as the lines of a bundle (``BundleRecord``), without line ends.
  ///
  /// Every event is checked on the way; throws ``StoreError/damagedEvent(filedAs:_:)`` for one that is not what its name says.
  /// The library of sources stays behind: an event has the source it cites in it.
  func eachBundleLine(_ body: (String) throws -> Void) throws(StoreError)

  /// Takes in what is new in a bundle, all of it or, where a line is not in order, nothing.
  ///
  /// Hashes, parents, forms and signatures of events are checked, and that their documents are here and have their words.
  /// New events are received after all that are here, in the order of the bundle. Empty lines are passed over.
  func merge(
    _ lines: some Sequence<String>,
    keys: KeyRing
  ) throws(BundleError) -> MergeOutcome

  /// The number of events and the hash of the last one received.
  func head() throws(StoreError) -> LedgerHead

  /// A document version, or nil.
  func document(_ id: DocumentID) throws(StoreError) -> StoredDocument?

  /// Stored bytes by their hash: a document's as they came, a text, a source's copy; nil where there are none.
  func bytes(_ hash: ContentHash) throws(StoreError) -> [UInt8]?

  /// Every document version without its text, newest articles last, versions in order.
  func documents() throws(StoreError) -> [DocumentSummary]

  /// The newest versions of articles that share the address, the headline or the place of origin of a document.
  ///
  /// What is nil is not asked for; all nil finds nothing.
  func latestVersions(
    url: String?,
    title: String?,
    origin: String?
  ) throws(StoreError) -> [DocumentSummary]

  /// The document versions with these names, without their text.
  func documents(_ ids: Set<DocumentID>) throws(StoreError) -> [DocumentSummary]

  /// The claims that a query asks for, in its order.
  func claims(_ query: ClaimQuery) throws(StoreError) -> [ClaimSummary]

  /// The claims whose name begins with these digits; at most `limit`.
  func claims(withPrefix prefix: String, limit: Int) throws(StoreError) -> [ClaimID]

  /// Full-text search over claims, documents and sources, best first.
  func search(_ words: String, limit: Int) throws(StoreError) -> [SearchHit]

  /// Adds sources to the library, replacing those of the same name.
  func add(_ sources: [LibrarySource]) throws(StoreError)

  /// Every source of the library, by name.
  func sources() throws(StoreError) -> [LibrarySource]

  /// Compares what the store keeps for speed with what the ledger says; names what differs.
  func checkDerived() throws(StoreError) -> [String]
}

extension LedgerStore {
  /// Stores a document with its bytes and events that nobody signed.
  public func add(
    _ document: StoredDocument,
    raw: [UInt8],
    events: [Event]
  ) throws(StoreError) {
    try add(document, raw: raw, events: events.map { SignedEvent($0) })
  }

  /// The document versions with these names, without their text.
  public func documents(_ ids: Set<DocumentID>) throws(StoreError) -> [DocumentSummary] {
    try documents().filter { ids.contains($0.id) }
  }

  /// Adds events that nobody signed.
  public func append(_ events: [Event]) throws(StoreError) {
    try append(events.map { SignedEvent($0) })
  }

  /// Hands over every event of the ledger in the order of receipt, as it is on file and without a check.
  public func eachEntry(_ body: (LedgerEntry) throws -> Void) throws(StoreError) {
    try eachEntry(after: 0, body)
  }

  /// Hands over every event of the ledger in the order of receipt, with the hash it is filed under and its stored text.
  public func eachEvent(
    _ body: (_ filedAs: String, _ canonical: String) throws -> Void
  ) throws(StoreError) {
    try eachEntry { try body($0.filedAs, $0.canonical) }
  }
}

/// An event as it is on file; nothing in it is checked.
public struct LedgerEntry: Hashable, Sendable {
  /// The hash it is filed under, in digits.
  public var filedAs: String
  /// The text it should be the hash of.
  public var canonical: String
  /// The signature line (``ReviewWorkflow/Signature``), or nil.
  public var signature: String?

  /// Makes an entry.
  public init(filedAs: String, canonical: String, signature: String?) {
    self.filedAs = filedAs
    self.canonical = canonical
    self.signature = signature
  }
}

/// The end of a ledger.
public struct LedgerHead: Hashable, Sendable {
  /// The number of events.
  public var count: Int
  /// The last event received, or nil where there is none.
  public var last: ContentHash?

  /// Makes a head.
  public init(count: Int, last: ContentHash?) {
    self.count = count
    self.last = last
  }
}

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

/// A claim as lists show it.
public struct ClaimSummary: Hashable, Sendable, Codable {
  /// Its name.
  public var id: ClaimID
  /// The document version it stands in.
  public var document: DocumentID
  /// What kind of statement it is.
  public var kind: Claim.Kind
  /// The claimed words.
  public var quote: String
  /// Who said it, where the article says.
  public var speaker: String?
  /// The state's name.
  public var state: String
  /// The verdict's rating.
  public var rating: String?
  /// Who works on it.
  public var owner: String?
  /// How soon it should be checked.
  public var priority: Priority?
  /// What the editor who triaged it thinks of the harm it does if it is false.
  public var harm: Stakes.Level?
  /// And of how many see it.
  public var reach: Stakes.Level?
  /// The day by which something has to happen.
  public var due: CalendarDate?
  /// The day its verdict was published, while it stands published.
  public var published: CalendarDate?
  /// Whether it has a verdict that nobody has approved yet.
  public var hasOpenVerdict: Bool
  /// Whether two verdicts written apart wait for a person to choose.
  public var isInConflict: Bool
  /// What a reviewer should know before trusting it.
  public var flags: [AttributionFlag]
  /// How much it is worth checking, 0 to 1.
  public var checkworthiness: Double
}

/// Which claims a list shows, and in what order.
public struct ClaimQuery: Hashable, Sendable {
  /// Only claims in one of these states; empty means any.
  public var states: [String] = []
  /// Only claims of this document version.
  public var document: DocumentID?
  /// Only claims with this rating.
  public var rating: String?
  /// Only claims whose speaker's name has these letters in it.
  public var speaker: String?
  /// Only claims that this person works on.
  public var owner: String?
  /// Only claims with this flag.
  public var flag: AttributionFlag?
  /// Only claims whose words have these letters in them.
  public var text: String?
  /// Only claims that are due on this day or were before.
  public var due: CalendarDate?
  /// Only claims that stand published since this day or longer.
  public var published: CalendarDate?
  /// Only claims with two verdicts of which a person has to choose.
  public var inConflict = false
  /// How the list is ordered.
  public var order = Order.text
  /// At most so many; nil for all.
  public var limit: Int?

  /// Asks for every claim.
  public init() {}

  /// The ways to order claims.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// By document, then as they stand in it.
    case text
    /// By priority, then harm, reach, day due, and how much they are worth checking.
    case queue
  }
}

/// A source with its text, where the desk has one.
public struct LibrarySource: Hashable, Sendable {
  /// The work.
  public var source: Source
  /// The work's own words, kept to find excerpts in; nil where there is no copy.
  public var text: String?

  /// Makes a library entry.
  public init(source: Source, text: String? = nil) {
    self.source = source
    self.text = text
  }
}

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
