import ClaimModel

/// Turns the readings of a document's cues into attributions that do not contradict each other.
///
/// Where quotation marks show what is said, they win over the chain: content that covers most of a quotation is the
/// quotation, with the paragraphs it goes on in, and a long quotation that no cue claims is an attribution of its own.
package struct ReadingLinker: Sendable {
  /// A cue below this chance is dropped.
  package var threshold: Float
  /// How much the first stage's log-odds count beside the chain's.
  package var cueWeight: Float
  /// How much the chain's log-odds count.
  package var chainWeight: Float
  /// Two readings that share more than this part of the shorter content cannot both stand.
  private static let overlap = 0.5
  /// A double quotation of at least this many tokens that no reading claims becomes an attribution of its own.
  private static let loneQuotation = 6
  /// A cue and its source take at most this many tokens between two pieces of one quotation.
  private static let longestInterruption = 24
  /// A quotation is followed over at most this many paragraphs on each side.
  private static let longestRun = 32

  /// Makes a linker.
  package init(threshold: Float, cueWeight: Float, chainWeight: Float) {
    self.threshold = threshold
    self.cueWeight = cueWeight
    self.chainWeight = chainWeight
  }

  /// The attributions of a document, in text order of their content.
  package func link(_ readings: [CueReading], in text: AnalysedText) -> [FoundAttribution] {
    var taken = TakenTokens(count: text.tokens.count)
    var kept: [Judged] = []
    for judged in judged(readings) {
      var judged = judged
      Self.snap(&judged.reading, to: text)
      guard taken.take(judged.reading.content, unlessShared: Self.overlap) else { continue }
      kept.append(judged)
    }
    kept.sort { $0.reading.head < $1.reading.head }
    var found: [FoundAttribution] = []
    for quotation in text.quotations where Self.isOuter(quotation, in: text) {
      guard taken.isFree(quotation.tokens) else { continue }
      if let number = Self.continued(by: quotation, kept, in: text) {
        kept[number].reading.content.append(quotation.tokens)
      } else if quotation.tokens.count >= Self.loneQuotation,
        let span = text.span(quotation.tokens)
      {
        found.append(FoundAttribution(content: [span], confidence: 0.5))
      }
    }
    found += kept.map { Self.attribution($0, in: text) }
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

  private func chance(_ reading: CueReading) -> Float {
    // Neither stage is believed beyond odds of e^8 to 1.
    let cueOdds = max(-8, min(8, reading.cueScore))
    let chainOdds = max(-8, min(8, reading.chainScore))
    let odds: Float = cueWeight * cueOdds + chainWeight * chainOdds
    return 1 / (1 + exponential(LabelScores(repeating: -odds))[0])
  }

  private static func start(_ found: FoundAttribution) -> TextSpan {
    found.content.first ?? TextSpan(0, 0)
  }

  /// The reading that an unclaimed quotation goes on: its cue is the last before it in the sentence and has a
  /// quotation before it already, as in "…," said Lowe, "…".
  private static func continued(
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
    let between = reading.head..<quotation.tokens.lowerBound
    guard between.count <= longestInterruption,
      !between.contains(where: { text.tokens[$0].kind == .terminator }),
      reading.content.contains(where: {
        text.tokens[$0.lowerBound].isQuoted && $0.upperBound <= reading.head
      })
    else { return nil }
    return low - 1
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
  /// The size of each attribution's content.
  private var sizes: [Int] = [0]

  init(count: Int) { owners = Array(repeating: 0, count: count) }

  /// Takes the tokens, unless they share too much with what is taken; says whether it did.
  mutating func take(_ content: [Range<Int>], unlessShared limit: Double) -> Bool {
    var shared: [Int32: Int] = [:]
    var size = 0
    for piece in content {
      size += piece.count
      for token in piece where owners[token] > 0 { shared[owners[token], default: 0] += 1 }
    }
    for (owner, count) in shared where Double(count) > limit * Double(min(size, sizes[Int(owner)]))
    {
      return false
    }
    let owner = Int32(sizes.count)
    sizes.append(size)
    for piece in content { for token in piece { owners[token] = owner } }
    return true
  }

  /// Whether none of the tokens is taken.
  func isFree(_ tokens: Range<Int>) -> Bool { owners[tokens].allSatisfy { $0 == 0 } }
}
