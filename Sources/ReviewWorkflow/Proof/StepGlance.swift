import ClaimModel

/// Whether the body of an event that is not a claim's first is one as this version writes it.
enum StepGlance {
  private static let levels = Stakes.Level.allCases.map { Array($0.rawValue.utf8) }
  private static let priorities = Priority.allCases.map { Array($0.rawValue.utf8) }

  /// Takes the body of an event of a type; the name of the type stands elsewhere in the text.
  static func takes(
    _ type: Range<Int>,
    _ scanner: inout CanonicalScanner,
    _ text: Span<UInt8>
  ) -> Bool {
    if text.says("noted", in: type) || text.says("reply-answered", in: type) {
      return scanner.take(#"{"text":"#, text) && ends(&scanner, text)
    }
    if text.says("triaged", in: type) { return takesTriage(&scanner, text) }
    for name: StaticString in ["taken", "submitted", "published", "reply-silent"]
    where text.says(name, in: type) {
      return scanner.take("{}", text)
    }
    for name: StaticString in ["dropped", "waived", "voided", "reopened", "released"]
    where text.says(name, in: type) {
      return scanner.take(#"{"reason":"#, text) && ends(&scanner, text)
    }
    if text.says("concluded", in: type) || text.says("opinion-cast", in: type) {
      return scanner.take(#"{"explanation":"#, text) && scanner.string(text) != nil
        && scanner.take(#","rating":"#, text) && scanner.string(text) != nil
        && scanner.take(#","scale":"#, text) && ends(&scanner, text)
    }
    if text.says("approved", in: type) {
      return scanner.take(#"{"subject":"#, text) && scanner.digits(64, text) != nil
        && scanner.take("}", text)
    }
    if text.says("returned", in: type) {
      return scanner.take(#"{"comment":"#, text) && ends(&scanner, text)
    }
    return false
  }

  /// The last member's string and the end of the object.
  private static func ends(_ scanner: inout CanonicalScanner, _ text: Span<UInt8>) -> Bool {
    scanner.string(text) != nil && scanner.take("}", text)
  }

  private static func takesTriage(
    _ scanner: inout CanonicalScanner,
    _ text: Span<UInt8>
  ) -> Bool {
    guard scanner.take("{", text) else { return false }
    if scanner.take(#""due":"#, text) {
      guard let day = scanner.string(text), day.count == 10, text.isDay(at: day.lowerBound),
        scanner.take(",", text)
      else { return false }
    }
    if scanner.take(#""harm":"#, text) {
      guard scanner.word(levels, text) != nil, scanner.take(",", text) else { return false }
    }
    guard scanner.take(#""priority":"#, text), scanner.word(priorities, text) != nil,
      scanner.take(",", text)
    else { return false }
    if scanner.take(#""reach":"#, text) {
      guard scanner.word(levels, text) != nil, scanner.take(",", text) else { return false }
    }
    return scanner.take(#""reason":"#, text) && ends(&scanner, text)
  }
}
