public import ClaimModel

/// Judges what may happen to a claim: pure, the same answer for the same claim, event, actor and workflow.
public struct ReviewDesk: Sendable {
  /// The rules.
  public let workflow: Workflow
  /// The scale that verdicts are given on.
  public let scale: RatingScale

  /// Makes a desk with its rules and its scale.
  public init(workflow: Workflow, scale: RatingScale) {
    self.workflow = workflow
    self.scale = scale
  }

  /// The first event of a claim's life.
  public func capture(_ claim: Claim, by actor: String, at time: Timestamp) -> Event {
    Event(
      claim: claim.id,
      parents: [],
      content: .captured(claim),
      actor: actor,
      time: time,
      state: workflow.start,
      workflow: workflow.version
    )
  }

  /// The event that follows from what somebody wants to do.
  ///
  /// Throws ``Refusal`` with everything that is missing.
  public func judge(
    _ content: EventContent,
    on claim: ReviewedClaim,
    by actor: String,
    at time: Timestamp
  ) throws(Refusal) -> Event {
    let missing = missing(for: content, on: claim, by: actor, at: time)
    guard missing.isEmpty else {
      throw Refusal(event: content.type, claim: claim.claim.id, missing: missing)
    }
    return Event(
      claim: claim.claim.id,
      parents: claim.heads,
      content: content,
      actor: actor,
      time: time,
      state: stateAfter(content, on: claim),
      workflow: workflow.version
    )
  }

  /// Everything that stands between a claim and an event; empty where it may happen.
  public func missing(
    for content: EventContent,
    on claim: ReviewedClaim,
    by actor: String,
    at time: Timestamp
  ) -> [Missing] {
    var missing: [Missing] = []
    if !claim.conflict.isEmpty, !Self.settles(content) { missing.append(.conflict) }
    let transition = workflow.transition(for: content.type, in: claim.state)
    // Rival verdicts may have to be settled in a state where verdicts are not written.
    let ruling = transition ?? (claim.conflict.isEmpty ? nil : workflow.first(content.type))
    if let ruling, let roles = workflow.roles(of: actor), !ruling.allows(roles) {
      missing.append(.role(ruling.roles))
    }
    if let transition {
      for rule in transition.guards {
        if let gap = gap(rule, for: content, on: claim, by: actor) { missing.append(gap) }
      }
    } else if claim.conflict.isEmpty, !Self.isObservation(content) {
      let allowed = workflow.transitions.filter { $0.event == content.type }.flatMap(\.from)
      missing.append(.state(claim.state, allowed: allowed))
    }
    missing += Self.gaps(in: content, on: claim, by: actor, at: time)
    missing += verdictGaps(in: content, on: claim, by: actor)
    return missing
  }

  /// The state a claim is in after an event.
  private func stateAfter(_ content: EventContent, on claim: ReviewedClaim) -> String {
    if case .undone = content { return claim.stateBeforeLatest ?? claim.state }
    if case .opinionCast(let opinion) = content, !claim.agrees(opinion) {
      return workflow.transition(for: "returned", in: claim.state)?.to ?? claim.state
    }
    if case .concluded = content, workflow.transition(for: content.type, in: claim.state) == nil {
      // Nobody has handed in the verdict that settles a conflict: back to where verdicts are written.
      return workflow.first(content.type)?.from.first ?? claim.state
    }
    if claim.approval != nil, Self.edits(content, claim),
      let approving = workflow.first("approved"),
      approving.to == claim.state
    {
      // An edit voids the approval: back to where it was given.
      return approving.from.first ?? claim.state
    }
    return workflow.transition(for: content.type, in: claim.state)?.to ?? claim.state
  }

  /// What a rule of the workflow file finds missing.
  private func gap(
    _ rule: Workflow.Guard,
    for content: EventContent,
    on claim: ReviewedClaim,
    by actor: String
  ) -> Missing? {
    switch rule {
    case .owner:
      return claim.owner.flatMap { $0 == actor ? nil : .owner($0) }
    case .verdict:
      guard let verdict = claim.verdict?.value else { return .verdict }
      return verdict.explanation.hasWords ? nil : .explanation
    case .independentSources:
      let have = claim.independenceGroups.count
      let need = workflow.rules.independentSources
      return have >= need || claim.waiver != nil
        ? nil : .independentSources(have: have, need: need)
    case .replyClosed:
      guard case .asked(let contact, let deadline) = claim.reply else { return nil }
      return .reply(contact: contact, deadline: deadline)
    case .secondOpinion:
      guard workflow.rules.blindSecondOpinion else { return nil }
      return claim.isConfirmed ? nil : .secondOpinion(submitter: claim.submitter ?? "")
    case .differentPerson:
      if workflow.rules.solo { return nil }
      if claim.submitter == actor { return .differentPerson(submitter: actor) }
      // An opinion on one's own verdict is no second one, whoever handed it in.
      guard case .opinionCast = content, claim.verdict?.actor == actor else { return nil }
      return .otherThanAuthor(actor)
    case .approvalHolds:
      return claim.approval == nil ? .approvalVoided : nil
    }
  }

