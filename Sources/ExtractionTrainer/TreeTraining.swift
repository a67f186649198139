import ClaimExtraction

/// How decision trees are trained.
struct TreeSettings: Codable, Sendable {
  /// How many there are.
  var count: Int
  /// The share of a tree's correction that is made.
  var rate: Double
  /// What is added to the second derivatives of a leaf, so that small leaves say little.
  var penalty: Double
  /// The share of the rows that a tree sees.
  var rows: Double
  /// The share of the measures that a tree may ask about.
  var measures: Double
}

/// Trains decision trees on a yes-or-no question by second-order boosting of the logistic loss (Friedman 2001; Chen and
/// Guestrin 2016), every level of a tree asking one question (as in Prokhorenkova and others 2018).
struct TreeTrainer {
  private let settings: TreeSettings
  private let labels: [Bool]
  /// For each measure the limits that may be asked about, ascending.
  private let limits: [[Float]]
  /// For each measure and row, how many limits the measure is above.
  private let bins: [[UInt8]]
  private var generator = SeededGenerator(seed: 17)

  /// At most this many limits are tried a measure.
  private static let mostLimits = 48

  /// Trains on the rows of a table.
  static func train(
    _ table: MeasureTable,
    _ labels: [Bool],
    _ settings: TreeSettings
  ) -> DecisionTrees {
    var trainer = TreeTrainer(table, labels, settings)
    return trainer.limits.allSatisfy(\.isEmpty) ? .none : trainer.trees()
  }

  private init(_ table: MeasureTable, _ labels: [Bool], _ settings: TreeSettings) {
    self.settings = settings
    self.labels = labels
    var limits: [[Float]] = []
    var bins: [[UInt8]] = []
    for measure in 0..<table.width {
      let column = labels.indices.map { table[row: $0, measure] }
      let own = Self.limits(of: column)
      limits.append(own)
      bins.append(column.map { value in UInt8(Self.place(of: value, among: own)) })
    }
    self.limits = limits
    self.bins = bins
  }

  /// Limits between the values of a measure, so that about as many rows lie between each two.
  private static func limits(of column: [Float]) -> [Float] {
    let sorted = column.sorted()
    var limits: [Float] = []
    for step in 1...mostLimits {
      let place = step * sorted.count / (mostLimits + 1)
      guard place > 0, place < sorted.count else { continue }
      // Between the value here and the next smaller one.
      var below = place
      while below > 0, sorted[below - 1] == sorted[place] { below -= 1 }
      guard below > 0 else { continue }
      let limit = (sorted[below - 1] + sorted[place]) / 2
      // The mean of two neighbouring numbers may be rounded to the upper one.
      let between = limit < sorted[place] ? limit : sorted[below - 1]
      if limits.last.map({ $0 < between }) ?? true { limits.append(between) }
    }
    return limits
  }

  private static func place(of value: Float, among limits: [Float]) -> Int {
    var low = 0
    var high = limits.count
    while low < high {
      let middle = (low + high) / 2
      if limits[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func trees() -> DecisionTrees {
    var questions: [DecisionTrees.Question] = []
    var values: [Double] = []
    var sums = [Double](repeating: 0, count: labels.count)
    for _ in 0..<settings.count {
      let slopes = labels.indices.map { row in
        let chance = 1 / (1 + exponential(-sums[row]))
        return SIMD2((labels[row] ? 1 : 0) - chance, chance * (1 - chance))
      }
      let tree = tree(slopes)
      questions += tree.questions.map {
        DecisionTrees.Question(measure: UInt8($0.measure), limit: limits[$0.measure][$0.limit])
      }
      values += tree.values
      for row in labels.indices { sums[row] += tree.values[leaf(of: row, tree.questions)] }
    }
    let largest = values.reduce(0) { max($0, abs($1)) }
    let scale = max(largest / 32_000, 1e-9)
    return DecisionTrees(
      questions: questions,
      values: values.map { Int16(($0 / scale).rounded()) },
      scale: Float(scale)
    )
  }

  private typealias Question = (measure: Int, limit: Int)

  private func leaf(of row: Int, _ questions: [Question]) -> Int {
    var leaf = 0
    for (level, question) in questions.enumerated()
    where Int(bins[question.measure][row]) > question.limit {
      leaf |= 1 << level
    }
    return leaf
  }

  /// One tree that corrects what the others say, given the first and second derivative of each row's loss.
  private mutating func tree(_ slopes: [SIMD2<Double>]) -> (questions: [Question], values: [Double])
  {
    let rows = labels.indices.filter { _ in chance() < settings.rows }
    var measures = limits.indices.filter { !limits[$0].isEmpty && chance() < settings.measures }
    if measures.isEmpty { measures = limits.indices.filter { !limits[$0].isEmpty } }
    var leaves = [Int](repeating: 0, count: rows.count)
    var questions: [Question] = []
    for level in 0..<DecisionTrees.depth {
      let question = question(rows, leaves, count: 1 << level, measures, slopes)
      for (place, row) in rows.enumerated()
      where Int(bins[question.measure][row]) > question.limit {
        leaves[place] |= 1 << level
      }
      questions.append(question)
    }
    var totals = [SIMD2<Double>](repeating: .zero, count: DecisionTrees.leaves)
    for (place, row) in rows.enumerated() { totals[leaves[place]] += slopes[row] }
    return (questions, totals.map { settings.rate * $0.x / ($0.y + settings.penalty) })
  }

  /// The question that parts the rows of all leaves best.
  private func question(
    _ rows: [Int],
    _ leaves: [Int],
    count: Int,
    _ measures: [Int],
    _ slopes: [SIMD2<Double>]
  ) -> Question {
    var best: Question = (measures.first ?? 0, 0)
    var most = -Double.infinity
    let width = Self.mostLimits + 1
    for measure in measures {
      var cells = [SIMD2<Double>](repeating: .zero, count: count * width)
      let bins = bins[measure]
      for (place, row) in rows.enumerated() {
        cells[leaves[place] * width + Int(bins[row])] += slopes[row]
      }
      var gains = [Double](repeating: 0, count: limits[measure].count)
      for leaf in 0..<count {
        let own = cells[leaf * width..<(leaf + 1) * width]
        let all = own.reduce(.zero, +)
        var below = SIMD2<Double>.zero
        for limit in gains.indices {
          below += own[own.startIndex + limit]
          gains[limit] += gain(below) + gain(all - below)
        }
      }
      for limit in gains.indices where gains[limit] > most {
        most = gains[limit]
        best = (measure, limit)
      }
    }
    return best
  }

  @inline(__always)
  private func gain(_ total: SIMD2<Double>) -> Double {
    total.x * total.x / (total.y + settings.penalty)
  }

  private mutating func chance() -> Double { Double(generator.next() >> 11) / 0x1p53 }

  private func exponential(_ value: Double) -> Double {
    Double(ClaimExtraction.exponential(SIMD8(repeating: Float(value)))[0])
  }
}
