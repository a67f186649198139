public import ClaimModel

/// What the histories of a desk's claims add up to.
///
/// It speaks of the work, never of persons: it names no reviewer and ranks nobody. Steps that were taken back count
/// nowhere but in the time that they took.
public struct DeskStatistics: Hashable, Sendable, Codable {
  /// How many claims there are.
  public var claims: Int
  /// What was done in each week in which something was done, oldest first.
  public var weeks: [Week]
  /// The claims that wait for an end.
  public var open: OpenClaims
  /// How long claims stay in each state, in the order of the workflow's states; states that nothing has left are absent.
  public var states: [StateTime]
  /// How far first verdicts and second opinions agree, for each scale by name.
  public var agreements: [Agreement]
  /// How many approvals were given.
  public var approvals: Int
  /// How many of them a later edit voided.
  public var voidedApprovals: Int
  /// How many corrections there were of each class, in the order of ``CorrectionClass``.
  public var corrections: [CorrectionCount]
  /// How many claims stand published with each rating, by scale, then most first.
  public var ratings: [RatingCount]

  /// What was done in one week.
  public struct Week: Hashable, Sendable, Codable {
    /// The Monday it begins on, in UTC.
    public var monday: CalendarDate
    /// Claims captured.
    public var captured = 0
    /// Verdicts handed in.
    public var submitted = 0
    /// Verdicts published.
    public var published = 0
    /// Claims dropped or merged.
    public var setAside = 0
  }

  /// The claims that wait for an end: not published, dropped, merged or withdrawn, or opened again since.
  public struct OpenClaims: Hashable, Sendable, Codable {
    /// How many there are.
    public var count: Int
    /// The median of the seconds since they were captured or opened again; nil where there are none.
    public var medianAge: Int?
    /// The one that has been open longest.
    public var oldest: ClaimID?
    /// Its age in seconds.
    public var oldestAge: Int?
  }

  /// How long claims stayed in a state before they left it.
  public struct StateTime: Hashable, Sendable, Codable {
    /// The state's name.
    public var state: String
    /// How many stays have ended.
    public var stays: Int
    /// Their median, in seconds.
    public var median: Int
    /// The longest, in seconds.
    public var longest: Int
  }

  /// How many corrections of one class there were.
  public struct CorrectionCount: Hashable, Sendable, Codable {
    /// The class.
    public var kind: CorrectionClass
    /// How many.
    public var count: Int
  }

  /// How many claims stand published with a rating.
  public struct RatingCount: Hashable, Sendable, Codable {
    /// The scale's name.
    public var scale: String
    /// The rating's name.
    public var rating: String
    /// How many.
    public var count: Int
  }
}

extension DeskStatistics {
  /// Adds up claims at a moment.
  ///
  /// The claims may be read one after the other; only their numbers are kept. A clock that was set back counts as no
  /// time at all.
  public init(
    of claims: some Sequence<ReviewedClaim>,
    workflow: Workflow,
    at now: Timestamp
  ) {
    var tally = StatisticsTally(now: now)
    for claim in claims { tally.add(claim) }
    self.init(tally, workflow: workflow)
  }

  /// Adds up what was counted.
  public init(_ tally: StatisticsTally, workflow: Workflow) {
    self.claims = tally.claims
    weeks = tally.weeks.values.sorted { $0.monday < $1.monday }
    open = OpenClaims(
      count: tally.openAges.count,
      medianAge: Self.median(tally.openAges),
      oldest: tally.oldest?.claim,
      oldestAge: tally.oldest?.age
    )
    // A state of an older workflow file stands after those of the present one.
    let present = workflow.states.map(\.name)
    let former = tally.stays.keys.filter { !present.contains($0) }.sorted()
    states = (present + former).compactMap { name in
      let stays = tally.stays[name] ?? []
      guard let median = Self.median(stays), let longest = stays.max() else { return nil }
      return StateTime(state: name, stays: stays.count, median: median, longest: longest)
    }
    agreements = tally.pairs.keys.sorted().compactMap {
      Agreement(scale: $0, pairs: tally.pairs[$0] ?? [])
    }
    approvals = tally.approvals
    voidedApprovals = tally.voidedApprovals
    corrections = CorrectionClass.allCases.map {
      CorrectionCount(kind: $0, count: tally.corrections[$0] ?? 0)
    }
    ratings = tally.ratings.flatMap { scale, ratings in
      ratings.map { RatingCount(scale: scale, rating: $0.key, count: $0.value) }
    }.sorted { ($0.scale, -$0.count, $0.rating) < ($1.scale, -$1.count, $1.rating) }
  }

  /// The middle value, or the mean of the two in the middle, rounded down; nil where there are none.
  static func median(_ values: [Int]) -> Int? {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    let middle = sorted.count / 2
    guard sorted.count.isMultiple(of: 2) else { return sorted[middle] }
    return sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2
  }
}
