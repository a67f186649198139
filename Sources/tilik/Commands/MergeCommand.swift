import ArgumentParser
import ClaimModel
import ReviewWorkflow

/// `tilik merge`.
struct MergeCommand: ClaimStep {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: say(
      "Fold claims into another that says the same.",
      "Gabungkan klaim ke klaim lain yang sama."
    )
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ClaimArgument.help)
  var claims: [String]

  @Option(
    help: ArgumentHelp(
      say("The claim that is checked instead.", "Klaim yang diperiksa sebagai gantinya.")
    )
  )
  var into: String

  @Option(name: .shortAndLong, help: ArgumentHelp(say("Why.", "Alasannya.")))
  var message: String

  func content(on claim: ReviewedClaim, at desk: Desk) throws -> EventContent {
    try Self.content(of: claim, into: into, message, at: desk)
  }

  /// Folds a claim into the one that somebody names.
  static func content(
    of claim: ReviewedClaim,
    into reference: String,
    _ reason: String,
    at desk: Desk
  ) throws -> EventContent {
    let other = try desk.claim(named: reference)
    guard other.claim.id != claim.claim.id else {
      throw Failure(
        .usage,
        say(
          "a claim cannot be merged into itself",
          "klaim tidak bisa digabung ke dirinya sendiri"
        )
      )
    }
    return .merged(into: other.claim.id, reason: reason)
  }
}
