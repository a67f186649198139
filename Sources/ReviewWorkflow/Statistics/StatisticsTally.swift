public import ClaimModel

/// Counts one claim after the other; only their numbers are kept.
public struct StatisticsTally: Sendable {
  let now: Timestamp
  var claims = 0
  var weeks: [Int: DeskStatistics.Week] = [:]
  /// How long each claim that waits for an end has waited.
  var openAges: [Int] = []
  /// The one that has waited longest; of several the one whose name comes first.
  var oldest: (claim: ClaimID, age: Int)?
  var stays: [String: [Int]] = [:]
  var pairs: [String: [(first: String, second: String)]] = [:]
  var approvals = 0
  var voidedApprovals = 0
  var corrections: [CorrectionClass: Int] = [:]
  var ratings: [String: [String: Int]] = [:]

  /// Begins at a moment.
  public init(now: Timestamp) { self.now = now }

  /// Counts a claim.
  public mutating func add(_ claim: ReviewedClaim) {
    claims += 1
    voidedApprovals += claim.voidedApprovals
    addStays(claim.history)
    /// Since when it waits for an end; nil where it has one.
    var openSince: Timestamp?
    var isPublished = false
    var verdict: Verdict?
    var submitter: String?
    for event in claim.history where !claim.undone.contains(event.id) {
      switch event.content {
      case .captured:
        count(event.time, \.captured)
        openSince = openSince ?? event.time
      case .concluded(let given): verdict = given
      case .submitted:
        count(event.time, \.submitted)
        submitter = event.actor
      case .opinionCast(let opinion):
        // One pair a submission: the first opinion of somebody else, on the same scale.
        if let first = verdict, let other = submitter, other != event.actor,
          first.scale == opinion.scale
        {
          pairs[first.scale, default: []].append((first.rating, opinion.rating))
          submitter = nil
        }
      case .approved: approvals += 1
      case .published:
        count(event.time, \.published)
        (openSince, isPublished) = (nil, true)
      case .dropped, .merged:
        count(event.time, \.setAside)
        openSince = nil
      case .voided: (openSince, isPublished) = (nil, false)
      case .corrected(let kind, _):
        corrections[kind, default: 0] += 1
        (openSince, isPublished) = (event.time, false)
      case .reopened: openSince = event.time
      default: break
      }
    }
    if let since = openSince {
      let (id, age) = (claim.claim.id, Self.seconds(from: since, to: now))
      openAges.append(age)
      let before = oldest ?? (id, age)
      if (before.age, id) <= (age, before.claim) { oldest = (id, age) }
    }
    if isPublished, let verdict = claim.verdict?.value {
      ratings[verdict.scale, default: [:]][verdict.rating, default: 0] += 1
    }
  }

  /// The time between an event that brought a claim into a state and the one that took it out.
  private mutating func addStays(_ history: [Event]) {
    guard var entered = history.first else { return }
    for event in history where event.state != entered.state {
      stays[entered.state, default: []].append(Self.seconds(from: entered.time, to: event.time))
      entered = event
    }
  }

  private mutating func count(
    _ time: Timestamp,
    _ what: WritableKeyPath<DeskStatistics.Week, Int>
  ) {
    let monday = time.date.daysSince1970 - (time.date.weekday - 1)
    let week = DeskStatistics.Week(monday: CalendarDate(daysSince1970: monday))
    weeks[monday, default: week][keyPath: what] += 1
  }

  private static func seconds(from start: Timestamp, to end: Timestamp) -> Int {
    max(0, Int(end.secondsSince1970 - start.secondsSince1970))
  }
}
