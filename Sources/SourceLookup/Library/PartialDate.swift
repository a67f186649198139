import ClaimModel

/// A date as precise as a work gives it: a year, a month of a year, or a day.
public struct PartialDate: Hashable, Sendable {
  /// The year.
  public let year: Int
  /// The month, where it is known.
  public let month: Int?
  /// The day of the month, where it is known.
  public let day: Int?

  /// Makes a date from one to three numbers, or nil where the calendar has no such day.
  init?(parts: [Int]) {
    guard (1...3).contains(parts.count), (1...9999).contains(parts[0]) else { return nil }
    let month = parts.count > 1 ? parts[1] : nil
    let day = parts.count > 2 ? parts[2] : nil
    guard CalendarDate(year: parts[0], month: month ?? 1, day: day ?? 1) != nil else { return nil }
    year = parts[0]
    self.month = month
    self.day = day
  }

  /// Reads `2026`, `2026-03`, `2026-03-09`, the same with slashes, or a day with a time after it.
  public init?(iso8601 text: String) {
    let day = text.trimmed.prefix { $0 != "T" && $0 != " " }
    let fields = day.split(whereSeparator: { $0 == "-" || $0 == "/" })
    guard (1...3).contains(fields.count), fields[0].utf8.count == 4 else { return nil }
    var parts: [Int] = []
    for field in fields {
      guard field.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(field) else {
        return nil
      }
      parts.append(number)
    }
    self.init(parts: parts)
  }

  /// The known parts, from the year.
  var parts: [Int] { [year] + [month, day].compactMap { $0 } }

  /// `2026`, `2026-03` or `2026-03-09`.
  public var iso8601: String {
    parts.enumerated()
      .map { index, number in
        let digits = String(number)
        return String(repeating: "0", count: max(0, (index == 0 ? 4 : 2) - digits.count)) + digits
      }
      .joined(separator: "-")
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    let head = drop { $0.isWhitespace }
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(head[...last])
  }
}
