import ClaimModel

extension ReviewedClaim {
  /// Derives a claim's state from its events, in whatever order they come.
  ///
  /// Events are taken parents first; events that nothing orders are taken by time, then by id, so that every copy of a
  /// ledger derives the same state. Throws ``LedgerFault`` where the events are not one claim's whole history.
  public init(history events: [Event]) throws(LedgerFault) {
    let ordered = try Self.ordered(events)
    guard let first = ordered.first, case .captured(let claim) = first.content else {
      throw LedgerFault.noBeginning(claim: events.first?.claim ?? ClaimID(rawValue: ""))
    }
    self.claim = claim
    self.state = first.state
    self.history = ordered
    let isChain = Self.isChain(ordered)
    self.heads = isChain ? [ordered[ordered.count - 1].id] : Self.heads(ordered)
    // From the last to the first: to take back a step that took another back brings the other back.
    for event in ordered.reversed() where !undone.contains(event.id) {
      if case .undone(let other) = event.content { undone.insert(other) }
    }
    var states: [ContentHash: String] = [:]
    for event in ordered {
      if !undone.contains(event.id) { apply(event) }
      guard !isChain else {
        state = event.state
        continue
      }
      // A step that moved nothing where it was taken moves nothing that happened elsewhere meanwhile.
      let isStill = event.parents.count == 1 && states[event.parents[0]] == event.state
      if !isStill { state = event.state }
      states[event.id] = event.state
    }
    if heads.count > 1 { conflict = Self.rivalVerdicts(ordered, undone: undone) }
    voidStaleApproval()
  }

  /// The present approval does not survive an edit of what was approved.
  private mutating func voidStaleApproval() {
    if let given = approval, given.subject != subject {
      approval = nil
      voidedApprovals += 1
    }
  }

  private mutating func apply(_ event: Event) {
    switch event.content {
    case .captured: break
    case .reanchored(let moved):
      claim = moved
      isOrphaned = false
      voidStaleApproval()
    case .orphaned: isOrphaned = true
    case .triaged(let priority, _, let stakes):
      self.priority = priority
      self.stakes = stakes
      reason = nil
    case .dropped(let why), .voided(let why):
      reason = event.signed(why)
      isOpen = false
    case .merged(let other, let why):
      mergedInto = other
      isOpen = false
      reason = event.signed(why)
    case .taken:
      owner = event.actor
      reason = nil
    case .released: owner = nil
    case .undone: break
    case .noted(let text): notes.append(event.signed(text))
    case .cited(let evidence, let source):
      self.evidence.append(
        CitedEvidence(
          evidence: evidence,
          source: source,
          actor: event.actor,
          time: event.time,
          event: event.id
        )
      )
      voidStaleApproval()
    case .uncited(let cited, _):
      evidence.removeAll { $0.event == cited }
      voidStaleApproval()
    case .concluded(let verdict):
      self.verdict = event.signed(verdict)
      isVerdictOpen = true
      opinions = []
      opinionsBy = []
      voidStaleApproval()
    case .replyAsked(let contact, let deadline):
      reply = .asked(contact: contact, deadline: deadline)
    case .replyAnswered(let text): reply = .answered(contact: contact, text: text)
    case .replySilent: reply = .silent(contact: contact)
    case .waived(let why): waiver = event.signed(why)
    case .submitted:
      submitter = event.actor
      opinions = []
      reason = nil
    case .opinionCast(let verdict):
      opinions.append(event.signed(verdict))
      opinionsBy.insert(event.actor)
    case .approved(let subject):
      isVerdictOpen = false
      approval = Approval(
        actor: event.actor,
        time: event.time,
        subject: subject,
        isOwn: event.actor == submitter,
        event: event.id
      )
    case .returned(let comment):
      reason = event.signed(comment)
      approval = nil
      opinions = []
    case .published:
      publishedAt = event.time
      isVerdictOpen = false
      isOpen = false
    case .corrected(let kind, let why):
      corrections.append(
        Correction(
          kind: kind,
          reason: why,
          old: verdict?.value,
          oldAuthor: submitter,
          actor: event.actor,
          time: event.time
        )
      )
      revision += 1
      isOpen = true
      owner = event.actor
      approval = nil
      opinions = []
    case .reopened:
      reason = nil
      isOpen = true
      owner = nil
    case .sourceChecked(let source, let check): checks[source, default: []].append(check)
    }
  }

