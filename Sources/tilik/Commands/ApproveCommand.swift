import ArgumentParser
import ClaimModel
import ReviewWorkflow

/// `tilik approve`.
struct ApproveCommand: ClaimStep {
  static let configuration = CommandConfiguration(
    commandName: "approve",
    abstract: say("Approve a submitted verdict as it stands.", "Setujui putusan yang diajukan.")
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ClaimArgument.help)
  var claims: [String]

  func content(on claim: ReviewedClaim, at desk: Desk) throws -> EventContent {
    .approved(subject: claim.subject)
  }
}
