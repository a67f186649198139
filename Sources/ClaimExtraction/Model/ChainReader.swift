/// Scores of the labels that a token beside the head may bear.
typealias TokenScores = SIMD8<Float>

/// Reads one cue's window by a trained chain: how likely the cue is one, and which labels fit best.
///
/// A token beside the head may bear eight labels and the head two others, so that eight lanes hold all that is possible.
struct ChainReader: Sendable {
  /// The scores of the window's tokens; the head's lanes 0 and 1 are those of its two labels.
  var emissions: [TokenScores] = []
  /// The labels of the best path, after ``best(head:)``.
  private(set) var labels: [ArgumentLabel] = []
  private var scores: [TokenScores] = []
  private let before: Side
  private let after: Side
  /// What leads from each label to each of the head's.
  private let toHead: (TokenScores, TokenScores)
  /// What leads from each of the head's labels to each label.
  private let fromHead: (TokenScores, TokenScores)
  private let powersToHead: (TokenScores, TokenScores)
  private let powersFromHead: (TokenScores, TokenScores)
  /// Struck out where a path may not begin, and where it may not end.
  private let begin: TokenScores
  private let end: TokenScores

  /// The transitions on one side of the head.
  private struct Side: Sendable {
    var rows = InlineArray<8, TokenScores>(repeating: .zero)
    var columns = InlineArray<8, TokenScores>(repeating: .zero)
    var powers = InlineArray<8, TokenScores>(repeating: .zero)
  }

  /// Makes a reader of a chain.
  init(_ chain: ArgumentChain) {
    func side(_ base: Int) -> Side {
      var side = Side()
      for from in 0..<8 {
        side.rows[from] = chain.transitions[base + from].lowHalf
        side.powers[from] = Self.powers(side.rows[from])
        for to in 0..<8 { side.columns[to][from] = side.rows[from][to] }
      }
      return side
    }
    let head = ArgumentLabel.cue.rawValue
    func column(_ to: Int) -> TokenScores {
      var column = TokenScores()
      for from in 0..<8 { column[from] = chain.transitions[from][to] }
      return column
    }
    before = side(0)
    after = side(ArgumentLabel.count)
    toHead = (column(head), column(head + 1))
    fromHead = (
      chain.transitions[ArgumentLabel.count + head].lowHalf,
      chain.transitions[ArgumentLabel.count + head + 1].lowHalf
    )
    powersToHead = (Self.powers(toHead.0), Self.powers(toHead.1))
    powersFromHead = (Self.powers(fromHead.0), Self.powers(fromHead.1))
    var begin = TokenScores()
    for label in [ArgumentLabel.contentInside, .contentLast, .sourceInside] {
      begin[label.rawValue] = ArgumentChain.never
    }
    self.begin = begin
    var end = TokenScores()
    for label in [ArgumentLabel.contentFirst, .contentInside] {
      end[label.rawValue] = ArgumentChain.never
    }
    self.end = end
  }

  private static func powers(_ scores: TokenScores) -> TokenScores {
    exponential(scores).replacing(with: 0, where: scores .<= ArgumentChain.never / 2)
  }

  /// The log of the sum over all paths that accept the cue.
  mutating func logSum(head: Int) -> Float {
    let emissions = emissions.span
    var sums = TokenScores()
    var exponent: Int32 = 0
    for at in 0..<head {
      let powers = exponential(emissions[at])
      sums =
        at == 0
        ? powers.replacing(with: 0, where: begin .< 0) : Self.step(before.powers, sums) * powers
      Self.rescale(&sums, &exponent)
    }
    let own = exponential(emissions[head])
    var first = own[0]
    var second = own[1]
    if head > 0 {
      first *= Self.sum(sums * powersToHead.0)
      second *= Self.sum(sums * powersToHead.1)
    }
    var total = first + second
    if head + 1 < emissions.count {
      sums = powersFromHead.0 * first + powersFromHead.1 * second
      sums *= exponential(emissions[head + 1])
      Self.rescale(&sums, &exponent)
      for at in (head + 2)..<max(head + 2, emissions.count) {
        sums = Self.step(after.powers, sums) * exponential(emissions[at])
        Self.rescale(&sums, &exponent)
      }
      total = Self.sum(sums.replacing(with: 0, where: end .< 0))
    }
    return logarithm(max(total, 1e-30)) + Float(exponent) * 0.693_147_18
  }

  @inline(__always)
  private static func step(
    _ rows: borrowing InlineArray<8, TokenScores>,
    _ sums: TokenScores
  ) -> TokenScores {
    let low = rows[0] * sums[0] + rows[1] * sums[1] + (rows[2] * sums[2] + rows[3] * sums[3])
    let high = rows[4] * sums[4] + rows[5] * sums[5] + (rows[6] * sums[6] + rows[7] * sums[7])
    return low + high
  }

  /// Brings the sums near 1 by a power of two, which `exponent` counts.
  @inline(__always)
  private static func rescale(_ sums: inout TokenScores, _ exponent: inout Int32) {
    let power = Int32(truncatingIfNeeded: max(sum(sums), 1e-30).bitPattern >> 23) - 127
    exponent &+= power
    sums *= Float(bitPattern: UInt32(truncatingIfNeeded: 127 &- power) << 23)
  }

