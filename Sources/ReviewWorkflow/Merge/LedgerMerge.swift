public import ClaimModel

/// Takes the events of another ledger one by one and judges each: new here, known here, or not fit to be taken in.
///
/// The union keeps its own order of receipt first; the other ledger's new events follow in theirs. As every ledger has an
/// event's parents before the event, so has the union. Nothing is decided between two histories of a claim that ran apart:
/// both stay, and ``ReviewedClaim/conflict`` says where a person has to choose.
public struct LedgerMerge: Sendable {
  /// The keys that signatures are checked with.
  private let keys: KeyRing
  /// What was taken in so far, by claim.
  private var added: [ClaimID: Set<ContentHash>] = [:]
  /// What has come of it so far.
  public private(set) var outcome = MergeOutcome()

  /// Begins a merge.
  ///
  /// An event whose signature speaks against it is refused. One without a signature, or with that of a key that is not in
  /// the ring, is taken in and counted.
  public init(keys: KeyRing = KeyRing()) { self.keys = keys }

  /// Whether an event is new and fit to be stored.
  ///
  /// `claimOf` tells the claim of an event that is in the union so far, or nil where it is not in it. Throws
  /// ``MergeFault`` for an event that is not fit, and what `claimOf` throws.
  public mutating func admit(
    _ signed: SignedEvent,
    claimOf: (ContentHash) throws -> ClaimID?
  ) throws -> Bool {
    let event = signed.event
    guard try claimOf(event.id) == nil else {
      outcome.knownEvents += 1
      return false
    }
    do {
      try event.checkForm()
    } catch {
      throw MergeFault.ledger(error)
    }
    for parent in event.parents {
      guard let claim = try claimOf(parent) else {
        throw MergeFault.ledger(.missingParent(event: event.id, parent: parent))
      }
      guard claim == event.claim else {
        throw MergeFault.ledger(.strayEvent(event: parent, claim: event.claim))
      }
    }
    switch keys.standing(of: signed) {
    case .good: outcome.signedEvents += 1
    case .unsigned: outcome.unsignedEvents += 1
    case .unknownKey: outcome.unknownSignatures += 1
    case .otherPerson, .wrong:
      throw MergeFault.signature(keys.standing(of: signed), event: event.id)
    }
    added[event.claim, default: []].insert(event.id)
    outcome.addedEvents += 1
    return true
  }

  /// The claims that have got events, in the order of their names.
  public var claims: [ClaimID] { added.keys.sorted() }

  /// A claim as all its events now make it, once all have been taken in; notes what has become of it.
  ///
  /// Throws ``MergeFault/ledger(_:)`` where the events are not a claim's whole history.
  public mutating func conclude(
    _ claim: ClaimID,
    history: [Event]
  ) throws(MergeFault) -> ReviewedClaim {
    let new = added[claim] ?? []
    let before = history.filter { !new.contains($0.id) }
    do {
      let reviewed = try ReviewedClaim(history: history)
      let old = before.isEmpty ? nil : try ReviewedClaim(history: before)
      if !reviewed.conflict.isEmpty {
        if old?.conflict.isEmpty ?? true { outcome.conflicts.append(claim) }
      } else if reviewed.heads.count > 1, let old, old.heads.count < reviewed.heads.count {
        outcome.joined.append(claim)
      }
      return reviewed
    } catch {
      throw .ledger(error)
    }
  }
}

/// What has come of a merge.
public struct MergeOutcome: Hashable, Sendable, Codable {
  /// Events that were new here.
  public var addedEvents = 0
  /// Events that were here already.
  public var knownEvents = 0
  /// New events whose signature was checked and holds.
  public var signedEvents = 0
  /// New events that nobody signed.
  public var unsignedEvents = 0
  /// New events signed with a key that is not in the ring.
  public var unknownSignatures = 0
  /// Claims that now have two verdicts written apart, of which a person has to choose; by name.
  public var conflicts: [ClaimID] = []
  /// Claims whose histories ran apart and join by themselves; by name.
  public var joined: [ClaimID] = []
  /// Documents that were new here.
  public var addedDocuments = 0
  /// Documents that were here already.
  public var knownDocuments = 0

  /// Nothing yet.
  public init() {}
}

/// Why an event is not fit to be taken in.
public enum MergeFault: Error, Hashable, Sendable {
  /// Its hash, its parents or its form is wrong.
  case ledger(LedgerFault)
  /// Its signature speaks against it.
  case signature(SignatureStanding, event: ContentHash)
}
