import Yams

extension Workflow {
  /// Finds roles that nobody has, and guards that the events and people of the file can never satisfy.
  func checkGuards(of transition: Transition, _ node: Node, _ reader: inout YAMLReader) {
    if !people.isEmpty {
      for role in transition.roles where !people.contains(where: { $0.roles.contains(role) }) {
        reader.add(node, .roleNobodyHas(role))
      }
    }
    for rule in transition.guards {
      if let why = obstacle(rule, before: transition) {
        reader.add(node, .guardNeverPasses(rule.rawValue, why: why))
      }
    }
  }

  /// Why a guard can never pass, or nil where it can.
  private func obstacle(_ rule: Guard, before transition: Transition) -> WorkflowFault.Obstacle? {
    switch rule {
    case .owner: return nil
    case .verdict: return needs(["concluded"])
    case .independentSources:
      return rules.independentSources > 0 ? needs(["cited", "waived"]) : nil
    case .replyClosed:
      return needs(["reply-asked"]) == nil ? needs(["reply-answered", "reply-silent"]) : nil
    case .approvalHolds: return needs(["approved"])
    case .differentPerson: return rules.solo ? nil : lacksOther(for: [transition])
    case .secondOpinion:
      guard rules.blindSecondOpinion else { return nil }
      let casting = transitions.filter { $0.event == "opinion-cast" }
      return needs(["opinion-cast"]) ?? lacksOther(for: casting)
    }
  }

  /// Says so where none of these events is listed.
  private func needs(_ events: [String]) -> WorkflowFault.Obstacle? {
    let isListed = transitions.contains { events.contains($0.event) }
    return isListed ? nil : .noEvent(events)
  }

  /// Says so where whoever may do this can only be the one who submitted.
  private func lacksOther(for transitions: [Transition]) -> WorkflowFault.Obstacle? {
    guard !people.isEmpty else { return nil }
    let submitters = names(self.transitions.filter { $0.event == "submitted" })
    let others = names(transitions)
    if submitters.isEmpty || others.isEmpty { return nil }
    if submitters.union(others).count > 1 { return nil }
    return people.count == 1 ? .onePerson : .onePersonMay
  }

  private func names(_ transitions: [Transition]) -> Set<String> {
    Set(people.filter { person in transitions.contains { $0.allows(person.roles) } }.map(\.name))
  }
}
