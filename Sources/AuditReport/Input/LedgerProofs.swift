public import ClaimModel

/// That the events of an audit are in a ledger: a signed checkpoint, and the way from each claim's latest event to its root.
///
/// An event names its parents by their hashes, so the latest stands for the claim's whole history.
public struct LedgerProofs: Hashable, Sendable {
  /// The checkpoint as a signed note (C2SP tlog-checkpoint).
  public var checkpoint: String
  /// The proofs.
  public var proofs: [Proof]

  /// Makes proofs.
  public init(checkpoint: String, proofs: [Proof]) {
    self.checkpoint = checkpoint
    self.proofs = proofs
  }

  /// The way from an event to the root of the Merkle tree (RFC 6962, section 2.1.1).
  public struct Proof: Hashable, Sendable {
    /// The event.
    public var event: ContentHash
    /// Its place in the ledger, from 0.
    public var index: Int
    /// The hashes beside the way, the leaf's sibling first.
    public var path: [ContentHash]

    /// Makes a proof.
    public init(event: ContentHash, index: Int, path: [ContentHash]) {
      self.event = event
      self.index = index
      self.path = path
    }
  }
}
