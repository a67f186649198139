import ClaimModel

/// What the chain read in one cue's window, as token ranges.
package struct CueReading: Sendable {
  /// The cue's head.
  package var head: Int
  /// How sure it is that the head is a cue, 0 to 1.
  package var chance: Float
  /// The pieces of content, ascending.
  package var content: [Range<Int>] = []
  /// The pieces of the source, ascending.
  package var source: [Range<Int>] = []
  /// The cue's words, ascending.
  package var cue: [Range<Int>] = []

  /// Reads a path of labels; `first` is the token of the first label.
  package init(head: Int, chance: Float, labels: [ArgumentLabel], first: Int) {
    self.head = head
    self.chance = chance
    var index = 0
    while index < labels.count {
      let start = index
      switch labels[index] {
      case .contentFirst:
        while index < labels.count, labels[index] != .contentLast { index += 1 }
        content.append((first + start)..<(first + min(index + 1, labels.count)))
      case .contentOnly:
        content.append((first + start)..<(first + start + 1))
      case .sourceFirst:
        while index + 1 < labels.count, labels[index + 1] == .sourceInside { index += 1 }
        source.append((first + start)..<(first + index + 1))
      case .cuePart, .cue, .cueAndSource:
        if labels[index] == .cueAndSource { source = [(first + index)..<(first + index + 1)] }
        if let last = cue.last, last.upperBound == first + index {
          cue[cue.count - 1] = last.lowerBound..<(first + index + 1)
        } else {
          cue.append((first + index)..<(first + index + 1))
        }
      default: break
      }
      index += 1
    }
  }
}

/// Turns the readings of a document's cues into attributions that do not contradict each other.
package struct ReadingLinker: Sendable {
  /// A cue below this chance is dropped.
  package var threshold: Float = 0.5
  /// Two readings that share more than this part of the shorter content cannot both stand.
  package var overlap = 0.5
  /// A double quotation of at least this many tokens that no reading claims becomes an attribution of its own.
  package var loneQuotation = 6

  /// Makes a linker with the usual settings.
  package init() {}

  /// The attributions of a document, in text order of their content.
  package func link(_ readings: [CueReading], in text: AnalysedText) -> [FoundAttribution] {
    var taken: [CueReading] = []
    let ordered = readings.filter { $0.chance >= threshold && !$0.content.isEmpty }
      .sorted { $0.chance != $1.chance ? $0.chance > $1.chance : $0.head < $1.head }
    for reading in ordered {
      var reading = reading
      snap(&reading, to: text)
      guard !taken.contains(where: { clashes($0, reading) }) else { continue }
      taken.append(reading)
    }
    var found = taken.map { attribution($0, in: text) }
    for quotation in text.quotations where quotation.style == .double && quotation.outer == nil {
      guard quotation.tokens.count >= loneQuotation,
        text.paragraphs[quotation.paragraph].isSearched,
        !taken.contains(where: { $0.content.contains { $0.overlaps(quotation.tokens) } }),
        let span = text.span(quotation.tokens)
      else { continue }
      found.append(FoundAttribution(content: [span], confidence: 0.5))
    }
    return found.sorted { ($0.content.first ?? TextSpan(0, 0)) < ($1.content.first ?? TextSpan(0, 0)) }
  }

  /// Content that covers most of a quotation is the quotation, neither more nor less.
  private func snap(_ reading: inout CueReading, to text: AnalysedText) {
    for (number, piece) in reading.content.enumerated() {
      let at = text.tokens[piece.lowerBound].quotation
      guard at >= 0 else { continue }
      let quotation = text.quotations[Int(at)]
      guard quotation.style == .double, !quotation.tokens.isEmpty else { continue }
      let shared = piece.clamped(to: quotation.tokens)
      let isWithin = piece.upperBound <= quotation.tokens.upperBound + 1
      guard isWithin, shared.count * 2 > quotation.tokens.count,
        !reading.cue.contains(where: { $0.overlaps(quotation.tokens) })
      else { continue }
      reading.content[number] = quotation.tokens
    }
  }

  private func clashes(_ first: CueReading, _ second: CueReading) -> Bool {
    func size(_ reading: CueReading) -> Int { reading.content.reduce(0) { $0 + $1.count } }
    var shared = 0
    for piece in first.content {
      for other in second.content { shared += piece.clamped(to: other).count }
    }
    return Double(shared) > overlap * Double(min(size(first), size(second)))
  }

  private func attribution(_ reading: CueReading, in text: AnalysedText) -> FoundAttribution {
    FoundAttribution(
      content: reading.content.compactMap { text.span($0) },
      cue: reading.cue.compactMap { text.span($0) },
      mention: reading.source.compactMap { text.span($0) },
      confidence: Double(reading.chance)
    )
  }
}
