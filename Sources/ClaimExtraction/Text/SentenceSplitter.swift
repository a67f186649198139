/// Finds where sentences end inside a paragraph.
///
/// A sentence ends after . ! ? … and the closing marks behind it, when white space follows and the next word begins
/// with a capital, a digit or an opening mark; in scraped news the white space is lost now and then. Abbreviations, initials and list numbers do not
/// end one, and neither does a mark inside a quotation that the same sentence goes on after ("… ada." kata Budi).
enum SentenceSplitter {
  /// Appends the sentences of `range` to `sentences`.
  static func split(
    _ tokens: Span<Token>,
    _ range: Range<Int>,
    bytes: Span<UInt8>,
    abbreviations: Abbreviations,
    into sentences: inout [Range<Int>]
  ) {
    var start = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      guard tokens[index].kind == .terminator,
        !isFalseEnd(tokens, index, start, bytes, abbreviations)
      else {
        index += 1
        continue
      }
      var past = index + 1
      while past < range.upperBound, closes(tokens, past, bytes) { past += 1 }
      if past < range.upperBound, mayBegin(tokens[past]),
        tokens[past].spaceBefore || lacksSpace(tokens, index, past, start)
      {
        sentences.append(start..<past)
        start = past
      }
      index = past
    }
    if start < range.upperBound { sentences.append(start..<range.upperBound) }
  }

  private static func closes(_ tokens: Span<Token>, _ index: Int, _ bytes: Span<UInt8>) -> Bool {
    switch tokens[index].kind {
    case .terminator, .closeQuote: return true
    case .bracket:
      let byte = bytes[Int(tokens[index].start)]
      return byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]")
    case .looseQuote: return !tokens[index].spaceBefore
    default: return false
    }
  }

  private static func mayBegin(_ token: Token) -> Bool {
    switch token.kind {
    case .word: return token.shape != .lower
    case .number, .openQuote, .looseQuote, .bracket, .dash, .sign: return true
    case .terminator, .comma, .colon, .closeQuote: return false
    }
  }

  /// Whether the white space between two sentences was lost: "sudah selesai.Dia pulang", but not "Warta.Com".
  private static func lacksSpace(
    _ tokens: Span<Token>,
    _ stop: Int,
    _ past: Int,
    _ sentenceStart: Int
  ) -> Bool {
    guard stop > sentenceStart else { return false }
    let before = tokens[stop - 1]
    let after = tokens[past]
    if after.kind == .openQuote { return before.isWord || before.kind == .bracket }
    guard after.kind == .word, after.shape == .capital || after.shape == .upper,
      !siteEndings.contains(after.form)
    else { return false }
    if past > stop + 1 { return true }
    switch (before.kind, before.shape) {
    case (.bracket, _): return true
    case (.number, _), (.word, .lower), (.word, .upper), (.word, .mixed): return before.length > 2
    case (.word, .capital): return before.length > 3
    default: return false
    }
  }

  /// What ends the name of a site.
  private static let siteEndings = Set(
    ["com", "co", "id", "net", "org", "go", "ac", "news", "tv"].map { Form($0) }
  )

  private static func isFalseEnd(
    _ tokens: Span<Token>,
    _ index: Int,
    _ sentenceStart: Int,
    _ bytes: Span<UInt8>,
    _ abbreviations: Abbreviations
  ) -> Bool {
    guard index > sentenceStart, tokens[index].length == 1,
      bytes[Int(tokens[index].start)] == UInt8(ascii: "."), !tokens[index].spaceBefore
    else { return false }
    let before = tokens[index - 1]
    switch before.kind {
    case .word: return before.shape == .initial || abbreviations.contains(before.form)
    // "1. Siapkan berkas": the number of a list item.
    case .number: return index - 1 == sentenceStart && before.length <= 2
    default: return false
    }
  }
}
