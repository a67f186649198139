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
  static func leaf(_ event: ContentHash) -> Digest {
    var hasher = SHA256()
    hasher.update(data: [0x00])
    update(&hasher, with: event.digest)
    return digest(hasher)
  }

  /// The hash of a node over two others.
  static func node(_ left: Digest, _ right: Digest) -> Digest {
    var hasher = SHA256()
    hasher.update(data: [0x01])
    update(&hasher, with: left)
    update(&hasher, with: right)
    return digest(hasher)
  }

  private static func update(_ hasher: inout SHA256, with digest: Digest) {
    unsafe withUnsafeBytes(of: digest) { bytes in
      unsafe hasher.update(bufferPointer: bytes)
    }
  }

  private static func digest(_ hasher: SHA256) -> Digest {
    let hash = hasher.finalize()
    return unsafe hash.withUnsafeBytes { bytes in unsafe bytes.loadUnaligned(as: Digest.self) }
  }
}

extension ContentHash {
  /// The 32 bytes.
  var digest: MerkleHash.Digest {
    var digest = MerkleHash.Digest()
    for (index, digit) in hex.utf8.enumerated() {
      // A hash has lower-case digits only.
      let value =
        digit < UInt8(ascii: "a") ? digit - UInt8(ascii: "0") : digit - UInt8(ascii: "a") + 10
      digest[index / 2] |= index.isMultiple(of: 2) ? value << 4 : value
    }
    return digest
  }

  /// Makes a hash from its 32 bytes.
  init(_ digest: MerkleHash.Digest) {
    self.init(bytes: digest.bytes)
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
