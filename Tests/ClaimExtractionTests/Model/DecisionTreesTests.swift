import Testing

@testable import ClaimExtraction

@Suite("Decision trees")
struct DecisionTreesTests {
  /// A table of two measures and more rows than one block holds.
  private static var table: MeasureTable {
    var table = MeasureTable(width: 2)
    for row in 0..<11 { table.append([Float(row), row % 2 == 0 ? 1 : -1]) }
    return table
  }

  @Test("add what the leaf says that the answers lead to, for each row")
  func sums() {
    // The first question alone divides: the others are never or always answered with no.
    let limits: [Float] = [4, 100, 100, 100, 0]
    let questions = limits.enumerated().map { level, limit in
      DecisionTrees.Question(measure: level == 4 ? 1 : 0, limit: limit)
    }
    var values = [Int16](repeating: 99, count: DecisionTrees.leaves)
    values[0] = 1
    values[1] = 2
    values[16] = 4
    values[17] = -8
    let trees = DecisionTrees(
      questions: questions + questions,
      values: values + values,
      scale: 0.25
    )
    let wanted = (0..<11).map { row -> Float in
      let value: Float = row > 4 ? (row % 2 == 0 ? -8 : 2) : row % 2 == 0 ? 4 : 1
      return 2 * value * 0.25
    }
    #expect(trees.sums(Self.table) == wanted)
    #expect(trees.width == 2)
  }

  @Test("say nothing where there are none")
  func none() {
    #expect(DecisionTrees.none.sums(Self.table) == [Float](repeating: 0, count: 11))
    #expect(DecisionTrees.none.sums(MeasureTable(width: 2)).isEmpty)
  }

  @Test("leave out what is no whole tree")
  func cut() {
    let question = DecisionTrees.Question(measure: 0, limit: 0)
    let trees = DecisionTrees(
      questions: Array(repeating: question, count: DecisionTrees.depth + 1),
      values: Array(repeating: 1, count: 2 * DecisionTrees.leaves),
      scale: 1
    )
    #expect(trees.questions.count == DecisionTrees.depth)
    #expect(trees.values.count == DecisionTrees.leaves)
  }
}
