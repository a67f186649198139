import ArgumentParser
import ClaimModel
import ReviewWorkflow

/// `tilik undo`.
struct UndoCommand: ClaimStep {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: say(
      "Take back your latest step on a claim; both stay on record.",
      "Batalkan langkah terakhir Anda; keduanya tetap tercatat."
    )
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ClaimArgument.help)
  var claims: [String]

  func content(on claim: ReviewedClaim, at desk: Desk) throws -> EventContent {
    .undone(event: claim.heads[0])
  }
}
