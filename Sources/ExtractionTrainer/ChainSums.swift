import ClaimExtraction

/// The forward sums of a chain, from which the chance that the cue is one, and every label's, follows.
struct ChainSums: Sendable {
  private(set) var forward: [LabelScores] = []
  private(set) var backward: [LabelScores] = []
  private var local: [LabelScores] = []
  private var scale: [Float] = []
  private var rows: [LabelScores] = []

  /// Makes empty sums.
  init() {}

  /// Takes a chain's transitions; to be called whenever they have changed.
  mutating func take(_ chain: ArgumentChain) {
    rows = chain.transitions.map { exponential($0) }
    for index in rows.indices {
      for lane in 0..<16
      where lane >= ArgumentLabel.count || chain.transitions[index][lane] <= -5000 {
        rows[index][lane] = 0
      }
    }
  }

  /// The log of the sum over all accepting paths.
  mutating func logPartition(_ emissions: Span<LabelScores>, head: Int) -> Float {
    let count = emissions.count
    if forward.count < count {
      forward = Array(repeating: .init(), count: count)
      backward = forward
      local = forward
      scale = Array(repeating: 0, count: count)
    }
    var logSum: Float = 0
    for at in 0..<count {
      let masked = Self.masked(emissions[at], isHead: at == head)
      let top = masked.max()
      local[at] = exponential(masked - top)
      logSum += top
      var sums: LabelScores
      if at == 0 {
        sums = local[0]
        sums[ArgumentLabel.contentInside.rawValue] = 0
        sums[ArgumentLabel.contentLast.rawValue] = 0
        sums[ArgumentLabel.sourceInside.rawValue] = 0
      } else {
        let base = at > head ? ArgumentLabel.count : 0
        let before = forward[at - 1]
        sums = LabelScores()
        for label in 0..<ArgumentLabel.count { sums += rows[base + label] * before[label] }
        sums *= local[at]
      }
      let total = max(sums.sum(), 1e-30)
      sums *= 1 / total
      scale[at] = total
      logSum += logarithm(total)
      forward[at] = sums
    }
    var last = forward[count - 1]
    last[ArgumentLabel.contentFirst.rawValue] = 0
    last[ArgumentLabel.contentInside.rawValue] = 0
    return logSum + logarithm(max(last.sum(), 1e-30))
  }

  /// Turns the forward sums into each token's chances of its labels, given that the cue is one.
  ///
  /// The expected transitions are added to `pairs`. To be called after ``logPartition(_:head:)``.
  mutating func marginals(count: Int, head: Int, pairs: inout [LabelScores]) {
    var after = LabelScores(repeating: 1)
    after[ArgumentLabel.contentFirst.rawValue] = 0
    after[ArgumentLabel.contentInside.rawValue] = 0
    for lane in ArgumentLabel.count..<16 { after[lane] = 0 }
    var product = forward[count - 1] * after
    after *= 1 / max(product.sum(), 1e-30)
    backward[count - 1] = after
    var at = count - 1
    while at > 0 {
      let base = at > head ? ArgumentLabel.count : 0
      let reach = local[at] * backward[at] * (1 / scale[at])
      var next = LabelScores()
      for label in 0..<ArgumentLabel.count {
        let row = rows[base + label] * reach
        next[label] = row.sum()
        pairs[base + label] += row * forward[at - 1][label]
      }
      backward[at - 1] = next
      at -= 1
    }
    for at in 0..<count {
      product = forward[at] * backward[at]
      backward[at] = product * (1 / max(product.sum(), 1e-30))
    }
  }

  /// The chances of a token's labels, after ``marginals(count:head:pairs:)``.
  func chances(_ at: Int) -> LabelScores { backward[at] }

  /// A token's scores with those of the labels it cannot bear struck out.
  @inline(__always)
  static func masked(_ scores: LabelScores, isHead: Bool) -> LabelScores {
    let first = ArgumentLabel.cue.rawValue
    var masked = LabelScores(repeating: ArgumentChain.never)
    if isHead {
      masked[first] = scores[first]
      masked[first + 1] = scores[first + 1]
    } else {
      masked = scores
      masked[0] = 0
      for lane in first..<LabelScores.scalarCount { masked[lane] = ArgumentChain.never }
    }
    return masked
  }
}

/// e to the power of each lane.
@inline(__always)
func exponential(_ value: LabelScores) -> LabelScores {
  LabelScores(lowHalf: exponential(value.lowHalf), highHalf: exponential(value.highHalf))
}
