/// In what state a source is after all checks so far.
public enum LinkState: String, Hashable, Sendable, Codable, CaseIterable {
  /// It is there and says what it said.
  case alive
  /// It is there but says something else, or no longer exactly what was cited.
  case changed
  /// It is not there, confirmed.
  case gone
  /// It may be there, but refuses programs; a person has to look.
  case blocked
  /// Nothing is sure.
  case unknown

  /// A text that differs more than this counts as changed; dates, counters and menus of pages differ less.
  public static let mostDistance = 0.25
  /// Seconds that two checks have to be apart to confirm each other that a page is gone: most dead links of one look are
  /// faults that pass.
  public static let confirmationInterval: Int64 = 86_400

  /// The state after checks, in any order.
  ///
  /// Gone needs two looks a day apart with nothing but absence between them. A look that learned nothing leaves the
  /// state that the one before had.
  public init(_ checks: some Sequence<LinkCheck>) {
    var state = LinkState.unknown
    var missingSince: Timestamp?
    for check in checks.sorted(by: { $0.date < $1.date }) {
      switch check.observation {
      case .answered:
        missingSince = nil
        let isOther = check.distance.map { $0 > Self.mostDistance } ?? false
        let isQuoted = check.anchor != .absent && check.anchor != .fuzzy
        state = isOther || !isQuoted ? .changed : .alive
      case .missing, .noHost:
        let first = missingSince ?? check.date
        missingSince = first
        let waited = check.date.secondsSince1970 - first.secondsSince1970
        state = waited >= Self.confirmationInterval ? .gone : .unknown
      case .refused:
        missingSince = nil
        state = .blocked
      case .unclear: continue
      }
    }
    self = state
  }

  /// When a source has to be looked at again.
  ///
  /// - Parameters:
  ///   - checks: all checks so far; without any it is due at once.
  ///   - days: how long an answer holds.
  /// - Returns: the time; sooner where the last look left something open.
  public static func nextCheck(after checks: [LinkCheck], days: Int) -> Timestamp? {
    guard let last = checks.max(by: { $0.date < $1.date }) else { return nil }
    let interval: Int64
    switch last.observation {
    case .answered, .refused: interval = Int64(days) * 86_400
    case .missing, .noHost:
      interval = LinkState(checks) == .gone ? Int64(days) * 86_400 : confirmationInterval
    case .unclear: interval = 3_600
    }
    return Timestamp(secondsSince1970: last.date.secondsSince1970 + interval)
  }
}
