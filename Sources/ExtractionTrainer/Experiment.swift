import ClaimExtraction
import ClaimModel
import Foundation

/// Trains on one part of the documents and measures on another.
struct Experiment {
  var cue = CueScorer.Settings()
  var argument = ArgumentScorer.Settings()
  var candidateThreshold: Float = -3
  var folds = 5
  var verbose = true
  var groups = WordGroups([])

  struct Model {
    var cueRates: [UInt64: Double]
    var cue: CueScorer
    var argument: ArgumentScorer
  }

  func train(_ gold: [GoldDocument]) -> Model {
    let texts = gold.map { ($0, AnalysedText($0.text)) }
    let rates = PreparedDocument.cueRates(texts)
    let documents = texts.map { PreparedDocument($0.0, text: $0.1, groups: groups, cueRates: rates) }
    log("prepared \(documents.count)")
    var set = WindowSet()
    // Each document's cue levels come from a first stage that has not seen it.
    for fold in 0..<folds {
      let others = documents.enumerated().filter { $0.offset % folds != fold }.map(\.element)
      let scorer = CueScorer.train(others, cue)
      for (number, document) in documents.enumerated() where number % folds == fold {
        set.add(document, number: number, scores: scorer.scores(document), threshold: candidateThreshold)
      }
    }
    let first = CueScorer.train(documents, cue)
    log("cue stage: \(first.index.count) features, \(set.windows.count) windows, \(set.labels.count) tokens, \(set.features.count) features")
    let second = ArgumentScorer.train(set, argument)
    log("argument stage: \(second.index.count) features")
    return Model(cueRates: rates, cue: first, argument: second)
  }

  func readings(_ document: PreparedDocument, _ model: Model) -> [CueReading] {
    let text = document.text
    let scores = model.cue.scores(document)
    var features = ArgumentFeatures(text, document.traits, levels: scores.map { CueLevel.of($0) })
    var buffer = FeatureBuffer()
    var sums = ChainSums()
    sums.take(model.argument.chain)
    var emissions: [LabelScores] = []
    var backward: [SIMD16<Int32>] = []
    var labels: [ArgumentLabel] = []
    var found: [CueReading] = []
    for paragraph in text.paragraphs {
      for head in paragraph.tokens where scores[head] > candidateThreshold {
        let window = CueWindow(head: head, in: text, paragraph: paragraph.tokens)
        features.enter(window)
        emissions.removeAll(keepingCapacity: true)
        for token in window.range {
          var sum = LabelScores()
          if token != head {
            features.fillStatic(&buffer, token: token, isAfter: token > head)
            model.argument.add(buffer, to: &sum)
          }
          features.fillRelative(&buffer, at: token)
          model.argument.add(buffer, to: &sum)
          emissions.append(sum)
        }
        let at = head - window.range.lowerBound
        let chance = sigmoid(sums.logPartition(emissions.span, head: at))
        guard chance > 0.05 else { continue }
        _ = model.argument.chain.best(emissions.span, head: at, backward: &backward, labels: &labels)
        found.append(CueReading(head: head, chance: chance, labels: labels, first: window.range.lowerBound))
      }
    }
    return found
  }

  func measure(_ gold: [GoldDocument], _ model: Model, thresholds: [Float]) -> [(Float, Score)] {
    var scores = thresholds.map { ($0, Score()) }
    for document in gold {
      let words = ScoredText(document.text)
      let map = OffsetMap(document.text)
      func tokens(_ spans: [TextSpan]) -> Set<Int> { words.tokens(spans.map { map.codePoints($0) }) }
      let prepared = PreparedDocument(document, text: AnalysedText(document.text), groups: groups, cueRates: model.cueRates)
      let readings = readings(prepared, model)
      let truth = document.attributions.map {
        ScoredAttribution(content: tokens($0.content), source: tokens($0.source))
      }
      for number in scores.indices {
        var linker = ReadingLinker()
        linker.threshold = scores[number].0
        let predicted = linker.link(readings, in: prepared.text).map {
          ScoredAttribution(content: tokens($0.content), source: tokens($0.mention))
        }
        scores[number].1.add(words, gold: truth, predicted: predicted)
      }
    }
    return scores
  }

