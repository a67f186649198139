public import ReviewWorkflow

/// A document that is to be stored, with what comes along.
public struct Arrival: Sendable {
  /// The document version.
  public var document: StoredDocument
  /// The bytes that it was read from.
  public var raw: [UInt8]
  /// The events that its arrival causes: claims captured, or carried over from the version before.
  public var events: [SignedEvent]

  /// Makes an arrival.
  public init(_ document: StoredDocument, raw: [UInt8], events: [SignedEvent]) {
    self.document = document
    self.raw = raw
    self.events = events
  }
}

extension LedgerStore {
  /// Stores a document with its bytes and the events that its arrival causes, in one transaction.
  ///
  /// Throws ``StoreError/knownDocument(_:)`` where a document with the same text is already there.
  public func add(
    _ document: StoredDocument,
    raw: [UInt8],
    events: [SignedEvent]
  ) throws(StoreError) {
    let known = try add([Arrival(document, raw: raw, events: events)])
    if let known = known.first ?? nil { throw .knownDocument(known) }
  }
}
