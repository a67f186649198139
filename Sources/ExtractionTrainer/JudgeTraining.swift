import ClaimExtraction

/// The third stage: a logistic regression and decision trees that say which readings are attributions, and trees that
/// choose among the readings of one cue.
struct JudgeTraining {
  private let settings: TrainingSettings
  private var documents: [(document: PreparedDocument, readings: [CueReading], ReadingFeatures)] =
    []

  /// Begins with no documents.
  init(_ settings: TrainingSettings) { self.settings = settings }

  /// Adds what a finder reads in a document that it was not trained on.
  mutating func add(_ document: PreparedDocument, readBy finder: ModelFinder) {
    let (readings, features) = finder.unjudged(document.tagged)
    documents.append((document, readings, features))
  }

  /// Trains all three judges and puts them into a file.
  func train(into file: inout ModelFile) {
    let judge = LogisticRegression.train(examples { _ in true }, settings.judge)
    file.judge = Packing.table(judge, most: 20_000)
    let odds = unseenOdds()
    var verdict = (table: MeasureTable(width: ReadingMeasures.count), labels: [Bool]())
    var choice = (table: MeasureTable(width: ReadingMeasures.countOfChoice), labels: [Bool]())
    var row: [Float] = []
    for (number, (document, readings, features)) in documents.enumerated() {
      let measures = ReadingMeasures(features, odds[number])
      for (place, reading) in readings.enumerated() where !reading.content.isEmpty {
        measures.fill(&row, reading, number: place)
        verdict.table.append(row)
        verdict.labels.append(document.truth(of: reading).isDetected)
        let others = reading.others
        guard !others.isEmpty else { continue }
        let truths = ([reading] + others).map { document.truth(of: $0) }
        guard truths.contains(where: \.isDetected) else { continue }
        measures.addChoices(reading, others, number: place, to: &choice.table)
        choice.labels += truths.map(\.isExact)
      }
    }
    file.verdict = TreeTrainer.train(verdict.table, verdict.labels, settings.verdict)
    file.choice = TreeTrainer.train(choice.table, choice.labels, settings.choice)
    Training.log(
      "\(verdict.labels.count) readings, \(judge.index.count) features of readings, "
        + "\(choice.labels.count) choices"
    )
  }

  /// The examples of the documents with certain numbers.
  private func examples(of isMeant: (Int) -> Bool) -> ExampleSet {
    var set = ExampleSet()
    var buffer = FeatureBuffer()
    for (number, (document, readings, features)) in documents.enumerated() where isMeant(number) {
      for (place, reading) in readings.enumerated() where !reading.content.isEmpty {
        features.fill(&buffer, reading: place)
        set.add(buffer)
        set.close(document.truth(of: reading).isDetected)
      }
    }
    return set
  }

  /// What a logistic judge that has not seen a document thinks of its readings.
  private func unseenOdds() -> [[Float]] {
    var odds = [[Float]](repeating: [], count: documents.count)
    var buffer = FeatureBuffer()
    for fold in 0..<Self.folds {
      let judge = LogisticRegression.train(examples { $0 % Self.folds != fold }, settings.judge)
      for number in documents.indices where number % Self.folds == fold {
        let (_, readings, features) = documents[number]
        odds[number] = readings.indices.map { place in
          features.fill(&buffer, reading: place)
          return judge.sum(buffer)
        }
      }
    }
    return odds
  }

  private static let folds = 5
}

extension PreparedDocument {
  /// How a reading compares with the gold.
  struct Truth {
    /// Whether at least half of the words of both contents are the same.
    var isDetected = false
    /// Whether that is so, the content's words are the same, and so are most of the source's.
    var isExact = false
  }

  /// The gold attribution of a reading's cue.
  private func gold(of reading: CueReading) -> GoldTokens? {
    byHead[reading.head] ?? byHead.values.first { $0.cue.contains(reading.head) }
  }

  /// Compares what becomes of a reading where quotation marks show what is said.
  func truth(of reading: CueReading) -> Truth {
    guard let gold = gold(of: reading) else { return Truth() }
    var reading = reading
    ReadingLinker.separate(&reading, in: tagged.text)
    ReadingLinker.snap(&reading, to: tagged.text)
    let content = words(reading.content.joined())
    let wanted = words(gold.content)
    guard Self.share(content, wanted) >= 0.5 else { return Truth() }
    let source = words(reading.source.joined())
    let speaker = words(gold.source)
    let isSource = source == speaker || Self.share(source, speaker) >= 0.5
    return Truth(isDetected: true, isExact: content == wanted && isSource)
  }

  private func words(_ tokens: some Sequence<Int>) -> Set<Int> {
    Set(tokens.filter { tagged.text.tokens[$0].isWord })
  }

  /// Intersection over union.
  private static func share(_ one: Set<Int>, _ other: Set<Int>) -> Double {
    let shared = one.intersection(other).count
    return shared == 0 ? 0 : Double(shared) / Double(one.count + other.count - shared)
  }
}
