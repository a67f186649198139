public import ClaimModel

/// Turns what the extractor found in a document into claims, and finds claims again in a newer version of it.
public enum ClaimCapture {
  /// The claims of a document, in text order.
  ///
  /// An attribution whose words stand inside a repeated headline or are empty makes no claim; an assertion that an
  /// attribution already covers makes none either. A claim's name follows from the text and the place, so the same
  /// document always gives the same names.
  public static func claims(
    of extraction: Extraction,
    in document: Document,
    named id: DocumentID
  ) -> [Claim] {
    var claims: [Claim] = []
    for attribution in extraction.attributions {
      let speaker = attribution.speaker.flatMap { index in
        extraction.speakers.indices.contains(index) ? extraction.speakers[index] : nil
      }
      claims.append(
        Claim(
          id: name(document, attribution.content),
          document: id,
          kind: kind(attribution.kind),
          quote: quote(attribution.content, in: document.text),
          content: attribution.content,
          cue: attribution.cue,
          mention: attribution.mention,
          speaker: speaker?.name,
          role: speaker?.role,
          flags: attribution.flags.sorted { $0.rawValue < $1.rawValue },
          checkworthiness: attribution.confidence
        )
      )
    }
    for assertion in extraction.assertions {
      let covered = extraction.attributions.contains { attribution in
        attribution.content.contains { $0.overlaps(assertion.span) }
      }
      guard !covered else { continue }
      claims.append(
        Claim(
          id: name(document, [assertion.span]),
          document: id,
          kind: .assertion,
          quote: quote([assertion.span], in: document.text),
          content: [assertion.span],
          reasons: assertion.reasons,
          checkworthiness: assertion.checkworthiness
        )
      )
    }
    var seen: Set<ClaimID> = []
    return
      claims
      .filter { !$0.quote.isEmpty && seen.insert($0.id).inserted }
      .sorted { ($0.content[0], $0.id) < ($1.content[0], $1.id) }
  }

  /// The name of a document version: the first 16 digits of its text's hash.
  public static func name(of document: Document) -> DocumentID {
    DocumentID(rawValue: String(document.textHash.hex.prefix(16)))
  }

  private static func name(_ document: Document, _ spans: [TextSpan]) -> ClaimID {
    let place = spans.map { "\($0.start)-\($0.end)" }.joined(separator: ",")
    let hash = Event.hash(of: "claim \(document.textHash.hex) \(place)")
    return ClaimID(rawValue: String(hash.hex.prefix(16)))
  }

  private static func kind(_ kind: Attribution.Kind) -> Claim.Kind {
    switch kind {
    case .direct: return .direct
    case .indirect: return .indirect
    case .mixed: return .mixed
    }
  }

  private static func quote(_ spans: [TextSpan], in text: String) -> [String] {
    spans.compactMap { text.slice($0).map(String.init) }
  }
}
