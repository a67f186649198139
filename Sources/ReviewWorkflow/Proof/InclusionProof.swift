public import ClaimModel

/// A short proof that an event is in a ledger: the hashes beside the way from its leaf to the root.
public struct InclusionProof: Hashable, Sendable {
  /// The event's place in the order of receipt, from 0.
  public let index: Int
  /// The number of events in the tree.
  public let size: Int
  /// The hashes beside the way, the leaf's sibling first.
  public let path: [ContentHash]

  /// Puts a proof together; nothing is checked.
  public init(index: Int, size: Int, path: [ContentHash]) {
    self.index = index
    self.size = size
    self.path = path
  }

  /// Whether the proof leads from this event to this root (RFC 9162, section 2.1.3.2).
  public func proves(_ event: ContentHash, in root: ContentHash) -> Bool {
    proves(leaf: MerkleHash.leaf(event), in: root)
  }

  func proves(leaf: MerkleHash.Digest, in root: ContentHash) -> Bool {
    guard index >= 0, index < size else { return false }
    var step = MerkleStep(index: index, last: size - 1)
    var hash = leaf
    for sibling in path {
      guard !step.isAtRoot else { return false }
      hash =
        step.up() == .left
        ? MerkleHash.node(sibling.digest, hash) : MerkleHash.node(hash, sibling.digest)
    }
    return step.isAtRoot && ContentHash(hash) == root
  }
}

/// A short proof that a ledger only grew: that its first events are those of an earlier, shorter one.
public struct ConsistencyProof: Hashable, Sendable {
  /// The number of events in the earlier tree.
  public let old: Int
  /// The number of events in the later tree.
  public let size: Int
  /// The hashes that lead to both roots.
  public let path: [ContentHash]

  /// Puts a proof together; nothing is checked.
  public init(old: Int, size: Int, path: [ContentHash]) {
    self.old = old
    self.size = size
    self.path = path
  }

  /// Whether the proof leads from the earlier root to the later one (RFC 9162, section 2.1.4.2).
  ///
  /// Every tree goes on from the one without leaves, and from itself; both are proved by nothing at all.
  public func proves(_ oldRoot: ContentHash, goesOnIn root: ContentHash) -> Bool {
    guard old >= 0, old <= size else { return false }
    if old == size { return path.isEmpty && oldRoot == root }
    if old == 0 { return path.isEmpty && oldRoot == ContentHash(MerkleHash.empty) }
    // An old tree that is one complete subtree is where the path begins, and is not repeated in it.
    let isComplete = old.nonzeroBitCount == 1
    guard let first = isComplete ? oldRoot : path.first else { return false }
    var step = MerkleStep(index: old - 1, last: size - 1)
    step.climbRights()
    var oldHash = first.digest
    var hash = first.digest
    for sibling in isComplete ? path[...] : path.dropFirst() {
      guard !step.isAtRoot else { return false }
      if step.up() == .left {
        oldHash = MerkleHash.node(sibling.digest, oldHash)
        hash = MerkleHash.node(sibling.digest, hash)
      } else {
        hash = MerkleHash.node(hash, sibling.digest)
      }
    }
    return step.isAtRoot && ContentHash(oldHash) == oldRoot && ContentHash(hash) == root
  }
}

/// A place on the way from a leaf to the root: `fn` and `sn` of RFC 9162, section 2.1.3.2.
private struct MerkleStep {
  /// The place on this level.
  private var index: Int
  /// The last place on this level.
  private var last: Int

  /// The sides a sibling can stand on.
  enum Side {
    case left
    case right
  }

  init(index: Int, last: Int) {
    self.index = index
    self.last = last
  }

  /// Whether this level has one place only.
  var isAtRoot: Bool { last == 0 }

  /// Goes to where the next sibling is used and says on which side that stands.
  mutating func up() -> Side {
    let side: Side = !index.isMultiple(of: 2) || index == last ? .left : .right
    // The last place of a level may have no sibling; then it is its own parent.
    while side == .left, index.isMultiple(of: 2), index > 0 { shift() }
    shift()
    return side
  }

  /// Goes up as long as the place is a right one.
  mutating func climbRights() {
    while !index.isMultiple(of: 2) { shift() }
  }

  private mutating func shift() {
    index >>= 1
    last >>= 1
  }
}
