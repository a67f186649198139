import ClaimModel

/// The counts over all audits that the index shows.
struct IndexTally {
  /// How many claims have each verdict.
  typealias Counts = [RatingName?: Int]

  private(set) var articles = 0
  private(set) var claims = 0
  private(set) var verdicts: Counts = [:]
  private(set) var stages: [ClaimStatus.Stage: Int] = [:]
  /// By the month of publication, counted from January of the year 0; a month whose articles have no claims is there.
  private(set) var months: [Int: Counts] = [:]
  private(set) var kinds: [Claim.Kind: Counts] = [:]
  /// The first and the last day on which an article was published.
  private(set) var days: ClosedRange<CalendarDate>?

  /// Counts an audit in.
  mutating func add(_ entry: AuditEntry) {
    articles += 1
    claims += entry.claims.count
    if let day = entry.published {
      days = min(days?.lowerBound ?? day, day)...max(days?.upperBound ?? day, day)
    }
    let month = entry.published.map { $0.year * 12 + $0.month - 1 }
    if let month { months[month, default: [:]].merge([:]) { $0 + $1 } }
    for claim in entry.claims {
      verdicts[claim.rating, default: 0] += 1
      stages[claim.stage, default: 0] += 1
      kinds[claim.kind, default: [:]][claim.rating, default: 0] += 1
      if let month { months[month]?[claim.rating, default: 0] += 1 }
    }
  }
}
