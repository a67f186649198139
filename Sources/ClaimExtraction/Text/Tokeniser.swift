/// Cuts text into tokens.
///
/// A word keeps the hyphens, apostrophes and dots inside it, a number its separators; every quotation mark is a token
/// of its own, a doubled one ('' ``) too. Which marks open and which close is decided by ``QuotationPairing``.
enum Tokeniser {
  /// Appends the tokens of `range` to `tokens`.
  static func tokenise(_ bytes: Span<UInt8>, _ range: Range<Int>, into tokens: inout [Token]) {
    let end = range.upperBound
    let table = Scalars.ascii
    let ascii = table.span
    var index = range.lowerBound
    var spaceBefore = true
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: " ") {
        spaceBefore = true
        index += 1
        continue
      }
      let scalar =
        byte < 0x80
        ? Scalar(kind: ascii[Int(byte)], length: 1, isUpper: byte &- 0x41 < 26)
        : Scalars.read(bytes, at: index, end: end)
      switch scalar.kind {
      case .space:
        spaceBefore = true
        index += scalar.length
        continue
      case .letter, .digit:
        tokens.append(
          word(bytes, at: &index, end: end, first: scalar, spaceBefore: spaceBefore, ascii)
        )
      default:
        var length = scalar.length
        if scalar.kind == .apostrophe || scalar.kind == .backtick, index + 1 < end,
          bytes[index + 1] == bytes[index]
        {
          length = 2
        }
        if scalar.kind == .dot {
          // An ellipsis of dots is one mark.
          while index + length < end, bytes[index + length] == UInt8(ascii: ".") { length += 1 }
        }
        tokens.append(
          Token(
            start: UInt32(index),
            end: UInt32(index + length),
            form: Form(bytes, index..<(index + min(length, 8))),
            kind: markKind(scalar.kind),
            shape: .none,
            spaceBefore: spaceBefore
          )
        )
        index += length
      }
      spaceBefore = false
    }
  }

  private static func markKind(_ kind: ScalarClass) -> Token.Kind {
    switch kind {
    case .dot, .terminator: return .terminator
    case .comma: return .comma
    case .colon: return .colon
    case .bracket: return .bracket
    case .hyphen, .dash: return .dash
    case .apostrophe, .straightDouble, .backtick, .openDouble, .closeDouble, .lowDouble,
      .openSingle, .closeSingle:
      return .looseQuote
    case .space, .letter, .digit, .slash, .sign: return .sign
    }
  }

  /// Reads the word or number that begins at `index` and moves `index` past it.
  private static func word(
    _ bytes: Span<UInt8>,
    at index: inout Int,
    end: Int,
    first: Scalar,
    spaceBefore: Bool,
    _ ascii: Span<ScalarClass>
  ) -> Token {
    let start = index
    var hasher = FormHasher()
    var letters = 0
    var capitals = 0
    var startsWithCapital = false
    var previous = first
    while index < end {
      let byte = bytes[index]
      let scalar: Scalar
      if byte < 0x80 {
        scalar = Scalar(kind: ascii[Int(byte)], length: 1, isUpper: byte &- 0x41 < 26)
      } else {
        scalar = Scalars.read(bytes, at: index, end: end)
      }
      switch scalar.kind {
      case .letter:
        letters += 1
        if scalar.isUpper {
          capitals += 1
          if index == start { startsWithCapital = true }
        }
        previous = scalar
      case .digit:
        previous = scalar
      case .apostrophe, .closeSingle, .hyphen, .dot, .comma, .colon, .slash:
        let next = index + scalar.length
        guard next < end,
          joins(scalar.kind, previous, Scalars.read(bytes, at: next, end: end), bytes, next, end)
        else { return finish() }
      default:
        return finish()
      }
      if byte < 0x80 {
        hasher.combine(ascii: byte)
        index += 1
      } else {
        let past = index + scalar.length
        while index < past { index += hasher.combine(bytes, at: index) }
      }
    }
    return finish()

    func finish() -> Token {
      let shape: Token.Shape
      if letters == 0 {
        shape = .none
      } else if capitals == 0 {
        shape = .lower
      } else if capitals == letters {
        shape = letters == 1 ? .initial : .upper
      } else {
        shape = startsWithCapital && capitals == 1 ? .capital : .mixed
      }
      return Token(
        start: UInt32(start),
        end: UInt32(index),
        form: hasher.form,
        kind: letters == 0 ? .number : .word,
        shape: shape,
        spaceBefore: spaceBefore
      )
    }
  }

  /// Whether a mark inside a run of letters and digits joins what stands before and after it.
  private static func joins(
    _ mark: ScalarClass,
    _ before: Scalar,
    _ after: Scalar,
    _ bytes: Span<UInt8>,
    _ next: Int,
    _ end: Int
  ) -> Bool {
    switch mark {
    case .apostrophe, .closeSingle:
      return after.kind == .letter || (after.kind == .digit && before.kind == .digit)
    case .hyphen:
      return after.kind == .letter || after.kind == .digit
    case .comma, .colon, .slash:
      return before.kind == .digit && after.kind == .digit
    case .dot:
      if before.kind == .digit || after.kind == .digit {
        return before.kind == .digit && after.kind == .digit
      }
      guard after.kind == .letter else { return false }
      // "detik.com" and "PALTV.CO.ID" are one word, "selesai.Dia" lacks its space.
      guard after.isUpper else { return true }
      guard before.isUpper else { return false }
      let beyond = next + after.length
      return beyond >= end || !isSmallLetter(Scalars.read(bytes, at: beyond, end: end))
    default:
      return false
    }
  }

  private static func isSmallLetter(_ scalar: Scalar) -> Bool {
    scalar.kind == .letter && !scalar.isUpper
  }
}
