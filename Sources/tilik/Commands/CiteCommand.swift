public import ArgumentParser
public import ClaimModel
import ReviewWorkflow

/// `tilik cite`.
struct CiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cite",
    abstract: say(
      "Tie a source of the library to a claim.",
      "Kaitkan sumber dari pustaka dengan klaim."
    ),
    discussion: say(
      "An excerpt is looked for in the source's stored text, where the library has one, and refused where it does not "
        + "stand there.",
      "Kutipan dicari dalam teks sumber yang tersimpan, bila ada, dan ditolak bila tidak ada di sana."
    )
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ClaimArgument.help)
  var claim: String

  @Argument(help: ArgumentHelp(say("The source's name in the library.", "Nama sumber di pustaka.")))
  var source: String

  @Argument(
    help: ArgumentHelp(say("supports, refutes or context.", "supports, refutes atau context."))
  )
  var stance: Evidence.Stance

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(say("The words that matter, exactly.", "Kata-kata yang penting, persis."))
  )
  var excerpt: String?

  @Option(
    name: .long,
    help: ArgumentHelp(say("Where: a page, a section, a time.", "Di mana: halaman, bagian, waktu."))
  )
  var at: String?

  @Flag(
    help: ArgumentHelp(
      say(
        "Cite also where the stored text does not have the excerpt; the audit says so.",
        "Tetap kutip walau tidak ada dalam teks tersimpan; audit menyebutkannya."
      )
    )
  )
  var allowAbsent = false

  func run() throws {
    let desk = try desk.open()
    let claim = try desk.claim(named: claim)
    let content = try desk.citation(
      of: SourceID(rawValue: source),
      stance,
      excerpt: excerpt,
      locator: at,
      allowAbsent: allowAbsent
    )
    let after = try desk.act(content, on: claim)
    if let event = after.history.last { Terminal.write(StepLine.text(event, after, desk) + "\n") }
    if let quality = after.evidence.last?.evidence.anchor {
      Terminal.talk(AnchorWording.text(quality))
    }
    let need = desk.workflow.rules.independentSources
    let have = after.independenceGroups.count
    Terminal.talk(
      say("\(have) of \(need) independent sources", "\(have) dari \(need) sumber independen")
    )
  }
}

extension Evidence.Stance: ExpressibleByArgument {}
