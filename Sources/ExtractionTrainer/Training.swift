import ClaimExtraction
import ClaimModel
import Crypto
import Foundation

/// Trains a model from annotated documents and a word list.
struct Training {
  let groups: WordGroups
  let settings: TrainingSettings

  /// Trains both stages and packs their weights.
  func train(_ gold: [GoldDocument]) -> ModelFile {
    let texts = gold.map { ($0, AnalysedText($0.text)) }
    let rates = PreparedDocument.cueRates(texts)
    let documents = texts.map {
      PreparedDocument($0.0, text: $0.1, groups: groups, cueRates: rates)
    }
    var set = WindowSet()
    // Each document's cue levels come from a first stage that has not seen it.
    for fold in 0..<settings.folds {
      let others = documents.enumerated().filter { $0.offset % settings.folds != fold }
      let scorer = CueScorer.train(others.map(\.element), settings.cue)
      for (number, document) in documents.enumerated() where number % settings.folds == fold {
        set.add(
          document,
          scores: scorer.scores(document),
          threshold: settings.candidateScore
        )
      }
    }
    let cue = CueScorer.train(documents, settings.cue)
    Self.log(
      "\(cue.index.count) features of cues, \(set.windows.count) windows, \(set.labels.count) tokens"
    )
    let argument = ArgumentScorer.train(set, settings.argument)
    Self.log("\(argument.index.count) features of labels")
    return ModelFile(
      record: "",
      threshold: settings.threshold,
      candidateScore: settings.candidateScore,
      cueWeight: settings.cueWeight,
      chainWeight: settings.chainWeight,
      cues: Packing.table(cue, most: 100_000),
      arguments: Packing.table(argument, most: settings.rows),
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
