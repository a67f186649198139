import Foundation
import Testing

@testable import ClaimExtraction
@testable import ExtractionTrainer

@Suite("What a chain's training sums up")
struct ChainSumsTests {
  /// Scores that look random and are always the same.
  private static func emissions(_ count: Int) -> [LabelScores] {
    (0..<count).map { at in
      var scores = LabelScores()
      for lane in 0..<16 { scores[lane] = Float((at * 7 + lane * 13) % 11) / 4 - 1 }
      return scores
    }
  }

  @Test("is what the reader sums", arguments: [(1, 0), (3, 0), (4, 2), (5, 4), (40, 20)])
  func sums(count: Int, head: Int) {
    let emissions = Self.emissions(count)
    let chain = ArgumentChain()
    var sums = ChainSums()
    sums.take(chain)
    var reader = ChainReader(chain)
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
    let sum = sums.logPartition(emissions.span, head: head)
    #expect(abs(sum - reader.logSum(head: head)) < 1e-3)
  }

  @Test("gives each token chances that add up to one, the head those of a head")
  func chances() {
    let emissions = Self.emissions(6)
    var sums = ChainSums()
    sums.take(ArgumentChain())
    _ = sums.logPartition(emissions.span, head: 3)
    var pairs = [LabelScores](repeating: .init(), count: 2 * ArgumentLabel.count)
    sums.marginals(count: 6, head: 3, pairs: &pairs)
    for at in 0..<6 {
      let chances = sums.chances(at)
      let ofHead =
        chances[ArgumentLabel.cue.rawValue] + chances[ArgumentLabel.cueAndSource.rawValue]
      #expect(abs(chances.sum() - 1) < 1e-4)
      #expect(abs(ofHead - (at == 3 ? 1 : 0)) < 1e-4)
    }
    #expect(abs(pairs.reduce(0) { $0 + $1.sum() } - 5) < 1e-3)
  }
}
