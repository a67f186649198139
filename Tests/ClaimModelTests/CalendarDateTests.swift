import Testing

@testable import ClaimModel

@Suite("A calendar date")
struct CalendarDateTests {
  @Test(
    "knows its weekday",
    arguments: [
      ("1970-01-01", 4), ("2024-06-19", 3), ("2000-02-29", 2), ("1900-03-01", 4), ("0001-01-01", 1),
    ]
  )
  func weekday(iso: String, weekday: Int) throws {
    #expect(try #require(CalendarDate(iso8601: iso)).weekday == weekday)
  }

  @Test("survives the way to a day number and back, for every day of four centuries")
  func roundTrip() throws {
    for days in stride(from: -135_140, through: 36_524, by: 1) {
      let date = CalendarDate(daysSince1970: days)
      #expect(date.daysSince1970 == days)
      #expect(CalendarDate(iso8601: date.iso8601) == date)
    }
  }

  @Test(
    "refuses days that are not there",
    arguments: [
      "2023-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "24-04-01", "2024/04/01", "",
      "0000-01-01",
    ]
  )
  func refuses(iso: String) {
    #expect(CalendarDate(iso8601: iso) == nil)
  }
}

@Suite("A timestamp")
struct TimestampTests {
  @Test(
    "reads RFC 3339 with zones and fractions",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2024-06-19T12:00:00Z", 1_718_798_400),
      ("2024-06-19T19:00:00+07:00", 1_718_798_400), ("2024-06-19T12:00:00.987Z", 1_718_798_400),
      ("1969-12-31T23:59:59Z", -1),
    ]
  )
  func reads(text: String, seconds: Int64) {
    #expect(Timestamp(rfc3339: text)?.secondsSince1970 == seconds)
  }

  @Test("writes what it read", arguments: ["1969-12-31T23:59:59Z", "2026-03-09T12:15:00Z"])
  func writes(text: String) {
    #expect(Timestamp(rfc3339: text)?.rfc3339 == text)
  }

  @Test(
    "refuses what is no time",
    arguments: [
      "2024-06-19", "2024-06-19T25:00:00Z", "2024-06-19T12:00:00", "2024-06-19T12:00:00+7", "x",
    ]
  )
  func refuses(text: String) {
    #expect(Timestamp(rfc3339: text) == nil)
  }
}
