/// One feature of a token, as 32 bits: a template's number mixed with the values it stands for.
///
/// Features have no names: a model holds weights by this hash alone. The mixing is that of SplitMix64 (Steele, Lea and
/// Flood 2014), of which the upper half is kept.
@inline(__always)
func featureHash(_ template: UInt64, _ value: UInt64) -> UInt32 {
  var mixed = (value ^ (template &* 0x9E37_79B9_7F4A_7C15)) &* 0xBF58_476D_1CE4_E5B9
  mixed ^= mixed >> 29
  mixed &*= 0x94D0_49BB_1331_11EB
  return UInt32(truncatingIfNeeded: mixed >> 32)
}

/// Joins two values into one, order kept.
@inline(__always)
func joined(_ first: UInt64, _ second: UInt64) -> UInt64 {
  (first &* 0xD6E8_FEB8_6659_FD93) ^ (second &+ 0x9E37_79B9_7F4A_7C15 &+ (first >> 31))
}

/// A buffer of features that is filled again and again without allocating.
package struct FeatureBuffer: Sendable {
  /// The features; the first ``count`` are valid.
  package private(set) var hashes: [UInt32]
  /// How many are valid.
  package private(set) var count = 0

  /// Room for the features that a table may know.
  var possible: [UInt32]

  /// Makes an empty buffer; it never holds more than `capacity` features.
  package init(capacity: Int = 160) {
    hashes = Array(repeating: 0, count: capacity)
    possible = Array(repeating: 0, count: capacity + 1)
  }

  /// Empties it.
  @inline(__always)
  package mutating func removeAll() { count = 0 }

  /// Adds the feature of a template and a value.
  @inline(__always)
  mutating func add(_ template: UInt64, _ value: UInt64) {
    guard count < hashes.count else { return }
    hashes[count] = featureHash(template, value)
    count &+= 1
  }
}
