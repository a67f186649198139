import Glibc

/// Boosted decision trees, read from text: the sum of one leaf of each tree, squeezed to a probability.
struct TreeEnsemble: Sendable {
  /// The number each inner node asks about, or -1 for a leaf.
  private var features: [Int16] = []
  /// The bound up to which the answer is the next node; a leaf's value.
  private var thresholds: [Float] = []
  /// The node that follows where the number is beyond the bound.
  private var others: [Int32] = []
  /// The first node of each tree.
  private var roots: [Int32] = []

  /// Reads trees written in preorder, a tree a line: `12<0.5` asks whether number 12 is at most 0.5, and the nodes for
  /// yes and then for no follow; anything else is a leaf's value.
  init(_ text: String) {
    for line in text.split(separator: "\n") {
      var waiting: [Int] = []
      roots.append(Int32(features.count))
      for token in line.split(separator: " ") {
        let parts = token.split(separator: "<")
        let node = features.count
        features.append(parts.count == 2 ? Int16(parts[0]) ?? -1 : -1)
        thresholds.append(parts.last.flatMap { Float($0) } ?? 0)
        others.append(0)
        if parts.count == 2 {
          waiting.append(node)
        } else if let asked = waiting.popLast() {
          // A leaf ends the yes side of the innermost question that still waits for its no side.
          others[asked] = Int32(node + 1)
        }
      }
    }
  }

  /// The probability for the numbers of one block.
  func probability(_ row: [Float]) -> Float {
    var sum: Float = 0
    for root in roots {
      var node = Int(root)
      while features[node] >= 0 {
        let isYes = row[Int(features[node])] <= thresholds[node]
        node = isYes ? node + 1 : Int(others[node])
      }
      sum += thresholds[node]
    }
    return 1 / (1 + exp(-sum))
  }
}
