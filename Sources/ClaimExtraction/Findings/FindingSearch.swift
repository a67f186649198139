import ClaimModel

/// Checks of a text that need no source.
struct FindingSearch {
  let tagged: TaggedText
  let published: CalendarDate?
  private(set) var findings: [Finding] = []

  /// Everything that was noticed, in text order.
  static func findings(in tagged: TaggedText, published: CalendarDate?) -> [Finding] {
    var search = FindingSearch(tagged: tagged, published: published)
    search.checkWeekdays()
    search.checkSourceLines()
    return search.findings.sorted { ($0.spans.first?.start ?? 0) < ($1.spans.first?.start ?? 0) }
  }

  private init(tagged: TaggedText, published: CalendarDate?) {
    self.tagged = tagged
    self.published = published
  }

  /// Adds a finding about token ranges.
  mutating func add(
    _ kind: Finding.Kind,
    _ outcome: Finding.Outcome,
    _ ranges: [Range<Int>],
    _ facts: [String: String]
  ) {
    let spans = ranges.compactMap { tagged.text.span($0) }
    findings.append(Finding(kind, outcome, spans: spans, facts: facts))
  }

  // MARK: - Weekdays

  /// Asks the calendar about "Rabu, 19 Juni 2024", "Rabu (19/6/2024)" and "Wednesday, June 19, 2024".
  private mutating func checkWeekdays() {
    let reader = DateReader(tagged: tagged)
    let tokens = tagged.text.tokens
    for paragraph in tagged.text.paragraphs where isArticle(paragraph.kind) {
      let end = paragraph.tokens.upperBound
      for index in paragraph.tokens where tagged.has(index, .weekday) {
        guard tokens[index].isCapitalised else { continue }
        var next = index + 1
        if next < end, tokens[next].kind == .comma || tokens[next].kind == .bracket { next += 1 }
        guard next < end, let printed = reader.date(at: next, end: end), let date = printed.date
        else { continue }
        let weekday = Int(tagged.tags[index].value)
        var past = printed.tokens.upperBound
        if past < end, tokens[index + 1].kind == .bracket, tokens[past].kind == .bracket {
          past += 1
        }
        add(
          .weekday,
          weekday == date.weekday ? .confirmed : .contradicted,
          [index..<past],
          [
            "date": date.iso8601, "printed": String(weekday), "calendar": String(date.weekday),
          ]
        )
      }
    }
  }

  /// Whether a block belongs to the article and may be checked, claims or not.
  private func isArticle(_ kind: Block.Kind) -> Bool { kind.isSearched || kind == .dateline }

  // MARK: - Vague sourcing

  /// "Sumber: berbagai sumber", in a source line or a short last line.
  private mutating func checkSourceLines() {
    for paragraph in tagged.text.paragraphs
    where paragraph.kind == .sourceLine
      || paragraph.span.length <= 80 && paragraph.kind == .paragraph
    {
      if paragraph.kind != .sourceLine,
        !LinePhrases.source.begins(tagged.text.bytes.span, paragraph.span.range)
      {
        continue
      }
      guard let phrase = vaguePhrase(in: paragraph.span) else { continue }
      findings.append(
        Finding(
          .vagueSourcing,
          .noted,
          spans: [paragraph.span],
          facts: ["phrase": tagged.text.string(phrase)]
        )
      )
    }
  }

  /// Where a source line says that it names nobody.
  private func vaguePhrase(in line: TextSpan) -> TextSpan? {
    let bytes = tagged.text.bytes
    for phrase in tagged.pack.vagueLines where phrase.count <= line.length {
      for start in line.start...(line.end - phrase.count) {
        let matches = phrase.indices.allSatisfy {
          let byte = bytes[start + $0]
          return (byte &- 0x41 < 26 ? byte | 0x20 : byte) == phrase[$0]
        }
        if matches { return TextSpan(start, start + phrase.count) }
      }
    }
    return nil
  }
}
