import ClaimExtraction
import ClaimModel
import Foundation

/// Trains and measures the models of ClaimExtraction.
@main
struct ExtractionTrainer {
  static let usage = """
    usage: ExtractionTrainer train GOLD WORDS MODEL [dev=GOLD] [SETTING=NUMBER …]
           ExtractionTrainer holdout GOLD WORDS [fold=N] [most=N] [save=MODEL] [SETTING=NUMBER …]
           ExtractionTrainer judge MODEL dev=GOLD [threshold=N]
           ExtractionTrainer score GOLD MODEL [fold=N]
           ExtractionTrainer predict GOLD MODEL
           ExtractionTrainer errors GOLD MODEL
           ExtractionTrainer speed GOLD MODEL
    train writes a model; with dev= its record holds the scores on that set. holdout trains on four fifths of
    the documents, at most on `most` of them, and measures on the rest, for five thresholds. judge changes the
    threshold, which needs no training. score measures a model, with fold= on one fifth of the documents.
    predict writes one line a document in the gold's form, errors what is wrong, a line an error.
    Of a language that is no part of the program pack=FILE names the data file.
    """

  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let (files, options) = try read(Array(arguments.dropFirst()))
    switch (arguments.first, files.count) {
    case ("train", 3): try train(files[0], files[1], to: files[2], options)
    case ("holdout", 2): try holdOut(files[0], files[1], options)
    case ("judge", 1): try judge(files[0], options)
    case ("score", 2):
      var documents = try gold(files[0])
      if let fold = options.fold {
        documents = documents.enumerated().filter { $0.offset % 5 == fold }.map(\.element)
      }
      print(Score(documents, try model(files[1]), try pack(documents, options)).table)
    case ("predict", 2):
      let documents = try gold(files[0])
      let finder = try model(files[1])
      let pack = try pack(documents, options)
      for document in documents { print(try Comparison(document, finder, pack).line()) }
    case ("errors", 2):
      let documents = try gold(files[0])
      let finder = try model(files[1])
      let pack = try pack(documents, options)
      for document in documents {
        for line in Comparison(document, finder, pack).errors() {
          print(line.replacing("\n", with: " "))
        }
      }
    case ("speed", 2): try measureSpeed(files[0], files[1], options)
    default:
      print(usage)
      exit(2)
    }
  }

  private struct Options {
    var settings = TrainingSettings()
    var development: String?
    var fold: Int?
    var save: String?
    var pack: String?
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
      } else if parts[0] == "save" {
        options.save = String(parts[1])
      } else if parts[0] == "pack" {
        options.pack = String(parts[1])
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

  /// The language pack of the documents' language.
  private static func pack(
    _ documents: [GoldDocument],
    _ options: Options
  ) throws -> LanguagePack {
    if let path = options.pack {
      return try LanguagePack(parsing: String(decoding: data(path), as: UTF8.self))
    }
    guard let pack = LanguagePack.all.first(where: { $0.language == documents.first?.language })
    else {
      Training.log("the language of these documents is no part of the program: give pack=FILE")
      exit(2)
    }
    return pack
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
    let training = Training(
      groups: try groups(wordsPath),
      pack: try pack(documents, options),
      settings: options.settings
    )
    var file = training.train(documents)
    var record = TrainingRecord(
      trainingData: Training.hash(trainingData),
      wordList: Training.hash(try data(wordsPath)),
      documents: documents.count,
      attributions: documents.reduce(0) { $0 + $1.attributions.count },
      settings: options.settings
    )
    try finish(&file, &record, options, path)
  }

  private static func judge(_ path: String, _ options: Options) throws {
    var file = try ModelFile([UInt8](data(path)))
    var record = try JSONDecoder().decode(TrainingRecord.self, from: Data(file.record.utf8))
    file.threshold = options.settings.threshold
    record.settings.threshold = file.threshold
    try finish(&file, &record, options, path)
  }

  /// Measures a model, writes the record into it and the model to its file.
  private static func finish(
    _ file: inout ModelFile,
    _ record: inout TrainingRecord,
    _ options: Options,
    _ path: String
  ) throws {
    if let development = options.development {
      let documents = try gold(development)
      let score = Score(documents, ModelFinder(file), try pack(documents, options))
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
    let fold = options.fold ?? 0
    let rest = documents.filter { $0.offset % 5 != fold }.map(\.element)
      .prefix(options.most)
    let held = documents.filter { $0.offset % 5 == fold }.map(\.element)
    let pack = try pack(held, options)
    let training = Training(groups: try groups(wordsPath), pack: pack, settings: options.settings)
    var file = training.train(Array(rest))
    if let save = options.save { try Data(file.encoded).write(to: URL(fileURLWithPath: save)) }
    for threshold in [0.3, 0.35, 0.4, 0.45, 0.5] as [Float] {
      file.threshold = threshold
      print("threshold \(threshold)")
      print(Score(held, ModelFinder(file), pack).table)
    }
    file.threshold = options.settings.threshold
    let finder = ModelFinder(file)
    var categories: [String: Int] = [:]
    for error in held.flatMap({ Comparison($0, finder, pack).errors() }) {
      categories[String(error.prefix { $0 != "\t" }), default: 0] += 1
    }
    for (category, count) in categories.sorted(by: { $0.value > $1.value }) {
      print("\(category) \(count)")
    }
  }

  private static func measureSpeed(
    _ goldPath: String,
    _ modelPath: String,
    _ options: Options
  ) throws {
    let documents = try gold(goldPath)
    let finder = try model(modelPath)
    let pack = try pack(documents, options)
    let texts = documents.map(\.text)
    let size = texts.reduce(0) { $0 + $1.utf8.count }
    func report(_ what: String, _ work: (String) -> Int) {
      var best = Double.infinity
      var found = 0
      for _ in 0..<7 {
        let start = clock()
        found = texts.reduce(0) { $0 + work($1) }
        best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
      }
      print(
        String(
          format: "%@: %d bytes, %d attributions, %.2f MB/s",
          what,
          size,
          found,
          Double(size) / best / 1e6
        )
      )
    }
    report("attributions") { finder.attributions(in: TaggedText(AnalysedText($0), pack)).count }
    // With the model that is part of the program.
    let extractor = ClaimExtractor()
    let hash = ContentHash(bytes: [UInt8](repeating: 0, count: 32))
    report("everything") { text in
      let document = Document(
        text: text,
        blocks: [],
        metadata: DocumentMetadata(),
        rawHash: hash,
        textHash: hash
      )
      return extractor.extract(document).attributions.count
    }
  }
}
