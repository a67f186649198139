import ClaimExtraction
import ClaimModel
import Crypto
import Foundation

/// Trains a model from annotated documents and a word list.
struct Training {
  let groups: WordGroups
  let pack: LanguagePack
  let settings: TrainingSettings

  /// Trains all three stages and packs their weights.
  func train(_ gold: [GoldDocument]) -> ModelFile {
    let texts = gold.map { ($0, AnalysedText($0.text)) }
    let rates = PreparedDocument.cueRates(texts)
    let documents = texts.map {
      PreparedDocument($0.0, text: $0.1, groups: groups, pack: pack, cueRates: rates)
    }
    let parts = documents.indices.map { $0 % settings.folds }
    var set = WindowSet()
    // Each document's cue levels come from a first stage that has not seen it, and so does what the judge sees.
    let cues = (0..<settings.folds).map { fold in
      CueScorer.train(zip(documents, parts).filter { $0.1 != fold }.map(\.0), settings.cue)
    }
    for (document, fold) in zip(documents, parts) {
      let scores = cues[fold].scores(document)
      let threshold = settings.candidateScore - settings.patience
      set.add(document, scores: scores, threshold: threshold, fold: fold)
    }
    let cue = CueScorer.train(documents, settings.cue)
    let index = FeatureIndex(set.features, minimum: settings.argument.minimum)
    Self.log(
      "\(cue.regression.index.count) features of cues, \(index.count) of labels, "
        + "\(set.windows.count) windows, \(set.labels.count) tokens"
    )
    let numbers = set.features.map { index.number($0) }
    let finders = (0..<settings.folds).map { fold in
      let argument = ArgumentScorer.train(set, index, numbers, without: fold, settings)
      return ModelFinder(file(cues[fold], argument))
    }
    var judges = JudgeTraining(settings)
    for (document, fold) in zip(documents, parts) { judges.add(document, readBy: finders[fold]) }
    var model = file(cue, ArgumentScorer.train(set, index, numbers, without: nil, settings))
    judges.train(into: &model)
    return model
  }

  /// The first two stages as a file, nothing in it that judges readings.
  private func file(_ cue: CueScorer, _ argument: ArgumentScorer) -> ModelFile {
    ModelFile(
      record: "",
      threshold: settings.threshold,
      candidateScore: settings.candidateScore,
      patience: settings.patience,
      joinsParagraphs: settings.joinsParagraphs,
      gate: Packing.table(cue.gate, most: 40_000),
      cues: Packing.table(cue.regression, most: 100_000),
      arguments: Packing.table(argument, most: settings.rows),
      judge: ModelFile.Table(scale: 1, features: [], weights: []),
      groups: groups,
      chain: argument.chain
    )
  }

  /// Says how far a long command is, on standard error.
  static func log(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  /// The SHA-256 of some bytes, in hexadecimal digits.
  static func hash(_ data: Data) -> String {
    SHA256.hash(data: data).map { String(format: "%02x", $0) }.joined()
  }
}
