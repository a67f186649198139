/// Weights by feature hash: one row of eight-bit weights a feature, found by open addressing.
///
/// A row is 16 bytes: twelve lanes of weights and the feature's 32-bit hash, so that a look-up reads one cache line.
struct WeightTable: Sendable {
  /// What one step of a weight is worth.
  let scale: Float
  private let rows: [SIMD16<Int8>]
  private let mask: Int
  /// The lanes that hold weights; the others hold the hash.
  static let lanes = 12

  /// Builds the table from features and their weights.
  init(scale: Float, features: [UInt32], weights: [SIMD16<Int8>]) {
    var size = 64
    while size * 2 < features.count * 3 { size *= 2 }
    mask = size - 1
    self.scale = scale
    var rows = [SIMD16<Int8>](repeating: .init(), count: size)
    for (feature, weight) in zip(features, weights) where feature != 0 {
      var slot = Int(feature) & mask
      while Self.key(rows[slot]) != 0 { slot = (slot + 1) & mask }
      var row = weight
      for byte in 0..<4 {
        row[Self.lanes + byte] = Int8(truncatingIfNeeded: feature >> (8 * UInt32(byte)))
      }
      rows[slot] = row
    }
    self.rows = rows
  }

  @inline(__always)
  private static func key(_ row: SIMD16<Int8>) -> UInt32 {
    let words = unsafe unsafeBitCast(row, to: SIMD4<UInt32>.self)
    return words[3]
  }

  /// Adds the weights of the features in a buffer, in steps; lanes from ``lanes`` on are not to be read.
  @inline(__always)
  func add(_ buffer: borrowing FeatureBuffer, to sum: inout SIMD16<Int16>) {
    let rows = rows.span
    for at in 0..<buffer.count {
      let feature = buffer.hashes[at]
      var slot = Int(feature) & mask
      while true {
        let row = rows[slot]
        let key = Self.key(row)
        if key == feature {
          sum &+= SIMD16<Int16>(truncatingIfNeeded: row)
          break
        }
        if key == 0 { break }
        slot = (slot &+ 1) & mask
      }
    }
  }
}
