/// Sentences that a cue interrupts: of "Tahun ini, kata Budi, jembatan dibangun" the chain often takes the end alone.
extension ReadingLinker {
  /// The most tokens that may stand before such a cue.
  private static let longestLead = 24

  /// The beginning of a sentence that a cue interrupts, where the reading's content is the sentence's end; nil where there
  /// is none, or only words that tie it to the sentence before.
  static func lead(of reading: CueReading, in tagged: TaggedText) -> Range<Int>? {
    let text = tagged.text
    let head = reading.head
    guard tagged.pack.keepsLead, reading.content.count == 1, let content = reading.content.first,
      content.lowerBound > head, !text.tokens[content.lowerBound].isQuoted,
      text.tokens[head].shape == .lower, isInterposed(reading, in: tagged)
    else { return nil }
    let sentence = text.sentence(ofToken: head)
    let frame = (reading.cue + reading.source).filter { $0.upperBound <= content.lowerBound }
    guard let start = frame.map(\.lowerBound).min(), let end = frame.map(\.upperBound).max(),
      content.lowerBound - end <= 2, sentence.contains(content.lowerBound),
      (1...longestLead).contains(start - sentence.lowerBound)
    else { return nil }
    var lead = sentence.lowerBound..<start
    while let last = lead.last, text.tokens[last].kind == .comma { lead = lead.dropLast() }
    while let first = lead.first, text.tokens[first].kind == .comma || tagged.has(first, .connector)
    {
      lead = min(tagged.end(first), lead.upperBound)..<lead.upperBound
    }
    guard let last = lead.last, text.tokens[last].isWord,
      !tagged.has(last, [.relative, .complementiser]),
      lead.count > 1 || !tagged.has(last, .preposition),
      lead.contains(where: { !tagged.has($0, [.connector, .adverb, .demonstrative]) }),
      !lead.contains(where: {
        text.tokens[$0].isQuoted || !text.tokens[$0].isWord && text.tokens[$0].kind != .comma
          || tagged.has($0, [.reporting, .inverted, .clitic, .according])
      })
    else { return nil }
    return lead
  }

  /// Whether a cue is one that interrupts sentences: "kata Budi", "menurutnya", "menurut Budi", but not "berdasarkan data".
  private static func isInterposed(_ reading: CueReading, in tagged: TaggedText) -> Bool {
    if tagged.has(reading.head, [.inverted, .clitic]) { return true }
    guard tagged.has(reading.head, .according), let source = reading.source.first else {
      return false
    }
    return !tagged.has(source.lowerBound, .wrapper)
      && source.contains {
        tagged.text.tokens[$0].isCapitalised || tagged.has($0, [.pronoun, .role])
      }
  }
}
