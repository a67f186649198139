import Foundation

/// Everything that decides a training besides its data.
struct TrainingSettings: Codable, Sendable {
  /// One stage's settings.
  struct Stage: Codable, Sendable {
    /// A feature seen less often is not learned from.
    var minimum: Int
    /// How often all examples are gone through.
    var epochs: Int
    /// The step size that AdaGrad begins with.
    var rate: Float
    /// The weight of the L1 penalty.
    var l1: Float
    /// The share of features that each step leaves out (Srivastava and others 2014).
    var dropout: Float
  }

  /// The stage that finds heads of cues.
  var cue = Stage(minimum: 2, epochs: 12, rate: 0.1, l1: 2e-6, dropout: 0.3)
  /// The stage that reads a cue's window.
  var argument = Stage(minimum: 2, epochs: 10, rate: 0.1, l1: 2e-5, dropout: 0.3)
  /// Where set, that stage is an averaged perceptron and not a conditional random field, its weights times this.
  var perceptron: Float?
  /// Where set, that stage's weights are the mean of so many runs with other seeds.
  var runs: Int?
  /// Tokens whose log-odds of being a head are above this get a window.
  var candidateScore: Float = -3
  /// Right beside a quotation, and in training everywhere, a token gets one whose log-odds are lower by this.
  var patience: Float = 0
  /// The stage that judges readings.
  var judge = Stage(minimum: 2, epochs: 10, rate: 0.05, l1: 1e-5, dropout: 0.3)
  /// The trees that say how likely a reading is an attribution.
  var verdict = TreeSettings(count: 150, rate: 0.1, penalty: 20, rows: 0.7, measures: 0.5)
  /// The trees that choose among the readings of one cue.
  var choice = TreeSettings(count: 150, rate: 0.1, penalty: 20, rows: 0.7, measures: 0.5)
  /// Whether a quotation that no cue claims goes on the one before it in the paragraph.
  var joinsParagraphs = false
  /// Readings below this chance are dropped.
  var threshold: Float = 0.5
  /// How many parts the documents are cut into, so that the second stage sees what the first makes of unseen text.
  var folds = 5
  /// At most this many rows of the second stage are kept.
  var rows = 160_000

  /// Changes a setting by name, as in `argument.dropout=0.2`; says whether there is one of that name.
  mutating func set(_ name: Substring, _ value: Substring) -> Bool {
    guard let number = Float(value) else { return false }
    switch name {
    case "cue.minimum": cue.minimum = Int(number)
    case "cue.epochs": cue.epochs = Int(number)
    case "cue.rate": cue.rate = number
    case "cue.l1": cue.l1 = number
    case "cue.dropout": cue.dropout = number
    case "argument.minimum": argument.minimum = Int(number)
    case "argument.epochs": argument.epochs = Int(number)
    case "argument.rate": argument.rate = number
    case "argument.l1": argument.l1 = number
    case "argument.dropout": argument.dropout = number
    case "perceptron": perceptron = number
    case "runs": runs = Int(number)
    case "candidateScore": candidateScore = number
    case "patience": patience = number
    case "joinsParagraphs": joinsParagraphs = number > 0
    case "judge.minimum": judge.minimum = Int(number)
    case "judge.epochs": judge.epochs = Int(number)
    case "judge.rate": judge.rate = number
    case "judge.l1": judge.l1 = number
    case "judge.dropout": judge.dropout = number
    case "verdict.count": verdict.count = Int(number)
    case "verdict.rate": verdict.rate = Double(number)
    case "verdict.penalty": verdict.penalty = Double(number)
    case "verdict.rows": verdict.rows = Double(number)
    case "verdict.measures": verdict.measures = Double(number)
    case "choice.count": choice.count = Int(number)
    case "choice.rate": choice.rate = Double(number)
    case "choice.penalty": choice.penalty = Double(number)
    case "choice.rows": choice.rows = Double(number)
    case "choice.measures": choice.measures = Double(number)
    case "threshold": threshold = number
    case "folds": folds = Int(number)
    case "rows": rows = Int(number)
    default: return false
    }
    return true
  }
}

/// What a model file says of its own making.
struct TrainingRecord: Codable {
  /// F1 in percent on a set that was not trained on.
  struct Result: Codable {
    var kind: String
    var gold: Int
    var predicted: Int
    var detect: String
    var strict: String
    var full: String

    init(_ kind: Score.Kind, _ counts: Score.Counts) {
      self.kind = "\(kind)"
      gold = counts.gold
      predicted = counts.predicted
      let f1 = counts.f1
      detect = String(format: "%.1f", f1.detect)
      strict = String(format: "%.1f", f1.strict)
      full = String(format: "%.1f", f1.full)
    }
  }

  var trainingData: String
  var wordList: String
  var documents: Int
  var attributions: Int
  var settings: TrainingSettings
  var developmentData: String?
  var results: [Result]?
}
