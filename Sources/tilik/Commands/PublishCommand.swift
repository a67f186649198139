import ArgumentParser
import ClaimModel
import ReviewWorkflow

/// `tilik publish`.
struct PublishCommand: ClaimStep {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: say("Publish an approved verdict.", "Terbitkan putusan yang disetujui.")
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ClaimArgument.help)
  var claims: [String]

  func content(on claim: ReviewedClaim, at desk: Desk) throws -> EventContent { .published }
}
