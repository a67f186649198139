import ClaimModel

/// One document's extraction as a page of W3C Web Annotations: one line of `tilik extract --format webannotation`.
///
/// The page follows the Web Annotation Data Model (W3C Recommendation of 23 February 2017). Every place in the text is a
/// resource with two selectors for the same words: a TextQuoteSelector with what stands round them, and a
/// TextPositionSelector that counts Unicode code points. An attribution's targets are the pieces of its content; its bodies
/// name the kind and the speaker and point to the cue and to the mention. An assertion is classified by why it is worth
/// checking, a finding tells its facts.
struct AnnotationRecord {
  private let source: String
  private let text: OffsetMap
  private let bytes: [UInt8]
  private let extraction: Extraction
  private var writer = JSONWriter()

  /// How many code points of context a quotation has on each side.
  private static let context = 32

  /// The line's bytes, without a line end.
  static func line(_ input: DocumentLine, extraction: Extraction) -> [UInt8] {
    var record = AnnotationRecord(input, extraction)
    record.writePage()
    return record.writer.bytes
  }

  private init(_ input: DocumentLine, _ extraction: Extraction) {
    source = Self.address(of: input)
    bytes = Array(input.text.utf8)
    text = OffsetMap(bytes)
    self.extraction = extraction
  }

  /// The document's address, or a name in the form of one.
  private static func address(of input: DocumentLine) -> String {
    for name in [input.url ?? "", input.id]
    where name.hasPrefix("https://") || name.hasPrefix("http://") || name.hasPrefix("urn:") {
      return name
    }
    var address = "urn:tilik:"
    let hexadecimal = Array("0123456789ABCDEF".utf8)
    for byte in input.id.utf8 {
      let isPlain =
        byte | 0x20 &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
        || "-._~".utf8.contains(byte)
      let coded =
        isPlain ? [byte] : [0x25, hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      address += String(decoding: coded, as: UTF8.self)
    }
    return address
  }

  private mutating func writePage() {
    writer.beginObject()
    writer.key("@context")
    writer.value("http://www.w3.org/ns/anno.jsonld")
    writer.key("id")
    writer.value(source + "#annotations")
    writer.key("type")
    writer.value("AnnotationPage")
    writer.key("items")
    writer.beginArray()
    for (number, attribution) in extraction.attributions.enumerated() {
      begin("attribution-\(number + 1)", motivation: "identifying")
      write(attribution)
      writer.endObject()
    }
    for (number, assertion) in extraction.assertions.enumerated() {
      begin("assertion-\(number + 1)", motivation: "assessing")
      writer.key("body")
      writer.beginArray()
      for reason in assertion.reasons { body(reason.rawValue, purpose: "classifying") }
      writer.endArray()
      targets([assertion.span])
      writer.endObject()
    }
    for (number, finding) in extraction.findings.enumerated() {
      begin("finding-\(number + 1)", motivation: "commenting")
      writer.key("body")
      writer.beginArray()
      body(finding.kind.rawValue, purpose: "classifying")
      let facts = finding.facts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
      body(([finding.outcome.rawValue] + facts).joined(separator: "; "), purpose: "commenting")
      writer.endArray()
      targets(finding.spans)
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
  }

  private mutating func write(_ attribution: Attribution) {
    writer.key("body")
    writer.beginArray()
    body(attribution.kind.rawValue, purpose: "classifying")
    for flag in AttributionFlag.allCases where attribution.flags.contains(flag) {
      body(flag.rawValue, purpose: "classifying")
    }
    if let speaker = attribution.speaker {
      body(extraction.speakers[speaker].name, purpose: "identifying")
    }
    if let restated = attribution.restated { body(restated, purpose: "describing") }
    for span in attribution.mention { place(span, purpose: "identifying") }
    for span in attribution.cue { place(span, purpose: "highlighting") }
    writer.endArray()
    targets(attribution.content)
  }

  private mutating func begin(_ name: String, motivation: String) {
    writer.beginObject()
    writer.key("id")
    writer.value(source + "#" + name)
    writer.key("type")
    writer.value("Annotation")
    writer.key("motivation")
    writer.value(motivation)
  }

  private mutating func body(_ value: String, purpose: String) {
    writer.beginObject()
    writer.key("type")
    writer.value("TextualBody")
    writer.key("purpose")
    writer.value(purpose)
    writer.key("value")
    writer.value(value)
    writer.endObject()
  }

  private mutating func targets(_ spans: [TextSpan]) {
    writer.key("target")
    writer.beginArray()
    for span in spans { place(span) }
    writer.endArray()
  }

  /// Writes a stretch of the document with its two selectors.
  private mutating func place(_ span: TextSpan, purpose: String? = nil) {
    let range = text.codePoints(span)
    writer.beginObject()
    if let purpose {
      writer.key("type")
      writer.value("SpecificResource")
      writer.key("purpose")
      writer.value(purpose)
    }
    writer.key("source")
    writer.value(source)
    writer.key("selector")
    writer.beginArray()
    writer.beginObject()
    writer.key("type")
    writer.value("TextQuoteSelector")
    writer.key("exact")
    writer.value(words(range))
    writer.key("prefix")
    writer.value(words(max(0, range.lowerBound - Self.context)..<range.lowerBound))
    writer.key("suffix")
    let past = min(text.codePointCount, range.upperBound + Self.context)
    writer.value(words(range.upperBound..<past))
    writer.endObject()
    writer.beginObject()
    writer.key("type")
    writer.value("TextPositionSelector")
    writer.key("start")
    writer.value(range.lowerBound)
    writer.key("end")
    writer.value(range.upperBound)
    writer.endObject()
    writer.endArray()
    writer.endObject()
  }

  private func words(_ range: Range<Int>) -> String {
    String(decoding: bytes[text.span(codePoints: range).range], as: UTF8.self)
  }
}
