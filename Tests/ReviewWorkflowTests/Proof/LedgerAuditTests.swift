import ClaimModel
import Testing

@testable import ReviewWorkflow

@Suite("An audit of a ledger")
struct LedgerAuditTests {
  let key: SigningKey
  let keys: KeyRing
  let entries: [SignedEvent]

  init() throws {
    let key = try SigningKey(name: "sari", seed: Array(repeating: 9, count: 32))
    self.key = key
    var keys = KeyRing()
    keys.add(key.verifier, of: "Sari")
    self.keys = keys
    var sample = try SampleDesk()
    let claim = try sample.play(SampleDesk.toReview, on: sample.captured())
    var entries = try claim.history.map { try SignedEvent($0, signedWith: key) }
    entries.append(
      SignedEvent(try #require(sample.act(.noted(text: "x"), on: claim, by: "Bagas").history.last))
    )
    self.entries = entries
  }

  private func audit(
    _ entries: [SignedEvent],
    checkpoints: [Checkpoint] = []
  ) throws -> LedgerAudit {
    var audit = LedgerAudit(keys: keys, checkpoints: checkpoints)
    for entry in entries {
      try audit.take(
        filedAs: entry.event.id.hex,
        canonical: entry.event.canonical,
        signature: entry.signature?.description
      )
    }
    try audit.finish()
    return audit
  }

  private func checkpoint(_ size: Int, of entries: [SignedEvent]) throws -> Checkpoint {
    let tree = MerkleTree(entries.prefix(size).map(\.event.id))
    return try Checkpoint(origin: "meja.example/buku", size: size, root: tree.root)
  }

  @Test("finds a whole ledger in order, and has its root")
  func whole() throws {
    let checkpoints = try (0...8).map { try checkpoint($0, of: entries) }
    let audit = try audit(entries, checkpoints: checkpoints)
    #expect(audit.frontier.count == 8)
    #expect(audit.frontier.root == checkpoints[8].root)
    #expect(audit.signedEvents == 7)
    #expect(audit.unknownSignatures == 0)
  }

  @Test("finds every changed byte of every event and names the event", arguments: 0..<8)
  func everyByte(position: Int) throws {
    let entry = entries[position]
    let bytes = Array(entry.event.canonical.utf8)
    var before = LedgerAudit(keys: keys)
    for entry in entries.prefix(position) {
      try before.take(
        filedAs: entry.event.id.hex,
        canonical: entry.event.canonical,
        signature: nil
      )
    }
    for index in bytes.indices {
      var audit = before
      var changed = bytes
      changed[index] ^= 1
      let fault = #expect(throws: LedgerAuditFault.self) {
        try audit.take(
          filedAs: entry.event.id.hex,
          canonical: String(decoding: changed, as: UTF8.self),
          signature: entry.signature?.description
        )
      }
      #expect(fault?.position == position)
      #expect(fault?.filedAs == entry.event.id.hex)
      guard case .otherText = fault?.reason else {
        Issue.record("expected otherText, got \(String(describing: fault))")
        return
      }
    }
  }

  @Test("finds an event that is gone, doubled or in another's place")
  func order() throws {
    var gone = entries
    gone.remove(at: 2)
    let parent = entries[2].event.id
    let orphan = entries[3].event.id
    #expect(try fault(gone)?.reason == .ledger(.missingParent(event: orphan, parent: parent)))
    #expect(try fault(entries + [entries[6]])?.reason == .repeated)
    var swapped = entries
    swapped.swapAt(3, 4)
    #expect(try fault(swapped)?.position == 3)
  }

  @Test("finds a signature that speaks against its event")
  func signatures() throws {
    var forged = entries
    forged[4] = SignedEvent(entries[4].event, signature: entries[5].signature)
    #expect(try fault(forged)?.reason == .signature(.wrong(key: "sari")))
    forged = entries
    forged[7] = try SignedEvent(entries[7].event, signedWith: key)
    #expect(try fault(forged)?.reason == .signature(.otherPerson("Sari")))
    var audit = LedgerAudit(keys: keys)
    let first = entries[0].event
    let unreadable = #expect(throws: LedgerAuditFault.self) {
      try audit.take(filedAs: first.id.hex, canonical: first.canonical, signature: "x")
    }
    #expect(unreadable?.reason == .unreadableSignature)
  }

  @Test("finds a ledger that is shorter, or another, than a checkpoint says")
  func checkpoints() throws {
    let whole = try checkpoint(8, of: entries)
    let short = try #require(try fault(Array(entries.dropLast()), checkpoints: [whole]))
    #expect(short.reason == .checkpoint(whole))
    #expect(short.filedAs == nil)
    let other = try Checkpoint(origin: "a", size: 4, root: whole.root)
    let found = try #require(try fault(entries, checkpoints: [whole, other]))
    #expect(found.reason == .checkpoint(other))
    #expect(found.position == 3)
    let never = try Checkpoint(origin: "a", size: 0, root: whole.root)
    #expect(try fault(entries, checkpoints: [never])?.reason == .checkpoint(never))
  }

  private func fault(
    _ entries: [SignedEvent],
    checkpoints: [Checkpoint] = []
  ) throws -> LedgerAuditFault? {
    #expect(throws: LedgerAuditFault.self) { try audit(entries, checkpoints: checkpoints) }
  }
}
