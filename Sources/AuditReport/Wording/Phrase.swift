import ClaimModel

/// Something that a page says, in each language it can say it in.
///
/// `{0}`, `{1}` stand for values. An exhaustive `switch` makes it impossible to leave a language out.
protocol Phrase: CaseIterable, Sendable {
  /// The words in Indonesian and in English.
  var words: Words { get }
}

/// The same words in both languages.
struct Words: Sendable {
  let indonesian: String
  let english: String

  init(_ indonesian: String, _ english: String) {
    self.indonesian = indonesian
    self.english = english
  }
}

/// Words, dates and numbers in the language of one page, by the desk's clock.
struct Wording: Sendable {
  /// Whether the page speaks Indonesian; English otherwise.
  let isIndonesian: Bool
  /// The clock that times are shown by.
  let clock: DeskClock

  init(_ language: LanguageTag, clock: DeskClock) {
    isIndonesian = language.primary == .indonesian
    self.clock = clock
  }

  /// The page's language.
  var language: LanguageTag { isIndonesian ? .indonesian : .english }

  /// A phrase with its values filled in.
  func callAsFunction(_ phrase: some Phrase, _ values: String...) -> String {
    let pattern = isIndonesian ? phrase.words.indonesian : phrase.words.english
    return values.isEmpty ? pattern : Self.fill(pattern, values)
  }

  /// "1 claim", "2 claims"; Indonesian has one form.
  func count(_ number: Int, _ one: some Phrase, _ many: some Phrase) -> String {
    let digits = grouped(number)
    return number == 1 ? self(one, digits) : self(many, digits)
  }

  /// A number with its thousands set apart: 12.345 or 12,345.
  func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      let left = digits.count - index
      if index > 0, left % 3 == 0 { text.append(isIndonesian ? "." : ",") }
      text.append(digit)
    }
    return text
  }

  /// A number with two decimals: 0,71 or 0.71.
  func hundredths(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let digits = String(hundredths.magnitude % 100)
    return (hundredths < 0 ? "−" : "") + "\(hundredths.magnitude / 100)"
      + (isIndonesian ? "," : ".") + (digits.utf8.count < 2 ? "0" : "") + digits
  }

  /// Fills `{0}` to `{9}`; a value is never looked at for further places.
  private static func fill(_ pattern: String, _ values: [String]) -> String {
    var result: [UInt8] = []
    let bytes = Array(pattern.utf8)
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "{"), index + 2 < bytes.count,
        bytes[index + 2] == UInt8(ascii: "}"), case let place = Int(bytes[index + 1]) - 48,
        values.indices.contains(place)
      {
        result += Array(values[place].utf8)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
