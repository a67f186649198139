/// A set of words that may now and then take a strange word for one of its own: one bit for each of 65,536 hashes.
struct WordSet {
  private var bits = [UInt64](repeating: 0, count: 1_024)

  /// Adds a word and says whether it was there before.
  mutating func insert(_ hash: UInt64) -> Bool {
    let (word, bit) = Self.place(hash)
    let known = bits[word] & bit != 0
    bits[word] |= bit
    return known
  }

  /// Whether a word is in the set.
  func contains(_ hash: UInt64) -> Bool {
    let (word, bit) = Self.place(hash)
    return bits[word] & bit != 0
  }

  /// The share of some words that is in the set.
  func share(of words: ArraySlice<UInt64>) -> Float {
    guard !words.isEmpty else { return -1 }
    var known = 0
    for word in words where contains(word) { known += 1 }
    return Float(known) / Float(words.count)
  }

  private static func place(_ hash: UInt64) -> (Int, UInt64) {
    let folded = hash ^ hash >> 32
    return (Int(folded >> 6 & 1_023), 1 << (folded & 63))
  }
}
