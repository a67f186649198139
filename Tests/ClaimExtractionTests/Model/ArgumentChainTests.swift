import Foundation
import Testing

@testable import ClaimExtraction

@Suite("A chain over a cue's window")
struct ArgumentChainTests {
  /// Scores that look random and are always the same.
  private static func emissions(_ count: Int) -> [LabelScores] {
    (0..<count).map { at in
      var scores = LabelScores()
      for lane in 0..<16 { scores[lane] = Float((at * 7 + lane * 13) % 11) / 4 - 1 }
      return scores
    }
  }

  private static func chain() -> ArgumentChain {
    var chain = ArgumentChain()
    for row in chain.transitions.indices {
      for lane in 0..<ArgumentLabel.count where chain.transitions[row][lane] == 0 {
        chain.transitions[row][lane] = Float((row * 5 + lane * 3) % 7) / 5 - 0.5
      }
    }
    return chain
  }

  /// Every path that the chain allows, with its score.
  private static func paths(
    _ emissions: [LabelScores],
    head: Int,
    _ chain: ArgumentChain
  ) -> [(labels: [ArgumentLabel], score: Double)] {
    var paths: [(labels: [ArgumentLabel], score: Double)] = [([], 0)]
    for at in emissions.indices {
      var longer: [(labels: [ArgumentLabel], score: Double)] = []
      for path in paths {
        for label in ArgumentLabel.allCases where label.isHead == (at == head) {
          var score = path.score
          if let last = path.labels.last {
            guard last.allows(label) else { continue }
            let row = (at > head ? ArgumentLabel.count : 0) + last.rawValue
            score += Double(chain.transitions[row][label.rawValue])
          } else if [.contentInside, .contentLast, .sourceInside].contains(label) {
            continue
          }
          if label != .outside { score += Double(emissions[at][label.rawValue]) }
          longer.append((path.labels + [label], score))
        }
      }
      paths = longer
    }
    return paths.filter { ![.contentFirst, .contentInside].contains($0.labels.last) }
  }

  /// A reader of the chain over the same scores, the head's in its first two lanes.
  private static func reader(_ emissions: [LabelScores], head: Int) -> ChainReader {
    var reader = ChainReader(chain())
    reader.emissions = emissions.enumerated().map { at, scores in
      var lanes = scores.lowHalf
      if at == head {
        lanes[0] = scores[ArgumentLabel.cue.rawValue]
        lanes[1] = scores[ArgumentLabel.cueAndSource.rawValue]
      } else {
        lanes[0] = 0
      }
      return lanes
    }
    return reader
  }

  @Test(
    "finds the best of all allowed paths",
    arguments: [(1, 0), (2, 1), (3, 0), (4, 0), (4, 2), (5, 4)]
  )
  func best(count: Int, head: Int) {
    let emissions = Self.emissions(count)
    let expected = Self.paths(emissions, head: head, Self.chain()).max { $0.score < $1.score }
    var reader = Self.reader(emissions, head: head)
    let score = reader.best(head: head)
    #expect(abs(Double(score) - (expected?.score ?? 0)) < 1e-4)
    #expect(reader.labels == expected?.labels)
  }

  @Test("sums over all allowed paths", arguments: [(1, 0), (2, 1), (3, 0), (4, 2), (5, 4)])
  func sums(count: Int, head: Int) {
    let emissions = Self.emissions(count)
    let all = Self.paths(emissions, head: head, Self.chain())
    let expected = log(all.reduce(0) { $0 + exp($1.score) })
    var reader = Self.reader(emissions, head: head)
    #expect(abs(Double(reader.logSum(head: head)) - expected) < 1e-3)
  }

  @Test("sums a long window without running out of numbers")
  func longWindow() {
    let emissions = Self.emissions(400).map { $0 * 12 }
    var reader = Self.reader(emissions, head: 200)
    let best = reader.best(head: 200)
    let sum = reader.logSum(head: 200)
    #expect(sum.isFinite)
    #expect(sum >= best - 0.1)
  }

  @Test("has an exponential and a logarithm as exact as it needs")
  func functions() {
    for step in -60...60 {
      let value = Float(step) / 3
      let power = exponential(SIMD8(repeating: value))[0]
      #expect(abs(Double(power) / exp(Double(value)) - 1) < 1e-5)
      #expect(abs(logarithm(power) - value) < 1e-4)
    }
  }
}
