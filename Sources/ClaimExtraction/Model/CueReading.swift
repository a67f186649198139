/// What the chain read in one cue's window, as token ranges.
package struct CueReading: Sendable {
  /// How the likeliest paths through a window divide over its readings.
  struct Standing: Sendable {
    /// Its place among them, 0 the likeliest.
    var rank = 0
    /// By how much its log-likelihood is above that of the best other one; below it where negative.
    var lead: Float = Standing.farthest
    /// How likely any path with its content, with its source and with both is.
    var content: Float = 0
    var source: Float = 0
    var both: Float = 0

    /// Stands for the lead of a reading without others.
    static let farthest: Float = 6
  }

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
  /// How it stands among the chain's readings of the same cue.
  var standing = Standing()
  /// The window's first token.
  private(set) var first = 0
  /// The paths of the chain's other readings of the same cue: see ``others``.
  var unread: [Other] = []
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

  /// Makes the reading of a window that begins with the token `first`; its path is to be taken.
  init(head: Int, cueScore: Float, chainScore: Float, first: Int) {
    self.head = head
    self.cueScore = cueScore
    self.chainScore = chainScore
    pathScore = 0
    self.first = first
  }

  /// Takes over what a path of labels reads.
  mutating func take(_ labels: [ArgumentLabel], pathScore: Float) {
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
