/// One feature of a token, as 32 bits: a template's number mixed with the values it stands for.
///
/// Features have no names: a model holds weights by this hash alone. It is the upper half of one product, as Knuth's
/// multiplicative hash is.
@inline(__always)
func featureHash(_ template: UInt64, _ value: UInt64) -> UInt32 {
  let mixed = (value ^ (value >> 32) ^ (template &* 0x9E37_79B9_7F4A_7C15)) &* 0xBF58_476D_1CE4_E5B9
  return UInt32(truncatingIfNeeded: mixed >> 32)
}

/// Joins two values into one, order kept.
@inline(__always)
func joined(_ first: UInt64, _ second: UInt64) -> UInt64 {
  (first &* 0xD6E8_FEB8_6659_FD93) ^ (second &+ 0x9E37_79B9_7F4A_7C15 &+ (first >> 31))
}

/// A buffer of features that is filled again and again without allocating.
package struct FeatureBuffer: Sendable {
  /// The most features that it takes.
  private static var capacity: Int { 160 }
  private var hashes = InlineArray<160, UInt32>(repeating: 0)
  /// How many features it holds.
  package private(set) var count = 0

  /// Makes an empty buffer.
  package init() {}

  /// Empties it.
  @inline(__always)
  package mutating func removeAll() { count = 0 }

  /// Adds the feature of a template and a value.
  @inline(__always)
  mutating func add(_ template: UInt64, _ value: UInt64) {
    guard count < Self.capacity else { return }
    hashes[count] = featureHash(template, value)
    count &+= 1
  }

  /// A feature by its place.
  @inline(__always)
  package subscript(place: Int) -> UInt32 { hashes[place] }

  /// Appends the features to a list.
  package func append(to features: inout [UInt32]) {
    for place in 0..<count { features.append(hashes[place]) }
  }

  /// Drops the features that a filter knows to have no weights.
  ///
  /// Every feature is written and only the count depends on the filter: a branch would be mispredicted half the time.
  @inline(__always)
  mutating func keep(_ filter: borrowing FeatureFilter) {
    let words = filter.words.span
    var kept = 0
    for place in 0..<count {
      let feature = hashes[place]
      hashes[kept] = feature
      kept &+= FeatureFilter.bit(feature, in: words[Int(feature >> FeatureFilter.shift)])
    }
    count = kept
  }
}

/// Which features may have weights: most have none, and this small table says so at once.
///
/// A Bloom filter (Bloom 1970) of 128 KB whose two bits of a feature stand in one word.
struct FeatureFilter: Sendable {
  fileprivate private(set) var words = [UInt64](repeating: 0, count: 1 << (32 - Self.shift))
  fileprivate static var shift: UInt32 { 18 }

  /// Makes the filter of some features.
  init(_ features: [UInt32]) {
    for feature in features {
      words[Int(feature >> Self.shift)] |=
        1 << UInt64(feature & 63) | 1 << UInt64((feature >> 6) & 63)
    }
  }

  /// 1 where both bits of a feature are set in its word, else 0.
  @inline(__always)
  fileprivate static func bit(_ feature: UInt32, in word: UInt64) -> Int {
    let both = (word &>> UInt64(feature & 63)) & (word &>> UInt64((feature >> 6) & 63))
    return Int(truncatingIfNeeded: both & 1)
  }
}
