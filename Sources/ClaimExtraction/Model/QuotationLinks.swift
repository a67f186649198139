import ClaimModel

/// What quotation marks show, whatever the chain reads.
extension ReadingLinker {
  /// A double quotation of at least this many tokens that no reading claims becomes an attribution of its own.
  static let loneQuotation = 6
  /// A cue and its source take at most this many tokens between two pieces of one quotation.
  private static let longestInterruption = 24
  /// A quotation is followed over at most this many paragraphs on each side.
  private static let longestRun = 32

  /// Of the readings that were not likely enough, the likeliest that takes most of a quotation for its content: that
  /// somebody says it is beyond doubt, and this is the best guess who.
  private static func best(
    _ readings: [CueReading],
    for quotation: Quotation,
    besides heads: Set<Int>
  ) -> CueReading? {
    var best: CueReading?
    let first = readings.bisected { $0.head < quotation.tokens.lowerBound - reachOfCues }
    for reading in readings[first...] {
      guard reading.head < quotation.tokens.upperBound + reachOfCues else { break }
      guard !heads.contains(reading.head), reading.odds > (best?.odds ?? leastOdds) else {
        continue
      }
      let shared = reading.content.reduce(0) { $0 + $1.clamped(to: quotation.tokens).count }
      if shared * 2 > quotation.tokens.count { best = reading }
    }
    return best
  }

  /// How far from a quotation its cue is looked for, in tokens.
  private static let reachOfCues = 48
  /// What the log-odds of a quotation's cue are at least.
  private static let leastOdds: Float = -4

  /// The reading that an unclaimed quotation goes on: its cue is the last before it in the sentence and has a
  /// quotation before it already, as in "…," said Lowe, "…".
  func continued(
    by quotation: Quotation,
    _ kept: [Judged],
    in text: AnalysedText
  ) -> Int? {
    let next = kept.bisected { $0.reading.head < quotation.tokens.lowerBound }
    guard next > 0, !Self.standsInside(quotation, in: text) else { return nil }
    let paragraph = text.paragraphs[quotation.paragraph].tokens
    if joinsParagraphs {
      var at = next - 1
      while at >= 0, at > next - 6, paragraph.contains(kept[at].reading.head) {
        if kept[at].reading.content.contains(where: { text.tokens[$0.lowerBound].isQuoted }) {
          return at
        }
        at -= 1
      }
    }
    let reading = kept[next - 1].reading
    let between = reading.head..<quotation.tokens.lowerBound
    guard between.count <= Self.longestInterruption,
      !between.contains(where: { text.tokens[$0].kind == .terminator }),
      reading.content.contains(where: {
        text.tokens[$0.lowerBound].isQuoted && $0.upperBound <= reading.head
      })
    else { return nil }
    return next - 1
  }

  /// The reading whose cue follows a quotation in its sentence and has the next one already, as in "…," said Lowe. "…"
  static func announced(
    by quotation: Quotation,
    _ kept: [Judged],
    in text: AnalysedText
  ) -> Int? {
    let next = kept.bisected { $0.reading.head < quotation.tokens.upperBound }
    guard next < kept.count, isSentence(quotation, in: text) else { return nil }
    let reading = kept[next].reading
    let start = quotation.tokens.upperBound + 1
    guard start <= reading.head, reading.head - start <= longestInterruption / 2,
      let first = reading.content.first, first.lowerBound > reading.head,
      text.tokens[first.lowerBound].isQuoted,
      !(start..<reading.head).contains(where: {
        text.tokens[$0].kind == .terminator || text.tokens[$0].kind == .openQuote
      })
    else { return nil }
    return next
  }

  /// Whether a quotation stands where a scare quote or a title does: right behind a word.
  private static func standsInside(_ quotation: Quotation, in text: AnalysedText) -> Bool {
    let start = text.paragraphs[quotation.paragraph].tokens.lowerBound
    guard let open = quotation.open, open > start else { return false }
    return text.tokens[open - 1].isWord
  }

  /// An attribution of quotations that no cue claims.
  static func attribution(
    lone quotations: [Quotation],
    _ readings: [CueReading],
    besides heads: Set<Int>,
    in text: AnalysedText
  ) -> FoundAttribution {
    let reading =
      quotations.lazy.compactMap { best(readings, for: $0, besides: heads) }
      .max { $0.odds < $1.odds }
    return FoundAttribution(
      content: quotations.compactMap { text.span($0.tokens) },
      cue: (reading?.cue ?? []).compactMap { text.span($0) },
      mention: (reading?.source ?? []).compactMap { text.span($0) },
      confidence: 0.5
    )
  }

  /// Whether a quotation begins where a sentence could: a scare quote or a title stands inside one.
  static func isSentence(_ quotation: Quotation, in text: AnalysedText) -> Bool {
    let start = text.paragraphs[quotation.paragraph].tokens.lowerBound
    guard let open = quotation.open, open > start else { return true }
    switch text.tokens[open - 1].kind {
    case .terminator, .closeQuote, .colon, .dash: return true
    default: return false
    }
  }

  static func isOuter(_ quotation: Quotation, in text: AnalysedText) -> Bool {
    quotation.style == .double && quotation.outer == nil && !quotation.tokens.isEmpty
      && text.paragraphs[quotation.paragraph].isSearched
  }

  /// Takes out of a content the quotation of the sentence before where the cue has a clause of its own: of
  /// "…." Dia meminta petani menunggu, the quotation is somebody else's, or of another cue.
  package static func separate(_ reading: inout CueReading, in text: AnalysedText) {
    guard reading.content.count > 1,
      let last = reading.content.last, last.lowerBound > reading.head,
      !text.tokens[last.lowerBound].isQuoted
    else { return }
    let sentence = text.sentence(ofToken: reading.head)
    reading.content.removeAll { piece in
      piece.upperBound <= sentence.lowerBound && text.tokens[piece.lowerBound].isQuoted
    }
  }

  /// Widens or narrows content that covers most of a quotation to the quotation's bounds.
  package static func snap(_ reading: inout CueReading, to text: AnalysedText) {
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
}
