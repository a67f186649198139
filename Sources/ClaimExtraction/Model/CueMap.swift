/// What the first stage's scores say of a whole document; the second stage looks at it.
package struct CueMap: Sendable {
  /// The first stage's log-odds of each token.
  package let scores: [Float]
  /// How likely each token is a cue's head, in a few steps.
  let levels: [UInt8]
  /// In how many other sentences, up to three, the token's form stands near a likely cue; of capitalised words only.
  let speakers: [UInt8]
  /// How likely the same form is a cue elsewhere in the document, in a few steps.
  let elsewhere: [UInt8]

  /// How far from a likely cue its speaker is looked for, in tokens.
  private static let reach = 8

  /// Reads the scores of a text.
  package init(_ text: AnalysedText, _ traits: TraitColumns, scores: [Float]) {
    self.scores = scores
    levels = scores.map { CueLevel.of($0) }
    var near: [UInt64: (count: UInt8, sentence: Int32)] = [:]
    var isNear = [Bool](repeating: false, count: scores.count)
    var best: [UInt64: (first: Float, second: Float)] = [:]
    for token in scores.indices where scores[token] > -3 {
      let form = traits[token].form
      if let known = best[form] {
        best[form] =
          scores[token] > known.first
          ? (scores[token], known.first) : (known.first, max(known.second, scores[token]))
      } else {
        best[form] = (scores[token], -20)
      }
      guard scores[token] > 0 else { continue }
      let sentence = text.sentences[Int(traits[token].sentence)]
      let lower = max(sentence.lowerBound, token - Self.reach)
      let upper = min(sentence.upperBound, token + Self.reach + 1)
      for at in lower..<upper where text.tokens[at].isCapitalised && !text.tokens[at].isQuoted {
        isNear[at] = true
        let known = near[traits[at].form] ?? (0, -1)
        if known.sentence != traits[at].sentence {
          near[traits[at].form] = (min(known.count, 100) + 1, traits[at].sentence)
        }
      }
    }
    var speakers = [UInt8](repeating: 0, count: scores.count)
    var elsewhere = speakers
    for token in scores.indices {
      if text.tokens[token].isCapitalised, let known = near[traits[token].form] {
        speakers[token] = min(3, known.count - (isNear[token] ? 1 : 0))
      }
      if scores[token] > -20, let known = best[traits[token].form] {
        elsewhere[token] = Self.step(scores[token] >= known.first ? known.second : known.first)
      }
    }
    self.speakers = speakers
    self.elsewhere = elsewhere
  }

  private static func step(_ score: Float) -> UInt8 {
    score < -10 ? 0 : score < -3 ? 1 : score < -1 ? 2 : score < 1 ? 3 : score < 3 ? 4 : 5
  }

  /// A token's level, 0 beyond the text.
  @inline(__always)
  func level(_ index: Int) -> UInt64 {
    index >= 0 && index < levels.count ? UInt64(levels[index]) : 0
  }

  /// A token's speaker level, 0 beyond the text.
  @inline(__always)
  func speaker(_ index: Int) -> UInt64 {
    index >= 0 && index < speakers.count ? UInt64(speakers[index]) : 0
  }
}
