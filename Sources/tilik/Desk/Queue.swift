import ClaimModel
import ClaimStore
import ReviewWorkflow

/// What a claim waits for, as the workflow has it.
enum QueueStep: String, Encodable, CaseIterable {
  /// Somebody has to choose between two verdicts.
  case settle
  /// Its owner works on it.
  case research
  /// A second person has to look at it.
  case review
  /// It is approved and not out yet.
  case publish
  /// Nobody works on it.
  case take
  /// Nobody has decided whether it is checked.
  case triage
  /// Its sources should be looked at again.
  case recheck

  /// The event that takes a claim on from here.
  var event: String {
    switch self {
    case .settle: return "concluded"
    case .research: return "submitted"
    case .review: return "approved"
    case .publish: return "published"
    case .take: return "taken"
    case .triage: return "triaged"
    case .recheck: return "corrected"
    }
  }

  /// The states in which a claim waits for this.
  func states(of workflow: Workflow) -> [String] {
    workflow.states.map(\.name).filter { state in
      // Claims that can be taken can often be triaged again, too; the first step that fits is meant.
      Self.allCases.dropFirst().first { workflow.transition(for: $0.event, in: state) != nil }
        == self
    }
  }
}

/// A claim in the queue, and why it stands where it does.
struct QueueEntry: Encodable {
  var claim: ClaimSummary
  var step: QueueStep
  var isOverdue: Bool
  /// Why, in words: the first decides most.
  var reasons: [String]
}

extension Desk {
  /// What the actor could do next, the most pressing first.
  ///
  /// What is due comes first; then rival verdicts, the actor's own work, what waits for a second person, what is approved,
  /// the queue, and what nobody has triaged; within each by priority, harm, reach, day due and check-worthiness. What only
  /// others can do is left out.
  func queue(limit: Int, skipping left: Set<ClaimID> = []) throws -> [QueueEntry] {
    var entries: [QueueEntry] = []
    var taken = left
    func add(_ claims: [ClaimSummary], _ step: QueueStep, isOverdue: Bool = false) throws {
      for claim in claims where entries.count < limit && !taken.contains(claim.id) {
        guard isOverdue || step == .settle || step == .recheck || step == self.step(of: claim)
        else { continue }
        guard try mayAct(on: claim, step) else { continue }
        taken.insert(claim.id)
        entries.append(
          QueueEntry(
            claim: claim,
            step: step,
            isOverdue: isOverdue,
            reasons: QueueWording.reasons(claim, step, isOverdue: isOverdue, at: self)
          )
        )
      }
    }
    // Some of what is fetched is not the actor's to do, some was left: more is fetched until there is enough.
    func gather(_ asked: ClaimQuery, _ take: ([ClaimSummary]) throws -> Void) throws {
      var query = asked
      var most = limit * 2 + left.count
      while entries.count < limit {
        query.limit = most
        let found = try store.claims(query)
        try take(found)
        guard found.count == most else { return }
        most *= 4
      }
    }
    var query = ClaimQuery()
    query.order = .queue
    query.due = now.date
    try gather(query) { found in
      for claim in found {
        guard let step = step(of: claim) else { continue }
        try add([claim], step, isOverdue: true)
      }
    }
    query.due = nil
    query.inConflict = true
    try gather(query) { try add($0, .settle) }
    query.inConflict = false
    for step in QueueStep.allCases {
      guard step != .settle, step != .recheck else { continue }
      for state in step.states(of: workflow) where entries.count < limit {
        query.states = [state]
        query.owner = step == .research ? actor : nil
        try gather(query) { try add($0, step) }
      }
    }
    guard entries.count < limit else { return try shown(entries) }
    query = ClaimQuery()
    query.order = .queue
    query.published = CalendarDate(
      daysSince1970: now.date.daysSince1970 - workflow.rules.recheckDays
    )
    try gather(query) { try add($0, .recheck) }
    return try shown(entries)
  }

  private func shown(_ entries: [QueueEntry]) throws -> [QueueEntry] {
    try zip(entries, visible(entries.map(\.claim))).map { entry, claim in
      var entry = entry
      entry.claim = claim
      return entry
    }
  }

  private func step(of claim: ClaimSummary) -> QueueStep? {
    if claim.isInConflict { return .settle }
    return QueueStep.allCases.first {
      $0.states(of: workflow).contains(claim.state) && $0 != .settle
    }
  }

  /// Whether the actor could do something about it.
  private func mayAct(on claim: ClaimSummary, _ step: QueueStep) throws -> Bool {
    if let roles = workflow.roles(of: actor) {
      // Where the second opinion is cast apart, it may be all that somebody's role lets them do.
      let events =
        step == .review && workflow.rules.blindSecondOpinion
        ? [step.event, "opinion-cast"] : [step.event]
      let transitions = events.compactMap { workflow.transition(for: $0, in: claim.state) }
      if !transitions.isEmpty, !transitions.contains(where: { $0.allows(roles) }) { return false }
    }
    switch step {
    case .research: return claim.owner == actor
    case .review:
      let reviewed = try self.claim(claim.id)
      return workflow.rules.solo || reviewed.submitter != actor
    case .settle, .publish, .take, .triage, .recheck: return true
    }
  }
}
