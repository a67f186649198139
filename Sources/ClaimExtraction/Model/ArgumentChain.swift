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

  /// The labels of the best path that accepts the cue, with its score.
  package func best(
    _ emissions: Span<LabelScores>,
    head: Int,
    backward: inout [SIMD16<Int32>],
    labels: inout [ArgumentLabel]
  ) -> Float {
    let count = emissions.count
    if backward.count < count { backward = Array(repeating: .init(), count: count) }
    var scores = Self.masked(emissions[0], isHead: head == 0)
    scores[ArgumentLabel.contentInside.rawValue] = Self.never
    scores[ArgumentLabel.contentLast.rawValue] = Self.never
    scores[ArgumentLabel.sourceInside.rawValue] = Self.never
    for at in 1..<max(1, count) {
      let base = at > head ? ArgumentLabel.count : 0
      var best = LabelScores(repeating: -Float.infinity)
      var from = SIMD16<Int32>()
      for label in 0..<ArgumentLabel.count {
        let candidate = transitions[base + label] + scores[label]
        let wins = candidate .> best
        best.replace(with: candidate, where: wins)
        from.replace(with: SIMD16(repeating: Int32(label)), where: wins)
      }
      backward[at] = from
      scores = best + Self.masked(emissions[at], isHead: at == head)
    }
    scores[ArgumentLabel.contentFirst.rawValue] = Self.never * 4
    scores[ArgumentLabel.contentInside.rawValue] = Self.never * 4
    var last = 0
    for label in 1..<ArgumentLabel.count where scores[label] > scores[last] { last = label }
    labels.removeAll(keepingCapacity: true)
    let score = scores[last]
    var at = count - 1
    while at >= 0 {
      labels.append(ArgumentLabel(rawValue: last) ?? .outside)
      if at > 0 { last = Int(backward[at][last]) }
      at -= 1
    }
    labels.reverse()
    return score
  }

  /// A token's scores with those of the labels it cannot bear struck out.
  @inline(__always)
  package static func masked(_ scores: LabelScores, isHead: Bool) -> LabelScores {
    let first = ArgumentLabel.cue.rawValue
    var masked = LabelScores(repeating: never)
    if isHead {
      masked[first] = scores[first]
      masked[first + 1] = scores[first + 1]
    } else {
      masked = scores
      masked[0] = 0
      for lane in first..<LabelScores.scalarCount { masked[lane] = never }
    }
    return masked
  }
}

/// e to the power of each lane, by 2^n times a polynomial of degree 5; relative error below 1e-6; 0 below -87.
@inline(__always)
package func exponential(_ value: LabelScores) -> LabelScores {
  let scaled = (value * 1.442_695_04).clamped(
    lowerBound: LabelScores(repeating: -126),
    upperBound: LabelScores(repeating: 126)
  )
  // Adding 1.5 * 2^23 rounds to a whole number and leaves it in the low bits.
  let shifted = scaled + 12_582_912
  let part = scaled - (shifted - 12_582_912)
  var power = LabelScores(repeating: 1.339_877_2e-3)
  power = power * part + 9.618_437e-3
  power = power * part + 5.550_327e-2
  power = power * part + 2.402_264_7e-1
  power = power * part + 6.931_472e-1
  power = power * part + 1
  let whole = unsafe unsafeBitCast(shifted, to: SIMD16<UInt32>.self)
  let bits = (whole &- 0x4B40_0000 &+ 127) &<< 23
  let scale = unsafe unsafeBitCast(bits, to: LabelScores.self)
  return power * scale
}

/// The forward sums of a chain, from which the chance that the cue is one, and every label's, follows.
package struct ChainSums: Sendable {
  private(set) var forward: [LabelScores] = []
  private(set) var backward: [LabelScores] = []
  private var local: [LabelScores] = []
  private var scale: [Float] = []
  private var rows: [LabelScores] = []

  /// Makes empty sums.
  package init() {}

  /// Takes a chain's transitions; to be called whenever they have changed.
  package mutating func take(_ chain: ArgumentChain) {
    rows = chain.transitions.map { exponential($0) }
    for index in rows.indices {
      for lane in 0..<16
      where lane >= ArgumentLabel.count || chain.transitions[index][lane] <= -5000 {
        rows[index][lane] = 0
      }
    }
  }

  /// The log of the sum over all accepting paths.
  package mutating func logPartition(_ emissions: Span<LabelScores>, head: Int) -> Float {
    let count = emissions.count
    if forward.count < count {
      forward = Array(repeating: .init(), count: count)
      backward = forward
      local = forward
      scale = Array(repeating: 0, count: count)
    }
    var logSum: Float = 0
    for at in 0..<count {
      let masked = ArgumentChain.masked(emissions[at], isHead: at == head)
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
  package mutating func marginals(count: Int, head: Int, pairs: inout [LabelScores]) {
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
  package func chances(_ at: Int) -> LabelScores { backward[at] }
}

/// The natural logarithm of a positive number, by its exponent and a series; error below 1e-6.
@inline(__always)
package func logarithm(_ value: Float) -> Float {
  let bits = value.bitPattern
  let exponent = Float(Int32(truncatingIfNeeded: bits >> 23) - 127)
  let significand = Float(bitPattern: bits & 0x7F_FFFF | 0x3F80_0000)
  let ratio = (significand - 1.414_213_6) / (significand + 1.414_213_6)
  let square = ratio * ratio
  let series =
    2 * ratio * (1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square / 9))))
  return exponent * 0.693_147_18 + 0.346_573_59 + series
}
