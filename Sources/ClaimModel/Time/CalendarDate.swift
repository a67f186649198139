/// A day of the proleptic Gregorian calendar, without a time or a zone.
public struct CalendarDate: Hashable, Sendable {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Makes a date, or nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Makes the date that lies `days` after 1 January 1970 (before it where negative).
  ///
  /// The arithmetic is Howard Hinnant's *chrono-Compatible Low-Level Date Algorithms*, `civil_from_days`.
  public init(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Reads `YYYY-MM-DD`; anything may follow the ten characters after a `T` or a space.
  public init?(iso8601 text: some StringProtocol) {
    self.init(iso8601: Array(text.utf8))
  }

  init?(iso8601 bytes: [UInt8]) {
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes.count == 10 || bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The number of days from 1 January 1970 to this day (`days_from_civil` of the same source).
  public var daysSince1970: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day of the week, 1 for Monday to 7 for Sunday (ISO 8601).
  public var weekday: Int {
    // 1 January 1970 was a Thursday.
    let index = (daysSince1970 + 3) % 7
    return (index < 0 ? index + 7 : index) + 1
  }

  /// The date as `YYYY-MM-DD`.
  public var iso8601: String { String(decoding: digits, as: UTF8.self) }

  /// The date as the bytes of `YYYY-MM-DD`, with room for a time.
  var digits: [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(20)
    Self.append(year, 4, to: &text)
    text.append(UInt8(ascii: "-"))
    Self.append(month, 2, to: &text)
    text.append(UInt8(ascii: "-"))
    Self.append(day, 2, to: &text)
    return text
  }

  /// The number of days in a month.
  public static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// Writes a number with zeros in front, two or four digits wide.
  static func append(_ number: Int, _ width: Int, to text: inout [UInt8]) {
    guard (0...9_999).contains(number) else {
      text += String(number).utf8
      return
    }
    if width == 4 {
      text.append(UInt8(ascii: "0") + UInt8(number / 1_000 % 10))
      text.append(UInt8(ascii: "0") + UInt8(number / 100 % 10))
    }
    text.append(UInt8(ascii: "0") + UInt8(number / 10 % 10))
    text.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return bytes.isEmpty ? nil : value
  }
}

extension CalendarDate: Comparable {
  /// Orders dates by the calendar.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CalendarDate: Codable {
  /// Reads `YYYY-MM-DD`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = CalendarDate(iso8601: text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "“\(text)” is not a date of the form YYYY-MM-DD"
      )
    }
    self = date
  }

  /// Writes `YYYY-MM-DD`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso8601)
  }
}
