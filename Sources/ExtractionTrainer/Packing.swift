import ClaimExtraction

/// Turns trained weights into what a model file holds: the heaviest rows, in whole steps.
enum Packing {
  /// Packs one weight a feature.
  static func table(_ scorer: LogisticRegression, most: Int) -> ModelFile.Table {
    table(
      scorer.index.learned.map { ($0.feature, LabelScores(scorer.weights[$0.number], lane: 0)) },
      most: most,
      largest: ModelFile.Table.largest
    )
  }

  /// Packs one row of weights a feature.
  static func table(_ scorer: ArgumentScorer, most: Int) -> ModelFile.Table {
    table(
      scorer.index.learned.map { ($0.feature, scorer.weights[$0.number]) },
      most: most,
      largest: ModelFile.Table.largestOfLabels
    )
  }

  private static func table(
    _ rows: [(UInt32, LabelScores)],
    most: Int,
    largest: Float
  ) -> ModelFile.Table {
    let sizes = rows.map { size($0.1) }.sorted(by: >)
    // One weight in ten thousand may be cut at the largest step.
    let scale = max((sizes.isEmpty ? 1 : sizes[sizes.count / 10_000]) / largest, 1e-6)
    let least = max(sizes.count > most ? sizes[most] : 0, scale / 2)
    let kept = rows.filter { size($0.1) > least && $0.0 != 0 }.sorted { $0.0 < $1.0 }
    return ModelFile.Table(
      scale: scale,
      features: kept.map(\.0),
      weights: kept.map { row in
        let steps = (row.1 * (1 / scale)).rounded(.toNearestOrEven).clamped(
          lowerBound: .init(repeating: -largest),
          upperBound: .init(repeating: largest)
        )
        return SIMD16<Int16>(steps)
      }
    )
  }

  private static func size(_ row: LabelScores) -> Float {
    pointwiseMax(row, LabelScores() - row).max()
  }
}

extension LabelScores {
  /// Zeros but for one lane.
  fileprivate init(_ value: Float, lane: Int) {
    self.init()
    self[lane] = value
  }
}
