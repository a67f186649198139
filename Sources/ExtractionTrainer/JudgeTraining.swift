import ClaimExtraction

/// The third stage: a logistic regression that says which readings are attributions.
extension ExampleSet {
  /// Adds what a finder reads in a document that it was not trained on.
  mutating func add(_ document: PreparedDocument, readBy finder: ModelFinder) {
    let (readings, evidence) = finder.unjudged(document.tagged)
    var buffer = FeatureBuffer()
    for (number, reading) in readings.enumerated() where !reading.content.isEmpty {
      evidence.fill(&buffer, reading: number)
      add(buffer)
      close(document.isRight(reading))
    }
  }
}

extension PreparedDocument {
  /// Whether a reading is the gold's, but for less than half of its content.
  func isRight(_ reading: CueReading) -> Bool {
    let gold =
      byHead[reading.head] ?? byHead.values.first { $0.cue.contains(reading.head) }
    guard let gold else { return false }
    let content = Set(reading.content.joined())
    let shared = content.intersection(gold.content).count
    return shared * 2 >= content.union(gold.content).count
  }
}
