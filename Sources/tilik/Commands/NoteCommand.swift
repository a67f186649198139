import ArgumentParser
import ClaimModel
import ReviewWorkflow

/// `tilik note`.
struct NoteCommand: ClaimStep {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: say("Write a note on a claim.", "Tulis catatan pada klaim.")
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ClaimArgument.help)
  var claims: [String]

  @Option(name: .shortAndLong, help: ArgumentHelp(say("The note.", "Catatannya.")))
  var message: String

  func content(on claim: ReviewedClaim, at desk: Desk) throws -> EventContent {
    .noted(text: message)
  }
}
