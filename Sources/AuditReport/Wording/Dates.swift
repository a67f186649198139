import ClaimModel

/// The months, as dates print them.
enum Month: Int, Phrase {
  case january = 1
  case february, march, april, may, june, july, august, september, october, november, december

  var words: Words {
    switch self {
    case .january: return Words("Jan", "Jan")
    case .february: return Words("Feb", "Feb")
    case .march: return Words("Mar", "Mar")
    case .april: return Words("Apr", "Apr")
    case .may: return Words("Mei", "May")
    case .june: return Words("Jun", "Jun")
    case .july: return Words("Jul", "Jul")
    case .august: return Words("Agu", "Aug")
    case .september: return Words("Sep", "Sep")
    case .october: return Words("Okt", "Oct")
    case .november: return Words("Nov", "Nov")
    case .december: return Words("Des", "Dec")
    }
  }
}

/// The days of the week, from Monday as in ISO 8601.
enum Weekday: Int, Phrase {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  var words: Words {
    switch self {
    case .monday: return Words("Senin", "Monday")
    case .tuesday: return Words("Selasa", "Tuesday")
    case .wednesday: return Words("Rabu", "Wednesday")
    case .thursday: return Words("Kamis", "Thursday")
    case .friday: return Words("Jumat", "Friday")
    case .saturday: return Words("Sabtu", "Saturday")
    case .sunday: return Words("Minggu", "Sunday")
    }
  }
}

extension Wording {
  /// A month and year: Mei 2026.
  func month(_ month: Int, _ year: Int) -> String {
    let name = Month(rawValue: month).map { self($0) } ?? String(month)
    return "\(name) \(year)"
  }

  /// A day: 9 Mar 2026.
  func day(_ date: CalendarDate) -> String { "\(date.day) \(month(date.month, date.year))" }

  /// A day as an element that machines can read.
  func time(_ date: CalendarDate) -> Markup {
    "<time datetime=\"\(date.iso8601)\">\(day(date))</time>"
  }

  /// A moment by the desk's clock: 9 Mar 2026, 19.15 WIB.
  func moment(_ moment: Timestamp) -> String {
    let (date, minutes) = local(moment)
    let clockTime = Self.clockTime(minutes, isIndonesian ? "." : ":")
    return "\(day(date)), \(clockTime) \(clock.name)"
  }

  /// A moment as an element that machines can read; after another one of the same day, without the day.
  func time(_ moment: Timestamp, after before: Timestamp? = nil) -> Markup {
    let (day, minutes) = local(moment)
    let isSameDay = before.map { local($0).0 == day } ?? false
    let told = isSameDay ? Self.clockTime(minutes, isIndonesian ? "." : ":") : self.moment(moment)
    return "<time datetime=\"\(rfc3339(moment))\">\(told)</time>"
  }

  /// The day of a moment by the desk's clock.
  func localDay(_ moment: Timestamp) -> CalendarDate { local(moment).0 }

  /// A moment by the desk's clock with its offset: 2026-03-09T19:15+07:00.
  private func rfc3339(_ moment: Timestamp) -> String {
    let (date, minutes) = local(moment)
    let time = "\(date.iso8601)T\(Self.clockTime(minutes, ":"))"
    guard clock.minutesEast != 0 else { return time + "Z" }
    let sign = clock.minutesEast < 0 ? "-" : "+"
    return "\(time)\(sign)\(Self.clockTime(Int(clock.minutesEast.magnitude), ":"))"
  }

  /// The day and the minute of the day by the desk's clock.
  private func local(_ moment: Timestamp) -> (CalendarDate, Int) {
    let seconds = Int(moment.secondsSince1970) + clock.minutesEast * 60
    let day = seconds.quotientRoundedDown(by: 86_400)
    return (CalendarDate(daysSince1970: day), (seconds - day * 86_400) / 60)
  }

  private static func clockTime(_ minutes: Int, _ separator: String) -> String {
    "\(twoDigits(minutes / 60))\(separator)\(twoDigits(minutes % 60))"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

extension Int {
  /// The quotient rounded towards negative infinity, for a positive divisor.
  fileprivate func quotientRoundedDown(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor)
  }
}
