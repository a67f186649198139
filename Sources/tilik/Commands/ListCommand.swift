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
        tilik list --assignee me --save mine keeps the filters; tilik list --query mine
      """,
      """
      Contoh:
        tilik list                           setiap artikel dengan klaimnya
        tilik list --documents               artikelnya saja
        tilik list --state in-review         yang menunggu persetujuan
        tilik list --flag vague-source       klaim dari entah siapa
        tilik list --assignee me --save saya menyimpan saringan; tilik list --query saya
      """
    )
  )

  @OptionGroup var desk: DeskOptions

  @Flag(help: ArgumentHelp(say("Documents only.", "Dokumen saja.")))
  var documents = false

  @OptionGroup var filter: FilterOptions

  @Flag(
    help: ArgumentHelp(say("In the order they should be checked.", "Menurut urutan pemeriksaan."))
  )
  var queue = false

  @Option(help: ArgumentHelp(say("At most so many claims.", "Paling banyak sekian klaim.")))
  var limit: Int?

  @Option(
    help: ArgumentHelp(
      say("Keep these filters under a name.", "Simpan saringan ini dengan nama."),
      valueName: "name"
    )
  )
  var save: String?

  @Option(
    help: ArgumentHelp(
      say("The filters that were kept under a name.", "Saringan yang disimpan dengan nama."),
      valueName: "name"
    )
  )
  var query: String?

  @OptionGroup var output: JSONOption

  func validate() throws {
    if let limit, limit < 1 {
      throw ValidationError(say("--limit is at least 1", "--limit sedikitnya 1"))
    }
  }

  func run() throws {
    let desk = try desk.open()
    if documents {
      let all = try desk.store.documents()
      if output.json { return try JSONOutput.write(all) }
      for document in all { Terminal.write(Self.heading(document) + "\n") }
      return
    }
    var filter = try filter.filter(at: desk)
    if let query {
      let saved = try ClaimFilter("@\(query)", saved: SavedQueries(in: desk.workspace))
      for term in saved.terms { filter.add(term.key, term.value) }
    }
    let claims = try desk.claims(filter, order: queue ? .queue : .text, limit: limit)
    if let save {
      try SavedQueries.save(filter, as: save, in: desk.workspace)
      Terminal.talk(
        say("kept; `tilik list --query \(save)`", "disimpan; `tilik list --query \(save)`")
      )
    }
    if output.json { return try JSONOutput.write(claims) }
    if claims.isEmpty {
      Terminal.talk(say("no claims", "tidak ada klaim"))
    } else if queue {
      for claim in claims { Terminal.write(Self.line(claim, desk) + "\n") }
    } else {
      let byDocument = Dictionary(grouping: claims, by: \.document)
      for document in try desk.store.documents(Set(byDocument.keys)) {
        Terminal.write(Terminal.bold(Self.heading(document)) + "\n")
        for claim in byDocument[document.id] ?? [] {
          Terminal.write("  " + Self.line(claim, desk) + "\n")
        }
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

  static func line(_ claim: ClaimSummary, _ desk: Desk) -> String {
    let rating = claim.rating.map { " · \(desk.label($0))" } ?? ""
    let conflict =
      claim.isInConflict ? say(" · two rival verdicts", " · dua putusan berlawanan") : ""
    let speaker = claim.speaker ?? (claim.kind == .assertion ? say("the article", "artikel") : "—")
    let flags =
      claim.flags.isEmpty ? "" : "  [\(claim.flags.map(FlagWording.name).joined(separator: ", "))]"
    return Terminal.safe(
      "\(claim.id.short)  \(desk.stateLabel(claim.state))\(rating)\(conflict)  \(speaker): “\(Terminal.cut(claim.quote, 70))”\(flags)"
    )
  }
}
