import ArgumentParser
import ClaimModel
import ReviewWorkflow

/// `tilik opinion`.
struct OpinionCommand: ClaimStep {
  static let configuration = CommandConfiguration(
    commandName: "opinion",
    abstract: say(
      "Cast a second opinion, blind where the workflow says so.",
      "Beri pendapat kedua, buta bila alur kerja memintanya."
    )
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ClaimArgument.help)
  var claims: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(say("A rating of the desk’s scale.", "Nilai pada skala meja."))
  )
  var rating: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(say("Why, in two sentences.", "Alasannya, dalam dua kalimat."))
  )
  var because: String

  func content(on claim: ReviewedClaim, at desk: Desk) throws -> EventContent {
    .opinionCast(Verdict(scale: desk.scale.name, rating: rating, explanation: because))
  }
}
