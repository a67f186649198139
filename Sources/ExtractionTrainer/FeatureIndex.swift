/// Numbers the features that are frequent enough to be learned from.
struct FeatureIndex: Sendable {
  private var keys: [UInt32]
  private var numbers: [Int32]
  private(set) var count = 0
  private let mask: Int

  /// Stands for a feature that is not learned.
  static let unknown: Int32 = -1

  /// Counts features and numbers those seen at least `minimum` times, in the order they are first seen.
  init(_ features: [UInt32], minimum: Int) {
    var size = 1 << 16
    while size < features.count / 4 { size <<= 1 }
    var keys = [UInt32](repeating: 0, count: size)
    var counts = [Int32](repeating: 0, count: size)
    var mask = size - 1
    var used = 0
    for feature in features {
      var slot = Int(feature) & mask
      while counts[slot] > 0, keys[slot] != feature { slot = (slot + 1) & mask }
      if counts[slot] == 0 {
        used += 1
        keys[slot] = feature
      }
      counts[slot] += 1
      if used * 3 > size * 2 {
        var wider = [UInt32](repeating: 0, count: size * 2)
        var widerCounts = [Int32](repeating: 0, count: size * 2)
        mask = size * 2 - 1
        for old in 0..<size where counts[old] > 0 {
          var slot = Int(keys[old]) & mask
          while widerCounts[slot] > 0 { slot = (slot + 1) & mask }
          wider[slot] = keys[old]
          widerCounts[slot] = counts[old]
        }
        keys = wider
        counts = widerCounts
        size *= 2
      }
    }
    var numbers = [Int32](repeating: Self.unknown, count: size)
    var next: Int32 = 0
    for slot in 0..<size where counts[slot] >= minimum {
      numbers[slot] = next
      next += 1
    }
    for slot in 0..<size where counts[slot] == 0 { numbers[slot] = -2 }
    self.keys = keys
    self.numbers = numbers
    self.mask = mask
    count = Int(next)
  }

  /// A feature's number, or ``unknown``.
  @inline(__always)
  func number(_ feature: UInt32) -> Int32 {
    var slot = Int(feature) & mask
    while numbers[slot] != -2 {
      if keys[slot] == feature { return numbers[slot] }
      slot = (slot + 1) & mask
    }
    return Self.unknown
  }

  /// All learned features with their numbers.
  var learned: [(feature: UInt32, number: Int)] {
    numbers.indices.compactMap { numbers[$0] >= 0 ? (keys[$0], Int(numbers[$0])) : nil }
  }
}

/// A generator of pseudo-random numbers with a fixed beginning: SplitMix64 (Steele, Lea and Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The generator that brings the windows of a run of training into its order.
  static func ofOrder(run: Int) -> SeededGenerator { SeededGenerator(seed: UInt64(11 + 100 * run)) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
