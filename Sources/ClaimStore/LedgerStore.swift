public import ClaimModel
public import ReviewWorkflow

/// Where documents, events and sources are kept; every backend passes the same conformance suite.
///
/// Nothing that is stored is ever changed: documents and events are only added. Every call either happens whole or not
/// at all, also when the machine stops in the middle of it.
public protocol LedgerStore: Sendable {
  /// Stores documents, each with its bytes and the events that its arrival causes, in one transaction.
  ///
  /// A document whose text is already there, or stands earlier among these, is left out with its events. Gives for each
  /// the document that has its text, or nil where it was stored.
  func add(_ arrivals: [Arrival]) throws(StoreError) -> [DocumentID?]

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

  /// The document versions whose name begins with these digits; at most `limit`.
  func documents(withPrefix prefix: String, limit: Int) throws(StoreError) -> [DocumentID]

  /// The claims that a query asks for, in its order.
  func claims(_ query: ClaimQuery) throws(StoreError) -> [ClaimSummary]

  /// The claims whose name begins with these digits; at most `limit`.
  func claims(withPrefix prefix: String, limit: Int) throws(StoreError) -> [ClaimID]

  /// Full-text search over claims, documents and sources, best first.
  ///
  /// Where very many entries have the words, a store may look at the latest ones alone.
  func search(_ words: String, limit: Int) throws(StoreError) -> [SearchHit]

  /// Adds sources to the library, replacing those of the same name.
  func add(_ sources: [LibrarySource]) throws(StoreError)

  /// Every source of the library, by name.
  func sources() throws(StoreError) -> [LibrarySource]

  /// Goes through the whole ledger faster than ``eachEntry(after:_:)`` and ``checkDerived()`` do, and says what is in it.
  ///
  /// Nil where something may be wrong, where somebody wrote meanwhile, or where the store has no such way: where ``LedgerAudit`` or
  /// ``checkDerived()`` find something wrong, it is nil.
  func survey(keys: KeyRing, checkpoints: [Checkpoint]) throws(StoreError) -> LedgerSurvey?

  /// Compares what the store keeps for speed with what the ledger says; names what differs.
  func checkDerived() throws(StoreError) -> [DerivedFault]
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

  /// Knows no faster way.
  public func survey(keys: KeyRing, checkpoints: [Checkpoint]) throws(StoreError) -> LedgerSurvey? {
    nil
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
