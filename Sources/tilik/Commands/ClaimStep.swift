import ArgumentParser
import ClaimModel
import ReviewWorkflow

/// A command that does one thing to one or more claims.
protocol ClaimStep: ParsableCommand {
  var desk: DeskOptions { get }
  var claims: [String] { get }

  /// What is to happen to a claim.
  func content(on claim: ReviewedClaim, at desk: Desk) throws -> EventContent
}

extension ClaimStep {
  func run() throws {
    let desk = try desk.open()
    for reference in claims {
      let claim = try desk.claim(named: reference)
      let after = try desk.act(content(on: claim, at: desk), on: claim)
      if let event = after.history.last { Terminal.write(StepLine.text(event, after, desk) + "\n") }
    }
  }
}

/// What is said when something has happened to a claim.
enum StepLine {
  static func text(_ event: Event, _ claim: ReviewedClaim, _ desk: Desk) -> String {
    let quote = Terminal.safe(Terminal.cut(claim.claim.quoteText, 60))
    return "\(claim.claim.id.short)  \(EventWording.name(event.content.type)) → "
      + "\(desk.stateLabel(claim.state))  “\(quote)”"
  }
}

/// The claims a step is done to.
enum ClaimArgument {
  static var help: ArgumentHelp {
    ArgumentHelp(
      say(
        "Claims, by the first four or more digits of their names.",
        "Klaim, dengan empat digit pertama namanya atau lebih."
      ),
      valueName: "claim"
    )
  }
}
