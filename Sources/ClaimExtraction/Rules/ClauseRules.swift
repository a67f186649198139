/// Cues outside quotations: verbs, prepositions and passives of reporting.
extension RuleSearch {
  /// A content shorter than this many words is not a statement.
  private static let shortestContent = 2

  /// Attributes the clauses of the text.
  mutating func findClauses() {
    for (number, paragraph) in text.paragraphs.enumerated() where paragraph.isSearched {
      for sentence in paragraph.sentences {
        findClauses(in: text.sentences[sentence], paragraph: number)
      }
    }
  }

  private mutating func findClauses(in sentence: Range<Int>, paragraph: Int) {
    var index = sentence.lowerBound
    var start = clauseStart(sentence)
    index = start
    while index < sentence.upperBound {
      if isUsed[index] {
        if tokens[index].isQuoted { start = index + 1 }
        index += 1
        continue
      }
      let cue = index..<min(tagged.end(index), sentence.upperBound)
      if let past = attribute(cue, start, sentence, paragraph) {
        index = max(past, cue.upperBound)
        start = index
      } else {
        index = cue.upperBound
      }
    }
  }

  /// Where the first clause of a sentence begins: behind a dateline such as "SURYA, KOTA.CO.ID -".
  private func clauseStart(_ sentence: Range<Int>) -> Int {
    for index in sentence.prefix(12) where tokens[index].kind == .dash {
      if tokens[index].spaceBefore, tokens[sentence.lowerBound].shape == .upper { return index + 1 }
    }
    return sentence.lowerBound
  }

  /// Attributes what a cue reports and returns the index past it, or nil where the words are no cue.
  private mutating func attribute(
    _ cue: Range<Int>,
    _ start: Int,
    _ sentence: Range<Int>,
    _ paragraph: Int
  ) -> Int? {
    let first = cue.lowerBound
    let classes = tagged.tags[first].classes
    let opens =
      first == start || tokens[first - 1].kind == .comma || tagged.has(first - 1, .opener)
      || tagged.has(first - 1, .relative)
    if classes.contains(.clitic), opens {
      return attributeClitic(cue, start, sentence, paragraph)
    }
    if classes.contains(.according), opens || tokens[first - 1].kind == .comma || first > start {
      return attributeAccording(cue, start, sentence, paragraph)
    }
    if classes.contains(.reporting), first > start,
      !tagged.has(first - 1, [.relative, .determiner]),
      let subject = subject(before: first, from: start)
    {
      let past = contentEnd(from: cue.upperBound, sentence)
      let content = content(from: cue.upperBound, to: past, sentence, paragraph)
      guard isStatement(content) else { return nil }
      add(content, Cue(words: cue, mention: subject), confidence: 0.7)
      return coordinated(past, sentence, subject, paragraph) ?? past
    }
    if classes.contains(.inverted), first > start, tokens[first - 1].kind == .comma,
      let mention = mention(from: cue.upperBound, end: sentence.upperBound),
      tokens[mention.lowerBound].isCapitalised || tagged.has(mention.lowerBound, [.pronoun, .role])
    {
      let content = [start..<first - 1]
      guard isStatement(content) else { return nil }
      add(content, Cue(words: cue, mention: mention), confidence: 0.6)
      return sentence.upperBound
    }
    if classes.contains(.passive), first == start || !tagged.has(first - 1, .relative) {
      return attributePassive(cue, start, sentence, paragraph)
    }
    return nil
  }

  private mutating func attributeClitic(
    _ cue: Range<Int>,
    _ start: Int,
    _ sentence: Range<Int>,
    _ paragraph: Int
  ) -> Int? {
    let isRelative = cue.lowerBound > start && tagged.has(cue.lowerBound - 1, .relative)
    let past = contentEnd(from: cue.upperBound, sentence)
    var content = content(from: cue.upperBound, to: past, sentence, paragraph)
    if !isRelative, cue.lowerBound > start {
      let before = start..<cue.lowerBound
      if isStatement([before]) { content.insert(before, at: 0) }
    }
    guard isStatement(content) else { return nil }
    add(content, Cue(words: cue, mention: cue), confidence: 0.7)
    return past
  }

  private mutating func attributeAccording(
    _ cue: Range<Int>,
    _ start: Int,
    _ sentence: Range<Int>,
    _ paragraph: Int
  ) -> Int? {
    guard let mention = mention(from: cue.upperBound, end: sentence.upperBound) else { return nil }
    var past = mention.upperBound
    var content: [Range<Int>] = []
    if cue.lowerBound > start {
      let before = start..<cue.lowerBound
      if isStatement([before]) { content.append(before) }
    }
    let isLead = content.isEmpty
    // "Menurut Budi dalam rapat itu, …": what stands before the comma says when and where.
    if isLead,
      let comma = (past..<min(past + 24, sentence.upperBound)).first(where: {
        tokens[$0].kind == .comma
      })
    {
      past = comma + 1
    }
    if isLead || past < sentence.upperBound && tokens[past].kind == .comma {
      content += self.content(from: past, to: sentence.upperBound, sentence, paragraph)
    }
    guard isStatement(content) else { return nil }
    add(content, Cue(words: cue, mention: mention), confidence: 0.75)
    return sentence.upperBound
  }

