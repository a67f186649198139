public import ClaimModel
public import ReviewWorkflow

/// What can go wrong with a store.
public enum StoreError: Error, Sendable {
  /// There is no file.
  case missing(path: String)
  /// The file is not a database, or not one of Tilik's.
  case foreign(path: String)
  /// The file is damaged; the database's own words.
  case corrupt(path: String, detail: String)
  /// A newer Tilik wrote the file.
  case newer(path: String)
  /// The database's tables are of an older Tilik, and this role may not change them.
  case older(path: String)
  /// The file is of an older Tilik, and cannot be brought up to date where it is.
  case olderFile(path: String)
  /// The database server cannot be reached or let nobody in; its own words.
  case unreachable(path: String, detail: String)
  /// The server was lost while it committed, and has not said whether it did; its own words, if it has any.
  case undecided(path: String, detail: String)
  /// The database server knows the role, but does not let it do this; its own words.
  case denied(path: String, detail: String)
  /// Another process held the file for longer than the time that was waited.
  case busy(path: String)
  /// The disk is full.
  case full(path: String)
  /// The file or its folder cannot be written.
  case readOnly(path: String)
  /// A document with the same text is already there.
  case knownDocument(DocumentID)
  /// Somebody else appended to the claim meanwhile; what they did.
  case movedOn(claim: ClaimID, since: [Event])
  /// An event on file cannot be read.
  case damagedEvent(filedAs: String, LedgerFault)
  /// A search that the search engine cannot read.
  case badSearch(String)
  /// Anything else that the database says.
  case other(path: String, detail: String)
}
