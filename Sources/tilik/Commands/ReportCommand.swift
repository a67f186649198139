import ArgumentParser
import AuditReport
import ClaimModel
import Foundation
import ReviewWorkflow

/// `tilik report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: say("Write the audits.", "Tulis audit."),
    discussion: say(
      "Derives every state from the ledger and writes index.html and one self-contained page a document. The same ledger "
        + "gives the same bytes; files that would not change are left alone.",
      "Menurunkan setiap keadaan dari buku besar lalu menulis index.html dan satu halaman mandiri per dokumen. Buku besar "
        + "yang sama memberi bita yang sama; berkas yang tidak berubah dibiarkan."
    )
  )

  @OptionGroup var desk: DeskOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      say("Where to (default: as tilik.yaml says).", "Ke mana (bawaan: menurut tilik.yaml)."),
      valueName: "folder"
    )
  )
  var output: String?

  @Option(
    help: ArgumentHelp(
      say(
        "The language of the pages' own words, id or en (default: each article's own).",
        "Bahasa halaman, id atau en (bawaan: menurut bahasa tiap artikel)."
      ),
      valueName: "language"
    )
  )
  var language: PageLanguage?

  @Flag(
    help: ArgumentHelp(
      say(
        "Remove pages of articles that are no longer in the ledger.",
        "Hapus halaman artikel yang tidak ada lagi di buku besar."
      )
    )
  )
  var prune = false

  func run() throws {
    let desk = try desk.open()
    let site = ReportSite(
      desk: desk,
      folder: output.map { URL(filePath: $0) } ?? desk.reports,
      language: language?.tag
    )
    try site.write(prune: prune).tell()
  }
}

/// A language that pages can be written in.
enum PageLanguage: String, ExpressibleByArgument, CaseIterable {
  case id
  case en

  var tag: LanguageTag { self == .id ? .indonesian : .english }
}
