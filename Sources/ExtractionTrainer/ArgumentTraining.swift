import ClaimExtraction

/// The windows of the second stage, their features as numbers.
struct WindowSet: Sendable {
  var features: [UInt32] = []
  /// Where each token's features begin.
  var starts: [Int] = [0]
  /// Each token's gold label.
  var labels: [UInt8] = []
  var windows: [Window] = []

  struct Window: Sendable {
    var tokens: Range<Int>
    /// The head, counted from the window's first token.
    var head: Int
    /// Whether the head is one.
    var isCue: Bool
    /// The part of the documents that it is from.
    var fold: Int
  }

  /// Adds the windows of one document: round every gold head and every token whose score is above `threshold`.
  mutating func add(_ document: PreparedDocument, scores: [Float], threshold: Float, fold: Int) {
    let text = document.tagged.text
    let map = CueMap(text, document.traits, scores: scores)
    var features = ArgumentFeatures(text, document.traits, map)
    var buffer = FeatureBuffer()
    for paragraph in text.paragraphs {
      for head in paragraph.tokens {
        let gold = document.byHead[head]
        guard gold != nil || scores[head] > threshold else { continue }
        let window = CueWindow(head: head, in: text, paragraph: paragraph.tokens)
        features.enter(window)
        let first = labels.count
        for token in window.range {
          if token == head {
            features.fillRelative(&buffer, at: token)
            buffer.append(to: &self.features)
          } else {
            features.fillStatic(&buffer, token: token, isAfter: token > head)
            buffer.append(to: &self.features)
            features.fillRelative(&buffer, at: token)
            buffer.append(to: &self.features)
          }
          starts.append(self.features.count)
        }
        labels.append(contentsOf: Self.labels(gold, head, window.range))
        windows.append(
          Window(
            tokens: first..<labels.count,
            head: head - window.range.lowerBound,
            isCue: gold != nil,
            fold: fold
          )
        )
      }
    }
  }

  private static func labels(
    _ gold: PreparedDocument.GoldTokens?,
    _ head: Int,
    _ range: Range<Int>
  ) -> [UInt8] {
    guard let gold else { return Array(repeating: 0, count: range.count) }
    return range.map { token in
      let label: ArgumentLabel
      func isContent(_ token: Int) -> Bool {
        range.contains(token) && token != head && gold.content.contains(token)
      }
      func isSource(_ token: Int) -> Bool {
        range.contains(token) && token != head && !isContent(token) && gold.source.contains(token)
      }
      if token == head {
        label = gold.source.contains(head) ? .cueAndSource : .cue
      } else if isContent(token) {
        let before = isContent(token - 1)
        let after = isContent(token + 1)
        label =
          before ? (after ? .contentInside : .contentLast) : after ? .contentFirst : .contentOnly
      } else if isSource(token) {
        label = isSource(token - 1) ? .sourceInside : .sourceFirst
      } else if gold.cue.contains(token) {
        label = .cuePart
      } else {
        label = .outside
      }
      return UInt8(label.rawValue)
    }
  }
}

/// The second stage: a chain over each cue's window.
struct ArgumentScorer: Sendable {
  var index: FeatureIndex
  var weights: [LabelScores]
  var chain: ArgumentChain

  /// Trains on all windows but those of one part: as a chain, or as a perceptron where the settings say so.
  static func train(
    _ set: WindowSet,
    _ index: FeatureIndex,
    _ numbers: [Int32],
    without fold: Int?,
    _ settings: TrainingSettings
  ) -> ArgumentScorer {
    let order = set.windows.indices.filter { set.windows[$0].fold != fold }
    var scorer = ArgumentScorer(
      index: index,
      weights: Array(repeating: .init(), count: index.count),
      chain: ArgumentChain()
    )
    let runs = settings.runs ?? 1
    for run in 0..<runs {
      let (weights, chain) =
        if let scale = settings.perceptron {
          PerceptronTrainer.run(set, numbers, order, settings.argument, run: run, scale: scale)
        } else {
          ChainTrainer.run(set, numbers, order, settings.argument, run: run)
        }
      scorer.add(weights, chain, share: 1 / Float(runs))
    }
    return scorer
  }

  /// Adds a share of other weights to these.
  private mutating func add(_ others: [LabelScores], _ chain: ArgumentChain, share: Float) {
    for number in weights.indices { weights[number] += others[number] * share }
    for row in chain.transitions.indices {
      for lane in 0..<ArgumentLabel.count where chain.transitions[row][lane] > -5000 {
        self.chain.transitions[row][lane] += chain.transitions[row][lane] * share
      }
    }
  }
}

/// The state of one run of training.
struct ChainTrainer {
  var weights: [LabelScores]
  var chain = ArgumentChain()
  var rate: Float = 0.1
  private var squares: [LabelScores]
  private var touched: [Int32]
  private var time: Int32 = 0
  private var sums = ChainSums()
  private let pairs = [LabelScores](repeating: .init(), count: 2 * ArgumentLabel.count)
  private var pairSquares = [LabelScores](
    repeating: .init(repeating: 1e-2),
    count: 2 * ArgumentLabel.count
  )
  private var emissions: [LabelScores] = []
  private let l1: Float
  private let dropout: Float
  private var generator: SeededGenerator
  private var kept: [Int32] = []
  private var bounds: [Int] = []
  private let lanes: LabelScores