  static func measure(_ gold: [GoldDocument], _ finder: some AttributionFinder) -> Score {
    var score = Score()
    for document in gold {
      let words = ScoredText(document.text)
      let map = OffsetMap(document.text)
      func tokens(_ spans: [TextSpan]) -> Set<Int> { words.tokens(spans.map { map.codePoints($0) }) }
      let predicted = finder.attributions(in: AnalysedText(document.text)).map {
        ScoredAttribution(content: tokens($0.content), source: tokens($0.mention))
      }
      let truth = document.attributions.map {
        ScoredAttribution(content: tokens($0.content), source: tokens($0.source))
      }
      score.add(words, gold: truth, predicted: predicted)
    }
    return score
  }

  /// Prints what was missed and what was found in vain.
  func errors(_ gold: [GoldDocument], _ model: Model, threshold: Float) {
    for document in gold {
      let words = ScoredText(document.text)
      let map = OffsetMap(document.text)
      func tokens(_ spans: [TextSpan]) -> Set<Int> { words.tokens(spans.map { map.codePoints($0) }) }
      let prepared = PreparedDocument(
        document, text: AnalysedText(document.text), groups: groups, cueRates: model.cueRates)
      let scores = model.cue.scores(prepared)
      let readings = readings(prepared, model)
      var linker = ReadingLinker()
      linker.threshold = threshold
      let found = linker.link(readings, in: prepared.text)
      let predicted = found.map {
        ScoredAttribution(content: tokens($0.content), source: tokens($0.mention))
      }
      let truth = document.attributions.map {
        ScoredAttribution(content: tokens($0.content), source: tokens($0.source))
      }
      let pairs = Score.matches(predicted, truth)
      let text = prepared.text
      func show(_ spans: [TextSpan]) -> String {
        spans.map { text.string($0) }.joined(separator: " ... ")
      }
      for (number, attribution) in document.attributions.enumerated() {
        let cueTokens = PreparedDocument.tokens(attribution.cue, in: text)
        let best = cueTokens.map { scores[$0] }.max() ?? -99
        let chance = readings.filter { cueTokens.contains($0.head) }.map(\.chance).max() ?? -1
        let head = String(format: "cue %.1f chance %.2f", best, chance)
        if let pair = pairs.first(where: { $0.1 == number }) {
          let isStrict = predicted[pair.0].content == truth[number].content
          let isRight = words.sourceIsRight(predicted[pair.0].source, truth[number].source)
          if isStrict && isRight { continue }
          print(isStrict ? "SOURCE" : isRight ? "BOUND" : "BOTH", document.id, head, "| \(show(attribution.source)) | \(show(attribution.cue)) | \(show(attribution.content))\n     ->  \(show(found[pair.0].mention)) | \(show(found[pair.0].cue)) | \(show(found[pair.0].content))")
        } else {
          let guess = readings.filter { cueTokens.contains($0.head) }.max { $0.chance < $1.chance }
          let content = guess.map { reading in
            show(reading.content.compactMap { text.span($0) }) + " | src " + show(reading.source.compactMap { text.span($0) })
          }
          print("MISS", document.id, head, "| \(show(attribution.source)) | \(show(attribution.cue)) | \(show(attribution.content))\n     ->  \(content ?? "")")
        }
      }
      for (number, attribution) in found.enumerated() where !pairs.contains(where: { $0.0 == number }) {
        print("FALSE", document.id, String(format: "%.2f", attribution.confidence), "| \(show(attribution.mention)) | \(show(attribution.cue)) | \(show(attribution.content))")
      }
    }
  }

  func log(_ line: String) {
    guard verbose else { return }
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}

func formatted(_ score: Score) -> String {
  Score.Kind.allCases.map { kind in
    let counts = score[kind]
    let f1 = counts.f1
    return String(
      format: "%@ %d/%d %.1f/%.1f/%.1f",
      "\(kind)",
      counts.gold,
      counts.predicted,
      f1.detect,
      f1.strict,
      f1.full
    )
  }.joined(separator: "  ")
}
