import ClaimModel

/// The verdicts and stages that occur on a page, and how each is drawn.
struct Legend: Sendable {
  /// The verdicts in the order of their scales, each with its number of claims; "no verdict" last.
  let verdicts: [Entry]
  /// The stages, published first, each with its number of claims.
  let stages: [Entry]
  private let places: [RatingName?: Int]

  /// A verdict or a stage.
  struct Entry: Sendable {
    /// What it is called in addresses: `v-mostly-false`, `s-published`.
    let key: String
    /// The class of everything that belongs to it: `v0`, `s-published`.
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
    var counts: [RatingName?: Int] = [:]
    var stageCounts: [ClaimStatus.Stage: Int] = [:]
    for (rating, stage) in claims {
      counts[rating, default: 0] += 1
      stageCounts[stage, default: 0] += 1
    }
    var entries: [Entry] = []
    var places: [RatingName?: Int] = [:]
    func add(_ name: RatingName?, tone: String, sign: String, label: String) {
      guard let count = counts[name], places[name] == nil else { return }
      places[name] = entries.count
      entries.append(
        Entry(
          key: name.map { "v-\($0.rating)" } ?? "v-none",
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
    add(nil, tone: "t-none", sign: "…", label: words(ClaimPhrase.noVerdict))
    verdicts = entries
    self.places = places
    stages = ClaimStatus.Stage.allCases.compactMap { stage in
      stageCounts[stage].map {
        Entry(
          key: "s-\(stage.css)",
          css: "s-\(stage.css)",
          tone: "",
          sign: "",
          label: words(stage),
          count: $0
        )
      }
    }
  }

  /// How a claim's verdict is drawn.
  func entry(_ rating: RatingName?) -> Entry {
    places[rating].map { verdicts[$0] }
      ?? Entry(key: "", css: "", tone: "t-none", sign: "…", label: "", count: 0)
  }

  /// "3 true, 1 false", for sentences and for charts' descriptions.
  var inWords: String {
    verdicts.map { "\($0.count) \($0.label.lowercased())" }.joined(separator: ", ")
  }
}

extension Rating.Tone {
  /// The class that gives a verdict its colour and line.
  var css: String { "t-\(rawValue)" }
}

extension ClaimStatus.Stage {
  /// The stage's name in classes and addresses.
  var css: String { rawValue.lowercased() }
}
