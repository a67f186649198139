import ArgumentParser
import ClaimModel
import ClaimStore
import Foundation
import ReviewWorkflow

/// `tilik review`.
struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: say("Go through the queue, claim by claim.", "Kerjakan antrean, klaim demi klaim."),
    discussion: say(
      """
      At a keyboard it shows one claim after the other on the whole screen, with the keys that can be pressed. --plain \
      writes line by line instead, for screen readers and slow lines; `help` lists the words. Without a keyboard, or with \
      --script, it takes the same words from a file or standard input, one line a step, and stops at the first that \
      cannot be done:

        as "Sari Wulandari"
        open "some words of the claim"
        take
        cite SOURCE refutes "the source's words"
        verdict false "Why, in two sentences."
        submit
      """,
      """
      Di depan papan ketik, klaim ditampilkan satu per satu di layar penuh, dengan tombol yang bisa ditekan. --plain \
      menulis baris demi baris, untuk pembaca layar dan sambungan lambat; `help` menampilkan daftar kata. Tanpa papan ketik, atau dengan --script, kata-kata yang sama dibaca dari berkas atau masukan standar, satu langkah \
      per baris, dan berhenti pada langkah pertama yang tidak bisa:

        as "Sari Wulandari"
        open "sebagian bunyi klaim"
        take
        cite SUMBER refutes "bunyi sumbernya"
        verdict false "Alasannya, dalam dua kalimat."
        submit
      """
    )
  )

  @OptionGroup var desk: DeskOptions

  @Option(
    help: ArgumentHelp(
      say("Take the steps from a file.", "Ambil langkah dari berkas."),
      valueName: "file"
    )
  )
  var script: String?

  @Flag(
    help: ArgumentHelp(
      say("Line by line instead of the whole screen.", "Baris demi baris, bukan layar penuh.")
    )
  )
  var plain = false

  func run() throws {
    if script == nil, !plain, Terminal.hasKeyboard, Terminal.canDraw {
      var flow = ReviewFlow(try desk.open())
      return try flow.run()
    }
    if script == nil, Terminal.hasKeyboard {
      var prompt = ReviewPrompt(try desk.open())
      try prompt.run()
    } else {
      try play(script ?? Desk.standardInput, in: ReviewSession(desk: try desk.open(), claim: nil))
    }
  }

  /// Plays the steps of a file; the first that cannot be done ends it, with the line that it is in.
  private func play(_ file: String, in start: ReviewSession) throws {
    var session = start
    let text = String(decoding: try ArticleFiles.read(file), as: UTF8.self)
    var done = 0
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      do {
        guard let step = try ScriptLine(String(line)) else { continue }
        switch try session.perform(step) {
        case .turned: break
        case .done(let event):
          done += 1
          if let claim = session.claim {
            Terminal.write(StepLine.text(event, claim, session.desk) + "\n")
          }
        case .asked(.quit): return
        case .asked(.show):
          if let claim = session.claim { Terminal.write(view(claim, session.desk).text) }
        case .asked: break
        }
      } catch {
        let place =
          "\(file == Desk.standardInput ? say("standard input", "masukan standar") : file):\(index + 1)"
        if let fault = error as? ScriptFault { throw Failure(.badInput, "\(place): \(fault.text)") }
        guard let failure = Failure(error) else { throw error }
        throw Failure(failure.code, "\(place): \(failure.message)")
      }
    }
    Terminal.talk(say("\(done) steps done", "\(done) langkah selesai"))
  }

  private func view(_ claim: ReviewedClaim, _ desk: Desk) -> ClaimView {
    ClaimView(claim: claim, document: try? desk.store.document(claim.claim.document), desk: desk)
  }
}
