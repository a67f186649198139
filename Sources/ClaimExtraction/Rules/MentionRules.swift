/// Where the words that name a speaker begin and end.
extension RuleSearch {
  /// The longest mention in tokens: longer ones are clauses.
  private static let longestMention = 16
  /// How far before a verb its subject may begin, in tokens.
  private static let longestClause = 60

  /// The mention that begins at `start`, behind a cue: "kata [Ketua KPU Kota Bekasi, Nurul Sumarheni], di Bekasi".
  func mention(from start: Int, end limit: Int) -> Range<Int>? {
    var index = start
    let end = min(limit, start + Self.longestMention)
    while index < end, let past = mentionWord(at: index, start: start, end: end) { index = past }
    // "kata Nurul Sumarheni, Ketua KPU": what stands in apposition belongs to it.
    if index > start, index + 1 < limit, tokens[index].kind == .comma,
      !tagged.has(index + 1, [.weekday, .month, .preposition, .opener, .relative, .place]),
      tokens[index + 1].isCapitalised || tagged.has(index + 1, [.role, .title])
    {
      var past = index + 1
      let end = min(limit, past + Self.longestMention)
      while past < end, let next = mentionWord(at: past, start: index + 1, end: end) { past = next }
      if past > index + 1 { index = past }
    }
    return index > start ? start..<index : nil
  }

  /// The index past the word at `index` where it goes on naming the speaker, else nil.
  private func mentionWord(at index: Int, start: Int, end: Int) -> Int? {
    let token = tokens[index]
    switch token.kind {
    case .number, .sign: return index > start ? index + 1 : nil
    case .terminator:
      // "H. Budi", "Dr. Sari": the stop of an initial or title.
      guard index > start, index + 1 < end, token.length == 1, tokens[index + 1].isCapitalised,
        tokens[index - 1].shape == .initial || tagged.has(index - 1, .title)
      else { return nil }
      return index + 1
    case .bracket:
      // "PT Bank Sejahtera (Persero) Budi": a short bracket inside the name.
      guard index > start else { return nil }
      var close = index + 1
      while close < end, close <= index + 3, tokens[close].kind == .word { close += 1 }
      guard close + 1 < end, close > index + 1, tokens[close].kind == .bracket,
        tokens[close + 1].isCapitalised
      else { return nil }
      return close + 1
    case .word: break
    case .comma, .colon, .dash, .openQuote, .closeQuote, .looseQuote: return nil
    }
    if tagged.has(index, [.pronoun, .ownPronoun]) { return index == start ? index + 1 : nil }
    if token.isCapitalised {
      return tagged.has(index, [.weekday]) && index > start ? nil : index + 1
    }
    let stops: WordClass = [
      .preposition, .relative, .complementiser, .weekday, .month, .reporting, .opener, .adverb,
    ]
    if tagged.has(index, stops), !tagged.has(index, [.role, .title]) {
      let isOf = token.form == Form("of") || token.form == Form("for") || token.form == Form("and")
      return isOf && index > start && index + 1 < end && tokens[index + 1].kind == .word
        ? index + 1 : nil
    }
    if tagged.has(index, [.role, .organisation, .title, .determiner, .vagueSource]) {
      return tagged.end(index)
    }
    // A small word inside a name phrase: "Kepala Dinas kesehatan kota Surya".
    let follows = index > start && index + 1 < end && tokens[index + 1].isCapitalised
    return index == start || follows || tagged.has(index - 1, [.role, .organisation, .determiner])
      ? index + 1 : nil
  }

  /// The mention that stands before a verb at `verb`, inside a clause that begins at `start`.
  func subject(before verb: Int, from clause: Int) -> Range<Int>? {
    let start = max(clause, verb - Self.longestClause)
    var end = verb
    while end > start, tagged.has(end - 1, .adverb), tokens[end - 1].shape == .lower { end -= 1 }
    var from = start
    while from < end, tagged.has(from, .opener) {
      from = tagged.end(from)
      if from < end, tokens[from].kind == .comma { from += 1 }
    }
    guard from < end else { return nil }
    var closes = false
    if tokens[end - 1].kind == .comma {
      closes = true
      end -= 1
    }
    // The last piece between commas; of an apposition that the verb's comma closes, the last two.
    var piece = end
    var commas = 0
    while piece > from {
      let kind = tokens[piece - 1].kind
      if kind == .comma {
        commas += 1
        if commas > (closes ? 1 : 0) { break }
      } else if kind == .closeQuote || kind == .openQuote || kind == .dash || kind == .colon {
        break
      }
      piece -= 1
    }
    if closes, commas == 0 { return nil }
    return noun(piece..<end)
  }

  /// A noun phrase that can name a speaker, without what stands before and behind it; nil where there is none.
  private func noun(_ range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, tagged.has(start, [.opener, .adverb]),
      !tokens[start].isCapitalised
        || start == range.lowerBound && tagged.has(start, .opener)
    {
      start = tagged.end(start)
    }
    guard start < end else { return nil }
    // "Budi yang hadir mengatakan": the relative clause says more, the name is before it.
    if let relative = (start..<end).first(where: { tagged.has($0, .relative) }), relative > start {
      end = relative
    } else if tagged.has(start, [.preposition, .relative]), !tagged.has(start, .pronoun) {
      // "Dalam rapat itu Budi mengatakan": the last run of capitals is the name.
      guard let name = lastName(start..<end) else { return nil }
      start = name
    }
    while end > start, tokens[end - 1].kind == .comma { end -= 1 }
    guard start < end, end - start <= Self.longestMention * 2 else { return nil }
    let named = (start..<end).contains { index in
      tokens[index].isCapitalised
        || tagged.has(
          index,
          [.pronoun, .ownPronoun, .role, .organisation, .vagueSource, .determiner]
        )
    }
    return named ? start..<end : nil
  }

  /// Where the capitals begin that end a range.
  private func lastName(_ range: Range<Int>) -> Int? {
    var start = range.upperBound
    while start > range.lowerBound, tokens[start - 1].isCapitalised { start -= 1 }
    return start < range.upperBound && start > range.lowerBound ? start : nil
  }
}
