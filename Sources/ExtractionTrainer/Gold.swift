import ClaimExtraction
import ClaimModel
import Foundation

/// One annotated document, its spans in UTF-8 bytes.
struct GoldDocument: Sendable {
  /// One annotated attribution.
  struct Attribution: Sendable {
    var content: [TextSpan]
    var cue: [TextSpan]
    var source: [TextSpan]
    var speaker: String
  }

  let id: String
  let language: LanguageTag
  let text: String
  let attributions: [Attribution]

  /// Reads a JSON Lines file in the gold format.
  static func read(_ data: Data) throws -> [GoldDocument] {
    let decoder = JSONDecoder()
    return try data.split(separator: UInt8(ascii: "\n")).map { line in
      try GoldDocument(decoder.decode(Line.self, from: Data(line)))
    }
  }

  /// Makes a document.
  init(id: String, language: LanguageTag, text: String, attributions: [Attribution]) {
    self.id = id
    self.language = language
    self.text = text
    self.attributions = attributions
  }

  private init(_ line: Line) {
    let map = OffsetMap(line.text)
    func spans(_ ranges: [[Int]]) -> [TextSpan] {
      ranges.compactMap { $0.count == 2 ? map.span(codePoints: $0[0]..<max($0[0], $0[1])) : nil }
    }
    id = line.id
    language = LanguageTag(rawValue: line.lang)
    text = line.text
    attributions = line.attributions.map {
      Attribution(
        content: spans($0.content),
        cue: spans($0.cue),
        source: spans($0.source),
        speaker: $0.speaker ?? ""
      )
    }
  }

  private struct Line: Decodable {
    struct Attribution: Decodable {
      var content: [[Int]]
      var cue: [[Int]]
      var source: [[Int]]
      var speaker: String?
    }

    var id: String
    var lang: String
    var text: String
    var attributions: [Attribution]
  }
}

/// A gold document as the features see it.
struct PreparedDocument: Sendable {
  let gold: GoldDocument
  let tagged: TaggedText
  let traits: TraitColumns
  /// The gold attributions by their cue's head; those without a cue are left out.
  let byHead: [Int: GoldTokens]

  /// One gold attribution as tokens.
  struct GoldTokens: Sendable {
    var content: Set<Int>
    var cue: Set<Int>
    var source: Set<Int>
  }

  /// Reads a document; `cueRates` says how often a form stands in a cue and decides which word of a cue is its head.
  init(
    _ gold: GoldDocument,
    text: AnalysedText,
    groups: WordGroups,
    pack: LanguagePack,
    cueRates: [UInt64: Double]
  ) {
    self.gold = gold
    tagged = TaggedText(text, pack)
    traits = TraitColumns(tagged, groups)
    var byHead: [Int: GoldTokens] = [:]
    for attribution in gold.attributions {
      let cue = Self.tokens(attribution.cue, in: text)
      let heads = cue.filter {
        let kind = text.tokens[$0].kind
        return kind == .word || kind == .colon || kind == .dash
      }
      let head = heads.max {
        cueRates[text.tokens[$0].form.rawValue, default: 0]
          < cueRates[text.tokens[$1].form.rawValue, default: 0]
      }
      guard let head, byHead[head] == nil else { continue }
      byHead[head] = GoldTokens(
        content: Self.trimmed(Self.tokens(attribution.content, in: text), text),
        cue: Set(cue),
        source: Self.trimmed(Self.tokens(attribution.source, in: text), text)
      )
    }
    self.byHead = byHead
  }

  /// The tokens that share a byte with one of the spans, ascending.
  static func tokens(_ spans: [TextSpan], in text: AnalysedText) -> [Int] {
    var found: [Int] = []
    for span in spans {
      var index = text.token(atOrAfterByte: span.start)
      if index > 0, Int(text.tokens[index - 1].end) > span.start { index -= 1 }
      while index < text.tokens.count, Int(text.tokens[index].start) < span.end {
        found.append(index)
        index += 1
      }
    }
    return Array(Set(found)).sorted()
  }

  /// Leaves out the marks at the edges of each run of tokens.
  private static func trimmed(_ tokens: [Int], _ text: AnalysedText) -> Set<Int> {
    var kept: Set<Int> = []
    var run: [Int] = []
    func flush() {
      var run = run[...]
      while let first = run.first, !text.tokens[first].isWord { run = run.dropFirst() }
      while let last = run.last, !text.tokens[last].isWord { run = run.dropLast() }
      kept.formUnion(run)
    }
    for token in tokens {
      if let last = run.last, token != last + 1 {
        flush()
        run = []
      }
      run.append(token)
    }
    flush()
    return kept
  }

  /// How often each form stands in a cue, of the times it stands at all; rare forms are drawn towards 0.
  static func cueRates(_ documents: [(GoldDocument, AnalysedText)]) -> [UInt64: Double] {
    var inCue: [UInt64: Double] = [:]
    var all: [UInt64: Double] = [:]
    for (gold, text) in documents {
      for token in text.tokens { all[token.form.rawValue, default: 0] += 1 }
      for attribution in gold.attributions {
        for token in tokens(attribution.cue, in: text) {
          inCue[text.tokens[token].form.rawValue, default: 0] += 1
        }
      }
    }
    return inCue.reduce(into: [:]) { rates, entry in
      rates[entry.key] = entry.value / ((all[entry.key] ?? 0) + 2)
    }
  }
}
