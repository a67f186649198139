public import ClaimModel

/// An excerpt by its words and the words around it: a W3C Web Annotation TextQuoteSelector (section 4.2.4).
public struct TextQuoteSelector: Hashable, Sendable, Codable {
  /// Always `TextQuoteSelector`.
  public let type: String
  /// The words.
  public let exact: String
  /// What stands before them.
  public let prefix: String
  /// What stands after them.
  public let suffix: String
}

/// An excerpt by its place: a W3C Web Annotation TextPositionSelector (section 4.2.5), in Unicode code points.
public struct TextPositionSelector: Hashable, Sendable, Codable {
  /// Always `TextPositionSelector`.
  public let type: String
  /// The code points before the excerpt.
  public let start: Int
  /// The code points before its end.
  public let end: Int
}

extension TextQuoteSelector {
  /// Describes a span of a text, with up to `context` code points on each side, cut between graphemes.
  ///
  /// Nil where the span does not lie in the text or cuts a character's bytes.
  public init?(_ span: TextSpan, in text: String, context: Int = 32) {
    guard let exact = text.slice(span) else { return nil }
    var prefix: [Character] = []
    var count = 0
    for character in text[..<exact.startIndex].reversed() {
      count += character.unicodeScalars.count
      if count > context { break }
      prefix.append(character)
    }
    var suffix = ""
    count = 0
    for character in text[exact.endIndex...] {
      count += character.unicodeScalars.count
      if count > context { break }
      suffix.append(character)
    }
    type = "TextQuoteSelector"
    self.exact = String(exact)
    self.prefix = String(prefix.reversed())
    self.suffix = suffix
  }
}

extension TextPositionSelector {
  /// Describes a span of the text that `map` was made of.
  public init(_ span: TextSpan, map: OffsetMap) {
    let range = map.codePoints(span)
    type = "TextPositionSelector"
    start = range.lowerBound
    end = range.upperBound
  }
}
