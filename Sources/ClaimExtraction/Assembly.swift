import ClaimModel

/// Makes attributions of what a finder found: kind, speaker and flags.
struct Assembly {
  /// The attributions, in the order they were found.
  private(set) var attributions: [Attribution] = []
  /// The speakers that they point to.
  let speakers: [Speaker]

  /// How many paragraphs behind a speaker's last words a pronoun may still mean them.
  private static let memory = 6

  init(_ found: [FoundAttribution], in tagged: TaggedText) {
    let text = tagged.text
    var resolver = SpeakerResolver(tagged)
    /// The speaker last heard, and in which paragraph.
    var last: (speaker: Int, paragraph: Int)?
    for item in found {
      var attribution = Self.attribution(item, in: text)
      let place = item.mention.first ?? item.content.first
      let token = place.map { text.token(atOrAfterByte: $0.start) } ?? 0
      let paragraph = text.paragraph(ofToken: token) ?? 0
      let remembered = last.flatMap { paragraph - $0.paragraph <= Self.memory ? $0.speaker : nil }
      if let mention = item.mention.first {
        let past = text.token(atOrAfterByte: mention.end)
        let range = token..<max(past, token + 1)
        let isClitic = item.mention == item.cue
        if tagged.has(token, .vagueSource) {
          attribution.flags.insert(.vagueSource)
        }
        attribution.speaker = resolver.resolve(range, isClitic: isClitic, last: remembered)
      } else if item.cue.isEmpty {
        // A quotation without a cue goes on from the one just before it, or nobody is named.
        if let last, paragraph - last.paragraph <= 1 { attribution.speaker = last.speaker }
      } else if let cue = item.cue.first,
        tagged.has(text.token(atOrAfterByte: cue.start), .passive)
      {
        attribution.flags.insert(.anonymousPassive)
      }
      if attribution.speaker == nil { attribution.flags.insert(.unattributed) }
      if let speaker = attribution.speaker {
        let end = item.content.last.flatMap {
          text.paragraph(ofToken: max(0, text.token(atOrAfterByte: $0.end) - 1))
        }
        last = (speaker, end ?? paragraph)
      }
      attributions.append(attribution)
    }
    speakers = resolver.speakers
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
