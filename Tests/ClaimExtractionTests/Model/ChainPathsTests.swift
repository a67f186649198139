import Testing

@testable import ClaimExtraction

@Suite("The likeliest paths of a chain")
struct ChainPathsTests {
  /// Scores that look random and are always the same.
  private static func emissions(_ count: Int, head: Int) -> [TokenScores] {
    var state: UInt32 = 7
    return (0..<count).map { at in
      var scores = TokenScores()
      for lane in 0..<8 {
        state = state &* 1_664_525 &+ 1_013_904_223
        scores[lane] = Float(state >> 20) / 1024 - 2
      }
      if at != head { scores[0] = 0 }
      return scores
    }
  }

  /// The scores of all paths, the best first: what a chain without weights of its own allows.
  private static func all(_ emissions: [TokenScores], head: Int) -> [Float] {
    func labels(_ at: Int) -> [ArgumentLabel] {
      ArgumentLabel.allCases.filter { $0.isHead == (at == head) }
    }
    func lane(_ label: ArgumentLabel) -> Int {
      label.isHead ? label.rawValue - ArgumentLabel.cue.rawValue : label.rawValue
    }
    var paths: [(last: ArgumentLabel, score: Float)] = labels(0)
      .filter { ![.contentInside, .contentLast, .sourceInside].contains($0) }
      .map { ($0, emissions[0][lane($0)]) }
    for at in emissions.indices.dropFirst() {
      paths = paths.flatMap { path in
        labels(at).filter { path.last.allows($0) }.map {
          ($0, path.score + emissions[at][lane($0)])
        }
      }
    }
    return paths.filter { ![.contentFirst, .contentInside].contains($0.last) }.map(\.score)
      .sorted(by: >)
  }

  @Test(
    "are those of all paths that score best, in order",
    arguments: [(1, 0), (2, 0), (4, 0), (4, 2), (5, 4), (6, 3)]
  )
  func best(count: Int, head: Int) {
    let emissions = Self.emissions(count, head: head)
    var reader = ChainReader(ArgumentChain())
    reader.emissions = emissions
    reader.findBest(head: head)
    var paths = ChainPaths()
    paths.find(reader, head: head, most: 12, within: 3)
    let all = Self.all(emissions, head: head)
    let wanted = all.prefix(12).filter { $0 >= all[0] - 3 }
    #expect(paths.found.count == wanted.count)
    for (path, score) in zip(paths.found, wanted) {
      #expect(abs(path.score - score) < 1e-3)
      let sum = path.lanes.enumerated().reduce(Float(0)) {
        $0 + emissions[$1.offset][Int($1.element)]
      }
      #expect(abs(sum - path.score) < 1e-3)
    }
    #expect(Set(paths.found.map(\.lanes)).count == paths.found.count)
    _ = reader.best(head: head)
    #expect(ChainReader.labels(paths.found[0].lanes, head: head) == reader.labels)
  }
}
