/// Rows of numbers, each number as the bin of its column that it falls into.
struct BinnedTable {
  /// The most bins of a column.
  static let mostBins = 63

  /// What lies in one bin.
  struct Sum {
    var gradient = 0.0
    var weight = 0.0
    var count = 0
  }

  /// The upper bound of each bin but the last, column by column.
  let bounds: [[Float]]
  private let bins: [[UInt8]]

  var columns: Int { bounds.count }

  /// Cuts each column where it holds about the same number of rows on both sides.
  init(_ rows: [[Float]]) {
    let width = rows.first?.count ?? 0
    var bounds: [[Float]] = []
    var bins: [[UInt8]] = []
    for column in 0..<width {
      let values = rows.map { $0[column] }
      let cuts = Self.cuts(values.sorted())
      bounds.append(cuts)
      bins.append(values.map { Self.bin(of: $0, cuts) })
    }
    self.bounds = bounds
    self.bins = bins
  }

  private static func cuts(_ sorted: [Float]) -> [Float] {
    var distinct: [(value: Float, count: Int)] = []
    for value in sorted {
      if distinct.last?.value == value {
        distinct[distinct.count - 1].count += 1
      } else {
        distinct.append((value, 1))
      }
    }
    var cuts: [Float] = []
    let share = max(1, sorted.count / mostBins)
    var held = 0
    for index in 0..<max(0, distinct.count - 1) {
      held += distinct[index].count
      guard held >= share || distinct.count <= mostBins else { continue }
      held = 0
      // Halfway to the next number, so that numbers between the two fall on the nearer side.
      cuts.append((distinct[index].value + distinct[index + 1].value) / 2)
      if cuts.count == mostBins - 1 { break }
    }
    return cuts
  }

  private static func bin(of value: Float, _ cuts: [Float]) -> UInt8 {
    var low = 0
    var high = cuts.count
    while low < high {
      let middle = (low + high) / 2
      if value <= cuts[middle] { high = middle } else { low = middle + 1 }
    }
    return UInt8(low)
  }

  func bin(_ column: Int, _ row: Int) -> UInt8 { bins[column][row] }

  /// The sums of some rows in each bin of a column.
  func histogram(
    _ column: Int,
    _ rows: [Int32],
    _ gradients: [Float],
    _ weights: [Float]
  ) -> [Sum] {
    var sums = [Sum](repeating: Sum(), count: bounds[column].count + 1)
    let own = bins[column]
    let bins = own.span
    let gradients = gradients.span
    let weights = weights.span
    for row in rows {
      let bin = Int(bins[Int(row)])
      sums[bin].gradient += Double(gradients[Int(row)])
      sums[bin].weight += Double(weights[Int(row)])
      sums[bin].count += 1
    }
    return sums
  }
}
