import ArgumentParser
import ClaimModel
import ReviewWorkflow

/// `tilik conclude`.
struct ConcludeCommand: ClaimStep {
  static let configuration = CommandConfiguration(
    commandName: "conclude",
    abstract: say("Write the verdict on a claim.", "Tulis putusan atas klaim.")
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ClaimArgument.help)
  var claims: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      say(
        "A rating of the desk’s scale, as true or misleading.",
        "Nilai pada skala meja, misalnya true atau misleading."
      )
    )
  )
  var rating: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      say("Why, in two sentences that stand alone.", "Alasannya, dalam dua kalimat yang utuh.")
    )
  )
  var because: String

  func content(on claim: ReviewedClaim, at desk: Desk) throws -> EventContent {
    .concluded(Verdict(scale: desk.scale.name, rating: rating, explanation: because))
  }
}
