import ArgumentParser
import ClaimModel
import ReviewWorkflow

/// `tilik drop`.
struct DropCommand: ClaimStep {
  static let configuration = CommandConfiguration(
    commandName: "drop",
    abstract: say("Decide not to check claims.", "Putuskan klaim tidak diperiksa.")
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ClaimArgument.help)
  var claims: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp(say("Why.", "Alasannya.")))
  var message: String

  func content(on claim: ReviewedClaim, at desk: Desk) throws -> EventContent {
    .dropped(reason: message)
  }
}
