public import ClaimModel

/// The root of a growing Merkle tree, kept in as many hashes as the number of its leaves has bits.
///
/// The leaves are the names of events in the order of their receipt. A ledger of any length can so be streamed through,
/// and its root be told at every step. Source of the tree: RFC 6962, section 2.1.
public struct MerkleFrontier: Hashable, Sendable {
  /// The roots of the complete subtrees that the leaves fall into, the widest first.
  private var peaks: [MerkleHash.Digest] = []
  /// The number of leaves.
  public private(set) var count = 0

  /// Makes the tree without leaves.
  public init() {}

  /// Adds the next event.
  public mutating func append(_ event: ContentHash) { append(leaf: MerkleHash.leaf(event)) }

  mutating func append(leaf: MerkleHash.Digest) {
    count += 1
    var hash = leaf
    // Each zero at the end of the count is a subtree that this leaf makes complete.
    for _ in 0..<count.trailingZeroBitCount {
      hash = MerkleHash.node(peaks.removeLast(), hash)
    }
    peaks.append(hash)
  }

  /// The root over the leaves so far.
  public var root: ContentHash {
    guard let last = peaks.last else { return ContentHash(MerkleHash.empty) }
    return ContentHash(peaks.dropLast().reversed().reduce(last) { MerkleHash.node($1, $0) })
  }
}
