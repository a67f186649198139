import ClaimModel

/// Turns the readings of a document's cues into attributions that do not contradict each other.
///
/// Where quotation marks show what is said, they win over the chain: content that covers most of a quotation is the
/// quotation, with the paragraphs it goes on in, and a long quotation that no cue claims is an attribution of its own.
package struct ReadingLinker: Sendable {
  /// A cue below this chance is dropped.
  package var threshold: Float
  /// Whether a quotation that no cue claims goes on the one before it in the paragraph, not just in the sentence.
  package var joinsParagraphs: Bool
  /// Two readings that share more than this part of the shorter content cannot both stand.
  private static let overlap = 0.5
  /// A double quotation of at least this many tokens that no reading claims becomes an attribution of its own.
  private static let loneQuotation = 6
  /// A cue and its source take at most this many tokens between two pieces of one quotation.
  private static let longestInterruption = 24
  /// A quotation is followed over at most this many paragraphs on each side.
  private static let longestRun = 32

  /// Makes a linker.
  package init(threshold: Float, joinsParagraphs: Bool) {
    self.threshold = threshold
    self.joinsParagraphs = joinsParagraphs
  }

  /// The attributions of a document, in text order of their content.
  package func link(_ readings: [CueReading], in tagged: TaggedText) -> [FoundAttribution] {
    let text = tagged.text
    var taken = TakenTokens(count: text.tokens.count)
    var kept: [Judged] = []
    var heads: Set<Int> = []
    for judged in judged(readings) {
      var judged = judged
      Self.snap(&judged.reading, to: text)
      let rivals = taken.rivals(of: judged.reading.content, sharing: Self.overlap)
      var stands = true
      for rival in rivals where stands {
        stands = settle(&judged, &kept[rival], tagged)
        taken.retake(rival, kept[rival].reading.content)
      }
      guard stands, heads.insert(judged.reading.head).inserted else { continue }
      taken.take(judged.reading.content)
      kept.append(judged)
    }
    kept.sort { $0.reading.head < $1.reading.head }
    var found: [FoundAttribution] = []
    for quotation in text.quotations where Self.isOuter(quotation, in: text) {
      guard taken.isFree(quotation.tokens) else { continue }
      if let number = continued(by: quotation, kept, in: text) {
        kept[number].reading.content.append(quotation.tokens)
      } else if quotation.tokens.count >= Self.loneQuotation,
        Self.isSentence(quotation, in: text),
        let span = text.span(quotation.tokens)
      {
        found.append(FoundAttribution(content: [span], confidence: 0.5))
      }
    }
    for judged in kept {
      var judged = judged
      if let rest = Self.brokenRest(of: judged.reading, in: text) {
        judged.reading.content.append(rest)
      }
      found.append(Self.attribution(judged, in: text))
    }
    return found.sorted { Self.start($0) < Self.start($1) }
  }

  /// A reading with how sure both stages are of it together.
  private struct Judged {
    var reading: CueReading
    var chance: Float
  }

  /// The readings that are likely enough, the likeliest first.
  private func judged(_ readings: [CueReading]) -> [Judged] {
    var judged: [Judged] = []
    for reading in readings where !reading.content.isEmpty {
      let chance = chance(reading)
      if chance >= threshold { judged.append(Judged(reading: reading, chance: chance)) }
    }
    judged.sort { first, second in
      first.chance != second.chance
        ? first.chance > second.chance : first.reading.head < second.reading.head
    }
    return judged
  }

  /// Whether two readings that share content can both stand, the one inside the other or the one cut off by the other.
  private func settle(_ one: inout Judged, _ other: inout Judged, _ tagged: TaggedText) -> Bool {
    if other.reading.content.contains(where: { $0.contains(one.reading.head) }) {
      return Self.settle(outer: &other, inner: &one, tagged)
    }
    if one.reading.content.contains(where: { $0.contains(other.reading.head) }) {
      return Self.settle(outer: &one, inner: &other, tagged)
    }
    return false
  }

  private static func settle(
    outer: inout Judged,
    inner: inout Judged,
    _ tagged: TaggedText
  ) -> Bool {
    let head = inner.reading.head
    guard let source = inner.reading.source.first else { return false }
    let isOwn = outer.reading.content.contains { $0.contains(source.lowerBound) }
    if isOwn {
      // "A mengatakan B menilai …": the inner one has its own source.
      let size = outer.reading.content.reduce(0) { $0 + $1.count }
      let innerSize = inner.reading.content.reduce(0) { $0 + $1.count }
      return innerSize < size && inner.chance >= nested && outer.chance >= nested
    }
    // "A mengkritik … dan menolak …": the second verb of the same source ends the first one's content.
    guard head > outer.reading.head else { return false }
    var cut: [Range<Int>] = []
    for piece in outer.reading.content where piece.lowerBound < head {
      var end = min(piece.upperBound, head)
      if let cue = inner.reading.cue.first(where: { $0.contains(head) }) {
        end = min(end, max(piece.lowerBound, cue.lowerBound))
      }
      if piece.contains(head) {
        while end > piece.lowerBound,
          !tagged.text.tokens[end - 1].isWord || tagged.has(end - 1, [.opener, .adverb, .joiner])
        {
          end -= 1
        }
      }
      if end > piece.lowerBound { cut.append(piece.lowerBound..<end) }
    }
    guard cut.reduce(0, { $0 + $1.count }) >= 2 else { return false }
    outer.reading.content = cut
    return true
  }

  private static let nested: Float = 0.8

  private func chance(_ reading: CueReading) -> Float {
    1 / (1 + exponential(LabelScores(repeating: -reading.odds))[0])
  }

  private static func start(_ found: FoundAttribution) -> TextSpan {
    found.content.first ?? TextSpan(0, 0)
  }

  /// The reading that an unclaimed quotation goes on: its cue is the last before it in the sentence and has a
  /// quotation before it already, as in "…," said Lowe, "…".
  private func continued(
    by quotation: Quotation,
    _ kept: [Judged],
    in text: AnalysedText
  ) -> Int? {
    var low = 0
    var high = kept.count
    while low < high {
      let middle = (low + high) / 2
      if kept[middle].reading.head < quotation.tokens.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low > 0 else { return nil }
    let reading = kept[low - 1].reading
    if joinsParagraphs, text.paragraphs[quotation.paragraph].tokens.contains(reading.head),
      reading.content.contains(where: { text.tokens[$0.lowerBound].isQuoted })
    {
      return low - 1
    }
    let between = reading.head..<quotation.tokens.lowerBound
    guard between.count <= Self.longestInterruption,
      !between.contains(where: { text.tokens[$0].kind == .terminator }),
      reading.content.contains(where: {
        text.tokens[$0.lowerBound].isQuoted && $0.upperBound <= reading.head
      })
    else { return nil }
    return low - 1
  }

  /// The rest of a content that breaks off in the middle of a sentence at its paragraph's end: the first sentence of
  /// the next paragraph where that begins with a small letter.
  private static func brokenRest(of reading: CueReading, in text: AnalysedText) -> Range<Int>? {
    guard let last = reading.content.last, last.lowerBound > reading.head,
      let number = text.paragraph(ofToken: reading.head),
      last.upperBound == text.paragraphs[number].tokens.upperBound,
      text.tokens[last.upperBound - 1].kind == .word, number + 1 < text.paragraphs.count,
      text.paragraphs[number + 1].isSearched,
      let next = text.paragraphs[number + 1].sentences.first
    else { return nil }
    var rest = text.sentences[next]
    guard text.tokens[rest.lowerBound].kind == .word,
      text.tokens[rest.lowerBound].shape == .lower
    else { return nil }
    while rest.count > 1, !text.tokens[rest.upperBound - 1].isWord { rest = rest.dropLast() }
    return rest
  }

  /// Whether a quotation begins where a sentence could: a scare quote or a title stands inside one.
  private static func isSentence(_ quotation: Quotation, in text: AnalysedText) -> Bool {
    let start = text.paragraphs[quotation.paragraph].tokens.lowerBound
    guard let open = quotation.open, open > start else { return true }
    switch text.tokens[open - 1].kind {
    case .terminator, .closeQuote, .colon, .dash: return true
    default: return false
    }
  }

  private static func isOuter(_ quotation: Quotation, in text: AnalysedText) -> Bool {
    quotation.style == .double && quotation.outer == nil && !quotation.tokens.isEmpty
      && text.paragraphs[quotation.paragraph].isSearched
  }

  /// Widens or narrows content that covers most of a quotation to the quotation's bounds.
  private static func snap(_ reading: inout CueReading, to text: AnalysedText) {
    var snapped: [Range<Int>] = []
    for piece in reading.content {
      let number = Int(text.tokens[piece.lowerBound].quotation)
      guard number >= 0, isMostOf(text.quotations[number], piece, reading) else {
        snapped.append(piece)
        continue
      }
      for quotation in run(of: number, in: text) where !snapped.contains(quotation) {
        snapped.append(quotation)
      }
    }
    reading.content = snapped
  }

  private static func isMostOf(
    _ quotation: Quotation,
    _ piece: Range<Int>,
    _ reading: CueReading
  ) -> Bool {
    quotation.style == .double && !quotation.tokens.isEmpty
      && piece.upperBound <= quotation.tokens.upperBound + 1
      && piece.clamped(to: quotation.tokens).count * 2 > quotation.tokens.count
      && !reading.cue.contains { $0.overlaps(quotation.tokens) }
  }

  /// The tokens of a quotation and of those in the paragraphs round it that it goes on in.
  private static func run(of number: Int, in text: AnalysedText) -> [Range<Int>] {
    var first = number
    var steps = 0
    while first > 0, steps < longestRun, text.quotations[first].continuesPrevious,
      let before = (0..<first).last(where: { text.quotations[$0].continuesNext }),
      text.quotations[before].paragraph + 1 == text.quotations[first].paragraph
    {
      first = before
      steps += 1
    }
    var run: [Range<Int>] = []
    var at = first
    while true {
      if !text.quotations[at].tokens.isEmpty { run.append(text.quotations[at].tokens) }
      guard text.quotations[at].continuesNext, run.count < 2 * longestRun,
        let next = ((at + 1)..<text.quotations.count).first(where: {
          text.quotations[$0].paragraph > text.quotations[at].paragraph
        }), text.quotations[next].continuesPrevious
      else { return run }
      at = next
    }
  }

  private static func attribution(
    _ judged: Judged,
    in text: AnalysedText
  ) -> FoundAttribution {
    FoundAttribution(
      content: judged.reading.content.compactMap { text.span($0) }.sorted(),
      cue: judged.reading.cue.compactMap { text.span($0) },
      mention: judged.reading.source.compactMap { text.span($0) },
      confidence: Double(judged.chance)
    )
  }
}

/// Which tokens are content already, and of which attribution.
private struct TakenTokens {
  /// The number of the attribution that each token is content of, from 1; 0 for none.
  private var owners: [Int32]
  /// The number of a second attribution where two nest.
  private var inner: [Int32]
  /// Each attribution's content.
  private var contents: [[Range<Int>]] = [[]]

  init(count: Int) {
    owners = Array(repeating: 0, count: count)
    inner = owners
  }

  /// The attributions, numbered from 0, that share more than this part of the shorter content with some tokens.
  func rivals(of content: [Range<Int>], sharing limit: Double) -> [Int] {
    var shared: [(owner: Int32, count: Int)] = []
    func count(_ owner: Int32) {
      guard owner > 0 else { return }
      if let place = shared.firstIndex(where: { $0.owner == owner }) {
        shared[place].count += 1
      } else {
        shared.append((owner, 1))
      }
    }
    var size = 0
    for piece in content {
      size += piece.count
      for token in piece {
        count(owners[token])
        count(inner[token])
      }
    }
    return shared.compactMap { owner, count in
      let other = contents[Int(owner)].reduce(0) { $0 + $1.count }
      return Double(count) > limit * Double(min(size, other)) ? Int(owner) - 1 : nil
    }
  }

  /// Takes the tokens for the next attribution.
  mutating func take(_ content: [Range<Int>]) {
    let owner = Int32(contents.count)
    contents.append(content)
    mark(content, owner)
  }

  /// Gives an attribution other tokens than it had.
  mutating func retake(_ number: Int, _ content: [Range<Int>]) {
    let owner = Int32(number + 1)
    guard contents[number + 1] != content else { return }
    for piece in contents[number + 1] {
      for token in piece {
        if inner[token] == owner { inner[token] = 0 }
        if owners[token] == owner {
          owners[token] = inner[token]
          inner[token] = 0
        }
      }
    }
    contents[number + 1] = content
    mark(content, owner)
  }

  private mutating func mark(_ content: [Range<Int>], _ owner: Int32) {
    for piece in content {
      for token in piece {
        if owners[token] == 0 { owners[token] = owner } else { inner[token] = owner }
      }
    }
  }

  /// Whether none of the tokens is taken.
  func isFree(_ tokens: Range<Int>) -> Bool { owners[tokens].allSatisfy { $0 == 0 } }
}
