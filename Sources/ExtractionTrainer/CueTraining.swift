import ClaimExtraction

/// The first stage: a logistic regression that says which tokens are heads of cues.
struct CueScorer: Sendable {
  var regression: LogisticRegression

  /// The log-odds of every token of a document; -20 for what cannot be a cue.
  func scores(_ document: PreparedDocument) -> [Float] {
    let features = CueFeatures(document.tagged.text, document.traits)
    var buffer = FeatureBuffer()
    return document.tagged.text.tokens.indices.map { token in
      guard features.isCandidate(token) else { return -20 }
      features.fillWord(&buffer, at: token)
      let own = regression.sum(buffer)
      features.fillContext(&buffer, at: token)
      return own + regression.sum(buffer)
    }
  }

  /// Trains on annotated documents.
  static func train(
    _ documents: [PreparedDocument],
    _ settings: TrainingSettings.Stage
  ) -> CueScorer {
    var buffer = FeatureBuffer()
    var set = ExampleSet()
    for document in documents {
      let features = CueFeatures(document.tagged.text, document.traits)
      for token in document.tagged.text.tokens.indices where features.isCandidate(token) {
        features.fillWord(&buffer, at: token)
        set.add(buffer)
        features.fillContext(&buffer, at: token)
        set.add(buffer)
        set.close(document.byHead[token] != nil)
      }
    }
    return CueScorer(regression: .train(set, settings))
  }
}
