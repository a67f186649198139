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
    columns, rows, seed; for check also runs and
    worst, the number of pages to name.
    """

  static func main() throws {
    var files: [String] = []
    var training = Training()
    var runs = 1
    var worst = 0
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
      case "worst": worst = Int(number)
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
        if run > 0 { training.seed += 1 }
        check(training, pages, run: run + 1, worst: worst)
      }
    default: stop()
    }
  }

  private static func check(_ training: Training, _ pages: [TrainingPage], run: Int, worst: Int) {
    let thresholds: [Float] = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55]
    let readings = training.crossValidate(pages, at: thresholds)
    for set in Set(pages.map(\.set)).sorted() {
      for threshold in thresholds {
        let own = readings.filter { $0.page.set == set && $0.threshold == threshold }
        let mean = MeanScore(own.map(\.score))
        let figures = [mean.f1, mean.precision, mean.recall].map { String(format: "%.4f", $0) }
        print("run \(run)  \(set)  \(own.count) pages  at \(threshold)  F1 P R  \(figures)")
        guard threshold == IsolationPage.threshold else { continue }
        for reading in own.sorted(by: { $0.score.f1 < $1.score.f1 }).prefix(worst) {
          let score = reading.score
          print(
            "  \(reading.page.id)  shared \(score.shared) found \(score.found) truth \(score.truth)"
          )
        }
      }
    }
  }

  private static func stop() -> Never {
    print(usage)
    exit(2)
  }
}
