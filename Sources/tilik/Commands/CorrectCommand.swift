public import ArgumentParser
import ClaimModel
public import ReviewWorkflow

/// `tilik correct`.
struct CorrectCommand: ClaimStep {
  static let configuration = CommandConfiguration(
    commandName: "correct",
    abstract: say("Open a published verdict to correct it.", "Buka putusan terbit untuk dikoreksi.")
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ClaimArgument.help)
  var claims: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      say("typo, clarification, rating or update.", "typo, clarification, rating atau update.")
    )
  )
  var kind: CorrectionClass

  @Option(name: .shortAndLong, help: ArgumentHelp(say("Why.", "Alasannya.")))
  var message: String

  func content(on claim: ReviewedClaim, at desk: Desk) throws -> EventContent {
    .corrected(kind, reason: message)
  }
}

extension CorrectionClass: ExpressibleByArgument {}
