import ArgumentParser
import ClaimModel
import ReviewWorkflow

/// `tilik uncite`.
struct UnciteCommand: ClaimStep {
  static let configuration = CommandConfiguration(
    commandName: "uncite",
    abstract: say("Take a citation back.", "Cabut kutipan.")
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ClaimArgument.help)
  var claims: [String]

  @Option(
    help: ArgumentHelp(
      say(
        "The source whose latest citation is taken back.",
        "Sumber yang kutipan terakhirnya dicabut."
      )
    )
  )
  var source: String

  @Option(name: .shortAndLong, help: ArgumentHelp(say("Why.", "Alasannya.")))
  var message: String

  func content(on claim: ReviewedClaim, at desk: Desk) throws -> EventContent {
    try Self.content(of: SourceID(rawValue: source), on: claim, reason: message)
  }

  /// Takes back the latest citation of a source.
  static func content(
    of source: SourceID,
    on claim: ReviewedClaim,
    reason: String
  ) throws -> EventContent {
    guard let cited = claim.evidence.last(where: { $0.evidence.source == source }) else {
      throw Failure(
        .badInput,
        say(
          "claim \(claim.claim.id.short) has no citation of \(source)",
          "klaim \(claim.claim.id.short) tidak mengutip \(source)"
        )
      )
    }
    return .uncited(evidence: cited.event, reason: reason)
  }
}
