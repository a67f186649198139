import ClaimModel
import Testing

@testable import ReviewWorkflow

@Suite("A checkpoint")
struct CheckpointTests {
  let key: SigningKey
  let events = MerkleTests.events(9)
  let tree: MerkleTree
  let checkpoint: Checkpoint

  init() throws {
    key = try SigningKey(name: "meja.example/buku", seed: Array(repeating: 7, count: 32))
    tree = MerkleTree(events)
    checkpoint = try Checkpoint(origin: "meja.example/buku", size: 9, root: tree.root)
  }

  @Test("is a line each for name, size and root in base64")
  func text() throws {
    let empty = try Checkpoint(origin: "meja.example/buku", MerkleFrontier())
    #expect(
      empty.text == "meja.example/buku\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
    )
    #expect(try Checkpoint(text: empty.text) == empty)
    #expect(try Checkpoint(text: checkpoint.text) == checkpoint)
  }

  @Test("keeps the lines that other programs add")
  func extensions() throws {
    let read = try Checkpoint(text: checkpoint.text + "lain\n")
    #expect(read.extensions == ["lain"])
    #expect(read.text == checkpoint.text + "lain\n")
  }

  @Test("reads the example of the specification")
  func specification() throws {
    let read = try Checkpoint(
      text: "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
    )
    #expect(read.origin == "example.com/behind-the-sofa")
    #expect(read.size == 20_852_163)
    #expect(read.root.hex == "0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62")
  }

  @Test("is signed, and read by those who have the key")
  func signed() throws {
    let note = try checkpoint.signed(with: key).description
    #expect(try Checkpoint(signed: note, by: [key.verifier]) == checkpoint)
    #expect(throws: CheckpointFault.note(.unsigned)) { try Checkpoint(signed: note, by: []) }
    #expect(throws: CheckpointFault.note(.wrongSignature(name: "meja.example/buku"))) {
      try Checkpoint(signed: note.replacing("\n9\n", with: "\n8\n"), by: [key.verifier])
    }
  }

  @Test("is refused under a name with white space", arguments: ["", "buku meja", "a+b"])
  func origins(origin: String) {
    #expect(throws: CheckpointFault.origin(origin)) {
      try Checkpoint(origin: origin, size: 0, root: tree.root)
    }
  }

  @Test(
    "is refused where its lines are not name, size and root",
    arguments: [
      "", "\n", "a\n1\n", "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
      "a\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
      "a\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
      "a\n99999999999999999999\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
      "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n", "a\n1\nAAAA\n",
      "a\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n",
      "a\n\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nb\n",
    ]
  )
  func rubbish(text: String) {
    #expect(throws: CheckpointFault.self) { try Checkpoint(text: text) }
  }
}

@Suite("A proof that an event is in a ledger")
struct EventProofTests {
  let key: SigningKey
  let events = MerkleTests.events(1000)
  let proof: EventProof

  init() throws {
    key = try SigningKey(name: "meja.example/buku", seed: Array(repeating: 7, count: 32))
    let tree = MerkleTree(events)
    let checkpoint = try Checkpoint(origin: "meja.example/buku", size: 1000, root: tree.root)
    proof = try EventProof(
      #require(tree.inclusionProof(of: 444, inFirst: 1000)),
      checkpoint: checkpoint.signed(with: key)
    )
  }

  @Test("holds for its event and for no other")
  func verifies() throws {
    let checkpoint = try proof.verify(events[444], signedBy: [key.verifier])
    #expect(checkpoint.size == 1000)
    #expect(throws: EventProofFault.notInLedger(events[445])) {
      try proof.verify(events[445], signedBy: [key.verifier])
    }
    #expect(throws: EventProofFault.checkpoint(.note(.unsigned))) {
      try proof.verify(events[444], signedBy: [])
    }
  }

  @Test("reads back from its text, which is short, and passes over extra data")
  func text() throws {
    #expect(try EventProof(text: proof.description) == proof)
    #expect(proof.description.hasPrefix("c2sp.org/tlog-proof@v1\nindex 444\n"))
    #expect(proof.description.utf8.count < 800)
    let extra = proof.description.replacing(
      "index ",
      with: "extra AAAA\nindex ",
      maxReplacements: 1
    )
    #expect(try EventProof(text: extra) == proof)
  }

  @Test("does not hold when any byte of it is changed")
  func everyByte() throws {
    let bytes = Array(proof.description.utf8)
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      guard let text = String(validating: changed, as: UTF8.self),
        let read = try? EventProof(text: text)
      else { continue }
      #expect(throws: EventProofFault.self) {
        try read.verify(events[444], signedBy: [key.verifier])
      }
    }
  }

  @Test(
    "is refused where its text is not that of a proof",
    arguments: [
      "", "\n", "c2sp.org/tlog-proof@v1", "c2sp.org/tlog-proof@v1\n", "c2sp.org/tlog-proof@v1\n\n",
      "c2sp.org/tlog-proof@v1\nindex 1\n", "c2sp.org/tlog-proof@v1\nindex 01\n\na\n",
      "c2sp.org/tlog-proof@v1\nindex 1\nAAAA\n\na\n", "\nindex 1\n",
    ]
  )
  func rubbish(text: String) {
    #expect(throws: EventProofFault.self) { try EventProof(text: text) }
  }

  @Test("cannot be put together from a tree and a checkpoint of different sizes")
  func sizes() throws {
    let tree = MerkleTree(events)
    let inclusion = try #require(tree.inclusionProof(of: 4, inFirst: 999))
    #expect(throws: EventProofFault.size(proof: 999, checkpoint: 1000)) {
      try EventProof(inclusion, checkpoint: proof.checkpoint)
    }
  }
}
