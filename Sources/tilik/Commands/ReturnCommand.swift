import ArgumentParser
import ClaimModel
import ReviewWorkflow

/// `tilik return`.
struct ReturnCommand: ClaimStep {
  static let configuration = CommandConfiguration(
    commandName: "return",
    abstract: say("Send a claim back to its researcher.", "Kembalikan klaim ke penelitinya.")
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ClaimArgument.help)
  var claims: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(say("What is still missing.", "Apa yang masih kurang."))
  )
  var message: String

  func content(on claim: ReviewedClaim, at desk: Desk) throws -> EventContent {
    .returned(comment: message)
  }
}
