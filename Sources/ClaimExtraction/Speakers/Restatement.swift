import ClaimModel

/// Words an attribution's content so that it stands alone.
///
/// Nothing is replaced: behind the first "saya" of a direct quotation, and behind a "dia" that opens reported speech,
/// the speaker's name is put in brackets, because there it is certain whom they mean; pieces that the article
/// interrupts are joined by an ellipsis.
struct Restatement {
  let tagged: TaggedText
  let speakers: [Speaker]

  /// The wording, or nil where it would be the exact words again.
  func wording(of attribution: Attribution) -> String? {
    var name: String?
    if let speaker = attribution.speaker, speakers[speaker].kind == .person {
      name = speakers[speaker].name
    }
    var pieces: [String] = []
    var isChanged = attribution.content.count > 1
    for span in attribution.content {
      var words = span
      if let name, let pronoun = pronoun(in: span, attribution) {
        let end = Int(tagged.text.tokens[pronoun].end)
        pieces.append(
          tagged.text.string(TextSpan(span.start, end)) + " [\(name)]"
            + tagged.text.string(TextSpan(end, withoutComma(span)))
        )
        isChanged = true
      } else {
        words.end = withoutComma(span)
        pieces.append(tagged.text.string(words))
      }
    }
    return isChanged ? pieces.joined(separator: " … ") : nil
  }

  /// The first pronoun of a piece that certainly means the speaker.
  private func pronoun(in span: TextSpan, _ attribution: Attribution) -> Int? {
    let tokens = tagged.text.tokens(in: span)
    switch attribution.kind {
    case .direct:
      // Somebody else's words inside the quotation have an "I" of their own.
      let hasInner = tokens.contains {
        let kind = tagged.text.tokens[$0].kind
        return kind == .openQuote || kind == .closeQuote
      }
      return hasInner ? nil : tokens.first { tagged.has($0, .firstPerson) }
    case .indirect, .mixed:
      guard span == attribution.content.first,
        let first = tokens.first(where: {
          !tagged.has($0, .complementiser)
        })
      else { return nil }
      return tagged.has(first, .thirdPerson) ? first : nil
    }
  }

  /// Where a piece ends without the comma that only leads to its cue.
  private func withoutComma(_ span: TextSpan) -> Int {
    span.length > 1 && tagged.text.bytes[span.end - 1] == UInt8(ascii: ",")
      ? span.end - 1 : span.end
  }
}
