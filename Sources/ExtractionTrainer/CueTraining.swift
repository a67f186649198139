import ClaimExtraction

/// The first stage: a logistic regression that says which tokens are heads of cues.
struct CueScorer: Sendable {
  var index: FeatureIndex
  var weights: [Float]

  /// The log-odds of every token of a document; -20 for what cannot be a cue.
  func scores(_ document: PreparedDocument) -> [Float] {
    let features = CueFeatures(document.text, document.traits)
    var buffer = FeatureBuffer()
    return document.text.tokens.indices.map { token in
      guard features.isCandidate(token) else { return -20 }
      features.fillWord(&buffer, at: token)
      let own = sum(buffer)
      features.fillContext(&buffer, at: token)
      return own + sum(buffer)
    }
  }

  private func sum(_ buffer: borrowing FeatureBuffer) -> Float {
    var sum: Float = 0
    for at in 0..<buffer.count {
      let number = index.number(buffer.hashes[at])
      if number >= 0 { sum += weights[Int(number)] }
    }
    return sum
  }

  /// Trains by AdaGrad (Duchi, Hazan and Singer 2011) with an L1 penalty applied when a weight is touched.
  static func train(
    _ documents: [PreparedDocument],
    _ settings: TrainingSettings.Stage
  ) -> CueScorer {
    var buffer = FeatureBuffer()
    var all: [UInt32] = []
    var starts: [Int] = [0]
    var labels: [Bool] = []
    for document in documents {
      let features = CueFeatures(document.text, document.traits)
      for token in document.text.tokens.indices where features.isCandidate(token) {
        features.fillWord(&buffer, at: token)
        all.append(contentsOf: buffer.hashes[0..<buffer.count])
        features.fillContext(&buffer, at: token)
        all.append(contentsOf: buffer.hashes[0..<buffer.count])
        starts.append(all.count)
        labels.append(document.byHead[token] != nil)
      }
    }
    let index = FeatureIndex(all, minimum: settings.minimum)
    let numbers = all.map { index.number($0) }
    var weights = [Float](repeating: 0, count: index.count)
    var squares = [Float](repeating: 1e-2, count: index.count)
    var touched = [Int32](repeating: 0, count: index.count)
    var order = Array(labels.indices)
    var generator = SeededGenerator(seed: 7)
    var time: Int32 = 0
    var kept: [Int32] = []
    let limit = UInt64(settings.dropout * 65536)
    for epoch in 0..<settings.epochs {
      order.shuffle(using: &generator)
      let rate = settings.rate * (1 - Float(epoch) / Float(settings.epochs + 2))
      for example in order {
        time += 1
        var sum: Float = 0
        let range = starts[example]..<starts[example + 1]
        kept.removeAll(keepingCapacity: true)
        var random: UInt64 = 0
        var left = 0
        for at in range where numbers[at] >= 0 {
          if limit > 0 {
            if left == 0 {
              random = generator.next()
              left = 4
            }
            left -= 1
            let isDropped = random & 0xFFFF < limit
            random >>= 16
            if isDropped { continue }
          }
          kept.append(numbers[at])
          sum += weights[Int(numbers[at])]
        }
        sum *= 1 / (1 - settings.dropout)
        let chance = sigmoid(sum)
        let gradient = (labels[example] ? 1 : 0) - chance
        if abs(gradient) < 1e-3 { continue }
        for number in kept.lazy.map({ Int($0) }) {
          squares[number] += gradient * gradient
          let step = rate / squares[number].squareRoot()
          var weight = weights[number] + step * gradient
          let shrink = min(settings.l1 * step * Float(time - touched[number]), 0.5)
          weight = weight > 0 ? max(0, weight - shrink) : min(0, weight + shrink)
          touched[number] = time
          weights[number] = weight
        }
      }
    }
    return CueScorer(index: index, weights: weights)
  }
}

/// The logistic function.
func sigmoid(_ value: Float) -> Float {
  let scores = exponential(LabelScores(repeating: -abs(value)))
  let small = scores[0] / (1 + scores[0])
  return value >= 0 ? 1 - small : small
}