  private mutating func attributePassive(
    _ cue: Range<Int>,
    _ start: Int,
    _ sentence: Range<Int>,
    _ paragraph: Int
  ) -> Int? {
    var from = cue.upperBound
    var mention: Range<Int>?
    if from < sentence.upperBound, tagged.has(from, .agent) {
      mention = self.mention(from: from + 1, end: sentence.upperBound)
      from = mention?.upperBound ?? from
    } else if from < sentence.upperBound, tokens[from].isCapitalised,
      !tagged.has(cue.lowerBound, .vaguePassive)
    {
      mention = self.mention(from: from, end: sentence.upperBound)
      from = mention?.upperBound ?? from
    }
    guard mention != nil || tagged.has(cue.lowerBound, .vaguePassive) else { return nil }
    let past = contentEnd(from: from, sentence)
    var content = content(from: from, to: past, sentence, paragraph)
    var subjectStart = start
    while subjectStart < cue.lowerBound, tagged.has(subjectStart, .opener) {
      subjectStart = tagged.end(subjectStart)
    }
    // The nearest piece before the verb, behind the last comma, is its subject.
    if let comma = (subjectStart..<cue.lowerBound).last(where: { tokens[$0].kind == .comma }) {
      subjectStart = comma + 1
    }
    var subjectEnd = cue.lowerBound
    while subjectEnd > subjectStart, tagged.has(subjectEnd - 1, .adverb) { subjectEnd -= 1 }
    if subjectStart < subjectEnd { content.insert(subjectStart..<subjectEnd, at: 0) }
    guard isStatement(content) else { return nil }
    add(content, Cue(words: cue, mention: mention), confidence: 0.5)
    return past
  }

  /// A second verb of the same speaker: "… dan menambahkan bahwa …".
  private mutating func coordinated(
    _ index: Int,
    _ sentence: Range<Int>,
    _ subject: Range<Int>,
    _ paragraph: Int
  ) -> Int? {
    guard index + 1 < sentence.upperBound, tagged.has(index, .opener),
      tagged.has(index + 1, .reporting)
    else { return nil }
    let cue = index + 1..<tagged.end(index + 1)
    let past = contentEnd(from: cue.upperBound, sentence)
    let content = content(from: cue.upperBound, to: past, sentence, paragraph)
    guard isStatement(content) else { return nil }
    add(content, Cue(words: cue, mention: subject), confidence: 0.6)
    return past
  }

  /// Where the content of a cue ends: with the sentence, or where the next cue's clause begins.
  private func contentEnd(from start: Int, _ sentence: Range<Int>) -> Int {
    var index = start
    while index < sentence.upperBound {
      if isUsed[index], tokens[index].isQuoted { return max(start, index - 1) }
      if index > start, !tokens[index].isQuoted {
        // ", yang menurutnya …", ", kata Budi", " dan menambahkan …"
        if tokens[index].kind == .comma, index + 2 < sentence.upperBound,
          tagged.has(index + 1, .clitic)
            || tagged.has(index + 1, .relative) && tagged.has(index + 2, [.clitic, .according])
        {
          return index
        }
        if tagged.has(index, .opener), tagged.end(index) == index + 1,
          index + 1 < sentence.upperBound, tagged.has(index + 1, .reporting),
          tokens[index].form == Form("dan") || tokens[index].form == Form("and")
            || tokens[index].form == Form("serta")
        {
          return index
        }
      }
      index += 1
    }
    return sentence.upperBound
  }

  /// The content between two indices, asides and the linking word left out, and its rest behind a paragraph break.
  private func content(
    from start: Int,
    to end: Int,
    _ sentence: Range<Int>,
    _ paragraph: Int
  ) -> [Range<Int>] {
    var from = start
    while from < end {
      if tokens[from].kind == .comma || tokens[from].kind == .colon {
        from += 1
      } else if tagged.has(from, [.weekday, .addressee]),
        tokens[from].isCapitalised || from == start
      {
        from = tagged.end(from)
        if from < end, tokens[from].kind == .bracket {
          while from < end, tokens[from].kind != .bracket || tokens[from].spaceBefore { from += 1 }
          from = min(end, from + 1)
        }
      } else if tagged.has(from, .complementiser), !tagged.pack.keepsComplementiser {
        from = tagged.end(from)
      } else {
        break
      }
    }
    guard from < end else { return [] }
    var content = [from..<end]
    if end == text.paragraphs[paragraph].tokens.upperBound, tokens[end - 1].kind == .word,
      let rest = brokenRest(behind: paragraph)
    {
      content.append(rest)
    }
    return content
  }

  /// The first sentence of the next paragraph where that begins with a small letter: a sentence broken in two.
  private func brokenRest(behind paragraph: Int) -> Range<Int>? {
    guard paragraph + 1 < text.paragraphs.count, text.paragraphs[paragraph + 1].isSearched,
      let sentence = text.paragraphs[paragraph + 1].sentences.first
    else { return nil }
    let range = text.sentences[sentence]
    guard let first = range.first, tokens[first].kind == .word, tokens[first].shape == .lower
    else { return nil }
    return range
  }

  private func isStatement(_ content: [Range<Int>]) -> Bool {
    var words = 0
    for range in content {
      for index in range where tokens[index].isWord {
        words += 1
        if words >= Self.shortestContent { return true }
      }
    }
    return false
  }
}
