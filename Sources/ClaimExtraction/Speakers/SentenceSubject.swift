/// Whom a sentence is about, for a pronoun in the next one.
struct SentenceSubject {
  let tagged: TaggedText
  let reader: NameReader
  let book: NameBook

  /// How far from a sentence's head its subject stands, in tokens.
  private static let reach = 60

  /// The person that a sentence is about: who says something behind a passive of saying, or, where a name may do, who is
  /// named at its head.
  func person(of sentence: Range<Int>, mayBeNamed: Bool) -> Int? {
    let end = min(sentence.upperBound, sentence.lowerBound + Self.reach)
    let named = Array(book.people(before: end, notBefore: sentence.lowerBound).reversed())
    let first = named.indices.first {
      isSubject(named[$0].start, of: sentence, mayBeNamed: mayBeNamed)
    }
    guard var number = first else { return nil }
    // "Direktur Wulung Jaya, Ratna Kusuma": of names between which nothing is said the last one is meant.
    while number + 1 < named.count, isRow(named[number].start..<named[number + 1].start) {
      number += 1
    }
    return named[number].person
  }

  /// Whether a name stands behind a passive of saying, or at the sentence's head with nothing before it but what says who
  /// it is.
  private func isSubject(_ name: Int, of sentence: Range<Int>, mayBeNamed: Bool) -> Bool {
    let tokens = tagged.text.tokens
    var index = name - 1
    while index >= sentence.lowerBound {
      if tagged.has(index, [.heard, .inverted]) { return true }
      let isPart =
        !tokens[index].isWord || tokens[index].isCapitalised
        || tagged.has(
          index,
          [.role, .title, .office, .organisation, .place, .joiner, .determiner, .opener, .agent]
        )
      guard isPart, !tagged.has(index, .preposition) else { return false }
      index -= 1
    }
    return mayBeNamed
  }

  /// Whether nothing stands between two names but names, brackets and one comma.
  private func isRow(_ range: Range<Int>) -> Bool {
    let tokens = tagged.text.tokens
    return range.allSatisfy { index in
      tokens[index].isWord
        ? tokens[index].isCapitalised && !reader.isRole(index) && !tagged.has(index, .title)
        : tokens[index].kind == .bracket || tokens[index].kind == .comma
    } && range.count { tokens[$0].kind == .comma } <= 1
  }
}
