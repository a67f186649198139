import ClaimModel

/// What quotation marks show, whatever the chain reads.
extension ReadingLinker {
  /// A double quotation of at least this many tokens that no reading claims becomes an attribution of its own.
  static let loneQuotation = 6
  /// A cue and its source take at most this many tokens between two pieces of one quotation.
  static let longestInterruption = 24
  /// A quotation is followed over at most this many paragraphs on each side.
  private static let longestRun = 32

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
        if kept[at].reading.hasQuotation(in: text) {
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

  /// The reading that a paragraph of one quotation goes on: the last one of the paragraph before, or one that goes on there.
  static func before(_ quotation: Quotation, _ kept: [Judged], in text: AnalysedText) -> Int? {
    let start = text.paragraphs[quotation.paragraph].tokens.lowerBound
    let number = kept.bisected { $0.reading.head < start } - 1
    guard quotation.open == start, quotation.tokens.count >= loneQuotation,
      endsParagraph(quotation, in: text), number >= 0,
      LoneQuotations.label(of: quotation, in: text) == nil,
      LoneQuotations.signature(of: quotation, in: text) == nil
    else { return nil }
    let paragraph = text.paragraphs[quotation.paragraph - 1].tokens
    let reading = kept[number].reading
    let isBefore =
      paragraph.contains(reading.head)
      || reading.content.last.map { paragraph.contains($0.lowerBound) } ?? false
    return isBefore ? number : nil
  }

  /// Whether a quotation ends its paragraph, but for one mark.
  static func endsParagraph(_ quotation: Quotation, in text: AnalysedText) -> Bool {
    let end = text.paragraphs[quotation.paragraph].tokens.upperBound
    return quotation.close.map { end - $0 <= 2 } ?? true
  }

  /// Whether a quotation stands where a scare quote or a title does: right behind a word.
  private static func standsInside(_ quotation: Quotation, in text: AnalysedText) -> Bool {
    let start = text.paragraphs[quotation.paragraph].tokens.lowerBound
    guard let open = quotation.open, open > start else { return false }
    return text.tokens[open - 1].isWord
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

  /// Takes the titles of works and programmes out of what somebody says on them: “…,” she said on “Meet the Press”.
  static func dropTitles(of reading: inout CueReading, in text: AnalysedText) {
    let told = reading.content.filter { !isTitle($0, in: text) }
    if !told.isEmpty { reading.content = told }
  }

  /// Whether a piece is a quotation right behind a word whose longer words all begin with a capital.
  private static func isTitle(_ piece: Range<Int>, in text: AnalysedText) -> Bool {
    let number = Int(text.tokens[piece.lowerBound].quotation)
    guard number >= 0, text.quotations[number].tokens == piece,
      standsInside(text.quotations[number], in: text)
    else { return false }
    let words = piece.filter { text.tokens[$0].kind == .word && text.tokens[$0].length > 3 }
    return !words.isEmpty && words.allSatisfy { text.tokens[$0].isCapitalised }
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

extension CueReading {
  /// Whether a piece of its content begins in quotation marks.
  func hasQuotation(in text: AnalysedText) -> Bool {
    content.contains { text.tokens[$0.lowerBound].isQuoted }
  }
}
