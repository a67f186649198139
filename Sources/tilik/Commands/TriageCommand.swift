public import ArgumentParser
import ClaimModel
public import ReviewWorkflow

/// `tilik triage`.
struct TriageCommand: ClaimStep {
  static let configuration = CommandConfiguration(
    commandName: "triage",
    abstract: say("Put claims into the queue.", "Masukkan klaim ke antrean.")
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ClaimArgument.help)
  var claims: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      say("How soon: high, normal or low.", "Seberapa mendesak: high, normal atau low.")
    )
  )
  var priority: Priority = .normal

  @Option(name: .shortAndLong, help: ArgumentHelp(say("Why.", "Alasannya.")))
  var message = ""

  func content(on claim: ReviewedClaim, at desk: Desk) throws -> EventContent {
    .triaged(priority: priority, reason: message)
  }
}

extension Priority: ExpressibleByArgument {}
