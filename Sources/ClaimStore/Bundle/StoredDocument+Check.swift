import ClaimModel
import ReviewWorkflow

extension StoredDocument {
  /// Whether a document from elsewhere is what its names and hashes say and points nowhere outside its own text.
  ///
  /// The rest of the program relies on both; here is the one door through which a document comes in that the program has
  /// not made itself.
  var isInOrder: Bool {
    let end = document.text.utf8.count
    return Event.hash(of: document.text) == document.textHash
      && ClaimCapture.name(of: document) == id
      && article.rawValue.utf8.count == id.rawValue.utf8.count
      && article.rawValue.utf8.allSatisfy(\.isHexDigit)
      && version >= 1
      && spans.allSatisfy { 0 <= $0.start && $0.start <= $0.end && $0.end <= end }
      && extraction.attributions.compactMap(\.speaker)
        .allSatisfy(extraction.speakers.indices.contains)
  }

  /// Every place in the text that the document or its extraction names.
  private var spans: [TextSpan] {
    document.blocks.map(\.span)
      + extraction.attributions.flatMap { $0.content + $0.cue + $0.mention }
      + extraction.assertions.map(\.span)
      + extraction.speakers.flatMap(\.mentions)
      + extraction.findings.flatMap(\.spans)
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
  }
}
