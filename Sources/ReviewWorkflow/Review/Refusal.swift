public import ClaimModel

/// Why an event may not happen: everything that is missing, not only the first thing.
public struct Refusal: Error, Hashable, Sendable {
  /// The event that was asked for.
  public var event: String
  /// The claim.
  public var claim: ClaimID
  /// What is missing; never empty.
  public var missing: [Missing]
}

/// One thing that stands between a claim and an event.
public enum Missing: Hashable, Sendable {
  /// The event does not happen in the claim's state, only in these.
  case state(String, allowed: [String])
  /// Two verdicts written apart have to be settled first.
  case conflict
  /// The actor has none of the roles that may do this.
  case role([String])
  /// Somebody else works on it.
  case owner(String)
  /// There is no verdict.
  case verdict
  /// The verdict has no explanation.
  case explanation
  /// The scale has no such rating.
  case rating(String, known: [String])
  /// Too few independent sources.
  case independentSources(have: Int, need: Int)
  /// The claimant was asked and may still reply.
  case reply(contact: String, deadline: CalendarDate)
  /// Nobody was asked for a reply.
  case noReplyAsked
  /// The deadline has not passed.
  case deadlineNotPassed(CalendarDate)
  /// Nobody has cast a second opinion.
  case secondOpinion(submitter: String)
  /// It has to be somebody other than the one who submitted it.
  case differentPerson(submitter: String)
  /// A second opinion has to be somebody's other than the verdict's author.
  case otherThanAuthor(String)
  /// A changed rating has to be submitted by somebody other than the first verdict's author.
  case newReviewer(author: String)
  /// The claim, verdict or evidence is not what was approved, or not what the one who approves has read.
  case approvalVoided
  /// A reason, comment or text has to be given.
  case words
  /// There is no such citation on the claim.
  case citation(ContentHash)
  /// A claim cannot be merged into itself.
  case otherClaim
  /// The event to be taken back is not the actor's latest step on the claim.
  case latestStep
}
