/// Where everything of a workflow's drawing stands, in CSS pixels from the top left corner.
///
/// Each state is a layer of its own, in the order of the file, which is the order a reader expects. An event that leads
/// to the next layer is a straight arrow; those that skip layers run down a lane on the right, those that lead back run
/// up a lane on the left. All states from which one event leads to one state share a lane.
struct DiagramLayout {
  /// A state's box.
  struct Box {
    var state: Int
    var top: Double
    var height: Double
    var bottom: Double { top + height }
    var middle: Double { top + height / 2 }
  }

  /// Events that lead from one box down to the next.
  struct Step {
    var events: [String]
    var from: Int
  }

  /// An event that leads from one or more boxes to another by a lane.
  struct Bus {
    var event: String
    var sources: [Int]
    var target: Int
    var isLeft: Bool
    var lane = 0
    /// The heights at which it leaves its sources.
    var leaves: [Double] = []
    /// The height at which it arrives.
    var arrives = 0.0
    var rows: ClosedRange<Int> {
      min(target, sources.min() ?? target)...max(target, sources.max() ?? target)
    }
  }

  static let margin = 16.0
  static let laneWidth = 18.0
  static let portHeight = 18.0
  static let gap = 42.0
  /// The height of the dot and arrow above the first box.
  static let startHeight = 34.0
  static let letter = 7.2
  static let smallLetter = 6.4

  var boxes: [Box] = []
  var steps: [Step] = []
  var buses: [Bus] = []
  /// Where the boxes begin and end.
  var left = 0.0
  var right = 0.0
  var width = 0.0
  /// The lower edge of the last box.
  var bottom = 0.0

  init(_ diagram: WorkflowDiagram) {
    let states = diagram.workflow.states
    sort(diagram.edges)
    assignLanes()
    let boxWidth =
      states.map { state in
        max(
          Double(WorkflowDiagram.label(state).count) * Self.letter,
          Double(state.name.count) * Self.smallLetter
        ) + 28
      }.max() ?? 0
    let labels = [true, false].map { isLeft in
      buses.filter { $0.isLeft == isLeft }.map { Double($0.event.count) * Self.smallLetter + 16 }
        .max() ?? 0
    }
    left = Self.margin + labels[0] + Double(lanes(isLeft: true)) * Self.laneWidth
    right = left + boxWidth
    width = right + labels[1] + Double(lanes(isLeft: false)) * Self.laneWidth + Self.margin
    var top = Self.margin + Self.startHeight
    for index in states.indices {
      let ports = [true, false].map { self.ports(of: index, isLeft: $0).count }
      let height = max(46, Double(ports.max() ?? 0) * Self.portHeight + 10)
      boxes.append(Box(state: index, top: top, height: height))
      top += height + Self.gap
    }
    bottom = boxes.last?.bottom ?? top
    placePorts()
  }

  /// The x of a lane.
  func x(ofLane bus: Bus) -> Double {
    let lanes = Double(lanes(isLeft: bus.isLeft))
    return bus.isLeft
      ? Self.margin + (lanes - Double(bus.lane) - 0.5) * Self.laneWidth
      : width - Self.margin - (lanes - Double(bus.lane) - 0.5) * Self.laneWidth
  }

  // MARK: - Routing

  /// Tells straight steps from events that need a lane.
  private mutating func sort(_ edges: [WorkflowDiagram.Edge]) {
    for edge in edges {
      if edge.to == edge.from + 1 {
        if let index = steps.firstIndex(where: { $0.from == edge.from }) {
          steps[index].events.append(edge.event)
        } else {
          steps.append(Step(events: [edge.event], from: edge.from))
        }
        continue
      }
      let isLeft = edge.to < edge.from
      let same = buses.firstIndex {
        $0.event == edge.event && $0.target == edge.to && $0.isLeft == isLeft
          && !$0.sources.contains(edge.to) && edge.from != edge.to
      }
      if let same {
        buses[same].sources.append(edge.from)
      } else {
        buses.append(
          Bus(event: edge.event, sources: [edge.from], target: edge.to, isLeft: isLeft)
        )
      }
    }
  }

  /// Gives each bus the innermost lane that is free beside all its layers, short ones first.
  private mutating func assignLanes() {
    let order = buses.indices.sorted { (buses[$0].rows.count, $0) < (buses[$1].rows.count, $1) }
    var done: [Int] = []
    for index in order {
      var lane = 0
      while done.contains(where: { other in
        buses[other].isLeft == buses[index].isLeft && buses[other].lane == lane
          && buses[other].rows.overlaps(buses[index].rows)
      }) {
        lane += 1
      }
      buses[index].lane = lane
      done.append(index)
    }
  }

  private func lanes(isLeft: Bool) -> Int {
    (buses.filter { $0.isLeft == isLeft }.map(\.lane).max() ?? -1) + 1
  }

  /// The buses that touch one side of a box, from top to bottom, so that none crosses another beside the box.
  private func ports(of box: Int, isLeft: Bool) -> [(bus: Int, isTarget: Bool)] {
    let here = buses.indices.filter { buses[$0].isLeft == isLeft }
    let arriving = here.filter { buses[$0].target == box }.sorted {
      isLeft ? buses[$0].lane > buses[$1].lane : buses[$0].lane < buses[$1].lane
    }
    let leaving = here.filter { buses[$0].sources.contains(box) }.sorted {
      isLeft ? buses[$0].lane < buses[$1].lane : buses[$0].lane > buses[$1].lane
    }
    // On the right all traffic comes from above, on the left all of it goes up.
    let first = isLeft ? leaving.map { ($0, false) } : arriving.map { ($0, true) }
    let last = isLeft ? arriving.map { ($0, true) } : leaving.map { ($0, false) }
    return first + last
  }

  private mutating func placePorts() {
    for box in boxes {
      for isLeft in [true, false] {
        let ports = ports(of: box.state, isLeft: isLeft)
        for (row, port) in ports.enumerated() {
          let offset = (Double(row) - Double(ports.count - 1) / 2) * Self.portHeight
          if port.isTarget {
            buses[port.bus].arrives = box.middle + offset
          } else {
            buses[port.bus].leaves.append(box.middle + offset)
          }
        }
      }
    }
  }
}
