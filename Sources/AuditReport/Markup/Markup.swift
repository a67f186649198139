/// A piece of HTML as UTF-8 bytes, in which only literals of the source code are markup.
///
/// `"<b>\(name)</b>"` writes the literal parts as they stand and escapes what is interpolated, in text and in quoted
/// attribute values alike. The literals are `StaticString`s, so there is no way to pass a computed string off as markup.
struct Markup: Sendable, ExpressibleByStringInterpolation {
  /// The bytes written so far.
  private(set) var bytes: [UInt8]

  /// Makes an empty piece.
  init() { bytes = [] }

  /// Makes an empty piece with room for `capacity` bytes.
  init(capacity: Int) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  init(stringLiteral value: StaticString) {
    bytes = []
    bytes.append(literal: value)
  }

  init(stringInterpolation: Interpolation) { bytes = stringInterpolation.bytes }

  /// Makes a piece of a literal that was passed as a value.
  init(literal: StaticString) {
    bytes = []
    bytes.append(literal: literal)
  }

  /// Makes the contents of a `script` or `style` element from an asset of the program.
  init(_ asset: Asset) { bytes = asset.bytes }

  /// Makes the contents of a `script` element that holds data.
  init(_ json: JSON) { bytes = json.scriptBytes }

  /// Whether nothing has been written.
  var isEmpty: Bool { bytes.isEmpty }

  static func += (left: inout Markup, right: Markup) { left.bytes += right.bytes }

  /// Writes text, given as valid UTF-8.
  mutating func append(text: ArraySlice<UInt8>) { bytes.append(escaping: text) }

  /// The pieces one after the other, with `separator` between them.
  static func joined(_ pieces: some Sequence<Markup>, by separator: Markup = "") -> Markup {
    var result = Markup()
    var isFirst = true
    for piece in pieces {
      if !isFirst { result += separator }
      result += piece
      isFirst = false
    }
    return result
  }

  /// Collects the literal and the interpolated parts of a piece.
  struct Interpolation: StringInterpolationProtocol {
    fileprivate var bytes: [UInt8] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    mutating func appendLiteral(_ literal: StaticString) { bytes.append(literal: literal) }
    mutating func appendInterpolation(_ text: String) { bytes.append(escaping: text) }
    /// Writes text of anybody's so that it cannot reorder what stands beside it.
    mutating func appendInterpolation(isolating text: String) {
      guard text.mayRunLeft else { return bytes.append(escaping: text) }
      bytes.append(literal: "<bdi>")
      bytes.append(escaping: text)
      bytes.append(literal: "</bdi>")
    }

    /// Writes ` dir="auto"` where a text may run from right to left.
    mutating func appendInterpolation(directionOf text: String) {
      if text.mayRunLeft { bytes.append(literal: " dir=\"auto\"") }
    }

    mutating func appendInterpolation(_ number: Int) { bytes.append(contentsOf: "\(number)".utf8) }
    mutating func appendInterpolation(_ piece: Markup) { bytes += piece.bytes }
    mutating func appendInterpolation(_ piece: Markup?) { if let piece { bytes += piece.bytes } }

    /// Writes `piece` where `condition` holds.
    mutating func appendInterpolation(if condition: Bool, _ piece: @autoclosure () -> Markup) {
      if condition { bytes += piece().bytes }
    }

    /// Writes what `piece` makes of each element.
    mutating func appendInterpolation<Element>(
      each elements: some Sequence<Element>,
      _ piece: (Element) -> Markup
    ) {
      for element in elements { bytes += piece(element).bytes }
    }
  }
}
