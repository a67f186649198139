import DocumentIngest
import Foundation

/// Learns and measures the model that tells a page's article from the rest.
@main
struct ArticleTrainer {
  static let usage = """
    usage: ArticleTrainer train PAGES TRUTH… MODEL [SETTING=NUMBER …]
           ArticleTrainer check PAGES TRUTH… [SETTING=NUMBER …]
    PAGES is a folder of NAME.html.gz, TRUTH a JSON file of {"NAME": {"articleBody", "url"}}. train writes a model; check
    learns five times without a fifth of the sites and reads that fifth. Settings: trees, leaves, rate, leafRows, penalty,
    columns, rows, seed; for check also runs.
    """

  static func main() throws {
    var files: [String] = []
    var training = Training()
    var runs = 1
    for argument in CommandLine.arguments.dropFirst(2) {
      let parts = argument.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let number = Double(parts[1]) else {
        files.append(argument)
        continue
      }
      switch parts[0] {
      case "trees": training.settings.trees = Int(number)
      case "leaves": training.settings.leaves = Int(number)
      case "rate": training.settings.rate = number
      case "leafRows": training.settings.leafRows = Int(number)
      case "penalty": training.settings.penalty = number
      case "columns": training.settings.columns = number
      case "rows": training.settings.rows = number
      case "seed": training.seed = UInt64(number)
      case "runs": runs = Int(number)
      default: stop()
      }
    }
    switch (CommandLine.arguments.dropFirst().first, files.count) {
    case ("train", 3...):
      let pages = try TrainingPage.read(files[0], Array(files[1..<(files.count - 1)]))
      let model = training.model(of: pages)
      try Data(model.utf8).write(to: URL(filePath: files[files.count - 1]))
    case ("check", 2...):
      let pages = try TrainingPage.read(files[0], Array(files.dropFirst()))
      for run in 0..<runs {
        training.seed += UInt64(run == 0 ? 0 : 1)
        for (set, scores) in training.crossValidate(pages).sorted(by: { $0.key < $1.key }) {
          let figures = [scores.f1, scores.precision, scores.recall].map {
            String(format: "%.4f", $0)
          }
          print(
            "run \(run + 1)  \(set)  \(scores.pages) pages  F1 P R  \(figures.joined(separator: " "))"
          )
        }
      }
    default: stop()
    }
  }

  private static func stop() -> Never {
    print(usage)
    exit(2)
  }
}
