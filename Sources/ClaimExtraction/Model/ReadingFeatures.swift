/// Features that tell whether a reading is an attribution: what the chain made of the cue's window as a whole, and
/// the other readings round it.
package struct ReadingFeatures: Sendable {
  let tagged: TaggedText
  let traits: TraitColumns
  let map: CueMap
  let hints: RuleHints
  let readings: [CueReading]
  /// For each reading, its rivals among the others.
  private let rivals: [Rivalry]

  /// Reads from the readings of one text, ascending by head.
  package init(
    _ tagged: TaggedText,
    _ traits: TraitColumns,
    _ map: CueMap,
    _ hints: RuleHints,
    _ readings: [CueReading]
  ) {
    self.tagged = tagged
    self.traits = traits
    self.map = map
    self.hints = hints
    self.readings = readings
    rivals = readings.indices.map { Rivalry(of: $0, readings) }
  }

  /// Fills `buffer` with what is known of the reading with this number.
  package func fill(_ buffer: inout FeatureBuffer, reading number: Int) {
    buffer.removeAll()
    let reading = readings[number]
    let head = traits[reading.head]
    buffer.add(400, 0)
    thermometer(&buffer, 401, reading.cueScore)
    thermometer(&buffer, 402, reading.chainScore)
    thermometer(&buffer, 403, reading.pathScore + 4)
    let odds = Self.step(reading.cueScore / 2 + reading.chainScore / 2)
    buffer.add(404, joined(Self.step(reading.cueScore), Self.step(reading.chainScore)))
    let source = kind(ofSource: reading)
    let content = kind(ofContent: reading)
    let length = Self.bucket(reading.content.reduce(0) { $0 + $1.count })
    buffer.add(405, source)
    buffer.add(406, content)
    buffer.add(407, joined(source, content))
    buffer.add(408, joined(length, content))
    buffer.add(409, joined(head.form, source))
    buffer.add(410, joined(head.form, content))
    buffer.add(411, joined(head.group, joined(source, content)))
    buffer.add(412, joined(head.suffix, joined(source, content)))
    buffer.add(413, joined(head.form, odds))
    buffer.add(414, joined(head.group, odds))
    buffer.add(415, joined(source, odds))
    buffer.add(416, joined(content, odds))
    buffer.add(417, joined(length, odds))
    buffer.add(418, joined(head.form, length))
    buffer.add(419, joined(head.group, length))
    if let first = reading.content.first?.lowerBound, let last = reading.content.last?.upperBound {
      let start = traits[first]
      let before = traits[first - 1]
      let end = traits[last - 1]
      let after = traits[last]
      buffer.add(420, joined(before.category, start.category))
      buffer.add(421, joined(end.category, after.category))
      buffer.add(422, joined(head.group, start.category))
      buffer.add(423, start.form)
      buffer.add(424, before.form)
      buffer.add(425, joined(before.look, joined(start.look, start.place)))
      buffer.add(426, joined(after.look, joined(end.look, end.place)))
      buffer.add(427, joined(head.group, joined(start.classes, start.look)))
      let gap =
        first > reading.head ? first - reading.head : last <= reading.head ? last - reading.head : 0
      buffer.add(428, Self.distance(gap))
      buffer.add(429, joined(Self.distance(gap), head.group))
      buffer.add(430, joined(Self.distance(gap), content))
    }
    if let range = reading.source.first {
      let speaker = max(map.speaker(range.lowerBound), map.speaker(range.upperBound - 1))
      let start = traits[range.lowerBound]
      buffer.add(431, joined(speaker, source))
      buffer.add(432, start.form)
      buffer.add(433, joined(start.classes, start.look))
      buffer.add(
        434,
        joined(traits[range.lowerBound - 1].category, traits[range.upperBound].category)
      )
      buffer.add(435, Self.distance(range.lowerBound - reading.head))
      buffer.add(436, Self.bucket(range.count))
      buffer.add(437, joined(speaker, odds))
      buffer.add(
        438,
        joined(traits[range.upperBound - 1].classes, traits[range.upperBound - 1].look)
      )
    }
    let rival = rivals[number]
    buffer.add(440, rival.relation)
    buffer.add(441, joined(rival.relation, Self.step(rival.odds)))
    buffer.add(442, joined(rival.relation, Self.step((rival.odds - own(reading)) / 2)))
    buffer.add(443, joined(rival.relation, joined(source, Self.step(rival.odds))))
    buffer.add(444, joined(rival.relation, odds))
    buffer.add(445, joined(UInt64(map.elsewhere[reading.head]), odds))
    buffer.add(446, joined(head.quote, content))
    buffer.add(447, joined(head.quote, odds))
    let number = hints.owners[reading.head]
    var agreement: UInt64 = 0
    if number >= 0 {
      let ruled = hints.readings[Int(number)]
      let shared = Self.overlap(ruled.content, reading.content)
      agreement =
        1 + UInt64(shared * 4) + (Self.overlap(ruled.source, reading.source) >= 0.5 ? 8 : 0)
    }
    if reading.isRuled {
      let confidence = number >= 0 ? UInt64(hints.readings[Int(number)].confidence) : 0
      buffer.add(453, confidence)
      buffer.add(454, joined(confidence, head.form))
      buffer.add(455, joined(confidence, head.classes))
      buffer.add(456, joined(confidence, content))
      buffer.add(457, joined(confidence, source))
    }
    buffer.add(450, agreement)
    buffer.add(451, joined(agreement, odds))
    buffer.add(452, joined(agreement, joined(source, content)))
  }

  /// The source that the rules read for the same cue, where their content is about the same, too.
  func ruledSource(of reading: CueReading) -> [Range<Int>] {
    let number = hints.owners[reading.head]
    guard number >= 0 else { return [] }
    let ruled = hints.readings[Int(number)]
    return Self.overlap(ruled.content, reading.content) >= 0.5 ? ruled.source : []
  }

  @inline(__always)
  private func own(_ reading: CueReading) -> Float { reading.cueScore / 2 + reading.chainScore / 2 }

  /// One feature for each step that a score exceeds, so that the weights can draw any rising curve.
  @inline(__always)
  private func thermometer(_ buffer: inout FeatureBuffer, _ template: UInt64, _ score: Float) {
    let steps = Int(max(0, min(24, (score + 6) * 2)))
    for step in 0..<steps { buffer.add(template, UInt64(step)) }
  }

  @inline(__always)
  private static func step(_ score: Float) -> UInt64 {
    UInt64(bitPattern: Int64(max(-6, min(6, score)).rounded(.down)))
  }

  @inline(__always)
  private static func bucket(_ count: Int) -> UInt64 {
    UInt64(
      count <= 4 ? count : count <= 6 ? 5 : count <= 9 ? 6 : count <= 14 ? 7 : count <= 24 ? 8 : 9
    )
  }

  @inline(__always)
  private static func distance(_ distance: Int) -> UInt64 {
    bucket(abs(distance)) | (distance < 0 ? 16 : 0)
  }

  /// Whether there is a source, how it looks and on which side of the cue it stands.
  func kind(ofSource reading: CueReading) -> UInt64 {
    guard let range = reading.source.first else { return 0 }
    if range.contains(reading.head) { return 1 }
    let side: UInt64 = range.lowerBound > reading.head ? 8 : 16
    let first = tagged.text.tokens[range.lowerBound]
    if tagged.has(range.lowerBound, .pronoun) { return side | 2 }
    if tagged.has(range.lowerBound, .ownPronoun) { return side | 3 }
    if tagged.has(range.lowerBound, .vagueSource) { return side | 4 }
    if first.isCapitalised { return side | 5 }
    if range.contains(where: { tagged.text.tokens[$0].isCapitalised }) { return side | 6 }
    return side | 7
  }

  /// How much of the content is quoted, on which side of the cue it stands and whether it ends its sentence.
  private func kind(ofContent reading: CueReading) -> UInt64 {
    var words = 0
    var quoted = 0
    for piece in reading.content {
      for token in piece where tagged.text.tokens[token].isWord {
        words += 1
        if tagged.text.tokens[token].isQuoted { quoted += 1 }
      }
    }
    var kind: UInt64 = quoted == 0 ? 0 : quoted == words ? 1 : 2
    if let first = reading.content.first, let last = reading.content.last {
      if last.upperBound <= reading.head {
        kind |= 4
      } else if first.lowerBound < reading.head {
        kind |= 8
      }
      let sentence = tagged.text.sentences[Int(traits[last.upperBound - 1].sentence)]
      if sentence.upperBound - last.upperBound <= 2 { kind |= 16 }
      if reading.content.count > 1 { kind |= 32 }
    }
    return kind
  }

  /// The share of tokens that two lists of ranges have in common.
  static func overlap(_ one: [Range<Int>], _ other: [Range<Int>]) -> Double {
    var shared = 0
    for range in one {
      for piece in other where piece.overlaps(range) { shared += piece.clamped(to: range).count }
    }
    let all = one.reduce(0) { $0 + $1.count } + other.reduce(0) { $0 + $1.count } - shared
    return all > 0 ? Double(shared) / Double(all) : 0
  }
}

