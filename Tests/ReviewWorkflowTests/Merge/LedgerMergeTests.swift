import ClaimModel
import Testing

@testable import ReviewWorkflow

/// A ledger in memory, to merge others into.
struct MemoryLedger {
  private(set) var events: [SignedEvent] = []
  private var claims: [ContentHash: ClaimID] = [:]

  init(_ events: [Event]) {
    for event in events { store(SignedEvent(event)) }
  }

  mutating func store(_ signed: SignedEvent) {
    events.append(signed)
    claims[signed.event.id] = signed.event.claim
  }

  @discardableResult
  mutating func merge(_ theirs: [SignedEvent], keys: KeyRing = KeyRing()) throws -> MergeOutcome {
    var merge = LedgerMerge(keys: keys)
    for signed in theirs {
      if try merge.admit(signed, claimOf: { claims[$0] }) { store(signed) }
    }
    for claim in merge.claims {
      _ = try merge.conclude(claim, history: events.map(\.event).filter { $0.claim == claim })
    }
    return merge.outcome
  }

  func reviewed(_ claim: ClaimID) throws -> ReviewedClaim {
    try ReviewedClaim(history: events.map(\.event).filter { $0.claim == claim })
  }
}

@Suite("A merge of two ledgers")
struct LedgerMergeTests {
  let claim = SampleDesk.claim.id

  /// A claim's history up to where two desks part, and what each of them does then.
  private func parted(
    _ ours: EventContent,
    _ theirs: EventContent,
    by other: String = "Bagas"
  ) throws -> (base: [Event], ours: Event, theirs: Event) {
    var sample = try SampleDesk()
    let base = try sample.play(Array(SampleDesk.toReview.prefix(4)), on: sample.captured())
    let one = try sample.act(ours, on: base, by: "Sari")
    let other = try sample.act(theirs, on: base, by: other)
    return (base.history, try #require(one.history.last), try #require(other.history.last))
  }

  @Test("takes in what is new, once")
  func new() throws {
    let (base, ours, theirs) = try parted(.noted(text: "satu"), .noted(text: "dua"))
    var ledger = MemoryLedger(base + [ours])
    let incoming = (base + [theirs]).map { SignedEvent($0) }
    let outcome = try ledger.merge(incoming)
    #expect(outcome.addedEvents == 1)
    #expect(outcome.knownEvents == base.count)
    #expect(outcome.joined == [claim])
    #expect(outcome.conflicts.isEmpty)
    #expect(ledger.events.last?.event == theirs)
    let again = try ledger.merge(incoming)
    #expect(again.addedEvents == 0)
    #expect(again.joined.isEmpty)
    #expect(try ledger.reviewed(claim).notes.map(\.value) == ["satu", "dua"])
  }

  @Test("fills an empty ledger")
  func empty() throws {
    let (base, _, _) = try parted(.noted(text: "satu"), .noted(text: "dua"))
    var ledger = MemoryLedger([])
    let outcome = try ledger.merge(base.map { SignedEvent($0) })
    #expect(outcome.addedEvents == base.count)
    #expect(outcome.unsignedEvents == base.count)
    #expect(outcome.joined.isEmpty)
    #expect(ledger.events.map(\.event) == base)
  }

  @Test("leaves two verdicts on one claim as a conflict, whoever merges whom")
  func conflict() throws {
    let (base, ours, theirs) = try parted(
      .concluded(SampleDesk.verdict("false")),
      .concluded(SampleDesk.verdict("true")),
      by: "Sari"
    )
    var here = MemoryLedger(base + [ours])
    var there = MemoryLedger(base + [theirs])
    let incoming = there.events
    #expect(try there.merge(here.events).conflicts == [claim])
    let outcome = try here.merge(incoming)
    #expect(outcome.conflicts == [claim])
    #expect(outcome.joined.isEmpty)
    #expect(try here.reviewed(claim) == there.reviewed(claim))
    #expect(try here.reviewed(claim).conflict.count == 2)
  }

  @Test("joins a claim that both desks captured by themselves")
  func capturedTwice() throws {
    let sample = try SampleDesk()
    let ours = sample.desk.capture(SampleDesk.claim, by: "Sari", at: sample.clock)
    let theirs = sample.desk.capture(SampleDesk.claim, by: "Bagas", at: sample.clock)
    var ledger = MemoryLedger([ours])
    #expect(try ledger.merge([SignedEvent(theirs)]).joined == [claim])
    #expect(try ledger.reviewed(claim).heads == [ours.id, theirs.id].sorted())
  }

  @Test(
    "gives every copy the same claims, in whatever order random ledgers meet",
    arguments: 0..<20
  )
  func anyOrder(seed: UInt64) throws {
    var random = SeededRandom(state: seed)
    let base = try SampleDesk().captured()
    var desks = (0..<3).map { _ in MemoryLedger(base.history) }
    for round in 0..<12 {
      let index = Int.random(in: 0..<3, using: &random)
      let present = try desks[index].reviewed(claim)
      let content: EventContent =
        Bool.random(using: &random)
        ? .noted(text: "catatan \(round)")
        : .concluded(SampleDesk.verdict(Bool.random(using: &random) ? "true" : "false"))
      let event = Event(
        claim: claim,
        parents: present.heads,
        content: content,
        actor: "Meja \(index)",
        time: Timestamp(secondsSince1970: Int64.random(in: 0..<100, using: &random)),
        state: present.state,
        workflow: "w"
      )
      desks[index].store(SignedEvent(event))
      if round.isMultiple(of: 4) { try desks[(index + 1) % 3].merge(desks[index].events) }
    }
    var forward = desks[0]
    try forward.merge(desks[1].events)
    try forward.merge(desks[2].events)
    var backward = desks[2]
    try backward.merge(desks[1].events)
    try backward.merge(desks[0].events)
    #expect(Set(forward.events) == Set(backward.events))
    #expect(try forward.reviewed(claim) == backward.reviewed(claim))
  }

  @Test("refuses an event whose parent is missing, and names both")
  func missingParent() throws {
    let (base, ours, _) = try parted(.noted(text: "satu"), .noted(text: "dua"))
    var ledger = MemoryLedger(Array(base.prefix(2)))
    let parent = try #require(ours.parents.first)
    #expect(throws: MergeFault.ledger(.missingParent(event: ours.id, parent: parent))) {
      try ledger.merge([SignedEvent(ours)])
    }
  }

