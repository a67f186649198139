import ClaimModel
import Testing

@testable import ReviewWorkflow

@Suite("A workflow file")
struct WorkflowFileTests {
  @Test("of the sample workspace is sound and has a transition for every event")
  func defaults() throws {
    let workflow = try Workflow(yaml: DefaultSettings.workflow)
    let used = Set(workflow.transitions.map(\.event)).union(["captured"])
    #expect(used == Set(EventContent.types).subtracting(["source-checked"]))
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
      .wrongValue(key: "independent-sources", expected: .number(0...20))
    ),
    (
      "  void:        {id: Ditarik, en: Withdrawn, final: true}", "  void: {}", 14, .deadEnd("void")
    ),
    (
      "people: {}", "people: {Sari: [checker]}", 34,
      .guardNeverPasses("different-person", why: .onePerson)
    ),
    (
      "from: queued, to: researching, guards: owner", "from: queued, to: researching, roles: chief",
      nil,
      .roleNobodyHas("chief")
    ),
  ]

  /// Changes after which the file is YAML and every name in it is known, but no claim could live by it.
  static let unlivable: [(changes: [(old: String, new: String)], facts: [WorkflowFault.Fact])] = [
    (
      [
        (
          "  - {event: taken,",
          "  - {event: taken, from: queued, to: void}\n  - {event: taken,"
        )
      ], [.doubled("taken, from queued")]
    ),
    (
      [("  - {event: concluded, from: researching, guards: owner}\n", "")],
      [.guardNeverPasses("verdict", why: .noEvent(["concluded"]))]
    ),
    (
      [
        ("  - {event: cited, from: [queued, researching, in-review, approved]}\n", ""),
        ("  - {event: waived, from: researching}\n", ""),
      ],
      [.guardNeverPasses("independent-sources", why: .noEvent(["cited", "waived"]))]
    ),
    (
      [
        ("  - {event: reply-answered, from: [researching, in-review]}\n", ""),
        ("  - {event: reply-silent, from: [researching, in-review]}\n", ""),
      ],
      [.guardNeverPasses("reply-closed", why: .noEvent(["reply-answered", "reply-silent"]))]
    ),
    (
      [
        ("blind-second-opinion: no", "blind-second-opinion: yes"),
        ("  - {event: opinion-cast, from: in-review, guards: different-person}\n", ""),
      ],
      [.guardNeverPasses("second-opinion", why: .noEvent(["opinion-cast"]))]
    ),
    (
      [
        ("people: {}", "people: {Sari: [checker, editor], Bagas: [intern]}"),
        ("{event: submitted,", "{event: submitted, roles: checker,"),
        ("{event: approved,", "{event: approved, roles: editor,"),
      ],
      [
        .guardNeverPasses("different-person", why: .onePersonMay)
      ]
    ),
    (
      [("  merged:      {id: Digabung, en: Merged, final: true}", "  merged: done")],
      [
        .wrongValue(key: "merged", expected: .labels), .deadEnd("merged"),
      ]
    ),
  ]

  @Test("that no claim could live by is refused, and says everything", arguments: unlivable.indices)
  func unlivableFile(index: Int) throws {
    var yaml = DefaultSettings.workflow
    for change in Self.unlivable[index].changes {
      yaml = yaml.replacing(change.old, with: change.new)
    }
    #expect(yaml != DefaultSettings.workflow)
    var found: [WorkflowFault] = []
    do throws(WorkflowFaults) { _ = try Workflow(yaml: yaml) } catch { found = error.faults }
    #expect(found.map(\.fact) == Self.unlivable[index].facts)
    #expect(found.allSatisfy { $0.line != nil })
  }

  @Test(
    "whose parts have the wrong form is refused, never half read",
    arguments: [
      ("transitions:", "transitions: none\nx-transitions:"),
      ("states:", "states: [a, b]\nx-states:"),
      ("people: {}", "people: Sari"), ("start: captured", "start: [captured]"),
      ("rules:", "rules: 3\nx-rules:"), ("name: newsroom", "name: a\nname: b"),
      ("name: newsroom", "name: &a [*a]"), ("from: any}", "from: {any: 1}}"),
    ]
  )
  func forms(old: String, new: String) {
    let yaml = DefaultSettings.workflow.replacing(old, with: new)
    let error = #expect(throws: WorkflowFaults.self) { try Workflow(yaml: yaml) }
    #expect(error?.faults.contains { $0.line != nil } == true, "\(error?.faults ?? [])")
  }

  @Test(
    "nested without end or empty is refused",
    arguments: [
      String(repeating: "[", count: 100_000), String(repeating: "a: {", count: 5_000), "", "\u{0}",
      "- x",
    ]
  )
  func nesting(yaml: String) {
    #expect(throws: WorkflowFaults.self) { try Workflow(yaml: yaml) }
  }

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
