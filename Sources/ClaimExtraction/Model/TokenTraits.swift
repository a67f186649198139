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
  /// What the lexicon says it is, the classes that matter to reporting alone.
  var classes: UInt64
  /// Where it stands in its quotation: see ``QuoteState``.
  var quote: UInt64
  /// Where it stands in its sentence: 1 first, 2 last, 0 elsewhere.
  var place: UInt64
  /// The sentence, counted over the document.
  var sentence: Int32
  /// The paragraph, counted over the document.
  var paragraph: Int32

  /// Whether it is a comma, a colon, a bracket or a quotation mark.
  @inline(__always)
  var isMark: Bool {
    switch look >> 3 {
    case UInt64(Token.Kind.comma.rawValue), UInt64(Token.Kind.colon.rawValue),
      UInt64(Token.Kind.bracket.rawValue), UInt64(Token.Kind.openQuote.rawValue),
      UInt64(Token.Kind.closeQuote.rawValue), UInt64(Token.Kind.looseQuote.rawValue):
      true
    default: false
    }
  }

  /// What stands outside the text.
  static let edge = TokenTraits(
    form: 0x0E,
    look: 0xFE,
    group: 0,
    category: 0xFE,
    suffix: 0,
    prefix: 0,
    classes: 0,
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
  private static let margin = 8
  private let padded: [TokenTraits]
  /// The classes of the lexicon that features look at.
  private static let telling: WordClass = [
    .reporting, .inverted, .clitic, .according, .passive, .vaguePassive, .agent, .complementiser,
    .addressee, .pronoun, .ownPronoun, .adverb, .opener, .preposition, .relative, .determiner,
    .role, .title, .organisation, .vagueSource, .weekday, .month, .place, .demonstrative, .company,
    .companyHead, .wrapper,
  ]
  /// The number of tokens.
  let count: Int

  /// Reads the traits of all tokens of a text.
  package init(_ tagged: TaggedText, _ groups: WordGroups) {
    let text = tagged.text
    var columns: [TokenTraits] = []
    columns.reserveCapacity(text.tokens.count + 2 * Self.margin)
    for _ in 0..<Self.margin { columns.append(.edge) }
    for (paragraphIndex, paragraph) in text.paragraphs.enumerated() {
      for sentenceIndex in paragraph.sentences {
        let sentence = text.sentences[sentenceIndex]
        for index in sentence {
          var traits = Self.traits(of: text.tokens[index], index, in: tagged, groups)
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

  /// What the subject of a verb at `index` would end in: the first token before it that is no adverb and no mark.
  @inline(__always)
  func subject(_ index: Int) -> TokenTraits {
    var at = index - 1
    var steps = 0
    while steps < 4, self[at].classes & WordClass.adverb.rawValue != 0 {
      at -= 1
      steps += 1
    }
    if self[at].isMark { at -= 1 }
    return self[max(at, -Self.margin)]
  }

  /// What the content of a verb at `index` would begin with: the first token behind it that is no mark and links nothing.
  @inline(__always)
  func object(_ index: Int) -> TokenTraits {
    var at = index + 1
    var steps = 0
    while steps < 3, self[at].isMark || self[at].classes & WordClass.complementiser.rawValue != 0 {
      at += 1
      steps += 1
    }
    return self[min(at, count + Self.margin - 1)]
  }

  private static func traits(
    of token: Token,
    _ index: Int,
    in tagged: TaggedText,
    _ groups: WordGroups
  ) -> TokenTraits {
    let text = tagged.text
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
      classes: tagged.tags[index].classes.intersection(Self.telling).rawValue,
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
