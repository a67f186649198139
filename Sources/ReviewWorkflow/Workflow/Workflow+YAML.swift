import ClaimModel
import Yams

extension Workflow {
  private static let keys = ["name", "start", "states", "rules", "people", "transitions"]
  private static let ruleKeys = [
    "independent-sources", "blind-second-opinion", "solo", "recheck-days",
  ]

  /// Reads a workflow file and checks that a claim can live by it.
  ///
  /// Throws every fault that was found, each with its line: unknown keys, states, events and guards; states that
  /// nothing leads to or out of; roles that nobody has; guards that can never pass.
  public init(yaml: String) throws(WorkflowFaults) {
    var reader = YAMLReader()
    let root = reader.root(yaml)
    try reader.check()
    let members = reader.members(root, of: "file", known: Self.keys)
    for key in ["start", "states", "transitions"] where members[key] == nil {
      reader.add(nil, .missingKey(key))
    }
    let states = Self.states(members["states"], &reader)
    let people = Self.people(members["people"], &reader)
    let rules = Self.rules(members["rules"], &reader)
    let names = Set(states.map(\.name))
    let start = reader.text(members["start"], "start") ?? ""
    if members["start"] != nil, !names.contains(start) {
      reader.add(members["start"], .unknownState(start))
    }
    var transitions: [Transition] = []
    var nodes: [Node] = []
    if let list = members["transitions"], list.sequence == nil {
      reader.wrong(list, "transitions", .transitions)
    }
    for node in members["transitions"]?.sequence ?? [] {
      guard let transition = Self.transition(node, states: names, &reader) else { continue }
      for state in transition.from
      where transitions.contains(where: {
        $0.event == transition.event && $0.from.contains(state)
      }) {
        // The second would never be used.
        reader.add(node, .doubled("\(transition.event), from \(state)"))
      }
      transitions.append(transition)
      nodes.append(node)
    }
    name = reader.text(members["name"], "name") ?? "workflow"
    self.states = states
    self.start = start
    self.transitions = transitions
    self.rules = rules
    self.people = people
    version = String(Event.hash(of: yaml).hex.prefix(16))
    // Where a state is misspelt, others only seem to be cut off.
    if !reader.hasUnknownStates { checkReach(members["states"], &reader) }
    for (transition, node) in zip(transitions, nodes) { checkGuards(of: transition, node, &reader) }
    try reader.check()
  }

  private static func states(_ node: Node?, _ reader: inout YAMLReader) -> [State] {
    let members = reader.members(node, of: "states", known: nil)
    let order = node?.mapping?.keys.compactMap(\.string) ?? []
    return order.compactMap { name in
      guard let value = members[name] else { return nil }
      guard value.mapping != nil else {
        if value.null == nil { reader.wrong(value, name, .labels) }
        return State(name: name, labels: [:], isFinal: false)
      }
      let parts = reader.members(value, of: name, known: ["id", "en", "final"])
      var labels: [String: String] = [:]
      for language in ["id", "en"] { labels[language] = reader.text(parts[language], language) }
      return State(
        name: name,
        labels: labels,
        isFinal: reader.flag(parts["final"], "final") ?? false
      )
    }
  }

  private static func people(_ node: Node?, _ reader: inout YAMLReader) -> [Person] {
    guard let node, node.null == nil else { return [] }
    guard node.mapping != nil else {
      reader.wrong(node, "people", .people)
      return []
    }
    let members = reader.members(node, of: "people", known: nil)
    return members.keys.sorted().map { name in
      Person(name: name, roles: reader.words(members[name], "people"))
    }
  }

  private static func rules(_ node: Node?, _ reader: inout YAMLReader) -> Rules {
    let members = reader.members(node, of: "rules", known: ruleKeys)
    return Rules(
      independentSources: reader.whole(
        members["independent-sources"],
        "independent-sources",
        in: 0...20
      ) ?? 2,
      blindSecondOpinion: reader.flag(members["blind-second-opinion"], "blind-second-opinion")
        ?? false,
      solo: reader.flag(members["solo"], "solo") ?? false,
      recheckDays: reader.whole(members["recheck-days"], "recheck-days", in: 1...36_500) ?? 180
    )
  }

  private static func transition(
    _ node: Node,
    states: Set<String>,
    _ reader: inout YAMLReader
  ) -> Transition? {
    let members = reader.members(
      node,
      of: "transitions",
      known: ["event", "from", "to", "roles", "guards"]
    )
    guard let event = reader.text(members["event"], "event") else {
      reader.add(node, .missingKey("event"))
      return nil
    }
    if !EventContent.types.contains(event) { reader.add(members["event"], .unknownEvent(event)) }
    var from = reader.words(members["from"], "from")
    if from == ["any"] { from = states.sorted() }
    if from.isEmpty { reader.add(node, .missingKey("from")) }
    let to = reader.text(members["to"], "to")
    for state in from where !states.contains(state) {
      reader.add(members["from"], .unknownState(state))
    }
    if let to, !states.contains(to) { reader.add(members["to"], .unknownState(to)) }
    var guards: [Guard] = []
    for name in reader.words(members["guards"], "guards") {
      if let known = Guard(rawValue: name) {
        guards.append(known)
      } else {
        reader.add(members["guards"], .unknownGuard(name))
      }
    }
    return Transition(
      event: event,
      from: from,
      to: to,
      roles: reader.words(members["roles"], "roles"),
      guards: guards
    )
  }

  /// Finds states that no events lead to, and states that nothing leads out of.
  private func checkReach(_ node: Node?, _ reader: inout YAMLReader) {
    guard state(named: start) != nil else { return }
    var reached: Set<String> = [start]
    var open = [start]
    while let state = open.popLast() {
      for transition in transitions where transition.from.contains(state) {
        if let to = transition.to, reached.insert(to).inserted { open.append(to) }
      }
    }
    let keys = node?.mapping.map { Array($0.keys) } ?? []
    for state in states {
      let key = keys.first { $0.string == state.name }
      if !reached.contains(state.name) { reader.add(key, .unreachableState(state.name)) }
      let leaves = transitions.contains {
        $0.from.contains(state.name) && $0.to != nil && $0.to != state.name
      }
      if !leaves, !state.isFinal { reader.add(key, .deadEnd(state.name)) }
    }
  }
}
