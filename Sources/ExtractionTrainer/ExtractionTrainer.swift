import ClaimExtraction
import ClaimModel
import Foundation

/// Trains and measures the models of ClaimExtraction.
@main
struct ExtractionTrainer {
  static let usage = """
    usage: ExtractionTrainer train GOLD WORDS MODEL [dev=GOLD] [SETTING=NUMBER …]
           ExtractionTrainer holdout GOLD WORDS [fold=N] [most=N] [SETTING=NUMBER …]
           ExtractionTrainer judge MODEL dev=GOLD [threshold=N] [cueWeight=N] [chainWeight=N]
           ExtractionTrainer score GOLD MODEL
           ExtractionTrainer predict GOLD MODEL
           ExtractionTrainer errors GOLD MODEL
           ExtractionTrainer speed GOLD MODEL
    train writes a model; with dev= its record holds the scores on that set. holdout trains on four fifths of
    the documents, at most on `most` of them, and measures on the rest. judge changes how a model's readings are judged, which needs no training. predict writes one line a document in the gold's form.
    """

  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let (files, options) = try read(Array(arguments.dropFirst()))
    switch (arguments.first, files.count) {
    case ("train", 3): try train(files[0], files[1], to: files[2], options)
    case ("holdout", 2): try holdOut(files[0], files[1], options)
    case ("judge", 1): try judge(files[0], options)
    case ("score", 2): print(Score(try gold(files[0]), try model(files[1])).table)
    case ("predict", 2):
      let finder = try model(files[1])
      for document in try gold(files[0]) { print(try Comparison(document, finder).line()) }
    case ("errors", 2):
      let finder = try model(files[1])
      for document in try gold(files[0]) {
        for line in Comparison(document, finder).errors() {
          print(line.replacing("\n", with: " "))
        }
      }
    case ("speed", 2): try measureSpeed(files[0], files[1])
    default:
      print(usage)
      exit(2)
    }
  }

  private struct Options {
    var settings = TrainingSettings()
    var development: String?
    var fold = 0
    var most = Int.max
  }

  private static func read(_ arguments: [String]) throws -> ([String], Options) {
    var files: [String] = []
    var options = Options()
    for argument in arguments {
      let parts = argument.split(separator: "=", maxSplits: 1)
      if parts.count < 2 {
        files.append(argument)
      } else if parts[0] == "dev" {
        options.development = String(parts[1])
      } else if parts[0] == "fold" {
        options.fold = Int(parts[1]) ?? 0
      } else if parts[0] == "most" {
        options.most = Int(parts[1]) ?? Int.max
      } else if !options.settings.set(parts[0], parts[1]) {
        Training.log("there is no setting “\(argument)”\n\(usage)")
        exit(2)
      }
    }
    return (files, options)
  }

  private static func data(_ path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path))
  }

  private static func gold(_ path: String) throws -> [GoldDocument] {
    try GoldDocument.read(data(path))
  }

  private static func model(_ path: String) throws -> ModelFinder {
    ModelFinder(try ModelFile([UInt8](data(path))))
  }

  private static func groups(_ path: String) throws -> WordGroups {
    try WordList(parsing: String(decoding: data(path), as: UTF8.self)).groups
  }

  private static func train(
    _ goldPath: String,
    _ wordsPath: String,
    to path: String,
    _ options: Options
  ) throws {
    let trainingData = try data(goldPath)
    let documents = try GoldDocument.read(trainingData)
    let training = Training(groups: try groups(wordsPath), settings: options.settings)
    var file = training.train(documents)
    var record = TrainingRecord(
      trainingData: Training.hash(trainingData),
      wordList: Training.hash(try data(wordsPath)),
      documents: documents.count,
      attributions: documents.reduce(0) { $0 + $1.attributions.count },
      settings: options.settings
    )
    try finish(&file, &record, options.development, path)
  }

  private static func judge(_ path: String, _ options: Options) throws {
    var file = try ModelFile([UInt8](data(path)))
    var record = try JSONDecoder().decode(TrainingRecord.self, from: Data(file.record.utf8))
    file.threshold = options.settings.threshold
    file.cueWeight = options.settings.cueWeight
    file.chainWeight = options.settings.chainWeight
    record.settings.threshold = file.threshold
    record.settings.cueWeight = file.cueWeight
    record.settings.chainWeight = file.chainWeight
    try finish(&file, &record, options.development, path)
  }

  /// Measures a model, writes the record into it and the model to its file.
  private static func finish(
    _ file: inout ModelFile,
    _ record: inout TrainingRecord,
    _ development: String?,
    _ path: String
  ) throws {
    if let development {
      let score = Score(try gold(development), ModelFinder(file))
      print(score.table)
      record.developmentData = Training.hash(try data(development))
      record.results = Score.Kind.allCases.map { TrainingRecord.Result($0, score[$0]) }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    file.record = String(decoding: try encoder.encode(record), as: UTF8.self)
    let bytes = file.encoded
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    Training.log(
      "\(file.cues.features.count) + \(file.arguments.features.count) rows, \(bytes.count) bytes"
    )
  }

  private static func holdOut(
    _ goldPath: String,
    _ wordsPath: String,
    _ options: Options
  ) throws {
    let documents = try gold(goldPath).enumerated()
    let rest = documents.filter { $0.offset % 5 != options.fold }.map(\.element)
      .prefix(options.most)
    let held = documents.filter { $0.offset % 5 == options.fold }.map(\.element)
    let training = Training(groups: try groups(wordsPath), settings: options.settings)
    var file = training.train(Array(rest))
    for weight in [0, 0.25, 0.5] as [Float] {
      file.cueWeight = weight
      file.chainWeight = 1 - weight
      print("cueWeight \(weight)")
      print(Score(held, ModelFinder(file)).table)
    }
    file.cueWeight = options.settings.cueWeight
    file.chainWeight = options.settings.chainWeight
    let finder = ModelFinder(file)
    var categories: [String: Int] = [:]
    for error in held.flatMap({ Comparison($0, finder).errors() }) {
      categories[String(error.prefix { $0 != "\t" }), default: 0] += 1
    }
    for (category, count) in categories.sorted(by: { $0.value > $1.value }) {
      print("\(category) \(count)")
    }
  }

  private static func measureSpeed(_ goldPath: String, _ modelPath: String) throws {
    let finder = try model(modelPath)
    let texts = try gold(goldPath).map(\.text)
    let size = texts.reduce(0) { $0 + $1.utf8.count }
    var best = Double.infinity
    var found = 0
    for _ in 0..<7 {
      found = 0
      let start = clock()
      for text in texts { found += finder.attributions(in: AnalysedText(text)).count }
      best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
    }
    print(
      String(format: "%d bytes, %d attributions, %.2f MB/s", size, found, Double(size) / best / 1e6)
    )
  }
}
