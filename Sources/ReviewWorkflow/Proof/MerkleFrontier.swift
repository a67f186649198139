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

  /// Adds the events of another tree after those that are here.
  ///
  /// The number of those that are here has to be a multiple of a power of two that the other has no more leaves than: its
  /// subtrees are then subtrees here.
  package mutating func append(_ other: MerkleFrontier) {
    var rest = other.count
    for peak in other.peaks {
      let level = Int.bitWidth - 1 - rest.leadingZeroBitCount
      append(peak, level)
      rest -= 1 << level
    }
  }

  mutating func append(leaf: MerkleHash.Digest) { append(leaf, 0) }

  /// Adds a complete subtree of 2^`level` leaves.
  private mutating func append(_ subtree: MerkleHash.Digest, _ level: Int) {
    count += 1 << level
    var hash = subtree
    // Each zero from that level on is a subtree that this one makes complete.
    for _ in 0..<(count >> level).trailingZeroBitCount {
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
