/// Quotations and the cues round them.
extension RuleSearch {
  /// A quotation shorter than this says nothing alone: a scare quote, a title.
  private static let shortestQuotation = 5
  /// How far from a quotation its cue may stand, in tokens.
  private static let reach = 24

  /// Attributes the quotations of the text.
  mutating func findQuotations() {
    var index = 0
    while index < text.quotations.count {
      let chain = chain(from: index)
      index = chain.upperBound
      let quotations = chain.filter { text.quotations[$0].outer == nil }
      guard let first = quotations.first, let last = quotations.last,
        text.paragraphs[text.quotations[first].paragraph].isSearched
      else { continue }
      let paragraph = text.paragraphs[text.quotations[last].paragraph]
      var pieces = quotations.map { text.quotations[$0].tokens }
      if let cue = cue(after: last) ?? cue(before: first) {
        // A second piece behind the cue, unless it has a cue of its own.
        var next = index
        while next < paragraph.quotations.upperBound, text.quotations[next].outer != nil {
          next += 1
        }
        if next < paragraph.quotations.upperBound, text.quotations[next].style == .double,
          let close = text.quotations[last].close, cue.words.lowerBound > close,
          goesOn(cue, to: next)
        {
          pieces.append(text.quotations[next].tokens)
          index = next + 1
        }
        use(pieces)
        add(exactly: pieces, cue, confidence: 0.9)
      } else if stands(first, pieces) {
        use(pieces)
        add(exactly: pieces, nil, confidence: 0.6)
      }
    }
  }

  /// The quotations that go on from one another across paragraphs, beginning with `first`.
  private func chain(from first: Int) -> Range<Int> {
    var past = first + 1
    var current = first
    while past < text.quotations.count {
      if text.quotations[past].outer == current {
        past += 1
      } else if text.quotations[current].continuesNext, text.quotations[past].continuesPrevious {
        current = past
        past += 1
      } else {
        break
      }
    }
    return first..<past
  }

  private mutating func use(_ pieces: [Range<Int>]) {
    for piece in pieces { for index in piece { isUsed[index] = true } }
  }

  /// Whether a quotation without a cue is one by its look: long enough, and a sentence of its own.
  private func stands(_ quotation: Int, _ pieces: [Range<Int>]) -> Bool {
    let words = pieces.reduce(0) { sum, piece in sum + piece.count(where: { tokens[$0].isWord }) }
    guard words >= Self.shortestQuotation, let open = text.quotations[quotation].open else {
      return words >= Self.shortestQuotation
    }
    let start = text.paragraphs[text.quotations[quotation].paragraph].tokens.lowerBound
    return open == start || tokens[open - 1].kind == .terminator
      || tokens[open - 1].kind == .closeQuote || tokens[open - 1].kind == .colon
  }

  /// The cue that follows a quotation: "…," kata Budi; "…," ujarnya; "…," Lowe said.
  private func cue(after quotation: Int) -> Cue? {
    guard let close = text.quotations[quotation].close else { return nil }
    let end = text.paragraphs[text.quotations[quotation].paragraph].tokens.upperBound
    var index = close + 1
    while index < end, tokens[index].kind == .comma || tokens[index].kind == .dash { index += 1 }
    guard index < end, !isUsed[index] else { return nil }
    let last = close > 0 ? tokens[close - 1].kind : .word
    if tagged.has(index, .clitic) {
      return Cue(words: index..<index + 1, mention: index..<index + 1)
    }
    if tagged.has(index, .inverted), let mention = mention(from: index + 1, end: end) {
      if last == .terminator, opensQuotation(behind: mention.upperBound, end) { return nil }
      return Cue(words: index..<index + 1, mention: mention)
    }
    guard last == .comma || index > close + 1 || tokens[close - 1].kind == .terminator else {
      return nil
    }
    // "…," Lowe said; "…," she told reporters.
    guard last != .terminator || tokens[index].shape == .lower || tagged.has(index, .pronoun) else {
      return nil
    }
    var verb = index
    while verb < min(end, index + Self.reach), !isBoundary(verb) {
      if tagged.has(verb, .reporting), verb > index {
        guard let subject = subject(before: verb, from: index) else { return nil }
        return Cue(words: verb..<tagged.end(verb), mention: subject)
      }
      verb += 1
    }
    return nil
  }

  private func isBoundary(_ index: Int) -> Bool {
    switch tokens[index].kind {
    case .terminator: return !(index > 0 && tokens[index - 1].shape == .initial)
    case .openQuote, .closeQuote, .colon: return true
    default: return false
    }
  }

  /// Whether a comma or colon and then a quotation follow.
  private func opensQuotation(behind index: Int, _ end: Int) -> Bool {
    guard index + 1 < end, tokens[index].kind == .comma || tokens[index].kind == .colon else {
      return false
    }
    return tokens[index + 1].kind == .openQuote
  }

  /// The cue before a quotation: Budi mengatakan, "…"; Menurut Budi, "…"; He said: "…".
  private func cue(before quotation: Int) -> Cue? {
    guard let open = text.quotations[quotation].open else { return nil }
    let start = text.sentence(ofToken: open).lowerBound
    var index = open - 1
    var words = 0
    while index >= start, open - index <= Self.reach, !isUsed[index],
      tokens[index].kind != .closeQuote
    {
      if tagged.has(index, [.reporting, .inverted, .according, .clitic]),
        tagged.end(index) <= open
      {
        guard words == 0 || isAside(tagged.end(index)..<open) else { return nil }
        let cue = index..<tagged.end(index)
        if tagged.has(index, .clitic) { return Cue(words: cue, mention: cue) }
        if tagged.has(index, .reporting), let subject = subject(before: index, from: start) {
          return Cue(words: cue, mention: subject)
        }
        if index == start || tagged.has(index - 1, .opener) || tokens[index - 1].kind == .comma,
          tagged.has(index, [.inverted, .according]),
          let mention = mention(from: cue.upperBound, end: open)
        {
          return Cue(words: cue, mention: mention)
        }
        return nil
      }
      if tokens[index].isWord, !tagged.has(index, .complementiser) { words += 1 }
      index -= 1
    }
    // "Budi: "…"": a colon alone.
    if open > start + 1, tokens[open - 1].kind == .colon,
      let mention = subject(before: open - 1, from: start), mention.count <= 6,
      mention.upperBound == open - 1, tokens[mention.lowerBound].isCapitalised
    {
      return Cue(words: open - 1..<open, mention: mention)
    }
    return nil
  }

  /// Whether what stands between a cue and a quotation says only when, where or to whom.
  private func isAside(_ range: Range<Int>) -> Bool {
    guard let last = range.last, tokens[last].kind == .comma || tokens[last].kind == .colon else {
      return false
    }
    guard let first = range.first(where: { tokens[$0].isWord }) else { return true }
    return tagged.has(first, [.preposition, .weekday, .addressee, .adverb, .pronoun])
      || tokens[first].isCapitalised
  }

  /// Whether the sentence of a cue behind a quotation goes on to a second piece.
  private func goesOn(_ cue: Cue, to next: Int) -> Bool {
    guard let open = text.quotations[next].open else { return false }
    let past = max(cue.words.upperBound, cue.mention?.upperBound ?? 0)
    guard past <= open, open - past <= Self.reach, self.cue(after: next) == nil else {
      return false
    }
    // Only asides may stand between: no other cue, at most the end of the cue's sentence.
    for index in past..<open {
      if tagged.has(index, [.reporting, .clitic, .according]) { return false }
      if tokens[index].kind == .terminator, index + 1 != open { return false }
    }
    return true
  }
}
