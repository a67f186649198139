/// A workflow drawn: as Graphviz DOT text (``dot``) and as a self-contained SVG (``svg``).
///
/// Both show the states with their labels and, between them, the events that move a claim; events that leave a claim
/// where it is stand in a list. Same workflow, same bytes.
public struct WorkflowDiagram: Hashable, Sendable {
  /// The workflow that is drawn.
  public let workflow: Workflow

  /// Prepares the drawing of a workflow.
  public init(of workflow: Workflow) { self.workflow = workflow }

  /// One event that leads from one state to another (or back to the same).
  struct Edge: Hashable {
    /// The event's name.
    var event: String
    /// The place in the list of states where it begins.
    var from: Int
    /// The place in the list of states where it ends.
    var to: Int
  }

  /// Everything that moves a claim, in the order of the file.
  var edges: [Edge] {
    var edges: [Edge] = []
    for transition in workflow.transitions {
      guard let to = workflow.states.firstIndex(where: { $0.name == transition.to }) else {
        continue
      }
      for (from, state) in workflow.states.enumerated() where transition.from.contains(state.name) {
        let edge = Edge(event: transition.event, from: from, to: to)
        if !edges.contains(edge) { edges.append(edge) }
      }
    }
    return edges
  }

  /// The events that leave a claim where it is, with the states they may happen in; those of the same states together.
  var stays: [(events: [String], states: String)] {
    var stays: [(events: [String], states: String)] = []
    for transition in workflow.transitions where transition.to == nil {
      let names = workflow.states.map(\.name).filter(transition.from.contains)
      let states =
        names.count == workflow.states.count
        ? "semua status · every state" : names.joined(separator: ", ")
      if let same = stays.firstIndex(where: { $0.states == states }) {
        stays[same].events.append(transition.event)
      } else {
        stays.append(([transition.event], states))
      }
    }
    return stays
  }

  /// A state's label in both languages: “Antre · Queued”.
  static func label(_ state: Workflow.State) -> String {
    let labels = ["id", "en"].compactMap { state.labels[$0] }.filter { !$0.isEmpty }
    return labels.isEmpty ? state.name : labels.joined(separator: " · ")
  }
}
