import ClaimExtraction
import Testing

@testable import ExtractionTrainer

@Suite("The training of decision trees")
struct TreeTrainingTests {
  private static let settings = TreeSettings(
    count: 30,
    rate: 0.2,
    penalty: 1,
    rows: 0.8,
    measures: 1
  )

  /// Two measures of which only both together tell the label, and one that tells nothing.
  private static var examples: (table: MeasureTable, labels: [Bool]) {
    var table = MeasureTable(width: 3)
    var labels: [Bool] = []
    for row in 0..<200 {
      let first = Float(row % 20)
      let second = Float(row / 20)
      table.append([first, second, 3])
      labels.append((first > 9) != (second > 4))
    }
    return (table, labels)
  }

  @Test("finds what only two measures together tell")
  func learns() {
    let (table, labels) = Self.examples
    let trees = TreeTrainer.train(table, labels, Self.settings)
    let right = zip(trees.sums(table), labels).count { ($0 > 0) == $1 }
    #expect(right >= 195)
    #expect(!trees.questions.contains { $0.measure == 2 })
  }

  @Test("gives the same trees for the same rows")
  func same() {
    let (table, labels) = Self.examples
    #expect(
      TreeTrainer.train(table, labels, Self.settings)
        == TreeTrainer.train(table, labels, Self.settings)
    )
  }

  @Test("gives none where nothing tells rows apart")
  func nothing() {
    var table = MeasureTable(width: 1)
    for _ in 0..<10 { table.append([1]) }
    let labels = (0..<10).map { $0 % 2 == 0 }
    #expect(TreeTrainer.train(table, labels, Self.settings) == .none)
    #expect(TreeTrainer.train(MeasureTable(width: 1), [], Self.settings) == .none)
  }
}
