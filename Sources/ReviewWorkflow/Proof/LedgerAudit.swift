public import ClaimModel

/// Goes through a ledger in the order of receipt and stops at the first event that is wrong.
///
/// It remembers each event's name and claim, some 50 bytes an event, and none of their words. What the events add up to is
/// not looked at here: ``ReviewedClaim/init(history:)`` derives it.
public struct LedgerAudit: Sendable {
  private let keys: KeyRing
  private let checkpoints: [Int: [Checkpoint]]
  /// Which claim each event belongs to, by the number that its name is.
  private var claims: [ContentHash: UInt64] = [:]
  /// The root over the events so far, and their number.
  public private(set) var frontier = MerkleFrontier()
  /// How many events carry a signature that holds.
  public private(set) var signedEvents = 0
  /// How many events carry a signature of a key that is not in the ring.
  public private(set) var unknownSignatures = 0

  /// Begins at the ledger's first event.
  ///
  /// `checkpoints` are what the ledger is held against; who signed them has to be checked before
  /// (``Checkpoint/init(signed:by:)``).
  public init(keys: KeyRing = KeyRing(), checkpoints: [Checkpoint] = []) {
    self.keys = keys
    self.checkpoints = Dictionary(grouping: checkpoints, by: \.size)
  }

  /// Takes the next event as it is on file: the name it is filed under, its text, and its signature line.
  ///
  /// Throws ``LedgerAuditFault`` where its hash, form, parents or signature is wrong, or where the ledger up to it is not
  /// what a checkpoint says.
  @discardableResult
  public mutating func take(
    filedAs name: String,
    canonical: String,
    signature line: String?
  ) throws(LedgerAuditFault) -> Event {
    let event: Event
    do {
      event = try read(name, canonical, line)
    } catch {
      throw LedgerAuditFault(position: frontier.count, filedAs: name, reason: error)
    }
    frontier.append(event.id)
    for checkpoint in checkpoints[frontier.count] ?? [] where checkpoint.root != frontier.root {
      throw LedgerAuditFault(
        position: frontier.count - 1,
        filedAs: name,
        reason: .checkpoint(checkpoint)
      )
    }
    return event
  }

  /// Ends the audit.
  ///
  /// Throws ``LedgerAuditFault/Reason/checkpoint(_:)`` for a checkpoint of a longer ledger than this one,
  /// which means that events are gone, and for one of no events whose root is not that of nothing.
  public func finish() throws(LedgerAuditFault) {
    let beginning = checkpoints[0]?.first { $0.root != MerkleFrontier().root }
    let longer = checkpoints.filter { $0.key > frontier.count }.min { $0.key < $1.key }
    if let checkpoint = beginning ?? longer?.value.first {
      throw LedgerAuditFault(
        position: frontier.count,
        filedAs: nil,
        reason: .checkpoint(checkpoint)
      )
    }
  }

  private mutating func read(
    _ name: String,
    _ canonical: String,
    _ line: String?
  ) throws(LedgerAuditFault.Reason) -> Event {
    let id = Event.hash(of: canonical)
    guard id.hex == name else { throw .otherText(id) }
    let event: Event
    let claim: UInt64
    do throws(LedgerFault) {
      event = try Event(canonical: canonical, named: id)
      claim = try event.checkForm()
      for parent in event.parents {
        guard let other = claims[parent] else {
          throw LedgerFault.missingParent(event: id, parent: parent)
        }
        guard other == claim else {
          throw LedgerFault.strayEvent(event: parent, claim: event.claim)
        }
      }
    } catch {
      throw .ledger(error)
    }
    try check(line, of: event)
    guard claims.updateValue(claim, forKey: id) == nil else { throw .repeated }
    return event
  }

  private mutating func check(
    _ line: String?,
    of event: Event
  ) throws(LedgerAuditFault.Reason) {
    guard let line else { return }
    guard let signature = Signature(line: line) else { throw .unreadableSignature }
    let standing = keys.standing(of: SignedEvent(event, signature: signature))
    switch standing {
    case .good: signedEvents += 1
    case .unknownKey: unknownSignatures += 1
    case .unsigned: break
    case .otherPerson, .wrong: throw .signature(standing)
    }
  }
}

/// The first event of a ledger that is wrong.
public struct LedgerAuditFault: Error, Hashable, Sendable {
  /// Its place in the order of receipt, from 0.
  public let position: Int
  /// The name it is filed under; nil where the ledger ended too early.
  public let filedAs: String?
  /// What is wrong.
  public let reason: Reason

  /// What can be wrong with an event on file.
  public enum Reason: Error, Hashable, Sendable {
    /// Its text is not what its name says; the hash of the text that is there.
    case otherText(ContentHash)
    /// Its form or its parents are wrong.
    case ledger(LedgerFault)
    /// It was received before.
    case repeated
    /// Its signature is not a signature line.
    case unreadableSignature
    /// Its signature speaks against it.
    case signature(SignatureStanding)
    /// The ledger up to here is not the one that this checkpoint was made of, or is shorter.
    case checkpoint(Checkpoint)
  }
}
