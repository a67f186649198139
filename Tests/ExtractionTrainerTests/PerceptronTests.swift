import Testing

@testable import ClaimExtraction
@testable import ExtractionTrainer

@Suite("The perceptron")
struct PerceptronTests {
  /// Windows of three tokens, each token with one feature of its own; the head stands in the middle.
  private static func set(_ windows: [(isCue: Bool, labels: [ArgumentLabel])]) -> WindowSet {
    var set = WindowSet()
    for (number, window) in windows.enumerated() {
      let first = set.labels.count
      for at in 0..<3 {
        set.features.append(UInt32(number * 3 + at + 1))
        set.starts.append(set.features.count)
      }
      set.labels += window.labels.map { UInt8($0.rawValue) }
      set.windows.append(
        WindowSet.Window(tokens: first..<first + 3, head: 1, isCue: window.isCue, fold: 0)
      )
    }
    return set
  }

  @Test("learns which heads are cues and which words are content")
  func learns() {
    let gold: [(isCue: Bool, labels: [ArgumentLabel])] = [
      (true, [.sourceFirst, .cue, .contentOnly]),
      (true, [.contentOnly, .cueAndSource, .outside]),
      (false, [.outside, .outside, .outside]),
    ]
    let set = Self.set(gold)
    let numbers = set.features.map { Int32($0 - 1) }
    var trainer = PerceptronTrainer(count: numbers.count)
    for _ in 0..<100 { for window in set.windows { trainer.learn(set, numbers, window) } }
    let (weights, chain) = trainer.averaged(scale: 1)
    var path = BestPath()
    for (number, window) in gold.enumerated() {
      let emissions = Array(weights[number * 3..<number * 3 + 3])
      let score = path.find(emissions, chain.transitions, head: 1)
      #expect(window.isCue ? score > 1 : score < 0.5)
      if window.isCue { #expect(path.labels == window.labels.map(\.rawValue)) }
    }
  }

  @Test("finds the best path that keeps to the rules of the chain")
  func path() {
    let chain = ArgumentChain()
    var wished = [LabelScores](repeating: .init(), count: 3)
    // A content may not begin with its inside, nor end with its first word.
    wished[0][ArgumentLabel.contentInside.rawValue] = 5
    wished[0][ArgumentLabel.contentOnly.rawValue] = 2
    wished[2][ArgumentLabel.contentFirst.rawValue] = 5
    wished[2][ArgumentLabel.sourceFirst.rawValue] = 1
    var path = BestPath()
    #expect(path.find(wished, chain.transitions, head: 1) == 3)
    let labels: [ArgumentLabel] = [.contentOnly, .cue, .sourceFirst]
    #expect(path.labels == labels.map(\.rawValue))
  }

  @Test("is averaged over its steps and scaled")
  func average() {
    let set = Self.set([(true, [.sourceFirst, .cue, .contentOnly])])
    var trainer = PerceptronTrainer(count: 3)
    for _ in 0..<4 { trainer.learn(set, [0, 1, 2], set.windows[0]) }
    // The one change is made at the first of four steps and stands in the three behind it.
    #expect(trainer.averaged(scale: 2).0[1][ArgumentLabel.cue.rawValue] == 1.5)
  }
}
