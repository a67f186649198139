import ArgumentParser
import ClaimModel
import SourceLookup

/// `tilik source show`.
struct SourceShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say(
      "Show a source: its citation, its snapshots, its checks, who cites it.",
      "Tampilkan sumber: rujukan, salinan, hasil tengokan, dan yang mengutipnya."
    )
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ArgumentHelp(say("The source's name.", "Nama sumber.")))
  var source: String

  @OptionGroup var output: JSONOption

  func run() throws {
    let desk = try desk.open()
    let view = try SourceView(try desk.source(source), at: desk)
    if output.json { return try JSONOutput.write(view) }
    Terminal.write(view.words)
  }
}
