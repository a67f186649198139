import ClaimModel
import ClaimStore
import Foundation
import ReviewWorkflow

/// An open workspace with somebody sitting at it.
struct Desk {
  let workspace: Workspace
  let settings: WorkspaceSettings
  let review: ReviewDesk
  let store: any LedgerStore
  /// Who acts.
  var actor: String
  /// What the clock says.
  var now: Timestamp

  var workflow: Workflow { review.workflow }
  var scale: RatingScale { review.scale }

  static func open(_ workspace: Workspace, actor: String, now: Timestamp) throws -> Desk {
    let settings = try workspace.settings()
    return Desk(
      workspace: workspace,
      settings: settings,
      review: ReviewDesk(
        workflow: try workspace.workflow(),
        scale: try workspace.scale(named: settings.scale)
      ),
      store: try SQLiteStore.open(at: workspace.ledger.path),
      actor: actor,
      now: now
    )
  }

  /// A claim with everything its events add up to.
  func claim(_ id: ClaimID) throws -> ReviewedClaim {
    try ReviewedClaim(history: try store.history(of: id))
  }

  /// Does something to a claim, if the rules allow it, and gives the claim as it is then.
  @discardableResult
  func act(_ content: EventContent, on claim: ReviewedClaim) throws -> ReviewedClaim {
    let event = try review.judge(content, on: claim, by: actor, at: now)
    try store.append([event])
    return try ReviewedClaim(history: claim.history + [event])
  }

  /// Whether the actor must not see the claim's verdict yet, because they are to cast the second opinion blind.
  func isBlind(to claim: ReviewedClaim) -> Bool {
    workflow.rules.blindSecondOpinion && claim.opinions.isEmpty && claim.submitter != nil
      && claim.submitter != actor && claim.owner != actor
      && workflow.transition(for: "opinion-cast", in: claim.state) != nil
  }

  /// Where audits are written.
  var reports: URL { workspace.folder.appending(path: settings.reports).standardizedFileURL }

  /// A rating's label in the person's language.
  func label(_ rating: String) -> String {
    scale.rating(named: rating)?.label(in: speech) ?? rating
  }

  /// A state's label in the person's language.
  func stateLabel(_ state: String) -> String {
    workflow.state(named: state)?.labels[speech.rawValue] ?? state
  }
}

extension Desk {
  /// A list without the verdicts that the actor must not see yet.
  func visible(_ claims: [ClaimSummary]) throws -> [ClaimSummary] {
    guard workflow.rules.blindSecondOpinion else { return claims }
    return try claims.map { summary in
      guard summary.rating != nil, isBlind(to: try claim(summary.id)) else { return summary }
      var hidden = summary
      hidden.rating = nil
      return hidden
    }
  }
}
