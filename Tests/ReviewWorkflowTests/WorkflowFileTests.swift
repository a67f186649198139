import ClaimModel
import Testing

@testable import ReviewWorkflow

@Suite("A workflow file")
struct WorkflowFileTests {
  @Test("of the sample workspace is sound and has a transition for every event")
  func defaults() throws {
    let workflow = try Workflow(yaml: DefaultSettings.workflow)
    let used = Set(workflow.transitions.map(\.event)).union(["captured"])
    #expect(used == Set(EventContent.types))
    #expect(workflow.version.count == 16)
  }

  static let broken: [(old: String, new: String, line: Int?, fact: WorkflowFault.Fact)] = [
    ("to: queued}", "to: queue}", 26, .unknownState("queue")),
    ("event: taken", "event: grabbed", 30, .unknownEvent("grabbed")),
    ("guards: approval-holds", "guards: approval", 37, .unknownGuard("approval")),
    (
      "rules:", "rulez:", 16,
      .unknownKey("rulez", known: ["name", "start", "states", "rules", "people", "transitions"])
    ),
    (
      "independent-sources: 2 ", "independent-sources: two", 17,
      .wrongValue(key: "independent-sources", expected: "a whole number from 0 to 20")
    ),
    (
      "  void:        {id: Ditarik, en: Withdrawn, final: true}", "  void: {}", 14, .deadEnd("void")
    ),
    (
      "people: {}", "people: {Sari: [checker]}", 34,
      .guardNeverPasses("different-person", why: "only one person is listed")
    ),
    (
      "from: queued, to: researching, guards: owner", "from: queued, to: researching, roles: chief",
      nil,
      .roleNobodyHas("chief")
    ),
  ]

  @Test("with a fault names its line", arguments: broken.indices)
  func faults(index: Int) throws {
    let sample = Self.broken[index]
    var yaml = DefaultSettings.workflow.replacing(sample.old, with: sample.new)
    #expect(yaml != DefaultSettings.workflow)
    if case .roleNobodyHas = sample.fact {
      yaml = yaml.replacing("people: {}", with: "people: {Sari: [checker], Bagas: [editor]}")
    }
    let error = #expect(throws: WorkflowFaults.self) { try Workflow(yaml: yaml) }
    let found = try #require(error?.faults.first { $0.fact == sample.fact })
    if let line = sample.line { #expect(found.line == line) }
  }

  @Test("that is not YAML says where")
  func notYAML() throws {
    let error = #expect(throws: WorkflowFaults.self) { try Workflow(yaml: "name: [x\nstart: y: z") }
    #expect(error?.faults.first?.line != nil)
  }

  @Test("with a state that nothing leads to is refused")
  func unreachable() throws {
    let yaml = DefaultSettings.workflow.replacing(
      "states:\n",
      with: "states:\n  limbo: {final: true}\n"
    )
    let error = #expect(throws: WorkflowFaults.self) { try Workflow(yaml: yaml) }
    #expect(error?.faults.map(\.fact) == [.unreachableState("limbo")])
  }
}

@Suite("A scale file")
struct ScaleFileTests {
  @Test("of the sample workspace has five ratings, labelled in both languages")
  func defaults() throws {
    let scale = try RatingScale(yaml: DefaultSettings.scale)
    #expect(scale.ratings.count == 5)
    #expect(scale.best == 5)
    #expect(scale.worst == 1)
    for rating in scale.ratings {
      #expect(rating.labels.keys.sorted() == ["en", "id"])
      #expect(!rating.sign.isEmpty)
    }
    #expect(Set(scale.ratings.map(\.sign)).count == 5)
  }

  @Test("with an unknown tone says which there are")
  func tone() {
    #expect(throws: WorkflowFaults.self) {
      try RatingScale(yaml: DefaultSettings.scale.replacing("tone: right", with: "tone: green"))
    }
  }
}
