import ClaimModel
import Testing

@testable import ReviewWorkflow

@Suite("A scale file")
struct ScaleFileTests {
  /// What each scale's own desk publishes: how many ratings, its first and its last, best and worst value.
  static let known: [(name: String, count: Int, first: String, last: String, best: Int)] = [
    ("default", 5, "Benar", "Tidak terbukti", 5),
    ("politifact", 6, "True", "Pants on Fire", 6),
    ("mafindo", 9, "Benar", "Satire atau parodi", 2),
    ("tempo", 5, "Benar", "Tidak terbukti", 4),
    ("africa-check", 8, "Correct", "Checked", 4),
  ]

  @Test("that comes with Tilik is there for every desk in the list")
  func names() {
    #expect(DefaultSettings.scales.map(\.name) == Self.known.map(\.name))
    #expect(DefaultSettings.scales.first?.yaml == DefaultSettings.scale)
  }

  @Test(
    "is sound: labels in both languages, signs that differ, best before worst",
    arguments: 0..<5
  )
  func sound(index: Int) throws {
    let (name, yaml) = DefaultSettings.scales[index]
    let expected = Self.known[index]
    let scale = try RatingScale(yaml: yaml)
    #expect(scale.name == name)
    #expect(scale.ratings.count == expected.count)
    #expect(Set(scale.ratings.map(\.sign)).count == expected.count)
    #expect(scale.best == expected.best)
    #expect(scale.worst == 1)
    for rating in scale.ratings { #expect(rating.labels.keys.sorted() == ["en", "id"]) }
    for end in [(scale.ratings.first, expected.first), (scale.ratings.last, expected.last)] {
      #expect(end.0?.labels.values.contains(end.1) == true)
    }
  }

  @Test("goes from best to worst, and what is on no line comes last", arguments: 0..<5)
  func order(index: Int) throws {
    let values = try RatingScale(yaml: DefaultSettings.scales[index].yaml).ratings.map(\.value)
    let onTheLine = values.compactMap { $0 }
    #expect(onTheLine == onTheLine.sorted(by: >))
    #expect(values.prefix(onTheLine.count).allSatisfy { $0 != nil })
  }

  static let broken: [(old: String, new: String, fact: WorkflowFault.Fact)] = [
    (
      "tone: right", "tone: green",
      .wrongValue(
        key: "tone",
        expected: .one(of: ["right", "mostlyRight", "mixed", "mostlyWrong", "wrong", "open"])
      )
    ),
    ("sign: \"◕\"", "sign: \"✓\"", .doubled("✓")),
    (
      "sign: \"◕\"", "sign: \"yes\"",
      .wrongValue(key: "sign", expected: .sign)
    ),
    ("sign: \"◕\"", "sign: \"\"", .wrongValue(key: "sign", expected: .sign)),
    ("name: mostly-true", "name: \"true\"", .doubled("true")),
    ("name: default", "title: default", .missingKey("name")),
    ("en: Mostly true, ", "", .missingKey("en")),
  ]

  @Test("with a fault is refused and says which", arguments: broken.indices)
  func faults(index: Int) {
    let sample = Self.broken[index]
    let yaml = DefaultSettings.scale.replacing(sample.old, with: sample.new)
    let error = #expect(throws: WorkflowFaults.self) { try RatingScale(yaml: yaml) }
    #expect(error?.faults.contains { $0.fact == sample.fact } == true)
  }
}
