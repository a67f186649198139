public import ClaimModel

/// Where the bytes of a `captured` event say what of a claim.
public struct CapturedGlance {
  let id: Range<Int>
  /// The document's name.
  public let document: Range<Int>
  /// The name of its kind.
  public let kind: Range<Int>
  /// The spans of the content, between the brackets of their list.
  private let content: Range<Int>
  /// The pieces of the quote, between the brackets of their list.
  private let quote: Range<Int>
  /// The flags, between the brackets of their list.
  private let flags: Range<Int>?
  /// The speaker's name, escapes and all.
  private let speakerName: Range<Int>?
  /// How much it is worth checking, in thousandths.
  public let checkworthiness: Int

  private static let kinds = Claim.Kind.allCases.map { Array($0.rawValue.utf8) }
  private static let flags = AttributionFlag.allCases.map { Array($0.rawValue.utf8) }
  private static let reasons = Assertion.Reason.allCases.map { Array($0.rawValue.utf8) }

  /// Takes the body of the event; nil where it is not one as this version writes it.
  init?(_ scanner: inout CanonicalScanner, _ text: Span<UInt8>) {
    guard scanner.take(#"{"checkworthiness":"#, text),
      let worth = scanner.number(atMost: 4, text), worth <= 1_000,
      scanner.take(#","content":"#, text), let content = Self.spans(&scanner, text, orEmpty: true),
      scanner.take(",", text)
    else { return nil }
    if scanner.take(#""cue":"#, text) {
      guard Self.spans(&scanner, text) != nil, scanner.take(",", text) else { return nil }
    }
    guard scanner.take(#""document":"#, text), let document = scanner.plain(text),
      scanner.take(",", text)
    else { return nil }
    var flags: Range<Int>?
    if scanner.take(#""flags":"#, text) {
      flags = scanner.list(text) { scanner, text in scanner.word(Self.flags, text) != nil }
      guard flags != nil, scanner.take(",", text) else { return nil }
    }
    guard scanner.take(#""id":"#, text), let id = scanner.string(text),
      scanner.take(#","kind":"#, text), let kind = scanner.word(Self.kinds, text),
      scanner.take(",", text)
    else { return nil }
    if scanner.take(#""mention":"#, text) {
      guard Self.spans(&scanner, text) != nil, scanner.take(",", text) else { return nil }
    }
    let quote: Range<Int>?
    guard scanner.take(#""quote":"#, text) else { return nil }
    quote = scanner.list(orEmpty: true, text) { scanner, text in scanner.string(text) != nil }
    guard let quote else { return nil }
    if scanner.take(#","reasons":"#, text) {
      let reasons = scanner.list(text) { scanner, text in scanner.word(Self.reasons, text) != nil }
      guard reasons != nil else { return nil }
    }
    if scanner.take(#","role":"#, text), scanner.string(text) == nil { return nil }
    var speaker: Range<Int>?
    if scanner.take(#","speaker":"#, text) {
      speaker = scanner.string(text)
      guard speaker != nil else { return nil }
    }
    guard scanner.take("}", text) else { return nil }
    self.id = id
    self.document = document
    self.kind = kind
    self.content = content
    self.quote = quote
    self.flags = flags
    speakerName = speaker
    checkworthiness = worth
  }

  private static func spans(
    _ scanner: inout CanonicalScanner,
    _ text: Span<UInt8>,
    orEmpty: Bool = false
  ) -> Range<Int>? {
    scanner.list(orEmpty: orEmpty, text) { scanner, text in span(&scanner, text) != nil }
  }

  /// A span whose end does not come before its start; of numbers so small that none can overflow.
  private static func span(
    _ scanner: inout CanonicalScanner,
    _ text: Span<UInt8>
  ) -> TextSpan? {
    guard scanner.take("[", text), let start = scanner.number(atMost: 15, text),
      scanner.take(",", text), let end = scanner.number(atMost: 15, text), start <= end,
      scanner.take("]", text)
    else { return nil }
    return TextSpan(start, end)
  }
}

// MARK: - What it says

extension CapturedGlance {
  /// Where the pieces of its words stand in the document.
  public func spans(_ text: Span<UInt8>) -> [TextSpan] {
    var spans: [TextSpan] = []
    var scanner = CanonicalScanner(at: content.lowerBound)
    while scanner.at < content.upperBound, let span = Self.span(&scanner, text) {
      spans.append(span)
      guard scanner.take(",", text) else { break }
    }
    return spans
  }

  /// Hands over the pieces of its words, each as its bytes.
  public func eachPiece(_ text: Span<UInt8>, _ body: (Span<UInt8>) -> Void) {
    Self.each(in: quote, text) { body($0) }
  }

  /// Hands over its flags, each as the bytes of its name.
  public func eachFlag(_ text: Span<UInt8>, _ body: (Span<UInt8>) -> Void) {
    if let flags { Self.each(in: flags, text) { body($0) } }
  }

  /// Whether it has a speaker, whose name is handed over as its bytes.
  public func speaker(_ text: Span<UInt8>, _ body: (Span<UInt8>) -> Void) -> Bool {
    guard let speakerName else { return false }
    Self.unescape(speakerName, text, body)
    return true
  }

  /// Hands over the strings of a list that has been scanned already.
  private static func each(
    in list: Range<Int>,
    _ text: Span<UInt8>,
    _ body: (Span<UInt8>) -> Void
  ) {
    var scanner = CanonicalScanner(at: list.lowerBound)
    while scanner.at < list.upperBound, let item = scanner.string(text) {
      unescape(item, text, body)
      guard scanner.take(",", text) else { return }
    }
  }

  /// Hands over the bytes that a string stands for.
  private static func unescape(
    _ string: Range<Int>,
    _ text: Span<UInt8>,
    _ body: (Span<UInt8>) -> Void
  ) {
    let spelled = text.extracting(string)
    guard spelled.contains(UInt8(ascii: "\\")) else { return body(spelled) }
    let quoted = text.extracting((string.lowerBound - 1)..<(string.upperBound + 1))
    body(quoted.string.utf8Span.span)
  }
}

extension Span<UInt8> {
  fileprivate func contains(_ byte: UInt8) -> Bool {
    for index in indices where self[index] == byte { return true }
    return false
  }
}
