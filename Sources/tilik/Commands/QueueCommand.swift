import ArgumentParser
import ClaimModel
import ClaimStore
import ReviewWorkflow

/// `tilik queue`.
struct QueueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue",
    abstract: say(
      "Say what to do next, and why.",
      "Sebutkan yang perlu dikerjakan, dan alasannya."
    ),
    discussion: say(
      "First what is due; then rival verdicts, your own work, what waits for a second person, what can be published, the "
        + "queue, and what nobody has triaged. Within each: priority, harm, reach, day due, check-worthiness. What only "
        + "others can do is left out.",
      "Pertama yang jatuh tempo; lalu putusan yang berlawanan, pekerjaan Anda, yang menunggu orang kedua, yang bisa "
        + "diterbitkan, antrean, dan yang belum dipilah. Di dalamnya: prioritas, dampak, jangkauan, tenggat, kelayakan "
        + "periksa. Yang hanya bisa dikerjakan orang lain tidak ditampilkan."
    )
  )

  @OptionGroup var desk: DeskOptions

  @Option(help: ArgumentHelp(say("At most so many claims.", "Paling banyak sekian klaim.")))
  var limit = 20

  @OptionGroup var output: JSONOption

  func validate() throws {
    if limit < 1 { throw ValidationError(say("--limit is at least 1", "--limit sedikitnya 1")) }
  }

  func run() throws {
    let desk = try desk.open()
    let entries = try desk.queue(limit: limit)
    if output.json { return try JSONOutput.write(entries) }
    if entries.isEmpty { Terminal.talk(say("nothing to do", "tidak ada yang perlu dikerjakan")) }
    for entry in entries {
      Terminal.write(
        ListCommand.line(entry.claim, desk) + "\n"
          + Terminal.faint(
            "          \(QueueWording.name(entry.step)): \(entry.reasons.joined(separator: ", "))"
          ) + "\n"
      )
    }
  }
}
