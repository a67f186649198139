import ClaimExtraction

/// An averaged structured perceptron (Collins 2002) over the windows of the second stage, beside which the chain's
/// likelihood is measured.
struct PerceptronTrainer {
  private var weights: [LabelScores]
  private var transitions: [LabelScores]
  /// The sums of all changes, each times the step it was made at, from which the averages follow.
  private var timed: [LabelScores]
  private var timedTransitions: [LabelScores]
  private var time: Float = 0
  private var emissions: [LabelScores] = []
  private var path = BestPath()

  /// Goes through the windows as often as the settings say; each run has its own order.
  static func run(
    _ set: WindowSet,
    _ numbers: [Int32],
    _ windows: [Int],
    _ settings: TrainingSettings.Stage,
    run: Int,
    scale: Float
  ) -> ([LabelScores], ArgumentChain) {
    var trainer = PerceptronTrainer(count: Int(numbers.max() ?? -1) + 1)
    var order = windows
    var generator = SeededGenerator.ofOrder(run: run)
    for _ in 0..<settings.epochs {
      order.shuffle(using: &generator)
      for window in order { trainer.learn(set, numbers, set.windows[window]) }
    }
    return trainer.averaged(scale: scale)
  }

  /// Makes a trainer of as many features as there are.
  init(count: Int) {
    weights = Array(repeating: .init(), count: count)
    transitions = ArgumentChain().transitions
    timed = weights
    timedTransitions = Array(repeating: .init(), count: transitions.count)
  }

  /// Reads a window and, where the reading is not the gold's, moves the weights from the one towards the other.
  mutating func learn(_ set: WindowSet, _ numbers: [Int32], _ window: WindowSet.Window) {
    time += 1
    emissions.removeAll(keepingCapacity: true)
    for token in window.tokens {
      var sum = LabelScores()
      for at in set.starts[token]..<set.starts[token + 1] where numbers[at] >= 0 {
        sum += weights[Int(numbers[at])]
      }
      emissions.append(sum)
    }
    let score = path.find(emissions, transitions, head: window.head)
    let gold = set.labels[window.tokens].map { Int($0) }
    // That the head is no cue at all is one more reading, of score 0.
    let isAccepted = score > 0
    if window.isCue {
      guard !isAccepted || path.labels != gold else { return }
      change(set, numbers, window, gold, by: 1)
    }
    if isAccepted { change(set, numbers, window, path.labels, by: -1) }
  }

  /// Adds to the weights of a path's labels.
  private mutating func change(
    _ set: WindowSet,
    _ numbers: [Int32],
    _ window: WindowSet.Window,
    _ labels: [Int],
    by amount: Float
  ) {
    for (at, token) in window.tokens.enumerated() {
      let label = labels[at]
      if at > 0 {
        let row = (at > window.head ? ArgumentLabel.count : 0) + labels[at - 1]
        transitions[row][label] += amount
        timedTransitions[row][label] += amount * time
      }
      guard label > 0 else { continue }
      for place in set.starts[token]..<set.starts[token + 1] where numbers[place] >= 0 {
        weights[Int(numbers[place])][label] += amount
        timed[Int(numbers[place])][label] += amount * time
      }
    }
  }

  /// The averages of the weights and transitions over all steps, times a scale that makes them like log-odds.
  func averaged(scale: Float) -> ([LabelScores], ArgumentChain) {
    func average(_ now: LabelScores, _ timed: LabelScores) -> LabelScores {
      (now - timed * (1 / max(time, 1))) * scale
    }
    var chain = ArgumentChain()
    for row in chain.transitions.indices {
      let mean = average(transitions[row], timedTransitions[row])
      for lane in 0..<ArgumentLabel.count where chain.transitions[row][lane] == 0 {
        chain.transitions[row][lane] = mean[lane]
      }
    }
    return (zip(weights, timed).map(average), chain)
  }
}

/// The best path of labels through a window that accepts its cue (Viterbi 1967).
struct BestPath {
  /// The labels of the best path, after ``find(_:_:head:)``.
  private(set) var labels: [Int] = []
  private var scores: [LabelScores] = []
  private var origins: [SIMD16<Int32>] = []

  /// Finds the path and returns its score.
  mutating func find(_ emissions: [LabelScores], _ transitions: [LabelScores], head: Int) -> Float {
    scores.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
    for at in emissions.indices {
      let own = ChainSums.masked(emissions[at], isHead: at == head)
      var best = LabelScores()
      var origin = SIMD16<Int32>()
      if at == 0 {
        for label in [ArgumentLabel.contentInside, .contentLast, .sourceInside] {
          best[label.rawValue] = ArgumentChain.never
        }
      } else {
        best = LabelScores(repeating: -.infinity)
        let base = at > head ? ArgumentLabel.count : 0
        for label in 0..<ArgumentLabel.count {
          let candidate = transitions[base + label] + scores[at - 1][label]
          let isBetter = candidate .> best
          best.replace(with: candidate, where: isBetter)
          origin.replace(with: Int32(label), where: isBetter)
        }
      }
      scores.append(best + own)
      origins.append(origin)
    }
    var last = scores[emissions.count - 1]
    last[ArgumentLabel.contentFirst.rawValue] = ArgumentChain.never
    last[ArgumentLabel.contentInside.rawValue] = ArgumentChain.never
    var label = 0
    for other in 1..<ArgumentLabel.count where last[other] > last[label] { label = other }
    labels = Array(repeating: 0, count: emissions.count)
    var at = emissions.count - 1
    let score = last[label]
    while true {
      labels[at] = label
      if at == 0 { return score }
      label = Int(origins[at][label])
      at -= 1
    }
  }
}
