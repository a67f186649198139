public import ClaimModel

/// A piece of evidence together with the work it comes from and the stored copy.
public struct AuditedEvidence: Hashable, Sendable {
  /// What ties the source to the claim.
  public var evidence: Evidence
  /// The citable work.
  public var source: Source
  /// The stored copy, where one was taken.
  public var copy: StoredCopy?

  /// Makes a piece of evidence.
  public init(evidence: Evidence, source: Source, copy: StoredCopy? = nil) {
    self.evidence = evidence
    self.source = source
    self.copy = copy
  }
}

/// A copy of a source as it was fetched.
public struct StoredCopy: Hashable, Sendable {
  /// The SHA-256 of the copy.
  public var hash: ContentHash
  /// When it was fetched.
  public var taken: Timestamp
  /// The archive file, relative to the folder of audits, where it is published beside them.
  public var file: String?
  /// What became of the page since.
  public var original: Original
  /// The web archive file it was read from; nil where the copy is a text that nobody fetched.
  public var snapshot: SnapshotFacts?

  /// Makes a statement about a stored copy.
  public init(
    hash: ContentHash,
    taken: Timestamp,
    file: String? = nil,
    original: Original = .unknown,
    snapshot: SnapshotFacts? = nil
  ) {
    self.hash = hash
    self.taken = taken
    self.file = file
    self.original = original
    self.snapshot = snapshot
  }

  /// What became of the page that was copied.
  public enum Original: String, Hashable, Sendable, CaseIterable {
    /// Nobody looked again.
    case unknown
    /// It is still there and says the same.
    case unchanged
    /// It is still there and says something else.
    case changed
    /// It is gone.
    case gone
  }
}
