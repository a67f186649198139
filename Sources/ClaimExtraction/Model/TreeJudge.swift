/// The last word on readings: decision trees say how likely each is, and others which of a cue's readings is the best.
struct TreeJudge: Sendable {
  private let verdict: DecisionTrees
  private let choice: DecisionTrees
  /// Of a reading that is less likely, the chain's first is taken, whatever the others are.
  private static let leastChosen: Float = -1.2

  /// Makes a judge of trees that a model holds.
  init(verdict: DecisionTrees, choice: DecisionTrees) {
    self.verdict = verdict
    self.choice = choice
  }

  /// Sets the readings' odds and gives each what the best reading of its cue takes for content and source; without
  /// trees they keep the odds that they come with.
  func judge(_ readings: inout [CueReading], _ measures: ReadingMeasures, _ odds: [Float]) {
    var row: [Float] = []
    var table = MeasureTable(width: ReadingMeasures.count, rows: readings.count)
    for number in readings.indices {
      measures.fill(&row, readings[number], number: number)
      table.append(row)
    }
    let sums = verdict.questions.isEmpty ? odds : verdict.sums(table)
    for number in readings.indices { readings[number].odds = sums[number] }
    let chosen = readings.indices.filter {
      !readings[$0].unread.isEmpty && readings[$0].odds > Self.leastChosen
    }
    var choices = MeasureTable(
      width: ReadingMeasures.countOfChoice,
      rows: chosen.reduce(0) { $0 + readings[$1].unread.count + 1 }
    )
    let others = chosen.map { number in
      let others = readings[number].others
      measures.addChoices(readings[number], others, number: number, to: &choices)
      return others
    }
    let values = choice.sums(choices)
    var first = 0
    for (number, others) in zip(chosen, others) {
      var best = 0
      for place in 1...others.count where values[first + place] > values[first + best] {
        best = place
      }
      first += others.count + 1
      guard best > 0 else { continue }
      readings[number].content = others[best - 1].content
      readings[number].source = others[best - 1].source
      readings[number].cue = others[best - 1].cue
    }
  }
}

extension ReadingMeasures {
  /// Adds the measures of a cue's first reading and of the others.
  package func addChoices(
    _ reading: CueReading,
    _ others: [CueReading],
    number: Int,
    to table: inout MeasureTable
  ) {
    var first: [Float] = []
    fill(&first, reading, number: number)
    var row = first
    Self.compare(&row, with: first)
    table.append(row)
    for other in others {
      fill(&row, other, number: number)
      Self.compare(&row, with: first)
      table.append(row)
    }
  }
}
