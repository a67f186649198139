public import ClaimModel

/// What an event's bytes say, told without making values of them.
///
/// A glance is certain or there is none: where there is one, ``Event/init(canonical:)`` reads the same bytes and
/// ``LedgerAudit`` finds nothing wrong with the event's form. There is none for some events that are in order: those that are
/// rare, and those whose form is not known here.
public struct EventGlance {
  /// The number that the claim's name is.
  public let claim: UInt64
  /// Where the claim's name stands.
  public let claimName: Range<Int>
  /// Where the name of the state stands that the claim is in after it.
  public let state: Range<Int>
  /// What it says of a claim that begins with it; nil for every other event.
  public let captured: CapturedGlance?
  private let actorName: Range<Int>

  /// Looks at an event's text.
  public init?(_ text: Span<UInt8>) {
    var scanner = CanonicalScanner()
    guard scanner.take(#"{"actor":"#, text), let actor = scanner.string(text),
      scanner.take(#","body":"#, text)
    else { return nil }
    let start = scanner.at
    let captured = CapturedGlance(&scanner, text)
    if captured == nil {
      scanner = CanonicalScanner(at: start)
      guard scanner.object(text) != nil else { return nil }
    }
    let end = scanner.at
    guard scanner.take(#","claim":"#, text), let claim = scanner.digits(16, text),
      scanner.take(#","parents":"#, text), let hasParents = Self.parents(&scanner, text),
      scanner.take(#","state":"#, text), let state = scanner.plain(text),
      scanner.take(#","time":"#, text), Self.isMoment(&scanner, text),
      scanner.take(#","type":"#, text), let type = scanner.string(text),
      scanner.take(#","v":1,"workflow":"#, text), scanner.string(text) != nil,
      scanner.take("}", text), scanner.at == text.count, hasParents == (captured == nil)
    else { return nil }
    if let captured {
      guard text.says("captured", in: type), text.isSame(captured.id, claim) else { return nil }
    } else {
      var body = CanonicalScanner(at: start)
      guard StepGlance.takes(type, &body, text), body.at == end else { return nil }
    }
    guard (try? UTF8Span(validating: text)) != nil else { return nil }
    var number: UInt64 = 0
    for index in claim {
      number = number << 4 | UInt64(CanonicalScanner.digit(text[index]) ?? 0)
    }
    self.claim = number
    claimName = claim
    self.state = state
    self.captured = captured
    actorName = actor
  }

  /// The actor's name.
  public func actor(_ text: Span<UInt8>) -> String {
    text.extracting((actorName.lowerBound - 1)..<(actorName.upperBound + 1)).string
  }

  /// Whether there are parents; nil where they are not hashes in order, each once.
  private static func parents(_ scanner: inout CanonicalScanner, _ text: Span<UInt8>) -> Bool? {
    var last: Range<Int>?
    let list = scanner.list(orEmpty: true, text) { scanner, text in
      guard let next = scanner.digits(64, text) else { return false }
      defer { last = next }
      return last.map { text.precedes($0, next) } ?? true
    }
    return list.map { !$0.isEmpty }
  }

  /// Whether a moment comes next as ``Timestamp/rfc3339`` writes it.
  private static func isMoment(_ scanner: inout CanonicalScanner, _ text: Span<UInt8>) -> Bool {
    guard let found = scanner.string(text), found.count == 20,
      text.isDay(at: found.lowerBound)
    else { return false }
    let start = found.lowerBound
    guard text[start + 10] == UInt8(ascii: "T"), text[start + 13] == UInt8(ascii: ":"),
      text[start + 16] == UInt8(ascii: ":"), text[start + 19] == UInt8(ascii: "Z"),
      let hour = text.number(at: start + 11, 2), hour < 24,
      let minute = text.number(at: start + 14, 2), minute < 60,
      let second = text.number(at: start + 17, 2), second < 60
    else { return false }
    return true
  }
}

extension ContentHash {
  /// Whether these bytes are the 64 digits.
  public func isSpelled(_ text: Span<UInt8>) -> Bool {
    guard text.count == 64 else { return false }
    let digest = digest
    let digits: StaticString = "0123456789abcdef"
    for index in 0..<32 {
      guard unsafe text[2 &* index] == digits.utf8Start[Int(digest[index] >> 4)],
        unsafe text[2 &* index &+ 1] == digits.utf8Start[Int(digest[index] & 15)]
      else { return false }
    }
    return true
  }
}

extension Span<UInt8> {
  /// The text of a string between quotation marks.
  var string: String {
    let json = unsafe withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    return JSONValueReader.value(of: json)?.text ?? ""
  }

  /// Whether these bytes stand in a range.
  func says(_ literal: StaticString, in range: Range<Int>) -> Bool {
    guard literal.utf8CodeUnitCount == range.count else { return false }
    for index in 0..<range.count {
      guard unsafe literal.utf8Start[index] == self[range.lowerBound + index] else { return false }
    }
    return true
  }

  /// Whether two ranges have the same bytes.
  func isSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    guard one.count == other.count else { return false }
    for index in 0..<one.count {
      guard self[one.lowerBound + index] == self[other.lowerBound + index] else { return false }
    }
    return true
  }

  /// Whether the bytes of one range come before those of another that is as long.
  fileprivate func precedes(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    for index in 0..<one.count {
      let (left, right) = (self[one.lowerBound + index], self[other.lowerBound + index])
      if left != right { return left < right }
    }
    return false
  }

  /// The number that so many digits are, or nil.
  fileprivate func number(at start: Int, _ count: Int) -> Int? {
    var value = 0
    for index in start..<(start + count) {
      let digit = self[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  /// Whether the ten bytes from a place on are a day of the calendar.
  func isDay(at start: Int) -> Bool {
    guard self[start + 4] == UInt8(ascii: "-"), self[start + 7] == UInt8(ascii: "-"),
      let year = number(at: start, 4), let month = number(at: start + 5, 2),
      let day = number(at: start + 8, 2)
    else { return false }
    return CalendarDate(year: year, month: month, day: day) != nil
  }
}
