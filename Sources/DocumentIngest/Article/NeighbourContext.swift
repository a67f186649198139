/// What a first look at every block says about each block's neighbourhood.
struct NeighbourContext {
  /// How many numbers that takes.
  static let width = 14

  private let probabilities: [Float]
  private let words: [Float]
  /// The words before each block, weighed by probability and not; one more entry for the end.
  private var likely: [Float] = [0]
  private var all: [Float] = [0]

  /// Takes the first look's probabilities, and the words of each block.
  init(_ probabilities: [Float], words: [Float]) {
    self.probabilities = probabilities
    self.words = words
    likely.reserveCapacity(words.count + 1)
    all.reserveCapacity(words.count + 1)
    for index in probabilities.indices {
      likely.append(likely[index] + probabilities[index] * words[index])
      all.append(all[index] + words[index])
    }
  }

  /// The numbers of one block.
  func row(_ index: Int) -> [Float] {
    let count = probabilities.count
    let total = likely[count] + 1e-6
    var row = [probabilities[index]]
    row.reserveCapacity(Self.width)
    for other in (index - 4)...(index + 4) where other != index {
      row.append(probabilities.indices.contains(other) ? probabilities[other] : -1)
    }
    let own = probabilities[index] * words[index]
    for reach in [5, 12] {
      let from = max(0, index - reach)
      let to = min(count, index + reach + 1)
      let others = max(0.5, all[to] - all[from] - words[index])
      row.append((likely[to] - likely[from] - own) / others)
    }
    row.append(likely[index] / total)
    row.append((likely[count] - likely[index + 1]) / total)
    row.append(logarithm(total))
    return row
  }
}
