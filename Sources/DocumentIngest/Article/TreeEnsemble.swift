import Glibc

/// Boosted decision trees, read from text: the sum of one leaf of each tree, squeezed to a probability.
package struct TreeEnsemble: Sendable {
  /// A question, or a leaf.
  private struct Node {
    /// The bound up to which the answer is the next node; a leaf's value.
    var bound: Float
    /// How many nodes farther the one lies that follows where the number is beyond the bound.
    var skip: Int16
    /// The number it asks about, or -1 for a leaf.
    var column: Int16
  }

  private var nodes: [Node] = []
  /// The first node of each tree.
  private var roots: [Int32] = []

  /// After so many trees a sum below `hopeless` is believed as it is: most blocks of a page are far from any article.
  private static let patience = 40
  private static let hopeless: Float = -4.5

  /// Reads trees written in preorder, a tree a line: `12<0.5` asks whether number 12 is at most 0.5, and the nodes for
  /// yes and then for no follow; anything else is a leaf's value.
  package init(_ text: some StringProtocol) {
    for line in text.split(separator: "\n") {
      var waiting: [Int] = []
      roots.append(Int32(nodes.count))
      for token in line.split(separator: " ") {
        let parts = token.split(separator: "<")
        let number = parts.last.flatMap { Float($0) } ?? 0
        let column = parts.count == 2 ? Int16(parts[0]) ?? -1 : -1
        let node = nodes.count
        nodes.append(Node(bound: number, skip: 1, column: column))
        if column >= 0 {
          waiting.append(node)
        } else if let asked = waiting.popLast() {
          // A leaf ends the yes side of the innermost question that still waits for its no side.
          nodes[asked].skip = Int16(clamping: node + 1 - asked)
        }
      }
    }
  }

  /// The probability for the numbers of one block.
  package func probability(_ row: [Float]) -> Float {
    let row = row.span
    let nodes = nodes.span
    var sum: Float = 0
    for tree in roots.indices {
      if tree == Self.patience, sum < Self.hopeless { break }
      var node = Int(roots[tree])
      var here = nodes[node]
      while here.column >= 0 {
        node &+= row[Int(here.column)] <= here.bound ? 1 : Int(here.skip)
        here = nodes[node]
      }
      sum += here.bound
    }
    return 1 / (1 + exp(-sum))
  }
}
