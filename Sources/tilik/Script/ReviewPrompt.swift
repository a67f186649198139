import ClaimModel
import ClaimStore
import ReviewWorkflow

/// The review line by line, for screen readers and slow lines: shows a claim, asks, does, goes on.
struct ReviewPrompt {
  private var round: ReviewRound

  init(_ desk: Desk) { round = ReviewRound(desk) }

  mutating func run() throws {
    let reason = try round.begin()
    try show(reason)
    while true {
      Terminal.write(
        "\n" + say("what now? (help lists the words) ", "lalu? (help menampilkan daftar kata) ")
          + "> "
      )
      guard let line = readLine() else { return }
      do {
        guard let words = try ScriptLine(line) else { continue }
        switch try round.perform(words) {
        case .turned: try show(nil)
        case .done(let step): try follow(step)
        case .asked(.next):
          let reason = try round.skip()
          try show(reason)
        case .asked(.help): help()
        case .asked(.quit): return
        case .asked:
          try round.refresh()
          try show(nil)
        }
      } catch let fault as ScriptFault {
        Terminal.talk(fault.text)
      } catch {
        guard let failure = Failure(error) else { throw error }
        // What a rule refuses can be mended at the prompt; a broken ledger cannot.
        guard failure.code != .integrity else { throw failure }
        Terminal.talk(Paragraph.wrapped(failure.message, width: 79, indent: 2))
      }
    }
  }

  /// Says what happened; a claim that left the actor's hands makes room for the next.
  private mutating func follow(_ step: ReviewRound.Step) throws {
    StepLine.write(from: step.before, to: step.after, round.desk)
    if step.isOutOfHand {
      let reason = try round.turnToNext()
      try show(reason)
    } else if step.after.state != step.before.state {
      try show(nil)
    }
  }

  /// Shows the claim on the desk, and why it is there.
  private func show(_ reason: String?) throws {
    guard let claim = round.claim else { return Terminal.talk(try round.emptiness()) }
    let document = try? round.desk.store.document(claim.claim.document)
    let why = reason.map { "\($0)\n\n" } ?? ""
    Terminal.write(
      "\n\(why)" + ClaimView(claim: claim, document: document, desk: round.desk).text
    )
  }

  private func help() {
    for form in ScriptForm.all {
      Terminal.write("  \(form.key)  \(form.usage)\n")
      Terminal.write("     \(Paragraph.wrapped(form.meaning, width: 74, indent: 5))\n")
    }
    let ratings = round.desk.scale.ratings.map { "\($0.name) (\($0.label(in: speech)))" }
    let line = say("ratings: ", "nilai: ") + ratings.joined(separator: ", ")
    Terminal.write(Paragraph.wrapped(line, width: 79, indent: 2) + "\n")
  }
}
