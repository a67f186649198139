import ClaimModel
import ClaimStore
import ReviewWorkflow

/// A round through the queue: which claim lies on the desk, what a step does to it, and which comes next.
///
/// Nothing is half done when it stops: a step is one event, and the next round goes on with the claim that was on the desk.
struct ReviewRound {
  private var session: ReviewSession
  /// Claims that were looked at and left.
  private var left: Set<ClaimID> = []
  /// The claim that the last step was done to.
  private(set) var touched: ClaimID?

  init(_ desk: Desk) { session = ReviewSession(desk: desk, claim: nil) }

  var desk: Desk { session.desk }
  /// The claim on the desk.
  var claim: ReviewedClaim? { session.claim }

  /// What a line led to.
  enum Outcome {
    /// The clock, the actor or the claim on the desk changed.
    case turned
    /// Something happened to the claim.
    case done(Step)
    /// The person wants to see something, go on, or stop.
    case asked(ScriptLine)
  }

  /// Something that happened to a claim.
  struct Step {
    var event: Event
    var before: ReviewedClaim
    var after: ReviewedClaim
    /// Whether somebody else goes on with it.
    var isOutOfHand: Bool
  }

  // MARK: - The claim on the desk

  /// Begins where the last round stopped, else with the queue; gives why the claim is there.
  mutating func begin() throws -> String? {
    if let id = ReviewPlace(desk).read(), let claim = try? desk.claim(id) {
      open(claim)
      return say("here you stopped last time", "di sini Anda berhenti tadi")
    }
    return try turnToNext()
  }

  mutating func open(_ claim: ReviewedClaim?) {
    session.claim = claim
    ReviewPlace(desk).write(claim?.claim.id)
  }

  /// Reads the claim again: somebody else may have been at it.
  mutating func refresh() throws {
    if let claim { session.claim = try desk.claim(claim.claim.id) }
  }

  /// Leaves the claim for this round and goes on to the next, or begins again with what was left.
  mutating func skip() throws -> String? {
    if let claim { left.insert(claim.claim.id) } else { left = [] }
    return try turnToNext()
  }

  /// Goes on to what is most pressing; gives why it is, nil where nothing is left.
  mutating func turnToNext() throws -> String? {
    guard let entry = try desk.queue(limit: 1, skipping: left).first else {
      open(nil)
      return nil
    }
    open(try desk.claim(entry.claim.id))
    return "\(QueueWording.name(entry.step)): \(entry.reasons.joined(separator: ", "))"
  }

  /// What is said when no claim is on the desk.
  func emptiness() throws -> String {
    try desk.queue(limit: 1).isEmpty
      ? say("Nothing is left to do.", "Tidak ada lagi yang perlu dikerjakan.")
      : say(
        "Nothing is left but what you passed over; j begins with it again.",
        "Tinggal yang tadi Anda lewati; j memulainya lagi."
      )
  }

  // MARK: - Steps

  /// Does what a line says.
  ///
  /// The claim stays on the desk; who wants to go on calls ``turnToNext()``. After a failure the claim is as it stands in the ledger.
  mutating func perform(_ line: ScriptLine) throws -> Outcome {
    if line == .undo { try turnToTouched() }
    let before = claim
    let outcome: ReviewSession.Outcome
    do {
      outcome = try session.perform(line)
    } catch {
      try refresh()
      throw error
    }
    switch outcome {
    case .turned:
      open(claim)
      return .turned
    case .asked(let line): return .asked(line)
    case .done(let event):
      guard let before, let after = claim else { return .turned }
      touched = after.claim.id
      let isOutOfHand = line != .undo && after.state != before.state && !isOwn(after)
      if isOutOfHand { left.insert(after.claim.id) }
      return .done(Step(event: event, before: before, after: after, isOutOfHand: isOutOfHand))
    }
  }

  /// What is taken back is the last step of this round, on whatever claim it was.
  private mutating func turnToTouched() throws {
    guard let touched, touched != claim?.claim.id else { return }
    left.remove(touched)
    open(try desk.claim(touched))
  }

  /// Whether the actor would go on with the claim at once.
  private func isOwn(_ claim: ReviewedClaim) -> Bool {
    claim.owner == desk.actor && desk.workflow.transition(for: "submitted", in: claim.state) != nil
      || desk.workflow.transition(for: "published", in: claim.state) != nil
  }
}
