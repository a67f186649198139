/// What the chain read in one cue's window, as token ranges.
package struct CueReading: Sendable {
  /// The cue's head.
  package var head: Int
  /// The log-odds of the head being a cue, as the first stage sees it.
  package var cueScore: Float
  /// The log-odds of the head being a cue, as the chain sees it.
  package var chainScore: Float
  /// The pieces of content, ascending.
  package var content: [Range<Int>] = []
  /// The pieces of the source, ascending.
  package var source: [Range<Int>] = []
  /// The cue's words, ascending.
  package var cue: [Range<Int>] = []

  /// Reads a path of labels; `first` is the token of the first label.
  package init(
    head: Int,
    cueScore: Float,
    chainScore: Float,
    labels: [ArgumentLabel],
    first: Int
  ) {
    self.head = head
    self.cueScore = cueScore
    self.chainScore = chainScore
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
