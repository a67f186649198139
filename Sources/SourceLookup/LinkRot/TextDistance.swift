/// How much two texts differ, by runs of three words.
///
/// Andrei Broder, *On the resemblance and containment of documents* (1997): 1 less the share of runs that both have of
/// those that either has. Linear in both lengths.
public enum TextDistance {
  /// The distance: 0 for the same words in the same order, 1 for no run in common.
  public static func between(_ one: String, _ other: String) -> Double {
    let first = runs(one)
    let second = runs(other)
    let all = first.union(second).count
    return all == 0 ? 0 : 1 - Double(first.intersection(second).count) / Double(all)
  }

  private static func runs(_ text: String) -> Set<[String]> {
    let words = FoldedWords.of(text)
    guard words.count > 3 else { return words.isEmpty ? [] : [words] }
    return Set((0...(words.count - 3)).map { Array(words[$0..<($0 + 3)]) })
  }
}
