import ArgumentParser
import ClaimModel
import ClaimStore
import ReviewWorkflow

/// `tilik list`.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("List documents and their claims.", "Daftar dokumen dan klaimnya."),
    discussion: say(
      """
      Examples:
        tilik list                           every article with its claims
        tilik list --documents               the articles only
        tilik list --state in-review         what waits for approval
        tilik list --flag vague-source       claims of nobody in particular
      """,
      """
      Contoh:
        tilik list                           setiap artikel dengan klaimnya
        tilik list --documents               artikelnya saja
        tilik list --state in-review         yang menunggu persetujuan
        tilik list --flag vague-source       klaim dari entah siapa
      """
    )
  )

  @OptionGroup var desk: DeskOptions

  @Flag(help: ArgumentHelp(say("Documents only.", "Dokumen saja.")))
  var documents = false

  @Option(help: ArgumentHelp(say("Only claims in this state.", "Hanya klaim dalam keadaan ini.")))
  var state: [String] = []

  @Option(help: ArgumentHelp(say("Only claims of this document.", "Hanya klaim dari dokumen ini.")))
  var document: String?

  @Option(help: ArgumentHelp(say("Only claims with this rating.", "Hanya klaim dengan nilai ini.")))
  var verdict: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Only claims of speakers with this in their name.",
        "Hanya klaim penutur dengan nama ini."
      )
    )
  )
  var speaker: String?

  @Option(
    help: ArgumentHelp(
      say("Only claims this person works on.", "Hanya klaim yang dikerjakan orang ini.")
    )
  )
  var owner: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Only claims with this flag: \(FlagArgument.names).",
        "Hanya klaim dengan tanda ini: \(FlagArgument.names)."
      )
    )
  )
  var flag: FlagArgument?

  @Option(help: ArgumentHelp(say("Only claims that say this.", "Hanya klaim yang berbunyi ini.")))
  var text: String?

  @Flag(
    help: ArgumentHelp(say("In the order they should be checked.", "Menurut urutan pemeriksaan."))
  )
  var queue = false

  @OptionGroup var output: JSONOption

  func run() throws {
    let desk = try desk.open()
    let all = try desk.store.documents()
    if documents {
      if output.json { return try JSONOutput.write(all) }
      for document in all { Terminal.write(Self.heading(document) + "\n") }
      return
    }
    var query = ClaimQuery()
    for name in state where desk.workflow.state(named: name) == nil {
      let names = desk.workflow.states.map(\.name).joined(separator: ", ")
      throw Failure(
        .usage,
        say(
          "there is no state “\(name)”; there are: \(names)",
          "tidak ada keadaan “\(name)”; yang ada: \(names)"
        )
      )
    }
    query.states = state
    query.document = try document.map { try desk.document(named: $0).id }
    query.rating = verdict
    query.speaker = speaker
    query.owner = owner
    query.flag = flag?.flag
    query.text = text
    query.order = queue ? .queue : .text
    let claims = try desk.visible(desk.store.claims(query))
    if output.json { return try JSONOutput.write(claims) }
    if claims.isEmpty {
      Terminal.talk(say("no claims", "tidak ada klaim"))
    } else if queue {
      for claim in claims { Terminal.write(Self.line(claim, desk) + "\n") }
    } else {
      for document in all {
        let own = claims.filter { $0.document == document.id }
        guard !own.isEmpty else { continue }
        Terminal.write(Terminal.bold(Self.heading(document)) + "\n")
        for claim in own { Terminal.write("  " + Self.line(claim, desk) + "\n") }
      }
    }
  }

  private static func heading(_ document: DocumentSummary) -> String {
    let version =
      document.version > 1
      ? say(" (version \(document.version))", " (versi \(document.version))") : ""
    let old = document.isLatest ? "" : say(", replaced", ", digantikan")
    let facts = [document.outlet, document.published?.iso8601].compactMap { $0 }.joined(
      separator: ", "
    )
    let claims = claimCount(document.claims)
    let title = Terminal.safe(document.title ?? document.origin)
    return
      "\(document.id.short)  \(title)\(version)\(old)  \(facts.isEmpty ? "" : Terminal.safe(facts) + ", ")\(claims)"
  }

  private static func line(_ claim: ClaimSummary, _ desk: Desk) -> String {
    let rating = claim.rating.map { " · \(desk.label($0))" } ?? ""
    let speaker = claim.speaker ?? (claim.kind == .assertion ? say("the article", "artikel") : "—")
    let flags =
      claim.flags.isEmpty ? "" : "  [\(claim.flags.map(FlagWording.name).joined(separator: ", "))]"
    return Terminal.safe(
      "\(claim.id.short)  \(desk.stateLabel(claim.state))\(rating)  \(speaker): “\(Terminal.cut(claim.quote, 70))”\(flags)"
    )
  }
}

/// A flag as it is typed: `vague-source`.
struct FlagArgument: ExpressibleByArgument {
  var flag: AttributionFlag

  static let byName: [(name: String, flag: AttributionFlag)] = [
    ("unattributed", .unattributed), ("unclosed-quotation", .unclosedQuotation),
    ("vague-source", .vagueSource), ("anonymous-passive", .anonymousPassive),
  ]

  static var names: String { byName.map(\.name).joined(separator: ", ") }

  init?(argument: String) {
    guard let found = Self.byName.first(where: { $0.name == argument }) else { return nil }
    flag = found.flag
  }
}
