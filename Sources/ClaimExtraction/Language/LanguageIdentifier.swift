import ClaimModel

/// Tells the language of a text by its most frequent function words.
///
/// Counts the function words of each pack; the language with most of them wins when they are at least one word in ten.
package enum LanguageIdentifier {
  /// How many words are read at most: the first thousand tell as much as all.
  private static let sample = 1_000
  /// The share of words that a language's function words must have; running text has two to four times as many.
  private static let leastShare = 0.1

  /// The pack of the text's language, or nil where no pack's language fits.
  package static func identify(_ text: AnalysedText, among packs: [LanguagePack]) -> LanguagePack? {
    var counts = [Int](repeating: 0, count: packs.count)
    var words = 0
    for token in text.tokens where token.kind == .word {
      for (index, pack) in packs.enumerated() {
        if pack.lexicon[token.form].classes.contains(.functionWord) { counts[index] += 1 }
      }
      words += 1
      if words == sample { break }
    }
    guard words > 0, let best = counts.indices.max(by: { counts[$0] < counts[$1] }),
      Double(counts[best]) >= Double(words) * leastShare
    else { return nil }
    return packs[best]
  }
}
