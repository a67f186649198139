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

  /// `store` goes before what the workspace says about where its ledger is.
  static func open(
    _ workspace: Workspace,
    store: StoreAddress? = nil,
    actor: String,
    now: Timestamp
  ) throws -> Desk {
    let settings = try workspace.settings()
    return Desk(
      workspace: workspace,
      settings: settings,
      review: ReviewDesk(
        workflow: try workspace.workflow(),
        scale: try workspace.scale(named: settings.scale)
      ),
      store: try (store ?? workspace.address(settings)).open(),
      actor: actor,
      now: now
    )
  }

  /// A claim with everything its events add up to.
  func claim(_ id: ClaimID) throws -> ReviewedClaim {
    try ReviewedClaim(history: try store.history(of: id))
  }

  /// The event that follows from what the actor wants to do, or a failure that says all that is missing.
  func judge(_ content: EventContent, on claim: ReviewedClaim) throws -> Event {
    do throws(Refusal) {
      return try review.judge(content, on: claim, by: actor, at: now)
    } catch {
      throw Failure(.refused, RefusalWording.text(error, at: self))
    }
  }

  /// Does something to a claim, if the rules allow it, and gives the claim as it is then.
  @discardableResult
  func act(_ content: EventContent, on claim: ReviewedClaim) throws -> ReviewedClaim {
    let event = try judge(content, on: claim)
    try store.append(sign([event]))
    return try ReviewedClaim(history: claim.history + [event])
  }

  /// The actor's events with their signatures, where this machine has the actor's key.
  func sign(_ events: [Event]) throws -> [SignedEvent] {
    guard let key = try KeyFolder().key(of: actor) else { return events.map { SignedEvent($0) } }
    do {
      return try events.map { event throws(KeyFault) in try SignedEvent(event, signedWith: key) }
    } catch {
      throw Failure(.badInput, KeyWording.text(error))
    }
  }

  /// Whether the actor must not see the claim's verdict yet, because they could be the one to cast the second opinion.
  func isBlind(to claim: ReviewedClaim) -> Bool { review.hidesVerdict(of: claim, from: actor) }

  /// Where audits are written.
  var reports: URL { workspace.folder.appending(path: settings.reports).standardizedFileURL }

  /// A verdict's label in the person's language, on whatever scale it was given; where nobody has that scale here, the
  /// rating as it came.
  func label(_ verdict: Verdict) -> String {
    workspace.scale(of: verdict, else: scale)?.rating(named: verdict.rating)?.label(in: speech)
      ?? verdict.rating
  }

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
      guard summary.hasOpenVerdict, isBlind(to: try claim(summary.id)) else { return summary }
      var hidden = summary
      hidden.rating = nil
      return hidden
    }
  }
}