  private var contact: String {
    switch reply {
    case .notNeeded: return ""
    case .asked(let contact, _), .answered(let contact, _), .silent(let contact): return contact
    }
  }

  /// Whether each event follows from the one before it alone, as in nearly every history.
  private static func isChain(_ events: [Event]) -> Bool {
    guard let first = events.first, first.parents.isEmpty else { return false }
    return events.indices.dropFirst().allSatisfy {
      events[$0].parents.count == 1 && events[$0].parents[0] == events[$0 - 1].id
    }
  }

  /// The events that no other follows, by name.
  private static func heads(_ events: [Event]) -> [ContentHash] {
    let parents = Set(events.flatMap(\.parents))
    return events.map(\.id).filter { !parents.contains($0) }.sorted()
  }

  /// Kahn's algorithm; of the events that are ready, the earliest comes first.
  private static func ordered(_ events: [Event]) throws(LedgerFault) -> [Event] {
    for event in events where event.claim != events[0].claim {
      throw LedgerFault.strayEvent(event: event.id, claim: events[0].claim)
    }
    if isChain(events) { return events }

    var byID: [ContentHash: Event] = [:]
    for event in events { byID[event.id] = event }
    var children: [ContentHash: [ContentHash]] = [:]
    var missing: [ContentHash: Int] = [:]
    for event in byID.values {
      missing[event.id] = event.parents.count
      for parent in event.parents {
        guard byID[parent] != nil else {
          throw LedgerFault.missingParent(event: event.id, parent: parent)
        }
        children[parent, default: []].append(event.id)
      }
    }
    var ready = byID.values.filter(\.parents.isEmpty)
    var result: [Event] = []
    while !ready.isEmpty {
      ready.sort { ($0.time, $0.id) > ($1.time, $1.id) }
      guard let next = ready.popLast() else { break }
      result.append(next)
      for child in children[next.id] ?? [] {
        missing[child, default: 0] -= 1
        if missing[child] == 0, let event = byID[child] { ready.append(event) }
      }
    }
    return result
  }

  /// The verdicts that no later verdict has seen, where they differ.
  private static func rivalVerdicts(
    _ ordered: [Event],
    undone: Set<ContentHash>
  ) -> [Signed<Verdict>] {
    // For every event, the latest verdicts among itself and its ancestors.
    var latest: [ContentHash: Set<ContentHash>] = [:]
    var verdicts: [ContentHash: Signed<Verdict>] = [:]
    for event in ordered {
      if case .concluded(let verdict) = event.content, !undone.contains(event.id) {
        verdicts[event.id] = event.signed(verdict)
        latest[event.id] = [event.id]
      } else {
        latest[event.id] = event.parents.reduce(into: []) { $0.formUnion(latest[$1] ?? []) }
      }
    }
    let parents = Set(ordered.flatMap(\.parents))
    let rivals = ordered.filter { !parents.contains($0.id) }
      .reduce(into: Set<ContentHash>()) { $0.formUnion(latest[$1.id] ?? []) }
      .compactMap { verdicts[$0] }
      .sorted { ($0.time, $0.event) < ($1.time, $1.event) }
    return Set(rivals.map(\.value)).count > 1 ? rivals : []
  }
}

extension Event {
  fileprivate func signed<Value>(_ value: Value) -> ReviewedClaim.Signed<Value> {
    ReviewedClaim.Signed(value: value, actor: actor, time: time, event: id)
  }
}
