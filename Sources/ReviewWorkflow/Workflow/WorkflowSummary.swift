/// What a workflow says, as plain values: for people who want to read the rules, and for programs.
public struct WorkflowSummary: Hashable, Sendable, Codable {
  /// The workflow's name.
  public var name: String
  /// The first 16 digits of the SHA-256 of its file.
  public var version: String
  /// The states, in the order of the file.
  public var states: [State]
  /// What may happen, in the order of the file.
  public var events: [Event]
  /// Who works at the desk; empty where everybody may do everything.
  public var people: [Person]
  /// Days after which a published verdict's sources should be looked at again.
  public var recheckDays: Int

  /// A state of a claim.
  public struct State: Hashable, Sendable, Codable {
    /// Its name in files and commands.
    public var name: String
    /// Its label in each language.
    public var labels: [String: String]
    /// Whether claims begin here.
    public var isStart: Bool
    /// Whether a claim may stay here for good.
    public var isFinal: Bool
    /// The events that may happen here, in the order of the file.
    public var events: [String]
  }

  /// One way an event may be used.
  public struct Event: Hashable, Sendable, Codable {
    /// The event's name.
    public var name: String
    /// The states it may happen in, in the order of the file's states.
    public var from: [String]
    /// The state it leads to; nil where the claim stays where it is.
    public var to: String?
    /// The roles that may cause it; empty where any may.
    public var roles: [String]
    /// The people who have one of the roles; nil where anybody may cause it.
    public var people: [String]?
    /// What must hold.
    public var guards: [Guard]
  }

  /// Something that must hold before an event.
  public struct Guard: Hashable, Sendable, Codable {
    /// Its name in the file.
    public var name: String
    /// Whether the rules ask for it: working alone switches `different-person` off, and without a blind second opinion
    /// `second-opinion` asks for nothing.
    public var isOn: Bool
    /// The number that goes with it, such as 2 independent sources; nil where there is none.
    public var number: Int?
  }

  /// Somebody who works at the desk.
  public struct Person: Hashable, Sendable, Codable {
    /// The name, as events record it.
    public var name: String
    /// The roles.
    public var roles: [String]
    /// The events that the roles allow, in the order of the file.
    public var events: [String]
  }
}

extension WorkflowSummary {
  /// Gathers what a workflow says.
  public init(of workflow: Workflow) {
    name = workflow.name
    version = workflow.version
    recheckDays = workflow.rules.recheckDays
    states = workflow.states.map { state in
      State(
        name: state.name,
        labels: state.labels,
        isStart: state.name == workflow.start,
        isFinal: state.isFinal,
        events: Self.names(workflow.transitions.filter { $0.from.contains(state.name) })
      )
    }
    events = workflow.transitions.map { transition in
      let allowed = workflow.people.filter { transition.allows($0.roles) }.map(\.name)
      return Event(
        name: transition.event,
        from: workflow.states.map(\.name).filter(transition.from.contains),
        to: transition.to,
        roles: transition.roles,
        people: workflow.people.isEmpty || transition.roles.isEmpty ? nil : allowed,
        guards: transition.guards.map { Self.fact($0, workflow.rules) }
      )
    }
    people = workflow.people.map { person in
      Person(
        name: person.name,
        roles: person.roles,
        events: Self.names(workflow.transitions.filter { $0.allows(person.roles) })
      )
    }
  }

  private static func fact(_ rule: Workflow.Guard, _ rules: Workflow.Rules) -> Guard {
    switch rule {
    case .independentSources:
      let need = rules.independentSources
      return Guard(name: rule.rawValue, isOn: need > 0, number: need)
    case .secondOpinion: return Guard(name: rule.rawValue, isOn: rules.blindSecondOpinion)
    case .differentPerson: return Guard(name: rule.rawValue, isOn: !rules.solo)
    case .owner, .verdict, .replyClosed, .approvalHolds:
      return Guard(name: rule.rawValue, isOn: true)
    }
  }

  /// The events' names, each once.
  private static func names(_ transitions: [Workflow.Transition]) -> [String] {
    var names: [String] = []
    for transition in transitions where !names.contains(transition.event) {
      names.append(transition.event)
    }
    return names
  }
}

extension Workflow.Transition {
  /// Whether somebody with these roles may cause it.
  public func allows(_ roles: [String]) -> Bool {
    self.roles.isEmpty || self.roles.contains(where: roles.contains)
  }
}
