/// Who publishes audits, where, and by which clock.
public struct Desk: Hashable, Sendable {
  /// The desk's name as readers see it.
  public var name: String
  /// The address under which the folder of audits is published, ending in `/`; nil where it is not on the web.
  public var address: String?
  /// The clock that times are shown by.
  public var clock: DeskClock

  /// Makes a desk.
  public init(name: String, address: String? = nil, clock: DeskClock = .utc) {
    self.name = name
    self.address = address
    self.clock = clock
  }
}

/// A fixed distance from UTC and what people call it.
public struct DeskClock: Hashable, Sendable {
  /// Minutes east of UTC.
  public var minutesEast: Int
  /// The name printed behind a time: `WIB`.
  public var name: String

  /// Makes a clock.
  public init(minutesEast: Int, name: String) {
    self.minutesEast = minutesEast
    self.name = name
  }

  /// Coordinated universal time.
  public static let utc = DeskClock(minutesEast: 0, name: "UTC")
  /// Western Indonesian time, WIB.
  public static let westernIndonesia = DeskClock(minutesEast: 420, name: "WIB")
  /// Central Indonesian time, WITA.
  public static let centralIndonesia = DeskClock(minutesEast: 480, name: "WITA")
  /// Eastern Indonesian time, WIT.
  public static let easternIndonesia = DeskClock(minutesEast: 540, name: "WIT")
}
