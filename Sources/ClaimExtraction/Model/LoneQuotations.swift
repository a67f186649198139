import ClaimModel

/// Quotations that no cue claims and that go on one another: an attribution of their own.
struct LoneQuotations {
  /// The quotations, in text order.
  var quotations: [Quotation] = []

  /// How far from a quotation its cue is looked for, in tokens.
  private static let reachOfCues = 48
  /// What the log-odds of a quotation's cue are at least.
  private static let leastOdds: Float = -4

  /// Whether a quotation goes on the last of these: in the same paragraph, or at the head of the next one with nothing
  /// between the two and no speaker's name at its head.
  func isContinued(by quotation: Quotation, in text: AnalysedText) -> Bool {
    guard let last = quotations.last else { return false }
    return last.paragraph == quotation.paragraph
      || last.paragraph + 1 == quotation.paragraph && ReadingLinker.endsParagraph(last, in: text)
        && quotation.open == text.paragraphs[quotation.paragraph].tokens.lowerBound
        && Self.label(of: quotation, in: text) == nil
  }

  /// The speaker that a transcript names at a quotation's head, with the colon: “RAMOS: …”.
  static func label(of quotation: Quotation, in text: AnalysedText) -> Range<Int>? {
    let label = quotation.tokens.dropLast(2).prefix(longestName)
      .prefix { text.tokens[$0].shape == .upper }
    guard !label.isEmpty, text.tokens[label.upperBound].kind == .colon else { return nil }
    return label.lowerBound..<label.upperBound + 1
  }

  /// The name that signs a quotation, with its dash: “…” ― Mara Ellwood, or in a line of its own.
  static func signature(of quotation: Quotation, in text: AnalysedText) -> Range<Int>? {
    guard let close = quotation.close else { return nil }
    var end = text.paragraphs[quotation.paragraph].tokens.upperBound
    let next = quotation.paragraph + 1
    if close + 1 == end, next < text.paragraphs.count, text.paragraphs[next].isSearched {
      end = text.paragraphs[next].tokens.upperBound
    }
    var rest = close + 1..<end
    guard rest.count <= longestName + 3, let dash = rest.first, text.tokens[dash].kind == .dash
    else { return nil }
    while let last = rest.last, text.tokens[last].kind == .terminator { rest = rest.dropLast() }
    let name = rest.dropFirst()
    let isName = name.allSatisfy {
      text.tokens[$0].isCapitalised || text.tokens[$0].kind == .terminator
    }
    return name.isEmpty || !isName ? nil : rest
  }

  /// The most tokens of a speaker's name.
  private static let longestName = 6

  /// The quotations as one attribution, with the best guess who says them; empty where there are none, or where one of the
  /// readings that stand takes them.
  func attributions(
    _ kept: inout [ReadingLinker.Judged],
    _ readings: [CueReading],
    in text: AnalysedText
  ) -> [FoundAttribution] {
    guard !quotations.isEmpty else { return [] }
    let frames = frames(in: text)
    if let number = framed(by: frames, kept, in: text) {
      kept[number].reading.content = quotations.map(\.tokens)
      return []
    }
    var content = quotations.map(\.tokens)
    let cue: [Range<Int>]
    let source: [Range<Int>]
    if let label = quotations.first.flatMap({ Self.label(of: $0, in: text) }) {
      content[0] = label.upperBound..<content[0].upperBound
      (cue, source) = ([label.suffix(1)], [label.dropLast()])
    } else if let signature = quotations.last.flatMap({ Self.signature(of: $0, in: text) }) {
      (cue, source) = ([signature.prefix(1)], [signature.dropFirst()])
    } else {
      let reading = best(readings, besides: kept) ?? best(readings, in: frames, besides: kept)
      (cue, source) = (reading?.cue ?? [], reading?.source ?? [])
    }
    return [
      FoundAttribution(
        content: content.compactMap { text.span($0) },
        cue: cue.compactMap { text.span($0) },
        mention: source.compactMap { text.span($0) },
        confidence: 0.5
      )
    ]
  }