  @Test("refuses events that no ledger could have")
  func forms() throws {
    let sample = try SampleDesk()
    let first = try sample.captured().history[0]
    func event(
      _ content: EventContent,
      on id: ClaimID,
      after parents: [ContentHash]
    ) -> SignedEvent {
      SignedEvent(
        Event(
          claim: id,
          parents: parents,
          content: content,
          actor: "Sari",
          time: sample.clock,
          state: "captured",
          workflow: "w"
        )
      )
    }
    let other = ClaimID(rawValue: "ffffffffffffffff")
    let cases: [(SignedEvent, LedgerFault)] = [
      (event(.taken, on: claim, after: []), .noBeginning(claim: claim)),
      (
        event(.captured(SampleDesk.claim), on: claim, after: [first.id]), .noBeginning(claim: claim)
      ),
      (event(.taken, on: other, after: [first.id]), .strayEvent(event: first.id, claim: other)),
      (
        event(.taken, on: claim, after: [first.id, first.id]),
        .unreadableEvent(.repeatedParent)
      ),
    ]
    for (signed, fault) in cases {
      var ledger = MemoryLedger([first])
      #expect(throws: MergeFault.ledger(fault)) { try ledger.merge([signed]) }
    }
    var strange = SampleDesk.claim
    strange.id = ClaimID(rawValue: "../../etc/passwd")
    var empty = MemoryLedger([])
    #expect(
      throws: MergeFault.ledger(
        .unreadableEvent(.claimName)
      )
    ) { try empty.merge([event(.captured(strange), on: strange.id, after: [])]) }
    let stolen = event(.captured(SampleDesk.claim), on: other, after: [])
    var ledger = MemoryLedger([])
    #expect(throws: MergeFault.ledger(.strayEvent(event: stolen.event.id, claim: claim))) {
      try ledger.merge([stolen])
    }
  }

  @Test("refuses a signature that speaks against its event, and counts the others")
  func signatures() throws {
    let (base, ours, theirs) = try parted(.noted(text: "satu"), .noted(text: "dua"))
    let sari = try SigningKey(name: "sari")
    let bagas = try SigningKey(name: "bagas")
    let stranger = try SigningKey(name: "orang")
    var keys = KeyRing()
    keys.add(sari.verifier, of: "Sari")
    keys.add(bagas.verifier, of: "Bagas")
    var ledger = MemoryLedger(base)
    let outcome = try ledger.merge(
      [
        try SignedEvent(ours, signedWith: sari),
        try SignedEvent(theirs, signedWith: stranger),
      ],
      keys: keys
    )
    #expect(outcome.signedEvents == 1)
    #expect(outcome.unknownSignatures == 1)
    #expect(outcome.unsignedEvents == 0)
    var other = MemoryLedger(base)
    #expect(throws: MergeFault.signature(.otherPerson("Sari"), event: theirs.id)) {
      try other.merge([try SignedEvent(theirs, signedWith: sari)], keys: keys)
    }
    #expect(throws: MergeFault.signature(.wrong(key: "bagas"), event: theirs.id)) {
      let signature = try SignedEvent(ours, signedWith: bagas).signature
      try other.merge([SignedEvent(theirs, signature: signature)], keys: keys)
    }
  }
}
