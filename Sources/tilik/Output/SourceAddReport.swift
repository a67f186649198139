import ArgumentParser
import ClaimModel
import SourceLookup

/// Tells what became of each address: a line each on standard output, trouble on standard error.
struct SourceAddReport {
  let json: Bool
  private var outcomes: [SourceIntake.Outcome] = []

  init(json: Bool) { self.json = json }

  mutating func add(_ outcome: SourceIntake.Outcome) {
    outcomes.append(outcome)
    if let problem = outcome.problem { Terminal.talk("tilik: \(problem)") }
    guard !json, let source = outcome.source else { return }
    Terminal.write(SourceCommand.line(source) + "\n")
    let state: String
    if outcome.capture == nil {
      state = say("cited without a copy", "dirujuk tanpa salinan")
    } else if outcome.isRevisit {
      state = say("the page has not changed; noted", "halamannya tidak berubah; dicatat")
    } else if outcome.isNew {
      state = say("new, with a snapshot", "baru, dengan salinan")
    } else {
      state = say("known, with a new snapshot", "sudah ada, dengan salinan baru")
    }
    let stamp =
      outcome.capture?.stamps.isEmpty == false ? say(", timestamped", ", berstempel waktu") : ""
    if outcome.capture != nil, !outcome.hasWords {
      Terminal.talk(
        say(
          "  no words could be read in it, so excerpts cannot be looked for",
          "  tidak ada teks yang terbaca di dalamnya, jadi kutipan tidak bisa dicari"
        )
      )
    }
    if let copy = outcome.capture?.independent {
      Terminal.talk(say("  independent copy: ", "  salinan independen: ") + copy)
    }
    let short = outcome.capture.map { " \($0.snapshot.hex.prefix(12))" } ?? ""
    Terminal.talk("  \(state)\(stamp)\(short)")
  }

  mutating func add(_ asked: String, _ error: any Error) {
    let failure = Failure(error) ?? Failure(.badInput, "\(asked): \(error)")
    var outcome = SourceIntake.Outcome(asked: asked)
    outcome.problem = failure.message
    outcome.code = failure.code.rawValue
    outcomes.append(outcome)
    Terminal.talk("tilik: \(failure.message)")
  }

  /// Writes what is left to say; ends with the code of the first trouble.
  func finish(of total: Int, wasInterrupted: Bool) throws {
    if json { try JSONOutput.write(outcomes) }
    if wasInterrupted {
      let kept = outcomes.count { $0.source != nil }
      Terminal.talk(
        say(
          "stopped: \(kept) of \(total) were taken; call the same command again for the rest",
          "berhenti: \(kept) dari \(total) sudah diambil; jalankan lagi perintah ini untuk sisanya"
        )
      )
      throw ExitCode(130)
    }
    if let code = outcomes.first(where: { $0.code != 0 })?.code { throw ExitCode(code) }
  }
}
