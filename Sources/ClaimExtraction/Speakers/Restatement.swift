import ClaimModel

/// Words an attribution's content so that it stands alone.
///
/// Nothing is replaced: what is certain is put in brackets behind the words that mean it. That is the speaker's name behind
/// the first "saya" of a direct quotation and behind a "dia" that opens reported speech, an organisation's behind "kami",
/// and the year behind "tahun ini". Pieces that the article interrupts are joined by an ellipsis.
struct Restatement {
  let tagged: TaggedText
  let speakers: [Speaker]
  /// The day of publication, from which years are counted.
  let published: CalendarDate?

  /// The wording, or nil where it would be the exact words again.
  func wording(of attribution: Attribution) -> String? {
    let speaker = attribution.speaker.map { speakers[$0] }
    var pieces: [String] = []
    var isChanged = attribution.content.count > 1
    for span in attribution.content {
      var notes = years(in: span)
      if let speaker, speaker.kind != .unnamed,
        let pronoun = pronoun(in: span, attribution, isPerson: speaker.kind == .person)
      {
        notes.append((Int(tagged.text.tokens[pronoun].end), speaker.name))
      }
      var start = span.start
      var piece = ""
      for (end, note) in notes.sorted(by: { $0.end < $1.end }) {
        piece += tagged.text.string(TextSpan(start, end)) + " [\(note)]"
        start = end
        isChanged = true
      }
      pieces.append(piece + tagged.text.string(TextSpan(start, max(start, withoutComma(span)))))
    }
    return isChanged ? pieces.joined(separator: " … ") : nil
  }

  /// The first pronoun of a piece that certainly means the speaker.
  private func pronoun(in span: TextSpan, _ attribution: Attribution, isPerson: Bool) -> Int? {
    let tokens = tagged.text.tokens(in: span)
    switch attribution.kind {
    case .direct:
      // Somebody else's words inside the quotation have an "I" of their own.
      let hasInner = tokens.contains {
        let kind = tagged.text.tokens[$0].kind
        return kind == .openQuote || kind == .closeQuote
      }
      return hasInner ? nil : tokens.first { tagged.has($0, isPerson ? .firstPerson : .exclusive) }
    case .indirect, .mixed:
      guard isPerson, span == attribution.content.first,
        let first = tokens.first(where: {
          !tagged.has($0, .complementiser)
        })
      else { return nil }
      return tagged.has(first, .thirdPerson) ? first : nil
    }
  }

  /// Where "this year" and the like end in a piece, with the year they mean.
  private func years(in span: TextSpan) -> [(end: Int, note: String)] {
    guard let published else { return [] }
    let tokens = tagged.text.tokens(in: span)
    return tokens.compactMap { index in
      let shift =
        tagged.has(index, .thisYear)
        ? 0 : tagged.has(index, .lastYear) ? -1 : tagged.has(index, .nextYear) ? 1 : nil
      guard let shift, tagged.end(index) <= tokens.upperBound else { return nil }
      let end = Int(tagged.text.tokens[tagged.end(index) - 1].end)
      return end <= span.end ? (end, String(published.year + shift)) : nil
    }
  }

  /// Where a piece ends without the comma that only leads to its cue.
  private func withoutComma(_ span: TextSpan) -> Int {
    span.length > 1 && tagged.text.bytes[span.end - 1] == UInt8(ascii: ",")
      ? span.end - 1 : span.end
  }
}
