/// The stretch of text round one cue's head in which its content and source are looked for.
package struct CueWindow: Sendable {
  /// The head's token.
  package let head: Int
  /// All tokens looked at.
  package let range: Range<Int>

  /// How many tokens are looked at before and after the head, where no quotation asks for more.
  static let reachBefore = 48
  static let reachAfter = 64
  /// How many tokens a quotation at the window's edge may add.
  static let quotationReach = 160

  /// How many tokens the windows of one paragraph look at together, for each of its tokens.
  ///
  /// News needs three; a text of cues and open quotations alone would need hundreds.
  private static let share = 24
  /// A window that is cut short by that still holds so many tokens on each side.
  private static let leastReach = 12

  /// How far from a quotation its cue is looked for with more patience, in tokens.
  private static let besides = 3

  /// Whether a quotation ends right before a token or begins right behind it.
  package static func isBesideQuotation(_ token: Int, in text: AnalysedText) -> Bool {
    let before = text.tokens[max(0, token - besides)..<token]
    if before.contains(where: { $0.kind == .closeQuote }) { return true }
    let behind = text.tokens[(token + 1)..<min(text.tokens.count, token + 1 + besides)]
    return behind.contains { $0.kind == .openQuote }
  }

  /// Makes the window of a head: its paragraph, clipped, then widened so that it cuts no quotation.
  ///
  /// Where a paragraph has very many heads, their windows are cut so that all of them together stay in proportion to it.
  package init(head: Int, in text: AnalysedText, paragraph: Range<Int>, heads: Int = 1) {
    var lower = max(paragraph.lowerBound, head - Self.reachBefore)
    var upper = min(paragraph.upperBound, head + Self.reachAfter)
    let first = text.tokens[lower].quotation
    if first >= 0 {
      let quotation = text.quotations[Int(first)]
      lower = max(
        paragraph.lowerBound,
        lower - Self.quotationReach,
        min(lower, quotation.tokens.lowerBound - 1)
      )
    }
    let last = text.tokens[upper - 1].quotation
    if last >= 0 {
      let quotation = text.quotations[Int(last)]
      upper = min(
        paragraph.upperBound,
        upper + Self.quotationReach,
        max(upper, quotation.tokens.upperBound + 1)
      )
    }
    let most = max(Self.leastReach, Self.share * paragraph.count / max(1, heads) / 2)
    self.head = head
    range = max(lower, head - most)..<min(upper, head + most)
  }
}

/// How likely each token is the head of a cue, in a few steps; written by the first stage, read by the second.
package enum CueLevel {
  /// The step of a log-odds score.
  package static func of(_ score: Float) -> UInt8 {
    score < -3 ? 0 : score < -1 ? 1 : score < 1 ? 2 : 3
  }
}
