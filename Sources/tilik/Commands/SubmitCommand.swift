import ArgumentParser
import ClaimModel
import ClaimStore
import ReviewWorkflow

/// `tilik submit`.
struct SubmitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "submit",
    abstract: say("Hand in a claim for review.", "Ajukan klaim untuk ditinjau."),
    discussion: say(
      "Needs a verdict and two independent sources, or --waive with the reason why fewer are enough.",
      "Perlu putusan dan dua sumber independen, atau --waive dengan alasan mengapa lebih sedikit cukup."
    )
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ClaimArgument.help)
  var claim: String

  @Option(
    help: ArgumentHelp(
      say(
        "Why fewer independent sources are enough; kept on record.",
        "Mengapa lebih sedikit sumber cukup; dicatat."
      ),
      valueName: "reason"
    )
  )
  var waive: String?

  func run() throws {
    let desk = try desk.open()
    var claim = try desk.claim(named: claim)
    if let waive {
      // The waiver stays only if the submission goes through: both events are stored together.
      let waiver = try desk.judge(.waived(reason: waive), on: claim)
      let waived = try ReviewedClaim(history: claim.history + [waiver])
      let submission = try desk.judge(.submitted, on: waived)
      try desk.store.append(desk.sign([waiver, submission]))
      claim = try ReviewedClaim(history: waived.history + [submission])
    } else {
      claim = try desk.act(.submitted, on: claim)
    }
    if let event = claim.history.last { Terminal.write(StepLine.text(event, claim, desk) + "\n") }
  }
}
