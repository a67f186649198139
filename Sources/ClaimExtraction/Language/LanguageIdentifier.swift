package import ClaimModel

/// Tells the language of a text, or of one sentence.
///
/// First by its most frequent words: each counts for the languages that have it among theirs, shared out between them,
/// so that what two neighbours have in common decides nothing and what only one of them has decides most. Where they do
/// not tell, as in a headline, by the letters: of the languages with a data file the one whose words are made like the
/// text's, if they are, and if no frequent word of another language speaks against it.
package struct LanguageIdentifier: Sendable {
  /// How many words are read at most: the first few hundred tell as much as all.
  private static let sample = 400
  /// The share of words that must be frequent words of the language; running text has two to five in ten.
  private static let leastShare = 0.1
  /// Words whose letters are less likely than this on the mean are not of the language: its own have about -2, Dutch
  /// or Turkish ones about -3 in Indonesian and English.
  private static let leastLikelihood: Float = -2.75
  /// The same where the page's address names the language.
  private static let leastHintedLikelihood: Float = -3.2
  /// Two languages whose likelihoods are nearer than this are not told apart by them.
  private static let leastMargin: Float = 0.1

  private let languages: [LanguageTag]
  private let packs: [LanguagePack]
  /// The languages of each word, a bit each.
  private let words: FormMap<UInt32>

  /// Knows the languages of the packs and the neighbours they are confused with.
  package static let standard = LanguageIdentifier(
    LanguagePack.all,
    neighbours: EmbeddedData.neighbours
  )

  /// Knows the languages of packs, and those of a text with a line a language: `ms = yang, dan, …`.
  package init(_ packs: [LanguagePack], neighbours: String) {
    var languages: [LanguageTag] = []
    var words = FormMap<UInt32>(0, capacity: 1 << 11)
    for pack in packs {
      for form in pack.functionWords { words.update(form) { $0 |= 1 << UInt32(languages.count) } }
      languages.append(pack.language)
    }
    for line in neighbours.split(separator: "\n") where !line.hasPrefix("#") {
      let sides = line.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, languages.count < UInt32.bitWidth else { continue }
      let language = LanguageTag(rawValue: sides[0].filter { $0 != " " })
      guard !languages.contains(language) else { continue }
      for word in sides[1].split(whereSeparator: { $0 == "," || $0 == " " }) {
        words.update(Form(word)) { $0 |= 1 << UInt32(languages.count) }
      }
      languages.append(language)
    }
    self.languages = languages
    self.packs = packs
    self.words = words
  }

  /// The language of a document: what it states, else what its text and its address tell.
  package func language(of document: Document, _ text: AnalysedText) -> LanguageTag {
    let stated = document.metadata.language.primary
    guard stated == .undetermined else { return stated }
    let host = document.metadata.url.map { Self.host($0) } ?? ""
    let hint = packs.first { $0.siteEndings.contains { host.hasSuffix($0) } }
    return language(of: text.tokens.indices, in: text, hint: hint?.language)
  }

  /// The language of the whole text; `und` where none fits.
  package func language(of text: AnalysedText) -> LanguageTag {
    language(of: text.tokens.indices, in: text)
  }

  /// The language of a range of tokens, such as a sentence; `und` where none fits or nothing can be told.
  package func language(
    of range: Range<Int>,
    in text: AnalysedText,
    hint: LanguageTag? = nil
  ) -> LanguageTag {
    var scores = [Double](repeating: 0, count: languages.count)
    var counts = [Int](repeating: 0, count: languages.count)
    var read = 0
    for index in range where text.tokens[index].kind == .word {
      let found = words[text.tokens[index].form]
      if found != 0 {
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
    guard read > 0, let best = scores.indices.max(by: { scores[$0] < scores[$1] }) else {
      return .undetermined
    }
    // Two languages that fit equally well are not told apart.
    let isTied = scores.indices.contains { $0 != best && scores[$0] == scores[best] }
    if !isTied, Double(counts[best]) >= Double(read) * Self.leastShare { return languages[best] }
    return byLetters(range, in: text, scores, hint)
  }

  /// The language with a data file whose words are made like the text's; `und` where none is, or another language's
  /// frequent words speak against it.
  private func byLetters(
    _ range: Range<Int>,
    in text: AnalysedText,
    _ scores: [Double],
    _ hint: LanguageTag?
  ) -> LanguageTag {
    let foreign = scores.dropFirst(packs.count).max() ?? 0
    var best: (language: LanguageTag, likelihood: Float)?
    var second = -Float.infinity
    for (number, pack) in packs.enumerated() where scores[number] >= foreign {
      guard var likelihood = likelihood(range, in: text, pack) else { return .undetermined }
      if pack.language == hint { likelihood += Self.leastLikelihood - Self.leastHintedLikelihood }
      if likelihood > best?.likelihood ?? -.infinity {
        second = best?.likelihood ?? second
        best = (pack.language, likelihood)
      } else {
        second = max(second, likelihood)
      }
    }
    guard let best, best.likelihood >= Self.leastLikelihood,
      best.likelihood - second >= Self.leastMargin
    else { return .undetermined }
    return best.language
  }

  /// How likely the words of a range are, on the mean; nil where it holds fewer than two that are no names.
  private func likelihood(
    _ range: Range<Int>,
    in text: AnalysedText,
    _ pack: LanguagePack
  ) -> Float? {
    let bytes = text.bytes
    var sum: Float = 0
    var read = 0
    for index in range where text.tokens[index].kind == .word && text.tokens[index].length > 2 {
      let token = text.tokens[index]
      let classes = pack.lexicon[token.form].classes
      if token.shape == .upper || classes.contains(.name) || classes == .place { continue }
      sum += pack.letters.likelihood(bytes.span, token.span.range)
      read += 1
      if read == Self.sample { break }
    }
    return read < 2 ? nil : sum / Float(read)
  }

  /// The host of an address, lowered.
  private static func host(_ address: String) -> String {
    let parts = address.split(separator: "/", omittingEmptySubsequences: false)
    let host = parts.count > 2 && parts[0].hasSuffix(":") ? parts[2] : parts.first ?? ""
    return host.prefix { $0 != ":" && $0 != "?" }.lowercased()
  }
}
