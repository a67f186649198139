package import ClaimModel

/// A word, a number or one mark of punctuation, in 32 bytes.
package struct Token: Sendable {
  /// Where its first byte stands in the text.
  package let start: UInt32
  /// Where its last byte ends.
  package let end: UInt32
  /// Its lower-cased form.
  package let form: Form
  /// The outermost quotation that it stands in, or whose mark it is: an index into ``AnalysedText/quotations``; -1 outside.
  package var quotation: Int32 = -1
  /// What it is.
  package var kind: Kind
  /// How it is written.
  package let shape: Shape
  /// Whether white space (or the paragraph's start) stands before it.
  package let spaceBefore: Bool

  /// The kinds of token.
  package enum Kind: UInt8, Sendable {
    /// Letters, with digits, inner hyphens, apostrophes and dots: "langkah-langkah", "don't", "F-16", "detik.com".
    case word
    /// Digits with inner separators: "15.30", "1,5", "19/6/2024", "2019-2024".
    case number
    /// A mark that can end a sentence: . ! ? … 。
    case terminator
    /// A comma.
    case comma
    /// A colon.
    case colon
    /// An opening or closing bracket.
    case bracket
    /// A dash that stands free, or a hyphen that joins nothing.
    case dash
    /// A mark that opens a quotation.
    case openQuote
    /// A mark that closes a quotation.
    case closeQuote
    /// A quotation mark or apostrophe without a partner.
    case looseQuote
    /// Any other sign: % $ ; / @, emoji.
    case sign
  }

  /// The ways a token can be written.
  package enum Shape: UInt8, Sendable {
    /// No capital at all, or a script without case.
    case lower
    /// A first capital, more small letters: "Putin".
    case capital
    /// All capitals, at least two letters: "KPK".
    case upper
    /// One letter, a capital: "H".
    case initial
    /// Capitals inside: "iPhone", "McCain", "PolNeAR".
    case mixed
    /// No letters.
    case none
  }

  /// Where it stands.
  package var span: TextSpan { TextSpan(Int(start), Int(end)) }

  /// The number of its bytes.
  package var length: Int { Int(end - start) }

  /// Whether it is a word or a number.
  package var isWord: Bool { kind == .word || kind == .number }

  /// Whether it stands inside a quotation, the marks themselves left out.
  package var isQuoted: Bool { quotation >= 0 && kind != .openQuote && kind != .closeQuote }

  /// Whether it is a word that begins with a capital.
  package var isCapitalised: Bool {
    switch shape {
    case .capital, .upper, .initial: return kind == .word
    case .mixed: return kind == .word
    case .lower, .none: return false
    }
  }
}
