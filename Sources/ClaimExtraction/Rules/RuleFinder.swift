import ClaimModel

/// Finds attributions by rules over a language's word classes.
///
/// First come the quotations, each with the cue after, before or between its pieces; then the clauses outside them.
/// A cue serves one attribution only.
package struct RuleFinder: AttributionFinder {
  /// Makes a finder.
  package init() {}

  /// The attributions of the searched paragraphs, in text order of their content.
  package func attributions(in tagged: TaggedText) -> [FoundAttribution] {
    var search = RuleSearch(tagged)
    search.findQuotations()
    search.findClauses()
    return search.found.sorted {
      ($0.content.first?.start ?? 0, $0.cue.first?.start ?? 0)
        < ($1.content.first?.start ?? 0, $1.cue.first?.start ?? 0)
    }
  }
}

/// One run of the rules over one text.
struct RuleSearch {
  let tagged: TaggedText
  /// What was found so far.
  var found: [FoundAttribution] = []
  /// Which tokens serve as a cue or stand in a quotation that was attributed.
  var isUsed: [Bool]

  init(_ tagged: TaggedText) {
    self.tagged = tagged
    isUsed = [Bool](repeating: false, count: tagged.tags.count)
  }

  var text: AnalysedText { tagged.text }
  var tokens: [Token] { tagged.text.tokens }

  /// A cue with the speaker's mention, as token ranges.
  struct Cue {
    var words: Range<Int>
    var mention: Range<Int>?
  }

  /// Remembers an attribution of clauses, the punctuation at their ends left out; empty ones are passed over.
  mutating func add(_ clauses: [Range<Int>], _ cue: Cue, confidence: Double) {
    add(exactly: clauses.compactMap { trimmed($0) }, cue, confidence: confidence)
  }

  /// Remembers an attribution of token ranges as they are.
  mutating func add(exactly content: [Range<Int>], _ cue: Cue?, confidence: Double) {
    let spans = content.compactMap { text.span($0) }
    guard !spans.isEmpty else { return }
    if let cue { for index in cue.words { isUsed[index] = true } }
    found.append(
      FoundAttribution(
        content: spans,
        cue: cue.flatMap { text.span($0.words) }.map { [$0] } ?? [],
        mention: cue?.mention.flatMap { text.span($0) }.map { [$0] } ?? [],
        confidence: confidence
      )
    )
  }

  /// A range without the punctuation and the loose marks at its ends; nil where no word is left.
  func trimmed(_ range: Range<Int>) -> Range<Int>? {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, Self.isEdge(tokens[start].kind) { start += 1 }
    while end > start, Self.isEdge(tokens[end - 1].kind) {
      // A quotation that the content holds whole keeps its marks.
      if tokens[end - 1].kind == .closeQuote, tokens[end - 1].quotation >= 0,
        let open = text.quotations[Int(tokens[end - 1].quotation)].open, open > start
      {
        break
      }
      end -= 1
    }
    return start < end ? start..<end : nil
  }

  private static func isEdge(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .terminator, .comma, .colon, .dash, .closeQuote, .looseQuote: return true
    case .word, .number, .bracket, .openQuote, .sign: return false
    }
  }
}
