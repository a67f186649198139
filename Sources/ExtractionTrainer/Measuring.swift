import ClaimExtraction
import ClaimModel
import Foundation

/// A gold document with what a finder makes of it, ready to be compared.
struct Comparison {
  let document: GoldDocument
  let found: [FoundAttribution]
  let words: ScoredText
  let truth: [ScoredAttribution]
  let predicted: [ScoredAttribution]
  private let map: OffsetMap

  init(_ document: GoldDocument, _ finder: some AttributionFinder, _ pack: LanguagePack) {
    self.document = document
    found = finder.attributions(in: TaggedText(AnalysedText(document.text), pack))
    let words = ScoredText(document.text)
    let map = OffsetMap(document.text)
    func tokens(_ spans: [TextSpan]) -> Set<Int> { words.tokens(spans.map { map.codePoints($0) }) }
    predicted = found.map {
      ScoredAttribution(content: tokens($0.content), source: tokens($0.mention))
    }
    truth = document.attributions.map {
      ScoredAttribution(content: tokens($0.content), source: tokens($0.source))
    }
    self.words = words
    self.map = map
  }

  /// The prediction as one line in the gold's form.
  func line() throws -> String {
    struct Line: Encodable {
      struct Attribution: Encodable {
        var content: [[Int]]
        var cue: [[Int]]
        var source: [[Int]]
      }
      var id: String
      var attributions: [Attribution]
    }
    func points(_ spans: [TextSpan]) -> [[Int]] {
      spans.map {
        let range = map.codePoints($0)
        return [range.lowerBound, range.upperBound]
      }
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let line = Line(
      id: document.id,
      attributions: found.map {
        Line.Attribution(
          content: points($0.content),
          cue: points($0.cue),
          source: points($0.mention)
        )
      }
    )
    return String(decoding: try encoder.encode(line), as: UTF8.self)
  }

  /// What is wrong with the prediction, a line an error, by category.
  func errors() -> [String] {
    func show(_ spans: [TextSpan]) -> String {
      spans.map { document.text.slice($0).map(String.init) ?? "" }.joined(separator: " … ")
    }
    var lines: [String] = []
    let pairs = Score.matches(predicted, truth)
    for (number, gold) in document.attributions.enumerated() {
      let wanted = "\(show(gold.source)) | \(show(gold.cue)) | \(show(gold.content))"
      guard let pair = pairs.first(where: { $0.1 == number }) else {
        let isCueFound = found.contains { guess in
          guess.cue.contains { cue in gold.cue.contains { $0.overlaps(cue) } }
        }
        lines.append("\(isCueFound ? "missed content" : "missed cue")\t\(document.id)\t\(wanted)")
        continue
      }
      let guess = found[pair.0]
      let got = "\(show(guess.mention)) | \(show(guess.cue)) | \(show(guess.content))"
      if predicted[pair.0].content != truth[number].content {
        lines.append("boundary\t\(document.id)\t\(wanted)\t\(got)")
      }
      if !words.sourceIsRight(predicted[pair.0].source, truth[number].source) {
        lines.append("source\t\(document.id)\t\(wanted)\t\(got)")
      }
    }
    for (number, guess) in found.enumerated() where !pairs.contains(where: { $0.0 == number }) {
      lines.append(
        "false\t\(document.id)\t\(show(guess.mention)) | \(show(guess.cue)) | \(show(guess.content))"
      )
    }
    return lines
  }
}

extension Score {
  /// Scores a finder on annotated documents.
  init(_ documents: [GoldDocument], _ finder: some AttributionFinder, _ pack: LanguagePack) {
    self.init()
    for document in documents {
      let comparison = Comparison(document, finder, pack)
      add(comparison.words, gold: comparison.truth, predicted: comparison.predicted)
    }
  }

  /// One line a kind.
  var table: String {
    Kind.allCases.map { kind in
      let f1 = self[kind].f1
      return String(
        format: "%-9@ gold %5d  found %5d  detect %5.1f  strict %5.1f  full %5.1f",
        "\(kind)" as NSString,
        self[kind].gold,
        self[kind].predicted,
        f1.detect,
        f1.strict,
        f1.full
      )
    }.joined(separator: "\n")
  }
}
