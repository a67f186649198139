import ClaimExtraction

/// Examples of a yes-or-no question, their features as numbers.
struct ExampleSet: Sendable {
  private(set) var features: [UInt32] = []
  /// Where each example's features begin.
  private(set) var starts: [Int] = [0]
  private(set) var labels: [Bool] = []

  /// Adds features to the example that is being made.
  mutating func add(_ buffer: borrowing FeatureBuffer) {
    buffer.append(to: &features)
  }

  /// Closes the example that is being made.
  mutating func close(_ label: Bool) {
    starts.append(features.count)
    labels.append(label)
  }
}

/// A logistic regression over hashed features.
struct LogisticRegression: Sendable {
  var index: FeatureIndex
  var weights: [Float]

  /// The sum of the weights of some features.
  func sum(_ buffer: borrowing FeatureBuffer) -> Float {
    var sum: Float = 0
    for at in 0..<buffer.count {
      let number = index.number(buffer[at])
      if number >= 0 { sum += weights[Int(number)] }
    }
    return sum
  }

  /// Trains by AdaGrad (Duchi, Hazan and Singer 2011) with an L1 penalty applied when a weight is touched.
  static func train(_ set: ExampleSet, _ settings: TrainingSettings.Stage) -> LogisticRegression {
    let index = FeatureIndex(set.features, minimum: settings.minimum)
    let numbers = set.features.map { index.number($0) }
    var trainer = LogisticTrainer(count: index.count, settings: settings)
    trainer.learn(set, numbers)
    return LogisticRegression(index: index, weights: trainer.weights)
  }
}

/// The state of one run of training.
private struct LogisticTrainer {
  var weights: [Float]
  private var squares: [Float]
  private var touched: [Int32]
  private let settings: TrainingSettings.Stage

  init(count: Int, settings: TrainingSettings.Stage) {
    weights = Array(repeating: 0, count: count)
    squares = Array(repeating: 1e-2, count: count)
    touched = Array(repeating: 0, count: count)
    self.settings = settings
  }

  /// Goes through all examples as often as the settings say.
  mutating func learn(_ set: ExampleSet, _ numbers: [Int32]) {
    var order = Array(set.labels.indices)
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
        kept.removeAll(keepingCapacity: true)
        var random: UInt64 = 0
        var left = 0
        for at in set.starts[example]..<set.starts[example + 1] where numbers[at] >= 0 {
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
        let gradient = (set.labels[example] ? 1 : 0) - sigmoid(sum)
        if abs(gradient) < 1e-3 { continue }
        for number in kept.lazy.map({ Int($0) }) { step(number, gradient, rate, time) }
      }
    }
  }

  @inline(__always)
  private mutating func step(_ number: Int, _ gradient: Float, _ rate: Float, _ time: Int32) {
    squares[number] += gradient * gradient
    let size = rate / squares[number].squareRoot()
    let weight = weights[number] + size * gradient
    let shrink = min(settings.l1 * size * Float(time - touched[number]), 0.5)
    touched[number] = time
    weights[number] = weight > 0 ? max(0, weight - shrink) : min(0, weight + shrink)
  }
}

/// The logistic function.
func sigmoid(_ value: Float) -> Float {
  let scores = exponential(SIMD8(repeating: -abs(value)))
  let small = scores[0] / (1 + scores[0])
  return value >= 0 ? 1 - small : small
}
