import ClaimModel

/// The verdicts and stages that occur on a page, and how each is drawn.
struct Legend: Sendable {
  /// The verdicts in the order of their scales, each with its number of claims; "no verdict" last.
  let verdicts: [Entry]
  /// The stages, published first, each with its number of claims.
  let stages: [Entry]
  private let places: [RatingName?: Int]
  private let stagePlaces: [ClaimStatus.Stage: Int]

  /// A verdict or a stage.
  struct Entry: Sendable {
    /// What it is called in addresses: `v-mostly-false`, `s-published`; `v-` where there is no verdict.
    let key: String
    /// The class of everything that belongs to it: `v0`, `s0`.
    let css: String
    /// The class of its colour and line, for verdicts.
    let tone: String
    /// Its sign; empty for stages.
    let sign: String
    /// Its label in the page's language.
    let label: String
    /// How many claims it has.
    var count: Int
  }

  /// Counts verdicts and stages.
  init(
    _ claims: some Sequence<(RatingName?, ClaimStatus.Stage)>,
    scales: [RatingScale],
    words: Wording
  ) {
    var verdicts: [RatingName?: Int] = [:]
    var stages: [ClaimStatus.Stage: Int] = [:]
    for (rating, stage) in claims {
      verdicts[rating, default: 0] += 1
      stages[stage, default: 0] += 1
    }
    self.init(verdicts: verdicts, stages: stages, scales: scales, words: words)
  }

  /// Takes verdicts and stages that are counted already.
  init(
    verdicts counts: [RatingName?: Int],
    stages stageCounts: [ClaimStatus.Stage: Int],
    scales: [RatingScale],
    words: Wording
  ) {
    var entries: [Entry] = []
    var places: [RatingName?: Int] = [:]
    func add(_ name: RatingName?, tone: String, sign: String, label: String) {
      guard let count = counts[name], places[name] == nil else { return }
      places[name] = entries.count
      entries.append(
        Entry(
          key: "v-\(name?.rating ?? "")",
          css: "v\(entries.count)",
          tone: tone,
          sign: sign,
          label: label,
          count: count
        )
      )
    }
    for scale in scales {
      for rating in scale.ratings {
        add(
          RatingName(scale: scale.name, rating: rating.name),
          tone: rating.tone.css,
          sign: rating.sign,
          label: rating.label(in: words.language)
        )
      }
    }
    // A verdict on a scale that was not handed over is shown under its own name.
    let unknown = counts.keys.compactMap { $0 }.filter { places[$0] == nil }
    for name in unknown.sorted(by: { ($0.scale, $0.rating) < ($1.scale, $1.rating) }) {
      add(name, tone: Rating.Tone.open.css, sign: "?", label: name.rating)
    }
    add(nil, tone: Self.noTone, sign: "…", label: words(ClaimPhrase.noVerdict))
    verdicts = entries
    self.places = places
    let present = ClaimStatus.Stage.allCases.filter { stageCounts[$0] != nil }
    stages = present.enumerated().map { place, stage in
      Entry(
        key: "s-\(stage.rawValue.lowercased())",
        css: "s\(place)",
        tone: "",
        sign: "",
        label: words(stage),
        count: stageCounts[stage] ?? 0
      )
    }
    stagePlaces = Dictionary(present.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// The class of what has no verdict.
  private static let noTone = "t0"

  /// How a claim's verdict is drawn.
  func entry(_ rating: RatingName?) -> Entry {
    places[rating].map { verdicts[$0] }
      ?? Entry(key: "", css: "", tone: Self.noTone, sign: "…", label: "", count: 0)
  }

  /// Where a verdict stands among those that occur; nil where no claim has it.
  func place(of rating: RatingName?) -> Int? { places[rating] }

  /// What is known of a stage; nil where no claim is in it.
  func entry(_ stage: ClaimStatus.Stage) -> Entry? { stagePlaces[stage].map { stages[$0] } }

  /// "3 true, 1 false", for sentences and for charts' descriptions.
  var inWords: String {
    verdicts.map { "\($0.count) \($0.label.lowercased())" }.joined(separator: ", ")
  }
}

extension Rating.Tone {
  /// The class that gives a verdict its colour and line; what each means stands in `base.css`.
  var css: String {
    switch self {
    case .right: return "t1"
    case .mostlyRight: return "t2"
    case .mixed: return "t3"
    case .mostlyWrong: return "t4"
    case .wrong: return "t5"
    case .open: return "t6"
    }
  }
}
