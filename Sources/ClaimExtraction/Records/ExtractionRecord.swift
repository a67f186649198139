public import ClaimModel

/// One document's extraction as one line of NDJSON, the output of `tilik extract`.
///
/// `{"id","language","attributions":[{"content","cue","source","kind","speaker","flags","confidence"}],
/// "claims":[{"span","quote","reasons","checkworthiness"}],"findings":[{"kind","outcome","spans","facts"}]}`.
/// Spans are pairs of Unicode code point offsets into the text, half-open. Attributions have the form of the gold
/// data, so that the output can be scored as it is; `speaker` is empty where the article never says, and `restated` is there
/// only where it adds something to the exact words, and `unnamed` only where the speaker is described rather than named.
public enum ExtractionRecord {
  /// The line's bytes, without a line end.
  public static func line(id: String, text: String, extraction: Extraction) -> [UInt8] {
    let map = OffsetMap(text)
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("id")
    writer.value(id)
    writer.key("language")
    writer.value(extraction.language.rawValue)
    writer.key("attributions")
    writer.beginArray()
    for attribution in extraction.attributions {
      write(attribution, extraction.speakers, map, to: &writer)
    }
    writer.endArray()
    writer.key("claims")
    writer.beginArray()
    for assertion in extraction.assertions { write(assertion, text, map, to: &writer) }
    writer.endArray()
    writer.key("findings")
    writer.beginArray()
    for finding in extraction.findings { write(finding, map, to: &writer) }
    writer.endArray()
    writer.endObject()
    return writer.bytes
  }

  private static func write(
    _ attribution: Attribution,
    _ speakers: [Speaker],
    _ map: OffsetMap,
    to writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.key("content")
    write(attribution.content, map, to: &writer)
    writer.key("cue")
    write(attribution.cue, map, to: &writer)
    writer.key("source")
    write(attribution.mention, map, to: &writer)
    writer.key("kind")
    writer.value(attribution.kind.rawValue)
    writer.key("speaker")
    writer.value(attribution.speaker.map { speakers[$0].name } ?? "")
    if let speaker = attribution.speaker, speakers[speaker].kind == .unnamed {
      writer.key("unnamed")
      writer.value(true)
    }
    writer.key("flags")
    writer.beginArray()
    for flag in AttributionFlag.allCases where attribution.flags.contains(flag) {
      writer.value(flag.rawValue)
    }
    writer.endArray()
    writer.key("confidence")
    writer.value(share: attribution.confidence)
    if let restated = attribution.restated {
      writer.key("restated")
      writer.value(restated)
    }
    writer.endObject()
  }

  private static func write(
    _ assertion: Assertion,
    _ text: String,
    _ map: OffsetMap,
    to writer: inout JSONWriter
  ) {
    writer.beginObject()
    writer.key("span")
    write(assertion.span, map, to: &writer)
    writer.key("quote")
    writer.value(text.slice(assertion.span).map(String.init) ?? "")
    writer.key("reasons")
    writer.beginArray()
    for reason in assertion.reasons { writer.value(reason.rawValue) }
    writer.endArray()
    writer.key("checkworthiness")
    writer.value(share: assertion.checkworthiness)
    writer.endObject()
  }

  private static func write(_ finding: Finding, _ map: OffsetMap, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("kind")
    writer.value(finding.kind.rawValue)
    writer.key("outcome")
    writer.value(finding.outcome.rawValue)
    writer.key("spans")
    write(finding.spans, map, to: &writer)
    writer.key("facts")
    writer.beginObject()
    for (name, value) in finding.facts.sorted(by: { $0.key < $1.key }) {
      writer.member(name, value)
    }
    writer.endObject()
    writer.endObject()
  }

  private static func write(_ spans: [TextSpan], _ map: OffsetMap, to writer: inout JSONWriter) {
    writer.beginArray()
    for span in spans { write(span, map, to: &writer) }
    writer.endArray()
  }

  private static func write(_ span: TextSpan, _ map: OffsetMap, to writer: inout JSONWriter) {
    let range = map.codePoints(span)
    writer.beginArray()
    writer.value(range.lowerBound)
    writer.value(range.upperBound)
    writer.endArray()
  }
}
