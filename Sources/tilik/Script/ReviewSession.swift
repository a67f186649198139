import ClaimModel
import ClaimStore
import ReviewWorkflow

/// A review as it goes: the desk, the claim that lies on it, and what a line does to them.
struct ReviewSession {
  var desk: Desk
  /// The claim on the desk.
  var claim: ReviewedClaim?

  /// What a line led to, besides its effect on the claim.
  enum Outcome {
    /// The clock, the actor or the claim on the desk changed.
    case turned
    /// Something happened to the claim.
    case done(Event)
    /// The person wants to see something, go on, or stop.
    case asked(ScriptLine)
  }

  /// Does what a line says.
  mutating func perform(_ line: ScriptLine) throws -> Outcome {
    switch line {
    case .at(let time):
      guard time >= desk.now || claim == nil else {
        throw Failure(
          .badInput,
          say(
            "the clock must not go back (it is \(desk.now.rfc3339))",
            "jam tidak boleh mundur (sekarang \(desk.now.rfc3339))"
          )
        )
      }
      desk.now = time
      return .turned
    case .actor(let name):
      desk.actor = name
      return .turned
    case .open(let words):
      claim = try desk.claim(saying: words)
      return .turned
    case .next, .show, .help, .quit: return .asked(line)
    case .event(let content): return try act { _ in content }
    case .cite(let wanted): return try act { [desk] _ in try desk.citation(wanted) }
    case .uncite(let source, let reason):
      return try act { try UnciteCommand.content(of: source, on: $0, reason: reason) }
    case .merge(let other, let reason):
      return try act { [desk] in try MergeCommand.content(of: $0, into: other, reason, at: desk) }
    case .verdict(let rating, let explanation):
      return try act { [desk] _ in
        .concluded(Verdict(scale: desk.scale.name, rating: rating, explanation: explanation))
      }
    case .opinion(let rating, let explanation):
      return try act { [desk] _ in
        .opinionCast(Verdict(scale: desk.scale.name, rating: rating, explanation: explanation))
      }
    case .approve: return try act { .approved(subject: $0.subject) }
    case .undo: return try act { .undone(event: $0.heads[0]) }
    }
  }

  private mutating func act(_ content: (ReviewedClaim) throws -> EventContent) throws -> Outcome {
    guard let open = claim else {
      throw Failure(
        .usage,
        say(
          "no claim is open; `open \"some of its words\"`",
          "belum ada klaim yang dibuka; `open \"sebagian bunyinya\"`"
        )
      )
    }
    // Somebody else may have been at it since it was opened.
    let current = try desk.claim(open.claim.id)
    let after = try desk.act(content(current), on: current)
    claim = after
    guard let event = after.history.last else { return .turned }
    return .done(event)
  }
}