/// The likeliest of the readings whose content overlaps with one's, and how the two lie to each other.
private struct Rivalry: Sendable {
  /// How the two lie: 0 where there is no rival.
  var relation: UInt64 = 0
  /// The rival's odds.
  var odds: Float = -20

  /// How many readings on each side are looked at.
  private static let reach = 12

  init(of number: Int, _ readings: [CueReading]) {
    let reading = readings[number]
    for other in max(0, number - Self.reach)..<min(readings.count, number + Self.reach + 1)
    where other != number {
      let rival = readings[other]
      let odds = rival.cueScore / 2 + rival.chainScore / 2
      guard odds > self.odds else { continue }
      var shared = 0
      for piece in reading.content {
        for range in rival.content where range.overlaps(piece) {
          shared += range.clamped(to: piece).count
        }
      }
      guard shared > 0 else { continue }
      self.odds = odds
      let own = reading.content.reduce(0) { $0 + $1.count }
      let its = rival.content.reduce(0) { $0 + $1.count }
      let isMost = shared * 2 > min(own, its)
      let isInside = rival.content.contains { $0.contains(reading.head) }
      let isRound = reading.content.contains { $0.contains(rival.head) }
      let ownSource = reading.source.first.map { source in
        rival.content.contains { $0.contains(source.lowerBound) }
      }
      relation =
        1 | (isMost ? 2 : 0) | (isInside ? 4 : 0) | (isRound ? 8 : 0)
        | (ownSource == true ? 16 : ownSource == false ? 32 : 0)
        | (own < its ? 64 : own == its ? 128 : 0)
    }
  }
}
