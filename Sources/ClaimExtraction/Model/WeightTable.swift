/// A row of small whole weights, with what tells its feature from others.
protocol WeightRow: Sendable {
  /// What rows are added up in.
  associatedtype Sum: SIMD where Sum.Scalar == Int16
  /// What the row knows its feature by, besides its place; 0 of an empty row.
  var key: UInt16 { get }
  /// The weights in lanes 1 and up; lane 0 is not to be read.
  var weights: Sum { get }
  /// Makes an empty row.
  init()
  /// The key of a feature, never 0.
  static func key(_ feature: UInt32) -> UInt16
}

/// What one feature weighs in a yes-or-no question.
struct SingleWeight: WeightRow {
  var key: UInt16 = 0
  var weight: Int16 = 0

  @inline(__always)
  var weights: SIMD2<Int16> { SIMD2(0, weight) }
  @inline(__always)
  static func key(_ feature: UInt32) -> UInt16 { UInt16(truncatingIfNeeded: feature >> 16) | 1 }
}

/// What one feature weighs for each label, in a byte a label: the lowest, of a label that is never weighed, is the key.
struct LabelWeights: WeightRow {
  var lanes: UInt64 = 0

  init() {}

  /// Packs weights of at most ``ModelFile/Table/largestOfLabels`` steps with their feature's key.
  init(_ feature: UInt32, _ weights: SIMD8<Int16>) {
    for lane in (1..<8).reversed() {
      lanes = lanes << 8 | UInt64(UInt8(truncatingIfNeeded: weights[lane]))
    }
    lanes = lanes << 8 | UInt64(Self.key(feature))
  }

  @inline(__always)
  var key: UInt16 { UInt16(truncatingIfNeeded: lanes & 0xFF) }
  @inline(__always)
  var weights: SIMD8<Int16> {
    SIMD8(truncatingIfNeeded: unsafe unsafeBitCast(lanes, to: SIMD8<Int8>.self))
  }
  @inline(__always)
  static func key(_ feature: UInt32) -> UInt16 { max(1, UInt16(truncatingIfNeeded: feature >> 24)) }
}

/// Weights by feature hash: one row of small whole weights a feature, found by open addressing.
///
/// Rows are as small as they can be, so that a whole model stays close to the processor.
struct WeightTable<Row: WeightRow>: Sendable {
  /// What one step of a weight is worth.
  let scale: Float
  private let rows: [Row]
  private let mask: Int
  private let filter: FeatureFilter

  /// Builds the table from features and their rows.
  private init(scale: Float, _ entries: [(feature: UInt32, row: Row)]) {
    var size = 64
    while size * 2 < entries.count * 3 { size *= 2 }
    mask = size - 1
    self.scale = scale
    var rows = [Row](repeating: .init(), count: size)
    for entry in entries {
      var slot = Int(entry.feature) & mask
      while rows[slot].key != 0 { slot = (slot + 1) & mask }
      rows[slot] = entry.row
    }
    self.rows = rows
    filter = FeatureFilter(entries.map(\.feature))
  }

  /// Adds the weights of the features in a buffer, in steps; lane 0 is not to be read.
  @inline(__always)
  func add(_ buffer: inout FeatureBuffer, to sum: inout Row.Sum) {
    buffer.keep(filter)
    let rows = rows.span
    for place in 0..<buffer.count {
      let feature = buffer[place]
      let key = Row.key(feature)
      var slot = Int(feature) & mask
      while true {
        let row = rows[slot]
        if row.key == key {
          sum &+= row.weights
          break
        }
        if row.key == 0 { break }
        slot = (slot &+ 1) & mask
      }
    }
  }
}

extension WeightTable<SingleWeight> {
  /// The weights of a yes-or-no question.
  init(_ table: ModelFile.Table) {
    self.init(
      scale: table.scale,
      zip(table.features, table.weights).map { feature, weights in
        (feature, SingleWeight(key: SingleWeight.key(feature), weight: weights[0]))
      }
    )
  }
}

extension WeightTable<LabelWeights> {
  /// The weights of the labels, each in its own lane; those of a head's two labels in lanes 1 and 2.
  ///
  /// No feature weighs both: what is said of a head is said of no other token.
  init(labels table: ModelFile.Table) {
    let first = ArgumentLabel.cue.rawValue
    self.init(
      scale: table.scale,
      zip(table.features, table.weights).map { feature, weights in
        var row = weights.lowHalf
        row[1] &+= weights[first]
        row[2] &+= weights[first + 1]
        return (feature, LabelWeights(feature, row))
      }
    )
  }
}
