public import ClaimModel

/// The web archive file (WARC) that a stored copy was read from, and who else speaks of it.
public struct SnapshotFacts: Hashable, Sendable {
  /// The file's SHA-256, which names it.
  public var hash: ContentHash
  /// The authorities (RFC 3161) that gave its hash a time, and when each was asked.
  public var stamps: [Stamp]
  /// The address of a copy that an independent archive made at the same time; nil where none was asked.
  public var independent: String?

  /// Makes a statement about a web archive file.
  public init(hash: ContentHash, stamps: [Stamp] = [], independent: String? = nil) {
    self.hash = hash
    self.stamps = stamps
    self.independent = independent
  }

  /// An authority's word that the hash existed.
  public struct Stamp: Hashable, Sendable {
    /// The authority's address.
    public var authority: String
    /// When it was asked.
    public var asked: Timestamp
    /// The time that it says; nil where that is not known.
    public var time: Timestamp?

    /// Makes a stamp.
    public init(authority: String, asked: Timestamp, time: Timestamp? = nil) {
      self.authority = authority
      self.asked = asked
      self.time = time
    }
  }
}
