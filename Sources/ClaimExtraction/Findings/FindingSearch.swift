import ClaimModel

/// Checks of a text that need no source.
struct FindingSearch {
  let tagged: TaggedText
  let published: CalendarDate?
  private(set) var findings: [Finding] = []

  /// Everything that was noticed, in text order.
  static func findings(in tagged: TaggedText, published: CalendarDate?) -> [Finding] {
    var search = FindingSearch(tagged: tagged, published: published)
    search.checkDates()
    search.checkAges()
    search.checkPercentages()
    search.checkQuantities()
    search.checkSourceLines()
    return search.findings.enumerated()
      .sorted {
        ($0.element.spans.first?.start ?? 0, $0.offset)
          < ($1.element.spans.first?.start ?? 0, $1.offset)
      }
      .map(\.element)
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

  // MARK: - Vague sourcing

  /// "Sumber: berbagai sumber", in a source line or a short last line.
  private mutating func checkSourceLines() {
    let bytes = tagged.text.bytes
    for paragraph in tagged.text.paragraphs
    where paragraph.kind == .sourceLine
      || paragraph.span.length <= 80 && paragraph.kind == .paragraph
    {
      if paragraph.kind != .sourceLine,
        !LinePhrases.source.begins(bytes.span, paragraph.span.range)
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
