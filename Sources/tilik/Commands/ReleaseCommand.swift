import ArgumentParser
import ClaimModel
import ReviewWorkflow

/// `tilik release`.
struct ReleaseCommand: ClaimStep {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: say("Give claims back to the queue.", "Kembalikan klaim ke antrean.")
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ClaimArgument.help)
  var claims: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp(say("Why.", "Alasannya.")))
  var message: String

  func content(on claim: ReviewedClaim, at desk: Desk) throws -> EventContent {
    .released(reason: message)
  }
}
