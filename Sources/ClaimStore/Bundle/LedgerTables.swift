import ClaimModel
import ReviewWorkflow

/// A backend's tables inside one transaction, as far as a bundle is made from them or taken into them.
protocol LedgerTables {
  /// Hands over stored bytes in the order of arrival, without the texts of documents.
  func eachBlob(_ body: (ContentHash, [UInt8]) throws -> Void) throws
  /// The names of all document versions in the order of arrival.
  func documentNames() throws -> [DocumentID]
  /// Hands over every event with its signature in the order of receipt.
  func eachSignedEvent(_ body: (SignedEvent) throws -> Void) throws

  /// A document version, or nil.
  func document(_ id: DocumentID) throws -> StoredDocument?
  /// Whether there is a document with this text.
  func hasDocument(withText hash: ContentHash) throws -> Bool
  /// Whether there are bytes of this hash.
  func hasBytes(_ hash: ContentHash) throws -> Bool
  /// The versions of an article that are here, the latest last.
  func versions(of article: DocumentID) throws -> [Int]
  /// The claim that an event is of, or nil where the event is not here.
  func claim(of event: ContentHash) throws -> ClaimID?
  /// All events of a claim in the order of receipt.
  func history(of claim: ClaimID) throws -> [Event]

  /// Stores bytes, unless they are there.
  func store(_ bytes: [UInt8], as hash: ContentHash) throws
  /// Stores a document version, whose bytes and text are there.
  func insert(_ document: StoredDocument) throws
  /// Stores an event as the last one received.
  func insert(_ event: SignedEvent) throws
  /// Writes the list entry that follows from a claim's events.
  func derive(_ claim: ReviewedClaim) throws
}

extension LedgerTables {
  /// Hands over everything as the lines of a bundle, each record before those that refer to it.
  func export(to body: (_ line: String) throws -> Void) throws {
    try eachBlob { hash, bytes in try body(BundleRecord.blob(hash, bytes).line()) }
    for id in try documentNames() {
      guard let stored = try document(id) else { continue }
      try body(BundleRecord.document(stored).line())
    }
    try eachSignedEvent { try body($0.line) }
  }
}