  @inline(__always)
  private static func sum(_ lanes: TokenScores) -> Float {
    let four = lanes.lowHalf + lanes.highHalf
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1]
  }

  /// Finds the best path that accepts the cue, puts its labels in ``labels`` and returns its score (Viterbi 1967).
  mutating func best(head: Int) -> Float {
    findBest(head: head)
    return trace(head: head)
  }

  /// Finds the scores of the best paths to each lane of each token.
  mutating func findBest(head: Int) {
    let count = emissions.count
    if scores.count < count { scores = Array(repeating: .init(), count: count + 32) }
    for at in 0..<count {
      if at == head {
        var own = emissions[head]
        if head > 0 {
          own[0] += Self.top(scores[head - 1] + toHead.0).score
          own[1] += Self.top(scores[head - 1] + toHead.1).score
        }
        scores[head] = own
      } else if at == 0 {
        scores[0] = emissions[0] + begin
      } else if at == head + 1 {
        let first = fromHead.0 + scores[head][0]
        let second = fromHead.1 + scores[head][1]
        scores[at] = emissions[at] + first.replacing(with: second, where: second .> first)
      } else {
        let last = scores[at - 1]
        scores[at] =
          emissions[at] + (at < head ? Self.best(before.rows, last) : Self.best(after.rows, last))
      }
    }
  }

  @inline(__always)
  private static func best(
    _ rows: borrowing InlineArray<8, TokenScores>,
    _ last: TokenScores
  ) -> TokenScores {
    var best = rows[0] + last[0]
    for label in 1..<8 {
      let candidate = rows[label] + last[label]
      best.replace(with: candidate, where: candidate .> best)
    }
    return best
  }

  /// The scores of the best paths by the lane they end in; after ``findBest(head:)``.
  @inline(__always)
  func ends(head: Int) -> TokenScores {
    let last = scores[emissions.count - 1]
    return emissions.count - 1 == head ? Self.headOnly(last) : last + end
  }

  /// The scores of the best paths that lead to a lane of a token, by their lane at the token before.
  @inline(__always)
  func leads(to token: Int, lane: Int, head: Int) -> TokenScores {
    let last = scores[token - 1]
    if token == head { return last + (lane == 0 ? toHead.0 : toHead.1) }
    if token == head + 1 {
      var lead = Self.headOnly(last)
      lead[0] += fromHead.0[lane]
      lead[1] += fromHead.1[lane]
      return lead
    }
    return last + (token < head ? before.columns[lane] : after.columns[lane])
  }

  /// The labels of a path's lanes.
  static func labels(_ lanes: [UInt8], head: Int) -> [ArgumentLabel] {
    lanes.indices.map { label(Int(lanes[$0]), isHead: $0 == head) }
  }

  /// What a lane of a token stands for.
  static func label(_ lane: Int, isHead: Bool) -> ArgumentLabel {
    ArgumentLabel(rawValue: isHead ? ArgumentLabel.cue.rawValue + lane : lane) ?? .outside
  }

  /// The two lanes of a head, the others struck out.
  @inline(__always)
  private static func headOnly(_ scores: TokenScores) -> TokenScores {
    var lanes = TokenScores(repeating: 2 * ArgumentChain.never)
    lanes[0] = scores[0]
    lanes[1] = scores[1]
    return lanes
  }

  /// Walks back from the best end; which label was before follows from the scores.
  private mutating func trace(head: Int) -> Float {
    let last = Self.top(ends(head: head))
    var lane = last.label
    labels.removeAll(keepingCapacity: true)
    var at = emissions.count - 1
    while at >= 0 {
      labels.append(Self.label(lane, isHead: at == head))
      if at > 0 { lane = Self.top(leads(to: at, lane: lane, head: head)).label }
      at -= 1
    }
    labels.reverse()
    return last.score
  }

  @inline(__always)
  private static func top(_ scores: TokenScores) -> (score: Float, label: Int) {
    var top = 0
    var best = scores[0]
    for label in 1..<8 where scores[label] > best {
      best = scores[label]
      top = label
    }
    return (best, top)
  }
}

/// e to the power of each lane, by 2^n times a polynomial of degree 5; relative error below 1e-6 up to 40 either way.
@inline(__always)
package func exponential(_ value: SIMD8<Float>) -> SIMD8<Float> {
  var scaled = value * 1.442_695_04
  scaled.replace(with: -60, where: scaled .< -60)
  scaled.replace(with: 60, where: scaled .> 60)
  // Adding 1.5 * 2^23 rounds to a whole number and leaves it in the low bits.
  let shifted = scaled + 12_582_912
  let part = scaled - (shifted - 12_582_912)
  var power = part * 1.339_877_2e-3 + 9.618_437e-3
  power = power * part + 5.550_327e-2
  power = power * part + 2.402_264_7e-1
  power = power * part + 6.931_472e-1
  power = power * part + 1
  let whole = unsafe unsafeBitCast(shifted, to: SIMD8<UInt32>.self)
  let bits = (whole &- 0x4B40_0000 &+ 127) &<< 23
  return power * (unsafe unsafeBitCast(bits, to: SIMD8<Float>.self))
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
