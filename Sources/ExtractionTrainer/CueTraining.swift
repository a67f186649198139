import ClaimExtraction

/// The first stage: two logistic regressions that say which tokens are heads of cues.
struct CueScorer: Sendable {
  /// Says of a word alone whether it can be a cue at all, so that the others need not be looked at in their context.
  var gate: LogisticRegression
  /// Says of a word in its context how likely it heads a cue.
  var regression: LogisticRegression

  /// The log-odds of every token of a document; those of what cannot be a cue are ``CueFeatures/never``.
  func scores(_ document: PreparedDocument) -> [Float] {
    let features = CueFeatures(document.tagged.text, document.traits)
    var buffer = FeatureBuffer()
    return document.tagged.text.tokens.indices.map { token in
      guard features.isCandidate(token) else { return CueFeatures.never }
      features.fillWord(&buffer, at: token)
      guard gate.sum(buffer) > CueFeatures.leastWord else { return CueFeatures.never }
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
    var words = ExampleSet()
    for document in documents {
      let features = CueFeatures(document.tagged.text, document.traits)
      for token in document.tagged.text.tokens.indices where features.isCandidate(token) {
        features.fillWord(&buffer, at: token)
        words.add(buffer)
        words.close(document.byHead[token] != nil)
      }
    }
    let gate = LogisticRegression.train(words, settings)
    var set = ExampleSet()
    var lost = 0
    for document in documents {
      let features = CueFeatures(document.tagged.text, document.traits)
      for token in document.tagged.text.tokens.indices where features.isCandidate(token) {
        let isHead = document.byHead[token] != nil
        features.fillWord(&buffer, at: token)
        guard gate.sum(buffer) > CueFeatures.leastWord else {
          if isHead { lost += 1 }
          continue
        }
        set.add(buffer)
        features.fillContext(&buffer, at: token)
        set.add(buffer)
        set.close(isHead)
      }
    }
    Training.log(
      "\(set.labels.count) of \(words.labels.count) words can be cues, \(lost) cues lost"
    )
    return CueScorer(gate: gate, regression: .train(set, settings))
  }
}
