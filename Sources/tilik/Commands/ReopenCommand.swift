import ArgumentParser
import ClaimModel
import ReviewWorkflow

/// `tilik reopen`.
struct ReopenCommand: ClaimStep {
  static let configuration = CommandConfiguration(
    commandName: "reopen",
    abstract: say("Bring dropped claims back.", "Buka lagi klaim yang tidak diperiksa.")
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ClaimArgument.help)
  var claims: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp(say("Why.", "Alasannya.")))
  var message: String

  func content(on claim: ReviewedClaim, at desk: Desk) throws -> EventContent {
    .reopened(reason: message)
  }
}
