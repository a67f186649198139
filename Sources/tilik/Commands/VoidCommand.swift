import ArgumentParser
import ClaimModel
import ReviewWorkflow

/// `tilik void`.
struct VoidCommand: ClaimStep {
  static let configuration = CommandConfiguration(
    commandName: "void",
    abstract: say(
      "Withdraw a published verdict; the old text stays readable.",
      "Tarik putusan terbit; teks lama tetap bisa dibaca."
    )
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ClaimArgument.help)
  var claims: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp(say("Why.", "Alasannya.")))
  var message: String

  func content(on claim: ReviewedClaim, at desk: Desk) throws -> EventContent {
    .voided(reason: message)
  }
}
