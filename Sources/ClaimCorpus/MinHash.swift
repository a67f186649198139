/// Short sketches of sets, from which their similarity can be estimated without the sets (Broder 1997).
///
/// For each of many orders of all pieces, a sketch keeps the first piece of a set. Two sets agree on it as often as they are
/// similar: the share of orders on which they agree estimates Jaccard's coefficient J with a standard deviation of
/// √(J(1−J)/n).
struct MinHash: Sendable {
  /// How many pieces make a band: all have to agree for two sets to meet in it.
  static let rows = 3
  /// How many bands there are.
  ///
  /// Sets of similarity s meet in at least one with 1 − (1 − s³)⁴²: 0.996 at one half, 0.99997 at 0.6, 0.036 at 0.1.
  static let bands = 42

  private let orders: [UInt64]

  /// The same orders every time: the same texts have the same groups.
  init(count: Int = rows * bands) {
    var state: UInt64 = 0x7469_6C69_6B00_0001
    orders = (0..<count).map { _ in
      state &+= 0x9E37_79B9_7F4A_7C15
      return Shingles.mix(state)
    }
  }

  /// The first piece in each order; of nothing, the largest number.
  func sketch(_ set: Shingles) -> [UInt32] {
    orders.map { order in
      var least = UInt64.max
      for hash in set.hashes { least = min(least, Shingles.mix(hash ^ order)) }
      return UInt32(truncatingIfNeeded: least >> 32)
    }
  }

  /// The share of orders on which two sketches agree.
  static func similarity(_ left: [UInt32], _ right: [UInt32]) -> Double {
    let same = zip(left, right).count { $0 == $1 }
    return left.isEmpty ? 0 : Double(same) / Double(left.count)
  }

  /// A sketch's bands, each hashed into one number.
  func bands(_ set: Shingles) -> [UInt32] {
    let sketch = sketch(set)
    return stride(from: 0, to: sketch.count, by: Self.rows).map { start in
      var hash: UInt64 = 0
      for value in sketch[start..<min(start + Self.rows, sketch.count)] {
        hash = Shingles.mix(hash &* 0x100_0000_01B3 ^ UInt64(value))
      }
      return UInt32(truncatingIfNeeded: hash)
    }
  }
}
