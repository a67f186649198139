import ArgumentParser
import ClaimModel
import Foundation
import ReviewWorkflow

/// `tilik history`.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: say(
      "Show everything that happened to a claim.",
      "Tampilkan semua yang terjadi pada klaim."
    ),
    discussion: say(
      "--json prints the events as the ledger keeps them: canonical JSON, one a line, each named by its SHA-256.",
      "--json mencetak peristiwa seperti tersimpan di buku besar: JSON kanonis, satu per baris, bernama SHA-256-nya."
    )
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ClaimArgument.help)
  var claim: String

  @OptionGroup var output: JSONOption

  func run() throws {
    let desk = try desk.open()
    let claim = try desk.claim(named: claim)
    let hidden = desk.isBlind(to: claim) ? claim.undecidedEvents : []
    for event in claim.history where !hidden.contains(event.id) {
      if output.json {
        Terminal.write(event.canonical + "\n")
      } else {
        let undone = claim.undone.contains(event.id) ? say(" (taken back)", " (dibatalkan)") : ""
        let detail = Terminal.safe(EventWording.detail(event.content, scale: desk.scale))
        Terminal.write(
          "\(event.time.rfc3339)  \(event.id.hex.prefix(8))  \(Terminal.safe(event.actor))  "
            + "\(EventWording.name(event.content.type))\(undone)"
            + (detail.isEmpty ? "" : ": \(detail)") + "\n"
        )
      }
    }
    if !hidden.isEmpty {
      Terminal.talk(
        say(
          "the verdict is hidden until you have cast your own (`tilik opinion`)",
          "putusan tersembunyi sampai Anda memberi pendapat (`tilik opinion`)"
        )
      )
    }
  }
}
