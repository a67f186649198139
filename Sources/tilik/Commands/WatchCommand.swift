import ArgumentParser
import ClaimModel
import ClaimStore
import ReviewWorkflow

/// `tilik watch`.
struct WatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: say(
      "Tell what happens at the desk, as it happens.",
      "Beri tahu apa yang terjadi di meja, saat terjadi."
    ),
    discussion: say(
      """
      One line an event: its number in the ledger, when, on which claim, by whom, and what. Verdicts themselves are not \
      shown, so nobody's second opinion is spoilt. Ends with Ctrl-C, or with --until.

        tilik watch                      from now on
        tilik watch --after 0 --json     everything, as NDJSON for a program
      """,
      """
      Satu baris per peristiwa: nomornya dalam buku besar, kapan, klaim mana, oleh siapa, dan apa. Putusannya sendiri tidak \
      ditampilkan, sehingga pendapat kedua tidak terpengaruh. Berhenti dengan Ctrl-C, atau dengan --until.

        tilik watch                      mulai sekarang
        tilik watch --after 0 --json     semuanya, sebagai NDJSON untuk program
      """
    )
  )

  @OptionGroup var desk: DeskOptions

  @Option(
    help: ArgumentHelp(
      say(
        "Begin after the first so many events (default: after all that are there).",
        "Mulai setelah sekian peristiwa pertama (bawaan: setelah semua yang ada)."
      ),
      valueName: "events"
    )
  )
  var after: Int?

  @Option(
    help: ArgumentHelp(
      say("End when the ledger has so many events.", "Berhenti saat ada sekian peristiwa."),
      valueName: "events"
    )
  )
  var until: Int?

  @OptionGroup var output: JSONOption

  func validate() throws {
    if let after, after < 0 {
      throw ValidationError(say("--after is at least 0", "--after sedikitnya 0"))
    }
  }

  func run() throws {
    let store = try desk.open().store
    var seen = try after ?? store.head().count
    while until.map({ seen < $0 }) ?? true {
      guard try store.waitForEvents(after: seen, seconds: 60) else { continue }
      try store.eachEntry(after: seen) { entry in
        seen += 1
        try write(entry, number: seen)
      }
    }
  }

  /// One event as a line.
  private struct Line: Encodable {
    var number: Int
    var event: String
    var claim: String
    var type: String
    var actor: String
    var time: String
  }

  private func write(_ entry: LedgerEntry, number: Int) throws {
    let event: Event
    do throws(LedgerFault) {
      event = try Event(canonical: entry.canonical)
    } catch {
      throw StoreError.damagedEvent(filedAs: entry.filedAs, error)
    }
    let line = Line(
      number: number,
      event: entry.filedAs,
      claim: event.claim.rawValue,
      type: event.content.type,
      actor: event.actor,
      time: event.time.rfc3339
    )
    if output.json { return try JSONOutput.writeLine(line) }
    Terminal.write(
      "\(number)  \(line.time)  \(event.claim.short)  \(Terminal.safe(line.actor))  \(EventWording.name(line.type))\n"
    )
  }
}
