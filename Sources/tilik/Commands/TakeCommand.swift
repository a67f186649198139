import ArgumentParser
import ClaimModel
import ReviewWorkflow

/// `tilik take`.
struct TakeCommand: ClaimStep {
  static let configuration = CommandConfiguration(
    commandName: "take",
    abstract: say("Begin to work on claims.", "Mulai mengerjakan klaim.")
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ClaimArgument.help)
  var claims: [String]

  func content(on claim: ReviewedClaim, at desk: Desk) throws -> EventContent { .taken }
}
