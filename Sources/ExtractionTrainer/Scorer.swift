import ClaimModel

/// One attribution as sets of word tokens, as the scorer compares it.
struct ScoredAttribution {
  var content: Set<Int>
  var source: Set<Int>
}

/// Counts of hits and misses from which precision, recall and F1 follow; a port of the gold's `score.py`.
struct Score {
  /// Which attributions are counted.
  enum Kind: Int, CaseIterable {
    case all
    case direct
    case indirect
    case mixed
  }

  /// Hits and totals of one kind, precision's and recall's apart.
  struct Counts {
    var gold = 0
    var predicted = 0
    var strict = (precision: 0, recall: 0)
    var detected = (precision: 0, recall: 0)
    var full = (precision: 0, recall: 0)

    private func harmonic(_ hits: (precision: Int, recall: Int)) -> Double {
      let precision = predicted > 0 ? Double(hits.precision) / Double(predicted) : 0
      let recall = gold > 0 ? Double(hits.recall) / Double(gold) : 0
      return precision + recall > 0 ? 200 * precision * recall / (precision + recall) : 0
    }

    /// F1 in percent: detection, strict content, detection with the right source.
    var f1: (detect: Double, strict: Double, full: Double) {
      (harmonic(detected), harmonic(strict), harmonic(full))
    }
  }

  private(set) var counts = [Counts](repeating: Counts(), count: Kind.allCases.count)

  subscript(kind: Kind) -> Counts { counts[kind.rawValue] }

  /// Scores one document.
  mutating func add(_ words: ScoredText, gold: [ScoredAttribution], predicted: [ScoredAttribution])
  {
    let gold = gold.filter { !$0.content.isEmpty }
    let predicted = predicted.filter { !$0.content.isEmpty }
    let goldKinds = gold.map { words.kind(of: $0.content) }
    let predictedKinds = predicted.map { words.kind(of: $0.content) }
    func count(_ kind: Kind, _ change: (inout Counts) -> Void) {
      change(&counts[Kind.all.rawValue])
      change(&counts[kind.rawValue])
    }
    for kind in goldKinds { count(kind) { $0.gold += 1 } }
    for kind in predictedKinds { count(kind) { $0.predicted += 1 } }
    var left: [Set<Int>: [Int]] = [:]
    for (number, attribution) in gold.enumerated() {
      left[attribution.content, default: []].append(number)
    }
    for (number, attribution) in predicted.enumerated() {
      guard let match = left[attribution.content]?.popLast() else { continue }
      count(predictedKinds[number]) { $0.strict.precision += 1 }
      count(goldKinds[match]) { $0.strict.recall += 1 }
    }
    for (number, match) in Self.matches(predicted, gold) {
      count(predictedKinds[number]) { $0.detected.precision += 1 }
      count(goldKinds[match]) { $0.detected.recall += 1 }
      guard words.sourceIsRight(predicted[number].source, gold[match].source) else { continue }
      count(predictedKinds[number]) { $0.full.precision += 1 }
      count(goldKinds[match]) { $0.full.recall += 1 }
    }
  }

  /// One-to-one matches by falling overlap of at least one half.
  static func matches(
    _ predicted: [ScoredAttribution],
    _ gold: [ScoredAttribution]
  ) -> [(Int, Int)] {
    var pairs: [(overlap: Double, predicted: Int, gold: Int)] = []
    for (number, attribution) in predicted.enumerated() {
      for (other, truth) in gold.enumerated() {
        let overlap = ScoredText.overlap(attribution.content, truth.content)
        if overlap >= 0.5 { pairs.append((overlap, number, other)) }
      }
    }
    pairs.sort {
      $0.overlap != $1.overlap
        ? $0.overlap > $1.overlap
        : $0.predicted != $1.predicted ? $0.predicted < $1.predicted : $0.gold < $1.gold
    }
    var usedPredicted: Set<Int> = []
    var usedGold: Set<Int> = []
    var found: [(Int, Int)] = []
    for pair in pairs where !usedPredicted.contains(pair.predicted) && !usedGold.contains(pair.gold)
    {
      usedPredicted.insert(pair.predicted)
      usedGold.insert(pair.gold)
      found.append((pair.predicted, pair.gold))
    }
    return found
  }
}
