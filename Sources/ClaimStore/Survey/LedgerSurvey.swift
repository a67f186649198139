public import ClaimModel
import ReviewWorkflow

/// What is in a ledger in which nothing is wrong.
public struct LedgerSurvey: Sendable {
  /// How many events there are.
  public var events = 0
  /// How many claims they make.
  public var claims = 0
  /// How many events carry a signature that holds.
  public var signedEvents = 0
  /// How many events carry a signature of a key that is not in the ring.
  public var unknownSignatures = 0
  /// The root of the Merkle tree over the events.
  public var root = MerkleFrontier().root
  /// What was cited from stored copies, and for which claim; whether it stands there has not been looked at.
  public var excerpts: [Excerpt] = []

  /// A citation from a stored copy.
  public struct Excerpt: Sendable {
    /// The claim that it speaks for or against.
    public var claim: ClaimID
    /// What was cited.
    public var evidence: Evidence
  }

  /// Adds what other events come to.
  mutating func add(_ other: LedgerSurvey) {
    events += other.events
    claims += other.claims
    signedEvents += other.signedEvents
    unknownSignatures += other.unknownSignatures
    excerpts += other.excerpts
  }
}
