import Foundation

/// The two numbers of BM25, and its formula.
struct BM25 {
  /// k₁: how fast repeated terms stop counting.
  let saturation: Float
  /// b: how much longer texts are held back.
  let length: Float

  /// What a term counts that a text has `count` times, before its rarity; `length` is the text's, of the mean.
  func share(_ count: Float, _ length: Float) -> Float {
    count * (saturation + 1) / (count + saturation * (1 - self.length + self.length * length))
  }

  /// What a term counts that `count` of `total` texts have.
  static func rarity(_ count: Int, of total: Int) -> Float {
    Float(log(1 + (Double(total - count) + 0.5) / (Double(count) + 0.5)))
  }
}

/// The groups of four letters of a query, to be counted in one text after the other.
struct LetterQuery {
  private let numbers: [UInt32: Int]
  private let rarities: [Float]
  /// The score of a text that has every group once.
  let most: Float

  /// Prepares a query's letters; `rarity` says what a group counts.
  init(_ letters: [UInt8], rarity: (UInt32) -> Float) {
    var numbers: [UInt32: Int] = [:]
    var rarities: [Float] = []
    ClaimTerms.forEachGroup(letters[...]) { group in
      guard numbers[group] == nil else { return }
      numbers[group] = rarities.count
      rarities.append(rarity(group))
    }
    self.numbers = numbers
    self.rarities = rarities
    most = rarities.reduce(0, +)
  }

  /// BM25 of a text's groups; `mean` is the mean length of all texts in bytes.
  func score(_ letters: ArraySlice<UInt8>, mean: Float) -> Float {
    var counts = [Float](repeating: 0, count: rarities.count)
    ClaimTerms.forEachGroup(letters) { group in
      if let number = numbers[group] { counts[number] += 1 }
    }
    let length = Float(letters.count) / max(mean, 1)
    return zip(counts, rarities).reduce(0) { sum, group in
      group.0 == 0 ? sum : sum + group.1 * ClaimIndex.Weights.letters.share(group.0, length)
    }
  }
}
