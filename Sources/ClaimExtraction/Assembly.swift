package import ClaimModel

/// Makes attributions of what a finder found: kind, speaker and flags.
package struct Assembly {
  /// The attributions, in the order they were found.
  package let attributions: [Attribution]
  /// The speakers that they point to.
  package let speakers: [Speaker]

  /// How many paragraphs behind a speaker's last words a pronoun may still mean them.
  private static let memory = 6
  /// How many attributions before and behind one may hold it; they stand in the order of their content.
  private static let nesting = 4

  /// Resolves the speakers of what was found; they are heard in the order in which the text names them.
  package init(
    _ found: [FoundAttribution],
    in tagged: TaggedText,
    published: CalendarDate? = nil
  ) {
    let text = tagged.text
    var resolver = SpeakerResolver(tagged)
    /// The speaker last heard, in which paragraph, and the token behind their words.
    var last: (speaker: Int, paragraph: Int, end: Int)?
    var attributions = found.map { Self.attribution($0, in: text) }
    let places = found.map { item in
      (item.mention.first ?? item.cue.first ?? item.content.first)
        .map { text.tokens(in: $0).lowerBound } ?? 0
    }
    /// Whether somebody else says that this was said: "she" behind it is not whoever was retold.
    func isRetold(_ cue: TextSpan?, by number: Int) -> Bool {
      guard let cue else { return false }
      let near = max(0, number - Self.nesting)..<min(found.count, number + Self.nesting + 1)
      return near.contains { other in
        other != number
          && found[other].content.contains { $0.start <= cue.start && cue.end <= $0.end }
      }
    }
    for number in found.indices.sorted(by: { (places[$0], $0) < (places[$1], $1) }) {
      let item = found[number]
      let token = min(places[number], max(0, text.tokens.count - 1))
      let paragraph = text.paragraph(ofToken: token) ?? 0
      let remembered = last.flatMap {
        paragraph - $0.paragraph <= Self.memory
          ? SpeakerResolver.Last(speaker: $0.speaker, end: $0.end) : nil
      }
      let end = item.content.last.map { text.token(atOrAfterByte: $0.end) } ?? token
      var flags: Set<AttributionFlag> = []
      var speaker: Int?
      let pieces = item.mention.filter { !$0.isEmpty }.map { text.tokens(in: $0) }
      if let words = resolver.telling(pieces) {
        let isClitic = item.mention == item.cue
        let anchor = item.content.first.map { text.token(atOrAfterByte: $0.start) } ?? token
        if tagged.has(token, .vagueSource), !resolver.endsWithPerson(words) {
          // A crowd without a face is named by its mention alone.
          flags.insert(.vagueSource)
        } else {
          speaker = resolver.resolve(words, isClitic: isClitic, last: remembered, anchor: anchor)
        }
      } else if item.cue.isEmpty {
        // A quotation without a cue goes on from the one just before it, or nobody is named.
        if let last, paragraph - last.paragraph <= 1 { speaker = last.speaker }
      } else if tagged.has(token, .heard), let last, paragraph - last.paragraph <= 1 {
        // "Ditambahkan, tanggul sudah kuat": by whoever spoke just before.
        speaker = last.speaker
      } else if tagged.has(token, .passive) {
        flags.insert(.anonymousPassive)
      }
      if let speaker, !isRetold(item.cue.first, by: number) {
        let lastParagraph = text.paragraph(ofToken: max(0, end - 1)) ?? paragraph
        last = (speaker, max(lastParagraph, paragraph), max(end, token + 1))
      }
      if speaker == nil, !flags.contains(.vagueSource) { flags.insert(.unattributed) }
      attributions[number].speaker = speaker
      attributions[number].flags.formUnion(flags)
    }
    speakers = resolver.speakers
    let restatement = Restatement(tagged: tagged, speakers: speakers, published: published)
    for index in attributions.indices {
      attributions[index].restated = restatement.wording(of: attributions[index])
    }
    self.attributions = attributions
  }

  /// An attribution with its kind and what its marks tell, speaker left open.
  static func attribution(_ found: FoundAttribution, in text: AnalysedText) -> Attribution {
    var words = 0
    var quoted = 0
    var isUnclosed = false
    for span in found.content {
      var index = text.token(atOrAfterByte: span.start)
      while index < text.tokens.count, Int(text.tokens[index].end) <= span.end {
        let token = text.tokens[index]
        if token.isWord {
          words += 1
          if token.isQuoted {
            quoted += 1
            isUnclosed = isUnclosed || text.quotations[Int(token.quotation)].isUnclosed
          }
        }
        index += 1
      }
    }
    var flags: Set<AttributionFlag> = []
    if isUnclosed { flags.insert(.unclosedQuotation) }
    return Attribution(
      content: found.content,
      cue: found.cue,
      mention: found.mention,
      kind: quoted == 0 ? .indirect : quoted == words ? .direct : .mixed,
      flags: flags,
      confidence: found.confidence
    )
  }
}
