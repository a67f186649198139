import ClaimModel

/// Finds what the article says in its own voice and could be checked: numbers, money, superlatives, comparisons, causes.
enum AssertionFinder {
  /// A sentence shorter than this many words asserts nothing that can be checked.
  private static let shortest = 5
  /// A sentence with less than this is not worth a place in the queue.
  private static let threshold = 0.4

  /// The check-worthy sentences that no attribution reports.
  static func assertions(
    in tagged: TaggedText,
    outside found: [FoundAttribution]
  ) -> [Assertion] {
    let text = tagged.text
    var reported = [Bool](repeating: false, count: text.tokens.count)
    for span in found.flatMap({ $0.content + $0.cue }) {
      var index = text.token(atOrAfterByte: span.start)
      while index < text.tokens.count, Int(text.tokens[index].end) <= span.end {
        reported[index] = true
        index += 1
      }
    }
    let bytes = text.bytes
    let reader = NumberReader(tagged)
    var assertions: [Assertion] = []
    for paragraph in text.paragraphs where paragraph.isSearched && paragraph.kind != .headline {
      for number in paragraph.sentences {
        let sentence = text.sentences[number]
        guard !sentence.contains(where: { reported[$0] || text.tokens[$0].isQuoted }),
          !LinePhrases.related.begins(
            bytes.span,
            Int(
              text.tokens[sentence.lowerBound].start
            )..<Int(text.tokens[sentence.upperBound - 1].end)
          ),
          sentence.lazy.filter({ text.tokens[$0].isWord }).count >= shortest,
          let span = text.span(sentence)
        else { continue }
        let (reasons, score) = weigh(sentence, tagged, reader)
        if score >= threshold {
          assertions.append(Assertion(span: span, reasons: reasons, checkworthiness: score))
        }
      }
    }
    return assertions
  }

  /// How much each reason says that a sentence is worth checking; together they approach 1.
  private static let weights: [Assertion.Reason: Double] = [
    .percentage: 0.55, .money: 0.55, .quantity: 0.5, .superlative: 0.45, .comparison: 0.3,
    .cause: 0.2, .date: 0.15,
  ]

  private static func weigh(
    _ sentence: Range<Int>,
    _ tagged: TaggedText,
    _ reader: NumberReader
  ) -> ([Assertion.Reason], Double) {
    var found: Set<Assertion.Reason> = []
    var isHedged = false
    let tokens = tagged.text.tokens
    for index in sentence {
      if tokens[index].kind == .number || tokens[index].kind == .word,
        let reason = reason(ofNumberAt: index, in: sentence, reader)
      {
        found.insert(reason)
      }
      if tagged.has(index, .superlative), tagged.end(index) <= sentence.upperBound {
        found.insert(.superlative)
      }
      if tagged.has(index, .comparison) { found.insert(.comparison) }
      if tagged.has(index, .cause) { found.insert(.cause) }
      if tagged.has(index, .hedge) { isHedged = true }
    }
    var rest = 1.0
    for reason in found { rest *= 1 - (weights[reason] ?? 0) }
    let score = (1 - rest) * (isHedged ? 0.8 : 1)
    return (
      Assertion.Reason.allCases.filter(found.contains), (score * 100).rounded() / 100
    )
  }

  /// What a number counts, from the words beside it.
  private static func reason(
    ofNumberAt index: Int,
    in sentence: Range<Int>,
    _ reader: NumberReader
  ) -> Assertion.Reason? {
    guard let number = reader.number(at: index, in: sentence) else { return nil }
    if number.isMoney { return .money }
    if number.isPercentage { return .percentage }
    let next = number.tokens.upperBound
    let before = number.tokens.lowerBound - 1
    // "Pasal 2", "berusia 36 tahun": a name for something, and what nobody asks of a claim.
    if before >= sentence.lowerBound, reader.tagged.has(before, [.numbering, .age]) { return nil }
    if next < sentence.upperBound {
      if reader.tagged.has(next, .month) { return .date }
      // "9 Tahun 2017" counts no years.
      let isYear =
        next + 1 < sentence.upperBound && reader.tagged.text.tokens[next + 1].kind == .number
      if reader.tagged.has(next, .unit), !isYear { return .quantity }
    }
    // "1,2 juta": a power of ten is a count, whatever follows.
    return next > index + 1 ? .quantity : nil
  }
}