  /// What is missing in the event itself.
  private static func gaps(
    in content: EventContent,
    on claim: ReviewedClaim,
    by actor: String,
    at time: Timestamp
  ) -> [Missing] {
    if let words = content.words, !words.hasWords { return [.words] }
    switch content {
    case .uncited(let cited, _):
      return claim.evidence.contains { $0.event == cited } ? [] : [.citation(cited)]
    case .merged(let other, _):
      return other == claim.claim.id ? [.otherClaim] : []
    case .approved(let subject):
      return subject == claim.subject ? [] : [.approvalVoided]
    case .replyAsked(let contact, _):
      return contact.hasWords ? [] : [.words]
    case .replyAnswered:
      return claim.reply.isAwaited ? [] : [.noReplyAsked]
    case .replySilent:
      guard case .asked(_, let deadline) = claim.reply else { return [.noReplyAsked] }
      return time.date > deadline ? [] : [.deadlineNotPassed(deadline)]
    case .undone(let event):
      let latest = claim.history.last
      let mayGo = latest?.id == event && latest?.actor == actor && claim.history.count > 1
      return mayGo && claim.heads == [event] ? [] : [.latestStep]
    default:
      return []
    }
  }

  /// What is missing in a verdict or in what depends on one.
  private func verdictGaps(
    in content: EventContent,
    on claim: ReviewedClaim,
    by actor: String
  ) -> [Missing] {
    switch content {
    case .concluded(let verdict), .opinionCast(let verdict):
      var gaps: [Missing] = []
      if verdict.scale == scale.name, scale.rating(named: verdict.rating) == nil {
        gaps.append(.rating(verdict.rating, known: scale.ratings.map(\.name)))
      }
      if !verdict.explanation.hasWords { gaps.append(.explanation) }
      return gaps
    case .submitted:
      guard let correction = claim.corrections.last, !workflow.rules.solo,
        correction.old?.rating != claim.verdict?.value.rating,
        let author = correction.oldAuthor, author == actor
      else { return [] }
      return [.newReviewer(author: author)]
    default:
      return []
    }
  }

  /// Whether an event changes what an approval is bound to.
  private static func edits(_ content: EventContent, _ claim: ReviewedClaim) -> Bool {
    switch content {
    case .cited, .uncited, .concluded: return true
    case .reanchored(let moved):
      return ReviewedClaim.statement(of: moved) != ReviewedClaim.statement(of: claim.claim)
    default: return false
    }
  }

  /// Whether an event may happen while two verdicts stand against each other.
  private static func settles(_ content: EventContent) -> Bool {
    switch content {
    case .concluded, .noted, .reanchored, .orphaned, .sourceChecked: return true
    default: return false
    }
  }

  /// Whether an event only records what was seen: it may happen anywhere, also where the workflow file does not list it.
  private static func isObservation(_ content: EventContent) -> Bool {
    if case .sourceChecked = content { return true }
    return false
  }
}

extension ReviewedClaim {
  /// The state before the latest event, whatever workflow judged it.
  fileprivate var stateBeforeLatest: String? {
    try? ReviewedClaim(history: Array(history.dropLast())).state
  }

}

extension ReviewedClaim.Reply {
  /// Whether an answer may come; after a silence it may still come late.
  fileprivate var isAwaited: Bool {
    switch self {
    case .asked, .silent: return true
    case .notNeeded, .answered: return false
    }
  }
}

extension Workflow {
  /// The first way an event may be used.
  fileprivate func first(_ event: String) -> Transition? {
    transitions.first { $0.event == event }
  }
}

extension String {
  /// Whether there is anything but white space.
  fileprivate var hasWords: Bool { utf8.contains { $0 > 0x20 } }
}
