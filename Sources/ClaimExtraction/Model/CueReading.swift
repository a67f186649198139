/// What the chain read in one cue's window, as token ranges.
package struct CueReading: Sendable {
  /// The cue's head.
  package var head: Int
  /// The log-odds of the head being a cue, as the first stage sees it.
  package var cueScore: Float
  /// The log-odds of the head being a cue, as the chain sees it.
  package var chainScore: Float
  /// The log of the chance of the chain's best path among all that accept the cue.
  package var pathScore: Float
  /// The log-odds of the reading being an attribution, all considered.
  package var odds: Float = 0
  /// Whether it is the rules' and not the chain's.
  package var isRuled = false
  /// The pieces of content, ascending.
  package var content: [Range<Int>] = []
  /// The pieces of the source, ascending.
  package var source: [Range<Int>] = []
  /// The cue's words, ascending.
  package var cue: [Range<Int>] = []

  /// Takes over what the rules read where the chain reads nothing.
  init(head: Int, cueScore: Float, ruled: RuleHints.Reading) {
    self.head = head
    self.cueScore = cueScore
    chainScore = -8
    pathScore = -12
    isRuled = true
    content = ruled.content
    source = ruled.source
    cue = ruled.cue
  }

  /// Reads a path of labels; `first` is the token of the first label.
  package init(
    head: Int,
    cueScore: Float,
    chainScore: Float,
    pathScore: Float,
    labels: [ArgumentLabel],
    first: Int
  ) {
    self.head = head
    self.cueScore = cueScore
    self.chainScore = chainScore
    self.pathScore = pathScore
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
