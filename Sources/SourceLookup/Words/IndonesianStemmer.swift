/// The stems of Indonesian words.
///
/// After Fadillah Z. Tala, *A Study of Stemming Effects on Information Retrieval in Bahasa Indonesia* (2003): without a
/// dictionary, by affixes and a measure of syllables, in the order particles, possessives, prefixes, suffixes. It is
/// meant for comparing words, not for showing: `pembangunan`, `membangun` and `dibangun` become the same.
enum IndonesianStemmer {
  /// The stem of a folded word.
  static func stem(_ word: String) -> String {
    var stem = Array(word.utf8)
    guard stem.count > 3, stem.allSatisfy({ (0x61...0x7A).contains($0) }) else { return word }
    _ = removeSuffix(["lah", "kah", "pun", "tah"], &stem)
    _ = removeSuffix(["nya", "ku", "mu"], &stem)
    if removePrefix(&stem) {
      if removeSuffix(["kan", "an", "i"], &stem) { _ = removeSecondPrefix(&stem) }
    } else {
      _ = removeSecondPrefix(&stem)
      _ = removeSuffix(["kan", "an", "i"], &stem)
    }
    return String(decoding: stem, as: UTF8.self)
  }

  /// The number of vowels, which is nearly that of syllables.
  private static func measure(_ word: [UInt8]) -> Int { word.count { "aiueo".utf8.contains($0) } }

  /// Removes the first suffix that fits and leaves a word of two syllables.
  private static func removeSuffix(_ suffixes: [String], _ word: inout [UInt8]) -> Bool {
    for suffix in suffixes {
      let count = suffix.utf8.count
      guard word.count > count, word.suffix(count).elementsEqual(suffix.utf8) else { continue }
      let rest = Array(word.dropLast(count))
      guard measure(rest) >= 2 else { continue }
      word = rest
      return true
    }
    return false
  }

  /// Prefixes of the first order with the letter that they may have swallowed: `menulis` comes from `tulis`.
  private static let first: [(prefix: String, swallowed: String?)] = [
    ("meng", nil), ("meny", "s"), ("mem", nil), ("men", nil), ("me", nil), ("peng", nil),
    ("peny", "s"), ("pem", nil), ("pen", nil), ("di", nil), ("ter", nil), ("ke", nil),
  ]

  private static func removePrefix(_ word: inout [UInt8]) -> Bool {
    for (prefix, swallowed) in first where word.starts(with: prefix.utf8) {
      var rest = Array(word.dropFirst(prefix.utf8.count))
      guard let letter = rest.first, measure(rest) >= 2 else { continue }
      let isVowel = "aiueo".utf8.contains(letter)
      if let swallowed {
        guard isVowel else { continue }
        rest = Array(swallowed.utf8) + rest
      } else if isVowel, prefix.hasSuffix("em") {
        rest.insert(UInt8(ascii: "p"), at: 0)
      } else if isVowel, prefix.hasSuffix("en") {
        rest.insert(UInt8(ascii: "t"), at: 0)
      }
      word = rest
      return true
    }
    return false
  }

  private static func removeSecondPrefix(_ word: inout [UInt8]) -> Bool {
    for prefix in ["ber", "bel", "be", "per", "pel", "pe", "se"]
    where word.starts(with: prefix.utf8) {
      let rest = Array(word.dropFirst(prefix.utf8.count))
      guard measure(rest) >= 2 else { continue }
      // `be` stands only before a syllable in -er, as in `bekerja`.
      if prefix == "be",
        !(rest.count > 2 && rest[1] == UInt8(ascii: "e") && rest[2] == UInt8(ascii: "r"))
      {
        continue
      }
      word = rest
      return true
    }
    return false
  }
}
