/// Weights by feature hash: one row of small whole weights a feature, found by open addressing.
///
/// A row is 32 bytes: lanes of weights and, in the last two, the feature's 32-bit hash, so that a look-up reads one
/// cache line. No weight is larger than ``largest``, so that the sum of a token's features cannot overflow.
package struct WeightTable: Sendable {
  /// What one step of a weight is worth.
  let scale: Float
  private let rows: [SIMD16<Int16>]
  private let mask: Int
  /// One bit a hash's upper bits: most features have no weights, and this small table says so at once.
  private let isPossible: [UInt64]
  private static let filterBits: UInt32 = 21
  /// The lanes that hold weights; the others hold the hash.
  static let lanes = 12
  /// The largest size of a stored weight.
  package static let largest: Float = 400

  /// Builds the table from features and their weights.
  init(scale: Float, features: [UInt32], weights: [SIMD16<Int16>]) {
    var size = 64
    while size * 2 < features.count * 3 { size *= 2 }
    mask = size - 1
    self.scale = scale
    var rows = [SIMD16<Int16>](repeating: .init(), count: size)
    for (feature, weight) in zip(features, weights) where feature != 0 {
      var slot = Int(feature) & mask
      while Self.key(rows[slot]) != 0 { slot = (slot + 1) & mask }
      var row = weight
      row[14] = Int16(truncatingIfNeeded: feature)
      row[15] = Int16(truncatingIfNeeded: feature >> 16)
      rows[slot] = row
    }
    self.rows = rows
    var filter = [UInt64](repeating: 0, count: 1 << (Self.filterBits - 6))
    for feature in features {
      let bit = feature >> (32 - Self.filterBits)
      filter[Int(bit >> 6)] |= 1 << UInt64(bit & 63)
    }
    isPossible = filter
  }

  @inline(__always)
  private static func key(_ row: SIMD16<Int16>) -> UInt32 {
    UInt32(UInt16(bitPattern: row[14])) | UInt32(UInt16(bitPattern: row[15])) << 16
  }

  /// Adds the weights of the features in a buffer, in steps; lanes from ``lanes`` on are not to be read.
  @inline(__always)
  func add(_ buffer: inout FeatureBuffer, to sum: inout SIMD16<Int16>) {
    let kept = sift(&buffer)
    let rows = rows.span
    let possible = buffer.possible.span
    for at in 0..<kept {
      let feature = possible[at]
      var slot = Int(feature) & mask
      while true {
        let row = rows[slot]
        let key = Self.key(row)
        if key == feature {
          sum &+= row
          break
        }
        if key == 0 { break }
        slot = (slot &+ 1) & mask
      }
    }
  }

  /// Copies the features that may have weights to ``FeatureBuffer/possible`` and returns how many they are.
  ///
  /// Every feature is written and only the count depends on the filter: a branch would be mispredicted half the time.
  @inline(__always)
  private func sift(_ buffer: inout FeatureBuffer) -> Int {
    let filter = isPossible.span
    var kept = 0
    for at in 0..<buffer.count {
      let feature = buffer.hashes[at]
      buffer.possible[kept] = feature
      let bit = feature >> (32 - Self.filterBits)
      kept &+= Int(truncatingIfNeeded: (filter[Int(bit >> 6)] >> UInt64(bit & 63)) & 1)
    }
    return kept
  }
}
