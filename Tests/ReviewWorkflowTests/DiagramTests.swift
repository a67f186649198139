import ClaimModel
import TestSupport
import Testing

@testable import ReviewWorkflow

@Suite("A workflow's diagram")
struct DiagramTests {
  let workflow: Workflow

  init() throws { workflow = try Workflow(yaml: DefaultSettings.workflow) }

  @Test("of the sample workspace is drawn the same every time")
  func goldens() throws {
    let diagram = WorkflowDiagram(of: workflow)
    try expectGolden(diagram.dot, "newsroom.dot")
    try expectGolden(diagram.svg, "newsroom.svg")
  }

  @Test("has an edge for every event that moves a claim, and lists the others")
  func complete() throws {
    let diagram = WorkflowDiagram(of: workflow)
    let moving = workflow.transitions.filter { $0.to != nil }
    #expect(diagram.edges.count == moving.map(\.from.count).reduce(0, +))
    let drawn = Set(diagram.edges.map(\.event)).union(diagram.stays.flatMap(\.events))
    #expect(drawn == Set(EventContent.types).subtracting(["captured", "source-checked"]))
  }

  @Test("fits a page of 800 pixels")
  func width() { #expect(DiagramLayout(WorkflowDiagram(of: workflow)).width <= 800) }

  @Test("keeps lanes apart that pass the same states, and ports apart on every box")
  func apart() {
    let layout = DiagramLayout(WorkflowDiagram(of: workflow))
    for (index, one) in layout.buses.enumerated() {
      for other in layout.buses[(index + 1)...] where one.isLeft == other.isLeft {
        #expect(!one.rows.overlaps(other.rows) || layout.x(ofLane: one) != layout.x(ofLane: other))
        #expect(Set(one.leaves + [one.arrives]).isDisjoint(with: other.leaves + [other.arrives]))
      }
      #expect(one.leaves.count == one.sources.count)
    }
  }

  @Test("escapes what a file can hold: names and labels are only ever text")
  func escaping() throws {
    let yaml = """
      name: "a\\"<b>&'\\\\"
      start: "x<"
      states:
        "x<": {id: "</text><script>", en: "line\\nbreak \\"q\\" \\\\"}
        y: {final: true}
      transitions:
        - {event: dropped, from: "x<", to: y}
        - {event: noted, from: any}
      """
    let diagram = WorkflowDiagram(of: try Workflow(yaml: yaml))
    let svg = diagram.svg
    #expect(!svg.contains("<script>"))
    #expect(svg.contains("&lt;/text&gt;&lt;script&gt; · line break &quot;q&quot; \\"))
    #expect(svg.contains("<title id=\"title\">a&quot;&lt;b&gt;&amp;&#39;\\</title>"))
    let dot = diagram.dot
    #expect(dot.hasPrefix("digraph \"a\\\"<b>&'\\\\\" {\n"))
    #expect(dot.contains("[label=\"</text><script> · line\\nbreak \\\"q\\\" \\\\\\nx<\"];"))
    #expect(
      dot.split(separator: "\n").allSatisfy { $0.hasPrefix("  ") || "d}".contains($0.first!) }
    )
  }

  @Test("draws a loop, parallel events and a start that is not the first state")
  func odd() throws {
    let yaml = """
      start: b
      states:
        a: {final: true}
        b: {}
        c: {final: true}
      transitions:
        - {event: triaged, from: b, to: b}
        - {event: dropped, from: b, to: c}
        - {event: merged, from: b, to: c}
        - {event: reopened, from: [b, c], to: a}
      """
    let layout = DiagramLayout(WorkflowDiagram(of: try Workflow(yaml: yaml)))
    #expect(layout.steps.map(\.events) == [["dropped", "merged"]])
    #expect(layout.buses.map(\.event) == ["triaged", "reopened"])
    #expect(layout.buses[1].sources == [1, 2])
    #expect(layout.buses.map(\.isLeft) == [false, true])
  }
}

@Suite("A workflow's summary")
struct SummaryTests {
  @Test("says who may do what, and what the guards ask for")
  func facts() throws {
    let yaml = DefaultSettings.workflow
      .replacing("people: {}", with: "people: {Sari: [checker], Bagas: [editor], Wulan: []}")
      .replacing("{event: approved,", with: "{event: approved, roles: [editor, chief],")
      .replacing("{event: taken,", with: "{event: taken, roles: checker,")
      .replacing("Wulan: []", with: "Wulan: [chief, checker]")
    let summary = WorkflowSummary(of: try Workflow(yaml: yaml))
    let approved = try #require(summary.events.first { $0.name == "approved" })
    #expect(approved.people == ["Bagas", "Wulan"])
    #expect(approved.guards.map(\.name) == ["different-person", "second-opinion"])
    #expect(approved.guards.map(\.isOn) == [true, false])
    let submitted = try #require(summary.events.first { $0.name == "submitted" })
    #expect(submitted.people == nil)
    #expect(submitted.guards.first { $0.name == "independent-sources" }?.number == 2)
    let sari = try #require(summary.people.first { $0.name == "Sari" })
    #expect(sari.events.contains("taken") && !sari.events.contains("approved"))
    #expect(
      summary.states.first { $0.name == "void" }?.events == [
        "noted", "undone", "reanchored", "orphaned",
      ]
    )
    #expect(summary.states.filter(\.isStart).map(\.name) == ["captured"])
    #expect(summary.recheckDays == 180)
  }

  @Test("where nobody is listed lets anybody do everything")
  func nobody() throws {
    let summary = WorkflowSummary(of: try Workflow(yaml: DefaultSettings.workflow))
    #expect(summary.people.isEmpty)
    #expect(summary.events.allSatisfy { $0.people == nil })
  }
}
