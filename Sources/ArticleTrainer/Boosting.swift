import Foundation

/// Boosted trees for a yes-or-no question, grown leaf by leaf on histograms, as LightGBM does.
struct Boosting {
  /// How trees are grown.
  struct Settings {
    var trees = 150
    var leaves = 8
    var rate = 0.08
    /// The fewest rows in a leaf.
    var leafRows = 20
    /// L2 regularisation of the leaves' values.
    var penalty = 5.0
    /// The share of the columns that each tree may ask about.
    var columns = 0.5
    /// The share of the rows that each tree is grown on.
    var rows = 0.7
  }

  /// A node of a tree: a question, or a leaf's value.
  indirect enum Node {
    case leaf(Double)
    case question(column: Int, bound: Float, yes: Node, no: Node)
  }

  private struct Leaf {
    var rows: [Int32]
    var gradient: Double
    var weight: Double
    var split: Split?
    var node: Int
  }

  private struct Split {
    var gain: Double
    var column: Int
    var bin: Int
  }

  private struct Draft {
    var split: (column: Int, bin: Int, yes: Int, no: Int)?
    var value = 0.0
  }

  private let table: BinnedTable
  private let settings: Settings
  private var random: Dice
  private var gradients: [Float]
  private var weights: [Float]

  /// Grows trees on the rows of a table.
  ///
  /// - Parameters:
  ///   - table: what is known of each row.
  ///   - answers: whether the answer of each row is yes.
  ///   - importance: how much each row counts.
  ///   - settings: how to grow.
  ///   - seed: the same seed gives the same trees.
  /// - Returns: the trees; the first one is a leaf that holds the start value.
  static func fit(
    _ table: BinnedTable,
    _ answers: [Bool],
    _ importance: [Float],
    _ settings: Settings,
    seed: UInt64
  ) -> [Node] {
    var boosting = Boosting(
      table: table,
      settings: settings,
      random: Dice(state: seed),
      gradients: [Float](repeating: 0, count: answers.count),
      weights: [Float](repeating: 0, count: answers.count)
    )
    let yes = zip(answers, importance).reduce(0.0) { $0 + ($1.0 ? Double($1.1) : 0) }
    let all = importance.reduce(0.0) { $0 + Double($1) }
    let start = log(max(yes, 1e-9) / max(all - yes, 1e-9))
    var scores = [Double](repeating: start, count: answers.count)
    var trees: [Node] = [.leaf(start)]
    for _ in 0..<settings.trees {
      for row in answers.indices {
        let probability = 1 / (1 + exp(-scores[row]))
        boosting.gradients[row] = Float(probability - (answers[row] ? 1 : 0)) * importance[row]
        boosting.weights[row] = Float(probability * (1 - probability)) * importance[row]
      }
      let drafts = boosting.grow()
      for row in answers.indices { scores[row] += boosting.value(drafts, of: row) }
      trees.append(boosting.node(drafts, 0))
    }
    return trees
  }

  private mutating func grow() -> [Draft] {
    let rows = (0..<Int32(gradients.count)).filter { _ in random.chance(settings.rows) }
    let columns = (0..<table.columns).filter { _ in random.chance(settings.columns) }
    var drafts = [Draft()]
    var leaves = [leaf(of: rows, node: 0, columns)]
    while leaves.count < settings.leaves {
      let best = leaves.indices.max {
        (leaves[$0].split?.gain ?? 0) < (leaves[$1].split?.gain ?? 0)
      }
      guard let best, let split = leaves[best].split else { break }
      let parent = leaves.remove(at: best)
      var sides: ([Int32], [Int32]) = ([], [])
      for row in parent.rows {
        if Int(table.bin(split.column, Int(row))) <= split.bin {
          sides.0.append(row)
        } else {
          sides.1.append(row)
        }
      }
      drafts[parent.node].split = (split.column, split.bin, drafts.count, drafts.count + 1)
      leaves.append(leaf(of: sides.0, node: drafts.count, columns))
      leaves.append(leaf(of: sides.1, node: drafts.count + 1, columns))
      drafts += [Draft(), Draft()]
    }
    for leaf in leaves {
      drafts[leaf.node].value =
        -leaf.gradient / (leaf.weight + settings.penalty) * settings.rate
    }
    return drafts
  }

  private func leaf(of rows: [Int32], node: Int, _ columns: [Int]) -> Leaf {
    var leaf = Leaf(rows: rows, gradient: 0, weight: 0, split: nil, node: node)
    for row in rows {
      leaf.gradient += Double(gradients[Int(row)])
      leaf.weight += Double(weights[Int(row)])
    }
    guard rows.count >= 2 * settings.leafRows else { return leaf }
    let before = leaf.gradient * leaf.gradient / (leaf.weight + settings.penalty)
    for column in columns {
      let sums = table.histogram(column, rows, gradients, weights)
      var gradient = 0.0
      var weight = 0.0
      var count = 0
      for bin in 0..<(sums.count - 1) {
        gradient += sums[bin].gradient
        weight += sums[bin].weight
        count += sums[bin].count
        if count < settings.leafRows { continue }
        if rows.count - count < settings.leafRows { break }
        let rest = leaf.gradient - gradient
        let gain =
          gradient * gradient / (weight + settings.penalty)
          + rest * rest / (leaf.weight - weight + settings.penalty) - before
        if gain > (leaf.split?.gain ?? 1e-6) {
          leaf.split = Split(gain: gain, column: column, bin: bin)
        }
      }
    }
    return leaf
  }

  private func value(_ drafts: [Draft], of row: Int) -> Double {
    var node = 0
    while let split = drafts[node].split {
      node = Int(table.bin(split.column, row)) <= split.bin ? split.yes : split.no
    }
    return drafts[node].value
  }

  private func node(_ drafts: [Draft], _ index: Int) -> Node {
    guard let split = drafts[index].split else { return .leaf(drafts[index].value) }
    return .question(
      column: split.column,
      bound: table.bounds[split.column][split.bin],
      yes: node(drafts, split.yes),
      no: node(drafts, split.no)
    )
  }
}

extension Boosting.Node {
  /// The tree in preorder, as the reader of models takes it.
  var text: String {
    switch self {
    case .leaf(let value): return Self.short(value)
    case .question(let column, let bound, let yes, let no):
      return "\(column)<\(bound) \(yes.text) \(no.text)"
    }
  }

  /// Four significant digits: more do not change what is chosen.
  private static func short(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    let digits = max(0, 3 - Int(log10(abs(value)).rounded(.down)))
    let scale = pow(10, Double(digits))
    return "\(Float((value * scale).rounded() / scale))"
  }
}

/// Numbers at random that depend on nothing but the seed (SplitMix64).
struct Dice {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func chance(_ share: Double) -> Bool {
    Double(next() >> 11) < share * Double(UInt64(1) << 53)
  }
}