  /// The reading whose cue stands in a clause that frames the quotations, but that was read with a few other words for
  /// content.
  private func framed(
    by frames: [Range<Int>],
    _ kept: [ReadingLinker.Judged],
    in text: AnalysedText
  ) -> Int? {
    for frame in frames {
      let number = kept.bisected { $0.reading.head < frame.lowerBound }
      guard number < kept.count, frame.contains(kept[number].reading.head) else { continue }
      let reading = kept[number].reading
      let size = reading.content.reduce(0) { $0 + $1.count }
      if size < ReadingLinker.loneQuotation, !reading.hasQuotation(in: text),
        !reading.source.isEmpty
      {
        return number
      }
    }
    return nil
  }

  /// Of the readings that were not likely enough, the likeliest that takes most of a quotation for its content: that
  /// somebody says it is beyond doubt, and this is the best guess who.
  private func best(
    _ readings: [CueReading],
    besides kept: [ReadingLinker.Judged]
  ) -> CueReading? {
    var best: CueReading?
    for tokens in quotations.map(\.tokens) {
      let first = readings.bisected { $0.head < tokens.lowerBound - Self.reachOfCues }
      for reading in readings[first...] {
        guard reading.head < tokens.upperBound + Self.reachOfCues else { break }
        guard reading.odds > best?.odds ?? Self.leastOdds, !stands(reading, kept) else { continue }
        let shared = reading.content.reduce(0) { $0 + $1.clamped(to: tokens).count }
        if shared * 2 > tokens.count { best = reading }
      }
    }
    return best
  }

  /// The likeliest reading with a source whose cue stands in the first clause that frames the quotations and has one.
  private func best(
    _ readings: [CueReading],
    in frames: [Range<Int>],
    besides kept: [ReadingLinker.Judged]
  ) -> CueReading? {
    for frame in frames {
      let first = readings.bisected { $0.head < frame.lowerBound }
      let likeliest = readings[first...].prefix { $0.head < frame.upperBound }
        .filter { !$0.source.isEmpty && $0.odds > Self.leastOdds && !stands($0, kept) }
        .max { $0.odds < $1.odds }
      if let likeliest { return likeliest }
    }
    return nil
  }

  /// Whether a reading of the same cue stands, with other words for content.
  private func stands(_ reading: CueReading, _ kept: [ReadingLinker.Judged]) -> Bool {
    let number = kept.bisected { $0.reading.head < reading.head }
    return number < kept.count && kept[number].reading.head == reading.head
  }

  /// The clauses that frame the quotations: what stands between two of them, before the first up to its colon, and behind
  /// the last in its sentence, or in the next one where no full stop ends the quotation.
  private func frames(in text: AnalysedText) -> [Range<Int>] {
    var frames: [Range<Int>] = []
    for (one, next) in zip(quotations, quotations.dropFirst()) {
      if let close = one.close, let open = next.open, close + 1 < open {
        frames.append(close + 1..<open)
      }
    }
    if let open = quotations.first?.open, open > 0, text.tokens[open - 1].kind == .colon {
      frames.append(text.sentence(ofToken: open - 1).lowerBound..<open)
    }
    if let last = quotations.last, let close = last.close, let end = last.tokens.last,
      text.paragraphs[last.paragraph].tokens.contains(close + 1),
      text.tokens[end].kind == .comma || text.tokens[end].kind == .terminator
    {
      let sentence = text.sentence(ofToken: close + 1)
      let goesOn = text.bytes[Int(text.tokens[end].start)] != UInt8(ascii: ".")
      if sentence.lowerBound <= close || goesOn { frames.append(close + 1..<sentence.upperBound) }
    }
    return frames.filter { $0.count <= ReadingLinker.longestInterruption }
  }
}
