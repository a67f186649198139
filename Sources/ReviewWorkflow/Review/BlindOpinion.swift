public import ClaimModel

/// What somebody may not see before they have given their own opinion.
extension ReviewDesk {
  /// Whether a person must not see a claim's verdict yet.
  ///
  /// Where the workflow asks for a blind second opinion, a verdict belongs to those who wrote it, handed it in or work on
  /// it, until a second opinion has confirmed it or it was approved. Everybody else could be the one to cast that opinion
  /// and sees the verdict only once they have.
  public func hidesVerdict(of claim: ReviewedClaim, from person: String) -> Bool {
    guard workflow.rules.blindSecondOpinion, claim.isVerdictOpen, let verdict = claim.verdict else {
      return false
    }
    let knowing = claim.opinionsBy.union([verdict.actor]).union(
      [claim.submitter, claim.owner].compactMap { $0 }
    )
    let isConfirmed = claim.opinions.contains {
      $0.actor != claim.submitter && $0.value.rating == verdict.value.rating
        && $0.value.scale == verdict.value.scale
    }
    return !knowing.contains(person) && !isConfirmed
  }
}

extension ReviewedClaim {
  /// The events that tell of a verdict nobody has approved yet: verdicts and opinions since the last decision.
  public var undecidedEvents: Set<ContentHash> {
    guard isVerdictOpen || !conflict.isEmpty else { return [] }
    var events: Set<ContentHash> = []
    for event in history {
      switch event.content {
      case .concluded, .opinionCast: events.insert(event.id)
      case .approved, .published: if !undone.contains(event.id) { events = [] }
      default: break
      }
    }
    return events
  }
}
