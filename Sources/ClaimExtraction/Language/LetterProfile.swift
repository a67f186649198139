/// Which letters follow which in a language's words: tells the language of words that no list has.
///
/// Chances of a letter given the two before it, from the words of the language's data file. Letters are ASCII's, the rest
/// counts as one of a few other signs.
struct LetterProfile: Sendable {
  /// The logarithm of each chance, by three letters of five bits.
  private let chances: [Float]
  /// Added to each count, so that what was never seen is not impossible.
  private static let smoothing: Float = 0.05
  private static let alphabet: Float = 28

  /// Counts the letters of words.
  init(_ words: some Sequence<ArraySlice<UInt8>>) {
    var counts = [Float](repeating: 0, count: 1 << 15)
    for word in words {
      var state = 0
      for byte in word {
        state = (state << 5 | Self.letter(byte)) & 0x7FFF
        counts[state] += 1
      }
      counts[(state << 5) & 0x7FFF] += 1
    }
    var chances = counts
    for pair in stride(from: 0, to: counts.count, by: 32) {
      let total = counts[pair..<(pair + 32)].reduce(0, +) + Self.smoothing * Self.alphabet
      for index in pair..<(pair + 32) {
        chances[index] = logarithm((counts[index] + Self.smoothing) / total)
      }
    }
    self.chances = chances
  }

  /// The mean logarithm of the chances of a word's letters; near -2 for the language's own words, below -3 for others'.
  func likelihood(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Float {
    var state = 0
    var sum: Float = 0
    for index in word {
      state = (state << 5 | Self.letter(bytes[index])) & 0x7FFF
      sum += chances[state]
    }
    return (sum + chances[(state << 5) & 0x7FFF]) / Float(word.count + 1)
  }

  /// 1 to 26 for letters, 0 for a word's edge, more for the rest.
  @inline(__always)
  private static func letter(_ byte: UInt8) -> Int {
    let lowered = byte | 0x20
    if lowered &- UInt8(ascii: "a") < 26 { return Int(lowered - UInt8(ascii: "a")) + 1 }
    return byte < 0x80 ? 27 : 28 + Int(byte & 3)
  }
}
