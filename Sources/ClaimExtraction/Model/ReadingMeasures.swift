import ClaimModel

/// What is measured of a reading, as numbers that decision trees can ask about.
///
/// Nothing in them tells one document from another, such as its length or how much of it is quoted: that helps on articles
/// like those that were learned from and harms on later ones.
package struct ReadingMeasures: Sendable {
  private let features: ReadingFeatures
  /// What the logistic judge thinks of each reading.
  private let odds: [Float]
  /// From where to where each reading's content reaches.
  private let extents: [Range<Int>]

  /// How many measures of a reading there are.
  package static let count = 51
  /// How many more there are of one of several readings of a cue.
  package static let countOfChoice = count + 16

  /// How many readings on each side are looked at.
  private static let reach = 16

  /// Measures the readings of one text.
  package init(_ features: ReadingFeatures, _ odds: [Float]) {
    self.features = features
    self.odds = odds
    extents = features.readings.map { Self.extent($0) }
  }

  private static func extent(_ reading: CueReading) -> Range<Int> {
    guard let first = reading.content.first, let last = reading.content.last else { return 0..<0 }
    return first.lowerBound..<max(first.lowerBound, last.upperBound)
  }

  private static func near(_ number: Int, _ count: Int) -> Range<Int> {
    max(0, number - reach)..<min(count, number + reach + 1)
  }

  /// Fills `row` with the measures of a reading, which is the one with this number or another of the same cue.
  package func fill(_ row: inout [Float], _ reading: CueReading, number: Int) {
    row.removeAll(keepingCapacity: true)
    row.append(odds[number])
    row.append(reading.cueScore)
    row.append(reading.chainScore)
    row.append(reading.pathScore)
    row.append(Float(reading.standing.rank))
    row.append(reading.standing.lead)
    row.append(Float(features.readings[number].unread.count))
    row.append(reading.standing.content)
    row.append(reading.standing.source)
    row.append(reading.standing.both)
    row.append(reading.isRuled ? 1 : 0)
    fillSource(&row, reading)
    fillContent(&row, reading)
    fillPlace(&row, reading)
    fillRules(&row, reading)
    fillRival(&row, reading, number)
  }

  /// Adds how a reading differs from the likeliest of the same cue, given the measures of both.
  package static func compare(_ row: inout [Float], with first: [Float]) {
    for measure in sourceMeasures { row.append(row[measure] - first[measure]) }
    for measure in contentMeasures { row.append(row[measure] - first[measure]) }
  }

  private static let sourceMeasures = 11..<15
  private static let contentMeasures = 16..<28

  private static func size(_ ranges: [Range<Int>]) -> Float {
    Float(ranges.reduce(0) { $0 + $1.count })
  }

  private func fillSource(_ row: inout [Float], _ reading: CueReading) {
    let kind = features.kind(ofSource: reading)
    row.append(Float(kind & 7))
    row.append(kind & 8 != 0 ? 2 : kind & 16 != 0 ? 3 : kind == 1 ? 1 : 0)
    row.append(Self.size(reading.source))
    row.append(Float((reading.source.first?.lowerBound ?? reading.head) - reading.head))
    row.append(
      reading.source.first.map {
        let map = features.map
        return Float(max(map.speaker($0.lowerBound), map.speaker($0.upperBound - 1)))
      } ?? -1
    )
  }

  private func fillContent(_ row: inout [Float], _ reading: CueReading) {
    let text = features.tagged.text
    let traits = features.traits
    var words: Float = 0
    var inside: Float = 0
    for piece in reading.content {
      for token in piece where text.tokens[token].isWord {
        words += 1
        if text.tokens[token].isQuoted { inside += 1 }
      }
    }
    let head = reading.head
    let first = reading.content.first?.lowerBound ?? head
    let end = reading.content.last?.upperBound ?? head + 1
    let last = end - 1
    row.append(words > 0 ? inside / words : 0)
    row.append(words)
    row.append(Self.size(reading.content))
    row.append(Float(reading.content.count))
    row.append(end <= head ? 1 : first < head ? 2 : 0)
    row.append(Float(sentence(of: last).upperBound - end))
    row.append(Float(first - sentence(of: first).lowerBound))
    row.append(Float(first > head ? first - head : end <= head ? last - head : 0))
    row.append(Float(traits[first - 1].look))
    row.append(Float(traits[first].look))
    row.append(Float(traits[end].look))
    row.append(Float(traits[last].look))
    let links = WordClass.complementiser.rawValue
    row.append(
      traits[first].classes & links != 0 ? 1 : traits[first - 1].classes & links != 0 ? 2 : 0
    )
    row.append(Float(traits[last].sentence - traits[first].sentence))
    row.append(
      reading.source.first.map {
        $0.lowerBound >= end
          ? Float($0.lowerBound - end)
          : $0.upperBound <= first ? Float(first - $0.upperBound) : -1
      } ?? -2
    )
  }

  /// The sentence of a token, of the nearest one where it stands outside the text.
  private func sentence(of token: Int) -> Range<Int> {
    let text = features.tagged.text
    let inside = max(0, min(token, text.tokens.count - 1))
    return text.sentences[Int(features.traits[inside].sentence)]
  }

  private func fillPlace(_ row: inout [Float], _ reading: CueReading) {
    let head = features.traits[reading.head]
    let sentence = sentence(of: reading.head)
    row.append(Float(head.quote))
    row.append(Float(head.look))
    row.append(Float(reading.head - sentence.lowerBound))
    row.append(Float(sentence.count))
    row.append(Float(head.paragraph))
    row.append(Float(reading.head) / Float(features.tagged.text.tokens.count))
    row.append(Float(features.map.elsewhere[reading.head]))
    row.append(Self.size(reading.cue))
  }

  private func fillRules(_ row: inout [Float], _ reading: CueReading) {
    let owner = features.hints.owners[reading.head]
    guard owner >= 0 else {
      row.append(-1)
      row.append(-1)
      row.append(0)
      return
    }
    let ruled = features.hints.readings[Int(owner)]
    row.append(Float(ReadingFeatures.overlap(ruled.content, reading.content)))
    row.append(Float(ReadingFeatures.overlap(ruled.source, reading.source)))
    row.append(Float(ruled.confidence))
  }

  /// Measures the likeliest of the readings whose content overlaps with this one's.
  private func fillRival(_ row: inout [Float], _ reading: CueReading, _ number: Int) {
    let readings = features.readings
    var best: (number: Int, shared: Float)?
    var likely: Float = 0
    let extent = Self.extent(reading)
    for other in Self.near(number, readings.count)
    where extents[other].overlaps(extent) && readings[other].head != reading.head {
      var shared = 0
      for piece in reading.content {
        for range in readings[other].content where range.overlaps(piece) {
          shared += range.clamped(to: piece).count
        }
      }
      guard shared > 0 else { continue }
      if odds[other] > 0 { likely += 1 }
      if best.map({ odds[other] > odds[$0.number] }) ?? true { best = (other, Float(shared)) }
    }
    row.append(likely)
    guard let best else {
      for value in [0, 0, -20, -20, 0, 0, 0, 0] as [Float] { row.append(value) }
      return
    }
    let rival = readings[best.number]
    let own = max(1, Self.size(reading.content))
    let its = max(1, Self.size(rival.content))
    row.append(best.shared / min(own, its))
    row.append(best.shared / own)
    row.append(odds[best.number])
    row.append(odds[best.number] - odds[number])
    row.append(rival.content.contains { $0.contains(reading.head) } ? 1 : 0)
    row.append(reading.content.contains { $0.contains(rival.head) } ? 1 : 0)
    let source = reading.source.first?.lowerBound
    row.append(
      source.map { source in rival.content.contains { $0.contains(source) } ? 1 : 2 } ?? 0
    )
    row.append(its - own)
  }
}
