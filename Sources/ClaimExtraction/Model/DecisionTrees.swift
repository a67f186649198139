/// Boosted decision trees (Friedman 2001), all of one depth, each asking the same question of all branches of a level.
///
/// Such trees have no branches to be mispredicted: eight rows are asked all questions of a tree, and the answers together
/// are the number of each row's leaf.
package struct DecisionTrees: Sendable, Equatable {
  /// The question of one level: whether a measure is above a limit.
  package struct Question: Sendable, Equatable {
    /// The measure's number.
    package var measure: UInt8
    /// What it has to be above.
    package var limit: Float

    /// Makes a question.
    package init(measure: UInt8, limit: Float) {
      self.measure = measure
      self.limit = limit
    }
  }

  /// How many questions a tree asks.
  package static let depth = 5
  /// How many leaves a tree has.
  package static let leaves = 1 << depth

  /// The questions of all trees, one tree after another.
  package private(set) var questions: [Question]
  /// What the leaves add, in steps, one tree after another.
  package private(set) var values: [Int16]
  /// What one step is worth.
  package let scale: Float

  /// Makes trees; questions or values beyond the last whole tree are left out.
  package init(questions: [Question], values: [Int16], scale: Float) {
    let count = min(questions.count / Self.depth, values.count / Self.leaves)
    self.questions = Array(questions.prefix(count * Self.depth))
    self.values = Array(values.prefix(count * Self.leaves))
    self.scale = scale
  }

  /// No trees: every sum is 0.
  package static let none = DecisionTrees(questions: [], values: [], scale: 1)

  /// How many measures a row has to have at least for these trees.
  package var width: Int { questions.reduce(0) { max($0, Int($1.measure) + 1) } }

  /// What the trees say of each row, in order.
  package func sums(_ table: MeasureTable) -> [Float] {
    var sums: [Float] = []
    sums.reserveCapacity(table.count)
    for block in 0..<table.blocks {
      let totals = totals(table.cells.span.extracting(table.place(of: block)))
      for row in 0..<min(8, table.count - 8 * block) { sums.append(Float(totals[row]) * scale) }
    }
    return sums
  }

  /// The sums of the leaves that eight rows come to.
  private func totals(_ cells: Span<SIMD8<Float>>) -> InlineArray<8, Int32> {
    let questions = questions.span
    let values = values.span
    var totals = InlineArray<8, Int32>(repeating: 0)
    var value = 0
    var question = 0
    while question < questions.count {
      var leaf = SIMD8<Int32>(repeating: Int32(truncatingIfNeeded: value))
      for level in 0..<Self.depth {
        let asked = questions[question + level]
        let isAbove = cells[Int(asked.measure)] .> asked.limit
        leaf.replace(with: leaf &+ Int32(1 << level), where: isAbove)
      }
      for row in 0..<8 { totals[row] &+= Int32(values[Int(leaf[row])]) }
      question += Self.depth
      value += Self.leaves
    }
    return totals
  }
}

/// Measures of many things, eight rows side by side.
package struct MeasureTable: Sendable {
  /// How many measures a row has.
  package let width: Int
  /// How many rows there are.
  package private(set) var count = 0
  fileprivate private(set) var cells: [SIMD8<Float>] = []

  /// Makes an empty table with room for some rows.
  package init(width: Int, rows: Int = 0) {
    self.width = width
    cells.reserveCapacity(width * ((rows + 7) / 8))
  }

  /// How many blocks of eight rows there are, the last one perhaps not full.
  var blocks: Int { (count + 7) / 8 }

  /// Where the measures of a block stand among the cells.
  @inline(__always)
  fileprivate func place(of block: Int) -> Range<Int> { block * width..<(block + 1) * width }

  /// A measure of one row.
  package subscript(row row: Int, measure: Int) -> Float {
    cells[row / 8 * width + measure][row % 8]
  }

  /// Adds a row; what it has too little is 0.
  package mutating func append(_ row: [Float]) {
    if count % 8 == 0 { cells.append(contentsOf: repeatElement(SIMD8(), count: width)) }
    let first = count / 8 * width
    let lane = count % 8
    for measure in 0..<min(width, row.count) { cells[first + measure][lane] = row[measure] }
    count += 1
  }
}
