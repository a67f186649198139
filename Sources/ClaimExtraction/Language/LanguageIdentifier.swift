package import ClaimModel

/// Tells the language of a text, or of one sentence, by its most frequent words.
///
/// Each word counts for the languages that have it among theirs, shared out between them, so that what two neighbours
/// have in common decides nothing and what only one of them has decides most.
package struct LanguageIdentifier: Sendable {
  /// How many words are read at most: the first few hundred tell as much as all.
  private static let sample = 400
  /// The share of words that must be frequent words of the language; running text has two to five in ten.
  private static let leastShare = 0.1

  private let languages: [LanguageTag]
  /// The languages of each word, a bit each.
  private let words: [Form: UInt32]

  /// Knows the languages of the packs and the neighbours they are confused with.
  package static let standard = LanguageIdentifier(
    LanguagePack.all,
    neighbours: EmbeddedData.neighbours
  )

  /// Knows the languages of packs, and those of a text with a line a language: `ms = yang, dan, …`.
  package init(_ packs: [LanguagePack], neighbours: String) {
    var languages: [LanguageTag] = []
    var words: [Form: UInt32] = [:]
    for pack in packs {
      for form in pack.functionWords { words[form, default: 0] |= 1 << UInt32(languages.count) }
      languages.append(pack.language)
    }
    for line in neighbours.split(separator: "\n") where !line.hasPrefix("#") {
      let sides = line.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, languages.count < UInt32.bitWidth else { continue }
      for word in sides[1].split(whereSeparator: { $0 == "," || $0 == " " }) {
        words[Form(word), default: 0] |= 1 << UInt32(languages.count)
      }
      languages.append(LanguageTag(rawValue: sides[0].filter { $0 != " " }))
    }
    self.languages = languages
    self.words = words
  }

  /// The language of the whole text; `und` where none fits.
  package func language(of text: AnalysedText) -> LanguageTag {
    language(of: text.tokens.indices, in: text)
  }

  /// The language of a range of tokens, such as a sentence; `und` where none fits or nothing can be told.
  package func language(of range: Range<Int>, in text: AnalysedText) -> LanguageTag {
    var scores = [Double](repeating: 0, count: languages.count)
    var counts = [Int](repeating: 0, count: languages.count)
    var read = 0
    for index in range where text.tokens[index].kind == .word {
      if let found = words[text.tokens[index].form] {
        let share = 1 / Double(found.nonzeroBitCount)
        var rest = found
        while rest != 0 {
          let language = rest.trailingZeroBitCount
          scores[language] += share
          counts[language] += 1
          rest &= rest - 1
        }
      }
      read += 1
      if read == Self.sample { break }
    }
    guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }), read > 0,
      Double(counts[best]) >= Double(read) * Self.leastShare
    else { return .undetermined }
    // Two languages that fit equally well are not told apart.
    let isTied = scores.indices.contains { $0 != best && scores[$0] == scores[best] }
    return isTied ? .undetermined : languages[best]
  }
}
