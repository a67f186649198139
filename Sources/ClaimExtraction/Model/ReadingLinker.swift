import ClaimModel

/// Turns the readings of a document's cues into attributions that do not contradict each other.
///
/// Where quotation marks show what is said, they win over the chain: content that covers most of a quotation is the
/// quotation, with the paragraphs it goes on in, and a long quotation that no cue claims is an attribution of its own.
package struct ReadingLinker: Sendable {
  /// A cue below this chance is dropped.
  package var threshold: Float
  /// Whether a quotation that no cue claims goes on what was said before it in the paragraph, not just in the sentence, and
  /// one that is a paragraph what was said in the one before.
  package var joinsParagraphs: Bool
  /// Two readings that share more than this part of the shorter content cannot both stand.
  private static let overlap = 0.5

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
      Self.separate(&judged.reading, in: text)
      Self.snap(&judged.reading, to: text)
      Self.dropTitles(of: &judged.reading, in: text)
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
    var found = quotations(unclaimedBy: taken, &kept, readings, text)
    for judged in kept {
      var judged = judged
      if let lead = Self.lead(of: judged.reading, in: tagged), taken.isFree(lead) {
        judged.reading.content.insert(lead, at: 0)
      }
      if let rest = Self.brokenRest(of: judged.reading, in: text) {
        judged.reading.content.append(rest)
      }
      found.append(Self.attribution(judged, in: text))
    }
    return found.sorted { Self.start($0) < Self.start($1) }
  }

  /// Gives the quotations that no reading claims to the readings that they go on, and makes attributions of the others.
  private func quotations(
    unclaimedBy taken: borrowing TakenTokens,
    _ kept: inout [Judged],
    _ readings: [CueReading],
    _ text: AnalysedText
  ) -> [FoundAttribution] {
    var found: [FoundAttribution] = []
    var lone = LoneQuotations()
    for quotation in text.quotations where Self.isOuter(quotation, in: text) {
      guard taken.isFree(quotation.tokens) else { continue }
      if let number = continued(by: quotation, kept, in: text) {
        kept[number].reading.content.append(quotation.tokens)
      } else if joinsParagraphs, let number = Self.announced(by: quotation, kept, in: text) {
        kept[number].reading.content.insert(quotation.tokens, at: 0)
      } else if joinsParagraphs, let number = Self.before(quotation, kept, in: text) {
        kept[number].reading.content.append(quotation.tokens)
      } else if quotation.tokens.count >= Self.loneQuotation, Self.isSentence(quotation, in: text) {
        if !joinsParagraphs || !lone.isContinued(by: quotation, in: text) {
          found += lone.attributions(&kept, readings, in: text)
          lone = LoneQuotations()
        }
        lone.quotations.append(quotation)
      }
    }
    return found + lone.attributions(&kept, readings, in: text)
  }

  /// A reading with how sure both stages are of it together.
  struct Judged {
    var reading: CueReading
    var chance: Float
  }

  /// How many tokens a content may have: more than anybody is quoted with, so that the work stays in proportion.
  private static let longest = 2_000

  private static func size(_ reading: CueReading) -> Int {
    reading.content.reduce(0) { $0 + $1.count }
  }

  /// The readings that are likely enough, the likeliest first.
  private func judged(_ readings: [CueReading]) -> [Judged] {
    var judged: [Judged] = []
    for reading in readings where (1...Self.longest).contains(Self.size(reading)) {
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

  private static let nested: Float = 0.6

  private func chance(_ reading: CueReading) -> Float {
    1 / (1 + exponential(SIMD8(repeating: -reading.odds))[0])
  }

  private static func start(_ found: FoundAttribution) -> TextSpan {
    found.content.first ?? TextSpan(0, 0)
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

  /// A piece with the bracket right behind it, if that closes one which opens in it.
  static func closed(_ piece: Range<Int>, in text: AnalysedText) -> Range<Int> {
    func bracket(_ token: Int) -> UInt8? {
      text.tokens[token].kind == .bracket ? text.bytes[Int(text.tokens[token].start)] : nil
    }
    guard piece.upperBound < text.tokens.count, bracket(piece.upperBound) == UInt8(ascii: ")")
    else {
      return piece
    }
    var open = 0
    for token in piece {
      if bracket(token) == UInt8(ascii: "(") { open += 1 }
      if bracket(token) == UInt8(ascii: ")") { open -= 1 }
    }
    return open > 0 ? piece.lowerBound..<(piece.upperBound + 1) : piece
  }

  private static func attribution(
    _ judged: Judged,
    in text: AnalysedText
  ) -> FoundAttribution {
    FoundAttribution(
      content: judged.reading.content.compactMap { text.span(closed($0, in: text)) }.sorted(),
      cue: judged.reading.cue.compactMap { text.span($0) },
      mention: judged.reading.source.compactMap { text.span($0) },
      confidence: Double(judged.chance)
    )
  }
}
