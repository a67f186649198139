import ClaimModel
import Foundation
import TestSupport
import Testing

@testable import ReviewWorkflow

@Suite("A Merkle tree")
struct MerkleTests {
  /// Leaves and roots of the test data of the Certificate Transparency reference implementation (`merkle_tree_test`).
  static let publishedLeaves: [[UInt8]] = [
    [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
    Array(0x50...0x57), Array(0x60...0x6F),
  ]
  static let publishedRoots = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  /// The names of so many made-up events.
  static func events(_ count: Int) -> [ContentHash] {
    (0..<count).map { Event.hash(of: "peristiwa \($0)") }
  }

  @Test("has the roots that Certificate Transparency publishes")
  func published() {
    var frontier = MerkleFrontier()
    var tree = MerkleTree()
    #expect(frontier.root.hex == Self.publishedRoots[0])
    #expect(tree.root.hex == Self.publishedRoots[0])
    for (leaf, root) in zip(Self.publishedLeaves, Self.publishedRoots.dropFirst()) {
      frontier.append(leaf: MerkleHash.leaf(leaf))
      tree.append(leaf: MerkleHash.leaf(leaf))
      #expect(frontier.root.hex == root)
      #expect(tree.root.hex == root)
    }
  }

  @Test("is the same where it was put together from parts")
  func parts() {
    let events = Self.events(70)
    for width in [1, 4, 16] {
      for count in [0, 1, 15, 16, 17, 32, 63, 64, 70] {
        var whole = MerkleFrontier()
        for event in events.prefix(count) { whole.append(event) }
        var joined = MerkleFrontier()
        for start in stride(from: 0, to: count, by: width) {
          var part = MerkleFrontier()
          for event in events[start..<min(start + width, count)] { part.append(event) }
          joined.append(part)
        }
        #expect(joined == whole, "\(count) events in parts of \(width)")
      }
    }
  }

  @Test("has the proofs that Certificate Transparency publishes")
  func publishedProofs() {
    var tree = MerkleTree()
    for leaf in Self.publishedLeaves { tree.append(leaf: MerkleHash.leaf(leaf)) }
    #expect(
      tree.inclusionProof(of: 5, inFirst: 8)?.path.map(\.hex) == [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      ]
    )
    #expect(
      tree.inclusionProof(of: 2, inFirst: 3)?.path.map(\.hex) == [
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"
      ]
    )
    #expect(
      tree.consistencyProof(from: 6, to: 8)?.path.map(\.hex) == [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      ]
    )
    #expect(
      tree.consistencyProof(from: 2, to: 5)?.path.map(\.hex) == [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      ]
    )
  }

  @Test("has the roots that RFC 6962's definition gives, written down again in Python")
  func python() throws {
    let script = """
      import hashlib, sys
      def h(b): return hashlib.sha256(b).digest()
      def mth(d):
          if not d: return h(b"")
          if len(d) == 1: return h(b"\\0" + d[0])
          k = 1
          while k * 2 < len(d): k *= 2
          return h(b"\\1" + mth(d[:k]) + mth(d[k:]))
      d = [h(f"peristiwa {i}".encode()) for i in range(70)]
      print("\\n".join(mth(d[:n]).hex() for n in range(71)))
      """
    guard let output = try Self.run("python3", ["-c", script]) else { return }
    let roots = output.split(separator: "\n").map(String.init)
    var frontier = MerkleFrontier()
    #expect(roots.count == 71)
    #expect(frontier.root.hex == roots[0])
    for (event, root) in zip(Self.events(70), roots.dropFirst()) {
      frontier.append(event)
      #expect(frontier.root.hex == root)
    }
  }

  @Test("proves every leaf of every size up to 130")
  func inclusion() throws {
    let events = Self.events(130)
    let tree = MerkleTree(events)
    for size in 1...130 {
      let root = try #require(tree.root(ofFirst: size))
      for index in 0..<size {
        let proof = try #require(tree.inclusionProof(of: index, inFirst: size))
        #expect(proof.proves(events[index], in: root))
        if size > 1, index.isMultiple(of: 4) {
          #expect(!proof.proves(events[(index + 1) % size], in: root))
        }
      }
    }
  }

  @Test("proves nothing when one bit of event, path or root, or one number, is changed")
  func inclusionBits() throws {
    let events = Self.events(41)
    let tree = MerkleTree(events)
    for (index, size) in [(0, 1), (0, 2), (4, 7), (6, 7), (40, 41), (32, 41), (7, 8)] {
      let proof = try #require(tree.inclusionProof(of: index, inFirst: size))
      let root = try #require(tree.root(ofFirst: size))
      for bit in 0..<256 {
        #expect(!proof.proves(Self.flip(bit, in: events[index]), in: root))
        #expect(!proof.proves(events[index], in: Self.flip(bit, in: root)))
        for place in proof.path.indices {
          var path = proof.path
          path[place] = Self.flip(bit, in: path[place])
          let changed = InclusionProof(index: index, size: size, path: path)
          #expect(!changed.proves(events[index], in: root))
        }
      }
      for other in -1...42 where other != index {
        let changed = InclusionProof(index: other, size: size, path: proof.path)
        #expect(!changed.proves(events[index], in: root), "\(index) of \(size) as \(other)")
      }
      for path in [Array(proof.path.dropLast()), proof.path + [root]] where path != proof.path {
        let changed = InclusionProof(index: index, size: size, path: path)
        #expect(!changed.proves(events[index], in: root))
      }
    }
  }

  @Test("proves that it goes on from each of its earlier sizes, for all pairs up to 40")
  func consistency() throws {
    let tree = MerkleTree(Self.events(40))
    for size in 0...40 {
      let root = try #require(tree.root(ofFirst: size))
      for old in 0...size {
        let oldRoot = try #require(tree.root(ofFirst: old))
        let proof = try #require(tree.consistencyProof(from: old, to: size))
        #expect(proof.proves(oldRoot, goesOnIn: root), "\(old) to \(size)")
        #expect(!proof.proves(Self.flip(size, in: oldRoot), goesOnIn: root))
        // Every tree goes on from the one without leaves, so that says nothing about the root.
        #expect(old == 0 && size > 0 || !proof.proves(oldRoot, goesOnIn: Self.flip(old, in: root)))
        for place in proof.path.indices {
          var path = proof.path
          path[place] = Self.flip(old + place, in: path[place])
          let changed = ConsistencyProof(old: old, size: size, path: path)
          #expect(!changed.proves(oldRoot, goesOnIn: root))
        }
        let longer = ConsistencyProof(old: old, size: size, path: proof.path + [root])
        #expect(!longer.proves(oldRoot, goesOnIn: root))
        if !proof.path.isEmpty {
          let shorter = ConsistencyProof(old: old, size: size, path: proof.path.dropLast())
          #expect(!shorter.proves(oldRoot, goesOnIn: root))
        }
      }
    }
  }

  @Test("gives no proof of what it has never been")
  func outside() {
    let tree = MerkleTree(Self.events(3))
    #expect(tree.inclusionProof(of: 3, inFirst: 3) == nil)
    #expect(tree.inclusionProof(of: -1, inFirst: 3) == nil)
    #expect(tree.inclusionProof(of: 0, inFirst: 4) == nil)
    #expect(tree.inclusionProof(of: 0, inFirst: 0) == nil)
    #expect(tree.consistencyProof(from: 3, to: 2) == nil)
    #expect(tree.consistencyProof(from: -1, to: 2) == nil)
    #expect(tree.consistencyProof(from: 1, to: 4) == nil)
    #expect(tree.root(ofFirst: 4) == nil)
    #expect(tree.root(ofFirst: -1) == nil)
  }

  @Test("believes no numbers that no tree has")
  func absurd() {
    let hash = Event.hash(of: "x")
    for (one, two) in [(-1, 1), (1, 1), (5, 3), (Int.min, Int.max), (0, -1), (Int.max - 1, 2)] {
      #expect(!InclusionProof(index: one, size: two, path: [hash]).proves(hash, in: hash))
      #expect(!ConsistencyProof(old: one, size: two, path: [hash]).proves(hash, goesOnIn: hash))
    }
    let far = ConsistencyProof(old: Int.max - 1, size: Int.max, path: [hash])
    #expect(!far.proves(hash, goesOnIn: hash))
  }

  /// The hash with one bit changed.
  static func flip(_ bit: Int, in hash: ContentHash) -> ContentHash {
    var digest = hash.digest
    digest[bit / 8 % 32] ^= 1 << UInt8(bit % 8)
    return ContentHash(digest)
  }

  /// What a program prints, or nil where there is no such program.
  static func run(_ program: String, _ arguments: [String]) throws -> String? {
    let result = try ChildProcess.run(program, arguments)
    // 127 is how `env` says that it has not found the program.
    guard result.status != 127 else { return nil }
    #expect(result.status == 0)
    return String(decoding: result.output, as: UTF8.self)
  }
}
