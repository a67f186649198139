/// Finds attributions with a trained model: heads of cues first, then each cue's content and source.
package struct ModelFinder: AttributionFinder {
  private let cues: WeightTable
  private let arguments: WeightTable
  private let judge: WeightTable
  private let groups: WordGroups
  private let chain: ArgumentChain
  private let sums: ChainSums
  private let linker: ReadingLinker
  private let candidateScore: Float
  /// Readings whose log-odds are below this are not even linked.
  private static let leastScore: Float = -6

  /// Makes a finder from a model.
  package init(_ file: ModelFile) {
    cues = WeightTable(
      scale: file.cues.scale,
      features: file.cues.features,
      weights: file.cues.weights
    )
    arguments = WeightTable(
      scale: file.arguments.scale,
      features: file.arguments.features,
      weights: file.arguments.weights
    )
    judge = WeightTable(
      scale: file.judge.scale,
      features: file.judge.features,
      weights: file.judge.weights
    )
    groups = file.groups
    candidateScore = file.candidateScore
    chain = file.chain
    var sums = ChainSums()
    sums.take(file.chain)
    self.sums = sums
    linker = ReadingLinker(threshold: file.threshold, joinsParagraphs: file.joinsParagraphs)
  }

  /// The attributions of the searched paragraphs, in text order of their content.
  package func attributions(in tagged: TaggedText) -> [FoundAttribution] {
    linker.link(readings(of: tagged), in: tagged)
  }

  /// What the chain reads round every possible cue, judged.
  func readings(of tagged: TaggedText) -> [CueReading] {
    var (readings, evidence) = unjudged(tagged)
    var buffer = FeatureBuffer()
    for number in readings.indices {
      evidence.fill(&buffer, reading: number)
      var sum = SIMD16<Int16>()
      judge.add(&buffer, to: &sum)
      readings[number].odds = Float(sum[0]) * judge.scale
    }
    for number in readings.indices.dropFirst() where readings[number].isRuled {
      var chain = readings[number - 1]
      Self.reconcile(&chain, &readings[number])
      readings[number - 1] = chain
    }
    return readings
  }

  /// Lets two readings of one cue learn from each other: the chain knows sources better, and where it breaks off
  /// before half of what the rules take for content, the rules are followed.
  private static func reconcile(_ chain: inout CueReading, _ ruled: inout CueReading) {
    guard chain.head == ruled.head, !chain.isRuled, let first = chain.content.first else { return }
    if !chain.source.isEmpty { ruled.source = chain.source }
    let isBroken =
      chain.content.count == 1 && ruled.content.count == 1
      && ruled.content[0].lowerBound == first.lowerBound && ruled.content[0].count > 2 * first.count
    if isBroken, ruled.odds < chain.odds { swap(&ruled.odds, &chain.odds) }
  }

  /// What the chain reads round every possible cue, with the features that judge it.
  package func unjudged(_ tagged: TaggedText) -> ([CueReading], ReadingFeatures) {
    let text = tagged.text
    let traits = TraitColumns(tagged, groups)
    let hints = RuleHints(tagged)
    let scores = cueScores(of: text, traits)
    let map = CueMap(text, traits, scores: scores)
    var features = ArgumentFeatures(text, traits, map)
    var buffer = FeatureBuffer()
    var sums = sums
    var emissions: [LabelScores] = []
    var backward: [SIMD16<Int32>] = []
    var labels: [ArgumentLabel] = []
    var cache = StaticScores(count: text.tokens.count)
    var found: [CueReading] = []
    for paragraph in text.paragraphs where paragraph.isSearched {
      for head in paragraph.tokens where scores[head] > candidateScore {
        let window = CueWindow(head: head, in: text, paragraph: paragraph.tokens)
        features.enter(window)
        emissions.removeAll(keepingCapacity: true)
        for token in window.range {
          var sum = SIMD16<Int16>()
          if token != head {
            sum = cache.scores(token, isAfter: token > head) { sum in
              features.fillStatic(&buffer, token: token, isAfter: token > head)
              arguments.add(&buffer, to: &sum)
            }
          }
          features.fillRelative(&buffer, at: token)
          arguments.add(&buffer, to: &sum)
          emissions.append(LabelScores(sum) * arguments.scale)
        }
        let at = head - window.range.lowerBound
        let score = sums.logPartition(emissions.span, head: at)
        guard score > Self.leastScore else { continue }
        let best = chain.best(emissions.span, head: at, backward: &backward, labels: &labels)
        found.append(
          CueReading(
            head: head,
            cueScore: scores[head],
            chainScore: score,
            pathScore: best - score,
            labels: labels,
            first: window.range.lowerBound
          )
        )
      }
    }
    let chainReadings = found.count
    for ruled in hints.readings {
      guard let head = ruled.cue.first?.lowerBound else { continue }
      var reading = CueReading(head: head, cueScore: scores[head], ruled: ruled)
      if let other = Self.reading(at: head, among: found[..<chainReadings]) {
        if other.content == reading.content { continue }
        reading.chainScore = other.chainScore
      }
      found.append(reading)
    }
    found.sort { $0.head != $1.head ? $0.head < $1.head : !$0.isRuled && $1.isRuled }
    return (found, ReadingFeatures(tagged, traits, map, hints, found))
  }

  /// The chain's reading of a cue, found by bisection.
  private static func reading(
    at head: Int,
    among readings: ArraySlice<CueReading>
  ) -> CueReading? {
    var low = readings.startIndex
    var high = readings.endIndex
    while low < high {
      let middle = (low + high) / 2
      if readings[middle].head < head { low = middle + 1 } else { high = middle }
    }
    return low < readings.endIndex && readings[low].head == head ? readings[low] : nil
  }

  /// The log-odds of every token of being a cue's head; -20 for what cannot be one.
  private func cueScores(
    of text: AnalysedText,
    _ traits: TraitColumns
  ) -> [Float] {
    let features = CueFeatures(text, traits)
    var buffer = FeatureBuffer()
    var scores = [Float](repeating: -20, count: text.tokens.count)
    // What a word's own letters tell is kept for the words seen last.
    var known = [(form: UInt64, sum: Int16)](repeating: (0, 0), count: 1 << 12)
    for paragraph in text.paragraphs where paragraph.isSearched {
      for token in paragraph.tokens where features.isCandidate(token) {
        let form = text.tokens[token].form.rawValue
        let slot = Int(truncatingIfNeeded: form) & (known.count - 1)
        if known[slot].form != form {
          features.fillWord(&buffer, at: token)
          var sum = SIMD16<Int16>()
          cues.add(&buffer, to: &sum)
          known[slot] = (form, sum[0])
        }
        features.fillContext(&buffer, at: token)
        var sum = SIMD16<Int16>()
        cues.add(&buffer, to: &sum)
        scores[token] = Float(Int(sum[0]) + Int(known[slot].sum)) * cues.scale
      }
    }
    return scores
  }
}

/// The scores of what does not depend on the cue but for its side, kept from window to window.
private struct StaticScores {
  private var before: [SIMD16<Int16>]
  private var after: [SIMD16<Int16>]
  private var known: [UInt8]

  init(count: Int) {
    before = Array(repeating: .init(), count: count)
    after = before
    known = Array(repeating: 0, count: count)
  }

  @inline(__always)
  mutating func scores(
    _ token: Int,
    isAfter: Bool,
    _ compute: (inout SIMD16<Int16>) -> Void
  ) -> SIMD16<Int16> {
    let side: UInt8 = isAfter ? 2 : 1
    if known[token] & side == 0 {
      var sum = SIMD16<Int16>()
      compute(&sum)
      if isAfter { after[token] = sum } else { before[token] = sum }
      known[token] |= side
    }
    return isAfter ? after[token] : before[token]
  }
}
