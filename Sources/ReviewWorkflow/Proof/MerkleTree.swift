public import ClaimModel

/// A Merkle tree over the names of events in the order of their receipt: roots and proofs for every size it has had.
///
/// It keeps all its complete subtrees, 64 bytes an event. Any root or proof then costs at most the square of the number of
/// bits in its size in hashes. Source: RFC 6962, section 2.1; the same tree is in RFC 9162, section 2.1.
public struct MerkleTree: Sendable {
  /// The complete subtrees: those of 2^k leaves at index k, from the left.
  private var levels: [[MerkleHash.Digest]] = [[]]

  /// Makes the tree without leaves.
  public init() {}

  /// Makes the tree over events in the order of their receipt.
  public init(_ events: some Sequence<ContentHash>) {
    for event in events { append(event) }
  }

  /// The number of leaves.
  public var count: Int { levels[0].count }

  /// Adds the next event.
  public mutating func append(_ event: ContentHash) { append(leaf: MerkleHash.leaf(event)) }

  mutating func append(leaf: MerkleHash.Digest) {
    levels[0].append(leaf)
    var level = 0
    while levels[level].count.isMultiple(of: 2) {
      let pair = levels[level].suffix(2)
      if levels.count == level + 1 { levels.append([]) }
      levels[level + 1].append(MerkleHash.node(pair[pair.startIndex], pair[pair.startIndex + 1]))
      level += 1
    }
  }

  /// The root over all leaves.
  public var root: ContentHash { ContentHash(hash(0..<count)) }

  /// The root that the tree had when it had so many leaves; nil where it has never had so many.
  public func root(ofFirst size: Int) -> ContentHash? {
    (0...count).contains(size) ? ContentHash(hash(0..<size)) : nil
  }

  /// The proof that an event is in the tree of the first `size` events (RFC 6962, section 2.1.1).
  ///
  /// `index` counts from 0. Nil where the tree of that size has no such leaf or there is no tree of that size.
  public func inclusionProof(of index: Int, inFirst size: Int) -> InclusionProof? {
    guard size <= count, index >= 0, index < size else { return nil }
    var range = 0..<size
    var path: [MerkleHash.Digest] = []
    while range.count > 1 {
      let (left, right) = Self.halves(range)
      if left.contains(index) {
        path.append(hash(right))
        range = left
      } else {
        path.append(hash(left))
        range = right
      }
    }
    return InclusionProof(index: index, size: size, path: path.reversed().map { ContentHash($0) })
  }

  /// The proof that the tree of the first `size` events goes on from that of the first `old` (RFC 6962, section 2.1.2).
  ///
  /// Nil where there is no tree of one of the sizes, or `old` is larger than `size`.
  public func consistencyProof(from old: Int, to size: Int) -> ConsistencyProof? {
    guard old >= 0, old <= size, size <= count else { return nil }
    var path: [MerkleHash.Digest] = []
    var range = 0..<size
    if old > 0, old < size {
      // Down to the subtree whose end is that of the old tree.
      while range.upperBound != old {
        let (left, right) = Self.halves(range)
        if old <= left.upperBound {
          path.append(hash(right))
          range = left
        } else {
          path.append(hash(left))
          range = right
        }
      }
      // Who has the old root knows this one if it is all of the old tree.
      if range.lowerBound > 0 { path.append(hash(range)) }
    }
    return ConsistencyProof(old: old, size: size, path: path.reversed().map { ContentHash($0) })
  }

  /// The hash of the subtree over a range that ``halves(_:)`` can arrive at.
  private func hash(_ range: Range<Int>) -> MerkleHash.Digest {
    if range.isEmpty { return MerkleHash.empty }
    let level = range.count.trailingZeroBitCount
    if range.count == 1 << level { return levels[level][range.lowerBound >> level] }
    let (left, right) = Self.halves(range)
    return MerkleHash.node(hash(left), hash(right))
  }

  /// A range of two or more, split at the largest power of two that is smaller than its length.
  private static func halves(_ range: Range<Int>) -> (Range<Int>, Range<Int>) {
    let width = 1 << (Int.bitWidth - 1 - (range.count - 1).leadingZeroBitCount)
    let middle = range.lowerBound + width
    return (range.lowerBound..<middle, middle..<range.upperBound)
  }
}
