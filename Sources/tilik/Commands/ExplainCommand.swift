import ArgumentParser
import ClaimModel
import ReviewWorkflow

/// `tilik explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: say("Say what a claim still needs.", "Sebutkan apa yang masih diperlukan klaim.")
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ClaimArgument.help)
  var claim: String

  @OptionGroup var output: JSONOption

  func run() throws {
    let desk = try desk.open()
    let claim = try desk.claim(named: claim)
    let steps = Self.steps(on: claim, at: desk)
    if output.json { return try JSONOutput.write(steps) }
    Terminal.write("\(claim.claim.id.short)  \(desk.stateLabel(claim.state))\n")
    for step in steps {
      let name = EventWording.name(step.event)
      Terminal.write(
        step.missing.isEmpty
          ? say("  can be \(name) now\n", "  sekarang bisa \(name)\n")
          : say(
            "  \(name): \(step.missing.joined(separator: "; "))\n",
            "  \(name): \(step.missing.joined(separator: "; "))\n"
          )
      )
    }
  }

  /// A step that moves the claim on, and what it waits for.
  struct Step: Encodable {
    var event: String
    var missing: [String]
  }

  /// The steps that lead out of the claim's state, with what each waits for.
  static func steps(on claim: ReviewedClaim, at desk: Desk) -> [Step] {
    let moves: [EventContent] = [
      .triaged(priority: .normal, reason: ""), .taken, .submitted,
      .approved(subject: claim.subject),
      .published,
    ]
    return moves.filter { desk.workflow.transition(for: $0.type, in: claim.state) != nil }.map {
      let missing = desk.review.missing(for: $0, on: claim, by: desk.actor, at: desk.now)
      return Step(event: $0.type, missing: missing.map { RefusalWording.text($0, at: desk) })
    }
  }
}
