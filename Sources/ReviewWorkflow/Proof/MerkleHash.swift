public import ClaimModel
import Crypto

/// The hashes of a Merkle tree: SHA-256 with a byte in front that keeps leaves and nodes apart.
///
/// Source: RFC 6962, section 2.1. They are kept as 32 bytes in place, because a tree over a million events makes two
/// million of them.
enum MerkleHash {
  typealias Digest = SIMD32<UInt8>

  /// The root of the tree without leaves: the hash of nothing.
  static var empty: Digest { digest(SHA256()) }

  /// The hash of a leaf.
  static func leaf(_ data: [UInt8]) -> Digest {
    var hasher = SHA256()
    hasher.update(data: [0x00])
    hasher.update(data: data)
    return digest(hasher)
  }

  /// The hash of the leaf that stands for an event: its name's 32 bytes.
  static func leaf(_ event: ContentHash) -> Digest { hash(0x00, event.digest, nil) }

  /// The hash of a node over two others.
  static func node(_ left: Digest, _ right: Digest) -> Digest { hash(0x01, left, right) }

  /// Hashes a byte and one or two digests, put together first: a hasher is asked once.
  private static func hash(_ kind: UInt8, _ left: Digest, _ right: Digest?) -> Digest {
    var hasher = SHA256()
    unsafe withUnsafeTemporaryAllocation(byteCount: 65, alignment: 1) { bytes in
      unsafe bytes[0] = kind
      unsafe bytes.storeBytes(of: left, toByteOffset: 1, as: Digest.self)
      if let right { unsafe bytes.storeBytes(of: right, toByteOffset: 33, as: Digest.self) }
      let used = unsafe UnsafeRawBufferPointer(rebasing: bytes[..<(right == nil ? 33 : 65)])
      unsafe hasher.update(bufferPointer: used)
    }
    return digest(hasher)
  }

  /// What a hasher comes to.
  static func digest(_ hasher: SHA256) -> Digest {
    let hash = hasher.finalize()
    return unsafe hash.withUnsafeBytes { bytes in unsafe bytes.loadUnaligned(as: Digest.self) }
  }
}

extension ContentHash {
  /// Makes a hash from its 32 bytes.
  init(_ digest: MerkleHash.Digest) {
    self.init(digest: digest)
  }

  /// Reads a hash from base64, as proofs and checkpoints write it; nil where it is none.
  init?(base64: some StringProtocol) {
    guard let bytes = Base64.decode(base64), bytes.count == 32 else { return nil }
    self.init(bytes: bytes)
  }

  /// The hash in base64, as proofs and checkpoints write it.
  public var base64: String { Base64.encode(digest.bytes) }
}

extension MerkleHash.Digest {
  fileprivate var bytes: [UInt8] { indices.map { self[$0] } }
}
