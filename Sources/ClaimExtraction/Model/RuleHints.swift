/// What the rules read in a text: further readings, and evidence for or against the chain's.
package struct RuleHints: Sendable {
  /// The reading whose cue a token begins; -1 for none.
  private(set) var owners: [Int32]
  /// The rules' readings.
  private(set) var readings: [Reading] = []

  /// One reading in tokens.
  struct Reading: Sendable {
    var content: [Range<Int>]
    var source: [Range<Int>]
    var cue: [Range<Int>]
    /// The rules' confidence in tenths.
    var confidence: UInt8
  }

  /// Reads a text by the rules.
  package init(_ tagged: TaggedText) {
    owners = Array(repeating: -1, count: tagged.text.tokens.count)
    var search = RuleSearch(tagged)
    search.findQuotations()
    search.findClauses()
    for found in search.found {
      let reading = Reading(
        content: found.content.map { tagged.text.tokens(in: $0) },
        source: found.mention.map { tagged.text.tokens(in: $0) },
        cue: found.cue.map { tagged.text.tokens(in: $0) },
        confidence: UInt8(max(0, min(10, found.confidence * 10)))
      )
      for token in reading.cue.joined() { owners[token] = Int32(readings.count) }
      readings.append(reading)
    }
  }
}
