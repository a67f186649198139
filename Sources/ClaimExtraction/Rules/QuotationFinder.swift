/// Finds quotations by their marks alone, for languages that no pack knows: no cue, no speaker.
package struct QuotationFinder {
  /// A quotation shorter than this many words may be a title or a scare quote.
  private static let shortest = 5

  /// Makes a finder.
  package init() {}

  /// The outer quotations of the searched paragraphs.
  package func attributions(in text: AnalysedText) -> [FoundAttribution] {
    var found: [FoundAttribution] = []
    for quotation in text.quotations {
      guard quotation.outer == nil, text.paragraphs[quotation.paragraph].isSearched,
        quotation.tokens.lazy.filter({ text.tokens[$0].isWord }).count >= Self.shortest,
        let span = text.span(quotation.tokens)
      else { continue }
      if quotation.continuesPrevious, !found.isEmpty {
        found[found.count - 1].content.append(span)
      } else {
        found.append(FoundAttribution(content: [span], confidence: 0.5))
      }
    }
    return found
  }
}
