public import ClaimModel

/// What a store keeps for speed and does not follow from its ledger, or is damaged.
public enum DerivedFault: Hashable, Sendable {
  /// The database finds its own file damaged; its own words.
  case damagedFile(String)
  /// What was found in a document cannot be read.
  case unreadableDocument(DocumentID)
  /// A claim is listed and has no events.
  case withoutEvents(ClaimID)
  /// An event is filed under a claim that is not its own.
  case misfiledEvent(ContentHash, under: ClaimID)
  /// An event stands before the first one, where it is in no count; the name it is filed under.
  case uncountedEvent(String)
  /// A claim's entry in the list is not what its events add up to.
  case otherEntry(ClaimID)
  /// The row that counts the ledger's events is gone.
  case noCount
  /// The ledger counts more or fewer events than there are.
  case otherCount(counted: Int, found: Int)
  /// The search index has other entries than there are claims, documents and sources.
  case otherSearchEntries
}
