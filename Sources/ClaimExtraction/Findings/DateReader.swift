import ClaimModel

/// A date as printed, with its year.
struct PrintedDate {
  /// The date; nil where the calendar has no such day.
  let date: CalendarDate?
  /// Its tokens.
  let tokens: Range<Int>
}

/// Reads dates from tagged tokens: "19 Juni 2024", "June 19, 2024", "19 June 2024", "19/6/2024", "19-06-2024".
struct DateReader {
  let tagged: TaggedText
  private let tokens: [Token]

  init(tagged: TaggedText) {
    self.tagged = tagged
    tokens = tagged.text.tokens
  }

  /// The date that begins at a token, or nil where none with a year does.
  func date(at index: Int, end: Int) -> PrintedDate? {
    if tokens[index].kind == .number {
      if let date = numeric(index) { return PrintedDate(date: date, tokens: index..<index + 1) }
      // 19 Juni 2024
      guard index + 2 < end, tagged.has(index + 1, .month), let day = number(index, digits: 1...2),
        let year = number(index + 2, digits: 4...4)
      else { return nil }
      let month = Int(tagged.tags[index + 1].value)
      return PrintedDate(
        date: CalendarDate(year: year, month: month, day: day),
        tokens: index..<index + 3
      )
    }
    // June 19, 2024
    guard tagged.has(index, .month), index + 2 < end, let day = number(index + 1, digits: 1...2)
    else { return nil }
    let yearAt = tokens[index + 2].kind == .comma ? index + 3 : index + 2
    guard yearAt < end, let year = number(yearAt, digits: 4...4) else { return nil }
    return PrintedDate(
      date: CalendarDate(year: year, month: Int(tagged.tags[index].value), day: day),
      tokens: index..<yearAt + 1
    )
  }

  /// The value of a token of digits only (an English ordinal ending aside), or nil.
  func number(_ index: Int, digits: ClosedRange<Int>) -> Int? {
    let token = tagged.text.tokens[index]
    guard token.isWord else { return nil }
    var value = 0
    var count = 0
    for offset in Int(token.start)..<Int(token.end) {
      let digit = tagged.text.bytes[offset] &- UInt8(ascii: "0")
      if digit < 10 {
        guard count < 9 else { return nil }
        value = value * 10 + Int(digit)
        count += 1
      } else {
        // "19th": two letters at the end.
        guard token.kind == .word, count > 0, offset == Int(token.end) - 2 else { return nil }
        break
      }
    }
    return digits.contains(count) ? value : nil
  }

  /// 19/6/2024 or 19-06-2024, day first; a doubt about day and month is no date at all.
  private func numeric(_ index: Int) -> CalendarDate?? {
    var parts: [Int] = [0]
    var separators = 0
    let token = tagged.text.tokens[index]
    guard token.length <= 10 else { return nil }
    for offset in Int(token.start)..<Int(token.end) {
      let byte = tagged.text.bytes[offset]
      if byte &- UInt8(ascii: "0") < 10 {
        parts[parts.count - 1] = parts[parts.count - 1] * 10 + Int(byte - UInt8(ascii: "0"))
      } else if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-") {
        parts.append(0)
        separators += 1
      } else {
        return nil
      }
    }
    guard separators == 2, parts.count == 3, (1000...9999).contains(parts[2]) else { return nil }
    // In English 6/7/2024 may be either day; only one reading must be possible.
    if !tagged.pack.hasDecimalComma, parts[0] <= 12 {
      guard parts[1] > 12 else { return nil }
      return .some(CalendarDate(year: parts[2], month: parts[0], day: parts[1]))
    }
    return .some(CalendarDate(year: parts[2], month: parts[1], day: parts[0]))
  }
}
