/// Finds attributions with a trained model: heads of cues first, then each cue's content and source.
package struct ModelFinder: AttributionFinder {
  private let gate: WeightTable<SingleWeight>
  private let cues: WeightTable<SingleWeight>
  private let arguments: WeightTable<LabelWeights>
  private let judge: WeightTable<SingleWeight>
  private let trees: TreeJudge
  private let groups: WordGroups
  private let reader: ChainReader
  private let linker: ReadingLinker
  private let candidateScore: Float
  private let patience: Float
  /// Readings whose log-odds are below this are not even linked.
  private static let leastScore: Float = -6
  /// Of a cue that the chain finds less likely, it is asked for its best reading alone.
  private static let leastChoice: Float = -2.5

  /// Makes a finder from a model.
  package init(_ file: ModelFile) {
    gate = WeightTable(file.gate)
    cues = WeightTable(file.cues)
    arguments = WeightTable(labels: file.arguments)
    judge = WeightTable(file.judge)
    trees = TreeJudge(verdict: file.verdict, choice: file.choice)
    groups = file.groups
    candidateScore = file.candidateScore
    patience = file.patience
    reader = ChainReader(file.chain)
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
    let odds = readings.indices.map { number in
      evidence.fill(&buffer, reading: number)
      var sum = SIMD2<Int16>()
      judge.add(&buffer, to: &sum)
      return Float(sum[1]) * judge.scale
    }
    trees.judge(&readings, ReadingMeasures(evidence, odds), odds)
    for number in readings.indices where readings[number].source.isEmpty {
      let head = readings[number].head
      readings[number].source = evidence.ruledSource(of: readings[number])
      // "Ujarnya" is cue and source at once.
      if readings[number].source.isEmpty, tagged.has(head, .clitic) {
        readings[number].source = [head..<head + 1]
      }
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
    var reader = reader
    var paths = ChainPaths()
    var cache = SideScores(count: text.tokens.count)
    var found: [CueReading] = []
    var heads: [Int] = []
    for paragraph in text.paragraphs where paragraph.isSearched {
      heads.removeAll(keepingCapacity: true)
      for token in paragraph.tokens where scores[token] > candidateScore - patience {
        if scores[token] > candidateScore || CueWindow.isBesideQuotation(token, in: text) {
          heads.append(token)
        }
      }
      for head in heads {
        let window = CueWindow(
          head: head,
          in: text,
          paragraph: paragraph.tokens,
          heads: heads.count
        )
        features.enter(window)
        reader.emissions.removeAll(keepingCapacity: true)
        for token in window.range {
          var sum = SIMD8<Int16>()
          if token != head {
            let isAfter = token > head
            if let known = cache.scores(token, isAfter) {
              sum = known
            } else {
              features.fillStatic(&buffer, token: token, isAfter: isAfter)
              arguments.add(&buffer, to: &sum)
              cache.keep(sum, token, isAfter)
            }
          }
          features.fillRelative(&buffer, at: token)
          arguments.add(&buffer, to: &sum)
          var emission = TokenScores(sum) * arguments.scale
          if token == head {
            emission[0] = emission[1]
            emission[1] = emission[2]
          } else {
            emission[0] = 0
          }
          reader.emissions.append(emission)
        }
        let at = head - window.range.lowerBound
        let score = reader.logSum(head: at)
        guard score > Self.leastScore else { continue }
        var reading = CueReading(
          head: head,
          cueScore: scores[head],
          chainScore: score,
          first: window.range.lowerBound
        )
        if score > Self.leastChoice {
          reader.findBest(head: at)
          paths.find(reader, head: at, most: CueReading.mostPaths, within: CueReading.margin)
          reading.take(paths.found, logSum: score)
        } else {
          let best = reader.best(head: at)
          reading.take(reader.labels, pathScore: best - score)
        }
        found.append(reading)
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

  /// The chain's reading of a cue.
  private static func reading(
    at head: Int,
    among readings: ArraySlice<CueReading>
  ) -> CueReading? {
    let place = readings.bisected { $0.head < head }
    return place < readings.endIndex && readings[place].head == head ? readings[place] : nil
  }

  /// The log-odds of every token of being a cue's head; ``CueFeatures/never`` for what cannot be one.
  private func cueScores(
    of text: AnalysedText,
    _ traits: TraitColumns
  ) -> [Float] {
    let features = CueFeatures(text, traits)
    var buffer = FeatureBuffer()
    var scores = [Float](repeating: CueFeatures.never, count: text.tokens.count)
    // What a word's own letters tell is kept for the words seen last.
    var known = [WordScore](repeating: WordScore(), count: 1 << 10)
    for paragraph in text.paragraphs where paragraph.isSearched {
      for token in paragraph.tokens where features.isCandidate(token) {
        let form = text.tokens[token].form.rawValue
        let slot = Int(truncatingIfNeeded: form) & (known.count - 1)
        if known[slot].form != form {
          known[slot] = wordScore(form, token, features, &buffer)
        }
        guard known[slot].canBeCue else { continue }
        features.fillContext(&buffer, at: token)
        var sum = SIMD2<Int16>()
        cues.add(&buffer, to: &sum)
        scores[token] = Float(Int(sum[1]) + Int(known[slot].sum)) * cues.scale
      }
    }
    return scores
  }

  /// What a word's own letters tell, wherever it stands.
  private struct WordScore {
    var form: UInt64 = 0
    var canBeCue = false
    var sum: Int16 = 0
  }

  private func wordScore(
    _ form: UInt64,
    _ token: Int,
    _ features: CueFeatures,
    _ buffer: inout FeatureBuffer
  ) -> WordScore {
    features.fillWord(&buffer, at: token)
    var gateSum = SIMD2<Int16>()
    gate.add(&buffer, to: &gateSum)
    guard Float(gateSum[1]) * gate.scale > CueFeatures.leastWord else {
      return WordScore(form: form)
    }
    features.fillWord(&buffer, at: token)
    var sum = SIMD2<Int16>()
    cues.add(&buffer, to: &sum)
    return WordScore(form: form, canBeCue: true, sum: sum[1])
  }
}

/// The scores of what does not depend on the cue but for its side, kept from window to window.
private struct SideScores {
  private var sums: [SIMD8<Int16>]

  /// Stands in lane 0, which holds no score, of what is known.
  private static let mark: Int16 = 1

  init(count: Int) { sums = Array(repeating: .init(), count: 2 * count) }

  @inline(__always)
  func scores(_ token: Int, _ isAfter: Bool) -> SIMD8<Int16>? {
    let sum = sums[2 * token + (isAfter ? 1 : 0)]
    return sum[0] == Self.mark ? sum : nil
  }

  @inline(__always)
  mutating func keep(_ sum: SIMD8<Int16>, _ token: Int, _ isAfter: Bool) {
    var sum = sum
    sum[0] = Self.mark
    sums[2 * token + (isAfter ? 1 : 0)] = sum
  }
}
