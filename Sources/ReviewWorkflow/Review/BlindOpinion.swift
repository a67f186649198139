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
    return !knowing.contains(person) && !claim.isConfirmed
  }
}

extension ReviewedClaim {
  /// Whether an opinion gives the rating of the verdict.
  func agrees(_ opinion: Verdict) -> Bool {
    verdict?.value.scale == opinion.scale && verdict?.value.rating == opinion.rating
  }

  /// Whether somebody who neither wrote the verdict nor handed it in gives it the same rating.
  var isConfirmed: Bool {
    opinions.contains {
      $0.actor != submitter && $0.actor != verdict?.actor && agrees($0.value)
    }
  }

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
