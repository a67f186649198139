import ClaimModel
import ClaimStore
import ReviewWorkflow

/// The review at a keyboard: shows a claim, asks, does, goes on.
///
/// It stops nowhere half-way: every answer is one event, so the next `tilik review` goes on with the same claim.
struct ReviewPrompt {
  var session: ReviewSession
  /// Claims that were looked at and left.
  private var left: Set<ClaimID> = []

  init(session: ReviewSession) { self.session = session }

  mutating func run() throws {
    try turnToNext()
    while session.claim != nil {
      Terminal.write(
        "\n" + say("what now? (help lists the words) ", "lalu? (help menampilkan daftar kata) ")
          + "> "
      )
      guard let line = readLine() else { return }
      do {
        guard let step = try ScriptLine(line) else { continue }
        switch try session.perform(step) {
        case .turned: show()
        case .done(let event): try follow(event)
        case .asked(.next):
          if let claim = session.claim { left.insert(claim.claim.id) }
          try turnToNext()
        case .asked(.help): help()
        case .asked(.quit): return
        case .asked: show()
        }
      } catch let fault as ScriptFault {
        Terminal.talk(fault.text)
      } catch {
        guard let failure = Failure(error) else { throw error }
        // What a rule refuses can be mended at the prompt; a broken ledger cannot.
        guard failure.code != .integrity else { throw failure }
        Terminal.talk(failure.message)
      }
    }
  }

  /// Says what happened; a claim that left the actor's hands makes room for the next.
  private mutating func follow(_ event: Event) throws {
    guard let claim = session.claim else { return }
    Terminal.write(StepLine.text(event, claim, session.desk) + "\n")
    switch event.content {
    case .triaged, .dropped, .merged, .submitted, .released, .returned, .published, .voided:
      left.insert(claim.claim.id)
      try turnToNext()
    case .taken: show()
    default: break
    }
  }

  /// The next claim: the actor's own work first, then what waits for a reviewer, the queue, and what is new.
  private mutating func turnToNext() throws {
    let desk = session.desk
    session.claim = nil
    var candidates: [ClaimSummary] = []
    for state in desk.workflow.states.map(\.name) {
      var query = ClaimQuery()
      query.states = [state]
      query.order = .queue
      query.limit = left.count + 1
      if state == "researching" { query.owner = desk.actor }
      candidates += try desk.store.claims(query)
    }
    let order = ["researching", "in-review", "approved", "queued", "captured"]
    let next =
      candidates
      .filter { !left.contains($0.id) && order.contains($0.state) }
      .min { (order.firstIndex(of: $0.state) ?? 9) < (order.firstIndex(of: $1.state) ?? 9) }
    guard let next else {
      Terminal.talk(say("nothing is left in the queue", "antrean sudah habis"))
      return
    }
    session.claim = try desk.claim(next.id)
    show()
  }

  private func show() {
    guard let claim = session.claim else { return }
    let document = try? session.desk.store.document(claim.claim.document)
    Terminal.write("\n" + ClaimView(claim: claim, document: document, desk: session.desk).text)
  }

  private func help() {
    for form in ScriptForm.all {
      let padding = String(repeating: " ", count: max(1, 52 - form.usage.count))
      Terminal.write("  \(form.key)  \(form.usage)\(padding)\(form.meaning)\n")
    }
    let ratings = session.desk.scale.ratings.map { "\($0.name) (\($0.label(in: speech)))" }
    Terminal.write(say("ratings: ", "nilai: ") + ratings.joined(separator: ", ") + "\n")
  }
}
