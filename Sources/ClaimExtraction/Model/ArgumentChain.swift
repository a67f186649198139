/// Scores of the labels of one token; the lanes beyond ``ArgumentLabel/count`` are unused.
package typealias LabelScores = SIMD16<Float>

/// A linear chain over the labels of one window (Lafferty, McCallum and Pereira 2001).
///
/// Only paths on which exactly the head bears a head's label are paths of the chain; that the cue is none at all is one
/// more outcome, of score 0, beside them.
package struct ArgumentChain: Sendable {
  /// The score of a label after another, before the head and after it: `[2 * count]` rows by the first label.
  package var transitions: [LabelScores]
  /// Stands for what cannot be.
  package static let never: Float = -1e4

  /// Makes a chain whose allowed transitions all score 0.
  package init() {
    transitions = []
    for _ in 0..<2 {
      for label in ArgumentLabel.allCases {
        var row = LabelScores(repeating: Self.never)
        for next in ArgumentLabel.allCases where label.allows(next) { row[next.rawValue] = 0 }
        transitions.append(row)
      }
    }
  }
}