  /// Trains by AdaGrad on the log-likelihood of each window (Duchi, Hazan and Singer 2011); each run has its own seeds.
  static func run(
    _ set: WindowSet,
    _ numbers: [Int32],
    _ windows: [Int],
    _ settings: TrainingSettings.Stage,
    run: Int
  ) -> ([LabelScores], ArgumentChain) {
    let count = Int(numbers.max() ?? -1) + 1
    var trainer = ChainTrainer(count: count, settings: settings, seed: UInt64(13 + 2 * run))
    var order = windows
    var generator = SeededGenerator.ofOrder(run: run)
    for epoch in 0..<settings.epochs {
      order.shuffle(using: &generator)
      trainer.rate = settings.rate * (1 - Float(epoch) / Float(settings.epochs + 2))
      for window in order { trainer.learn(set, numbers, set.windows[window]) }
    }
    trainer.finish()
    return (trainer.weights, trainer.chain)
  }

  init(count: Int, settings: TrainingSettings.Stage, seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    weights = Array(repeating: .init(), count: count)
    squares = Array(repeating: .init(repeating: 1e-2), count: count)
    touched = Array(repeating: 0, count: count)
    l1 = settings.l1
    dropout = settings.dropout
    var lanes = LabelScores()
    for lane in 1..<ArgumentLabel.count { lanes[lane] = 1 }
    self.lanes = lanes
  }

  /// Takes one step up the gradient of a window's log-likelihood.
  mutating func learn(_ set: WindowSet, _ numbers: [Int32], _ window: WindowSet.Window) {
    time += 1
    var emissions: [LabelScores] = []
    swap(&emissions, &self.emissions)
    emissions.removeAll(keepingCapacity: true)
    defer { swap(&emissions, &self.emissions) }
    kept.removeAll(keepingCapacity: true)
    bounds.removeAll(keepingCapacity: true)
    bounds.append(0)
    let limit = UInt64(dropout * 65536)
    for token in window.tokens {
      var sum = LabelScores()
      var random: UInt64 = 0
      var left = 0
      for at in set.starts[token]..<set.starts[token + 1] where numbers[at] >= 0 {
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
      bounds.append(kept.count)
      emissions.append(sum * (1 / (1 - dropout)))
    }
    sums.take(chain)
    let logZ = sums.logPartition(emissions.span, head: window.head)
    let accepted = sigmoid(logZ)
    if !window.isCue, accepted < 1e-3 { return }
    var pairs = self.pairs
    sums.marginals(count: window.tokens.count, head: window.head, pairs: &pairs)
    for row in pairs.indices { pairs[row] *= -accepted }
    var before = -1
    for (at, token) in window.tokens.enumerated() {
      var gradient = sums.chances(at) * -accepted
      if window.isCue {
        let label = Int(set.labels[token])
        gradient[label] += 1
        if before >= 0 { pairs[(at > window.head ? ArgumentLabel.count : 0) + before][label] += 1 }
        before = label
      }
      gradient *= lanes
      let size = gradient * gradient
      if size.max() < 1e-4 { continue }
      for at in bounds[at]..<bounds[at + 1] { step(Int(kept[at]), gradient, size) }
    }
    for row in pairs.indices {
      pairSquares[row] += pairs[row] * pairs[row]
      var allowed = pairs[row] * (rate / pairSquares[row].squareRoot())
      for lane in 0..<16 where chain.transitions[row][lane] <= -5000 || lane >= ArgumentLabel.count
      {
        allowed[lane] = 0
      }
      chain.transitions[row] += allowed
    }
  }

  @inline(__always)
  private mutating func step(_ number: Int, _ gradient: LabelScores, _ size: LabelScores) {
    let square = squares[number] + size
    squares[number] = square
    let rates = rate / square.squareRoot()
    let weight = weights[number] + rates * gradient
    let elapsed = Float(min(time - touched[number], 100_000))
    let shrink = rates * (l1 * elapsed)
    touched[number] = time
    weights[number] = Self.shrunk(weight, by: shrink)
  }

  @inline(__always)
  private static func shrunk(_ weight: LabelScores, by amount: LabelScores) -> LabelScores {
    let zero = LabelScores()
    let up = pointwiseMax(weight - amount, zero)
    let down = pointwiseMin(weight + amount, zero)
    return up + down
  }

  /// Applies what is left of the penalty.
  mutating func finish() {
    for number in weights.indices {
      let elapsed = Float(min(time - touched[number], 100_000))
      weights[number] = Self.shrunk(
        weights[number],
        by: rate / squares[number].squareRoot() * (l1 * elapsed)
      )
    }
  }
}
