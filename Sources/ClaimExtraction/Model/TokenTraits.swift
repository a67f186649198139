/// What the model sees of a token, computed once a token and read by every window that covers it.
package struct TokenTraits: Sendable {
  /// The lower-cased form; numbers share one form per length.
  var form: UInt64
  /// Kind and shape in one small number.
  var look: UInt64
  /// Its word group: see ``WordGroups``.
  var group: UInt64
  /// Its word group, or for an unknown word how it looks.
  var category: UInt64
  /// The last three bytes, lowered.
  var suffix: UInt64
  /// The first three bytes, lowered.
  var prefix: UInt64
  /// Where it stands in its quotation: see ``QuoteState``.
  var quote: UInt64
  /// Where it stands in its sentence: 1 first, 2 last, 0 elsewhere.
  var place: UInt64
  /// The sentence, counted over the document.
  var sentence: Int32
  /// The paragraph, counted over the document.
  var paragraph: Int32

  /// What stands outside the text.
  static let edge = TokenTraits(
    form: 0x0E,
    look: 0xFE,
    group: 0,
    category: 0xFE,
    suffix: 0,
    prefix: 0,
    quote: 0,
    place: 0,
    sentence: -1,
    paragraph: -1
  )
}

/// Where a token stands with regard to the quotation round it.
enum QuoteState {
  static let outside: UInt64 = 0
  static let first: UInt64 = 1
  static let inside: UInt64 = 2
  static let last: UInt64 = 3
  static let mark: UInt64 = 4
  static let singleInside: UInt64 = 5
}

/// The traits of a text's tokens, with room to look past both ends.
package struct TraitColumns: Sendable {
  /// How far beyond the ends may be looked.
  private static let margin = 4
  private let padded: [TokenTraits]
  /// The number of tokens.
  let count: Int

  /// Reads the traits of all tokens of a text.
  package init(_ text: AnalysedText, _ groups: WordGroups) {
    var columns: [TokenTraits] = []
    columns.reserveCapacity(text.tokens.count + 2 * Self.margin)
    for _ in 0..<Self.margin { columns.append(.edge) }
    for (paragraphIndex, paragraph) in text.paragraphs.enumerated() {
      for sentenceIndex in paragraph.sentences {
        let sentence = text.sentences[sentenceIndex]
        for index in sentence {
          var traits = Self.traits(of: text.tokens[index], index, in: text, groups)
          traits.place = index == sentence.lowerBound ? 1 : index == sentence.upperBound - 1 ? 2 : 0
          traits.sentence = Int32(sentenceIndex)
          traits.paragraph = Int32(paragraphIndex)
          columns.append(traits)
        }
      }
    }
    for _ in 0..<Self.margin { columns.append(.edge) }
    padded = columns
    count = text.tokens.count
  }

  /// The traits of a token, or of the edge up to four tokens beyond the text.
  @inline(__always)
  subscript(index: Int) -> TokenTraits { padded[index + Self.margin] }

  private static func traits(
    of token: Token,
    _ index: Int,
    in text: AnalysedText,
    _ groups: WordGroups
  ) -> TokenTraits {
    let isNumber = token.kind == .number
    let bytes = text.bytes
    let start = Int(token.start)
    let end = Int(token.end)
    var suffix: UInt64 = 0
    var prefix: UInt64 = 0
    if token.kind == .word {
      for byte in bytes[max(start, end - 3)..<end] { suffix = suffix << 8 | UInt64(lowered(byte)) }
      for byte in bytes[start..<min(end, start + 3)] {
        prefix = prefix << 8 | UInt64(lowered(byte))
      }
    }
    var quote = QuoteState.outside
    if token.kind == .openQuote || token.kind == .closeQuote {
      quote = QuoteState.mark
    } else if token.quotation >= 0 {
      let quotation = text.quotations[Int(token.quotation)]
      if quotation.style == .single {
        quote = QuoteState.singleInside
      } else if index == quotation.tokens.lowerBound {
        quote = QuoteState.first
      } else if index == quotation.tokens.upperBound - 1 {
        quote = QuoteState.last
      } else {
        quote = QuoteState.inside
      }
    }
    let group = token.kind == .word ? UInt64(groups.group(of: token.form)) : 0
    let look = UInt64(token.kind.rawValue) << 3 | UInt64(shapeCode(token.shape))
    return TokenTraits(
      form: isNumber ? 0x100 + UInt64(min(token.length, 8)) : token.form.rawValue,
      look: look,
      group: group,
      category: group == 0 ? look : 0x10000 | group,
      suffix: suffix,
      prefix: prefix,
      quote: quote,
      place: 0,
      sentence: 0,
      paragraph: 0
    )
  }

  private static func shapeCode(_ shape: Token.Shape) -> UInt8 {
    switch shape {
    case .lower: 0
    case .capital: 1
    case .upper: 2
    case .initial: 3
    case .mixed: 4
    case .none: 5
    }
  }

  @inline(__always)
  private static func lowered(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }
}
