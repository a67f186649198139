import ArgumentParser
import ClaimModel
import ReviewWorkflow

/// A command that does one thing to one or more claims.
protocol ClaimStep: ParsableCommand {
  var desk: DeskOptions { get }
  var claims: [String] { get }

  /// What is to happen to a claim.
  func content(on claim: ReviewedClaim, at desk: Desk) throws -> EventContent
}

extension ClaimStep {
  func run() throws {
    let desk = try desk.open()
    for reference in claims {
      let claim = try desk.claim(named: reference)
      let after = try desk.act(content(on: claim, at: desk), on: claim)
      StepLine.write(from: claim, to: after, desk)
    }
  }
}

/// What is said when something has happened to a claim.
enum StepLine {
  /// Says what happened, and what else came of it.
  static func write(from before: ReviewedClaim, to after: ReviewedClaim, _ desk: Desk) {
    if let event = after.history.last { Terminal.write(text(event, after, desk) + "\n") }
    if let consequence = consequence(from: before, to: after) { Terminal.talk(consequence) }
  }

  /// What a step did besides what it is called; nil where that was all.
  static func consequence(from before: ReviewedClaim, to after: ReviewedClaim) -> String? {
    if let approval = before.approval, after.approval == nil,
      after.voidedApprovals > before.voidedApprovals
    {
      return say(
        "the approval of \(approval.actor) no longer holds: what was approved was changed",
        "persetujuan \(approval.actor) gugur: yang disetujui telah diubah"
      )
    }
    if case .opinionCast = after.history.last?.content, after.state != before.state {
      return say(
        "the two verdicts differ: the claim goes back to its researcher",
        "kedua putusan berbeda: klaim kembali ke penelitinya"
      )
    }
    return nil
  }

  static func text(_ event: Event, _ claim: ReviewedClaim, _ desk: Desk) -> String {
    let quote = Terminal.safe(Terminal.cut(claim.claim.quoteText, 60))
    return "\(claim.claim.id.short)  \(EventWording.name(event.content.type)) → "
      + "\(desk.stateLabel(claim.state))  “\(quote)”"
  }
}

/// The claims a step is done to.
enum ClaimArgument {
  static var help: ArgumentHelp {
    ArgumentHelp(
      say(
        "Claims, by the first four or more digits of their names.",
        "Klaim, dengan empat digit pertama namanya atau lebih."
      ),
      valueName: "claim"
    )
  }
}
