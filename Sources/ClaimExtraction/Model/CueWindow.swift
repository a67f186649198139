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

  /// Makes the window of a head: its paragraph, clipped, then widened so that it cuts no quotation.
  package init(head: Int, in text: AnalysedText, paragraph: Range<Int>) {
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
    self.head = head
    range = lower..<upper
  }
}

/// How likely each token is the head of a cue, in a few steps; written by the first stage, read by the second.
package enum CueLevel {
  /// The step of a log-odds score.
  package static func of(_ score: Float) -> UInt8 {
    score < -3 ? 0 : score < -1 ? 1 : score < 1 ? 2 : 3
  }
}
