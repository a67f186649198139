/// A moment, in whole seconds of UTC: what the actor's clock said when an event was recorded.
public struct Timestamp: Hashable, Sendable {
  /// Seconds since 1 January 1970, 00:00 UTC.
  public let secondsSince1970: Int64

  /// Makes a moment from seconds since 1 January 1970, 00:00 UTC.
  public init(secondsSince1970: Int64) { self.secondsSince1970 = secondsSince1970 }

  /// Reads RFC 3339 in UTC or with an offset: `2026-03-09T12:15:00Z`, `2026-03-09T19:15:00+07:00`.
  ///
  /// Fractions of a second are dropped.
  public init?(rfc3339 text: some StringProtocol) {
    self.init(rfc3339: Array(text.utf8))
  }

  /// Reads RFC 3339, as the ledger has it a million times: no generic code is passed through.
  public init?(rfc3339 text: String) {
    self.init(rfc3339: Array(text.utf8))
  }

  private init?(rfc3339 bytes: [UInt8]) {
    guard bytes.count >= 20, let date = CalendarDate(iso8601: bytes),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = CalendarDate.number(bytes[11..<13]), hour < 24,
      let minute = CalendarDate.number(bytes[14..<16]), minute < 60,
      let second = CalendarDate.number(bytes[17..<19]), second < 61
    else { return nil }
    var index = 19
    if bytes[index] == UInt8(ascii: ".") {
      index += 1
      while index < bytes.count, bytes[index] >= UInt8(ascii: "0"),
        bytes[index] <= UInt8(ascii: "9")
      {
        index += 1
      }
    }
    guard index < bytes.count, let offset = Self.zoneOffset(bytes[index...]) else { return nil }
    let time = hour * 3_600 + minute * 60 + second
    secondsSince1970 = Int64(date.daysSince1970 * 86_400 + time - offset)
  }

  /// The moment as RFC 3339 in UTC: `2026-03-09T12:15:00Z`.
  public var rfc3339: String {
    let (date, seconds) = dayAndSecond
    var text = date.digits
    text.append(UInt8(ascii: "T"))
    CalendarDate.append(seconds / 3_600, 2, to: &text)
    text.append(UInt8(ascii: ":"))
    CalendarDate.append(seconds / 60 % 60, 2, to: &text)
    text.append(UInt8(ascii: ":"))
    CalendarDate.append(seconds % 60, 2, to: &text)
    text.append(UInt8(ascii: "Z"))
    return String(decoding: text, as: UTF8.self)
  }

  /// The day in UTC.
  public var date: CalendarDate { dayAndSecond.0 }

  private var dayAndSecond: (CalendarDate, Int) {
    let total = Int(secondsSince1970)
    let days = total >= 0 ? total / 86_400 : (total - 86_399) / 86_400
    return (CalendarDate(daysSince1970: days), total - days * 86_400)
  }

  /// The offset in seconds that `Z`, `+07:00` or `-05:30` names.
  private static func zoneOffset(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let sign = bytes.first else { return nil }
    let rest = Array(bytes.dropFirst())
    if sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") { return rest.isEmpty ? 0 : nil }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), rest.count == 5,
      rest[2] == UInt8(ascii: ":"), let hours = CalendarDate.number(rest[0..<2]), hours < 24,
      let minutes = CalendarDate.number(rest[3..<5]), minutes < 60
    else { return nil }
    let offset = hours * 3_600 + minutes * 60
    return sign == UInt8(ascii: "+") ? offset : -offset
  }
}

extension Timestamp: Comparable {
  /// Orders moments by time.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.secondsSince1970 < right.secondsSince1970
  }
}

extension Timestamp: Codable {
  /// Reads RFC 3339.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let moment = Timestamp(rfc3339: text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "“\(text)” is not a time of the form 2026-03-09T12:15:00Z"
      )
    }
    self = moment
  }

  /// Writes RFC 3339 in UTC.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rfc3339)
  }
}
