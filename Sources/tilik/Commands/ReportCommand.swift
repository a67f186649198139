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
      "Derives every state from the ledger and writes index.html, one self-contained page a version of an article, and a "
        + "card for each published claim. The same ledger gives the same bytes; files that would not change are left alone. "
        + "An audit of more than 500 claims is split into parts.",
      "Menurunkan setiap keadaan dari buku besar lalu menulis index.html, satu halaman mandiri per versi artikel, dan satu "
        + "kartu per klaim terbit. Buku besar yang sama memberi bita yang sama; berkas yang tidak berubah dibiarkan. Audit "
        + "dengan lebih dari 500 klaim dibagi menjadi beberapa bagian."
    )
  )

  @OptionGroup var desk: DeskOptions
  @OptionGroup var report: ReportOptions

  @Flag(
    help: ArgumentHelp(
      say(
        "Also print each page as a PDF beside it, with Chromium.",
        "Cetak juga tiap halaman sebagai PDF di sampingnya, dengan Chromium."
      )
    )
  )
  var pdf = false

  @Flag(
    help: ArgumentHelp(
      say(
        "Remove pages of articles that are no longer in the ledger.",
        "Hapus halaman artikel yang tidak ada lagi di buku besar."
      )
    )
  )
  var prune = false

  @Flag(
    help: ArgumentHelp(
      say(
        "Stay, and write again whenever the ledger changes.",
        "Tetap berjalan, dan tulis lagi setiap kali buku besar berubah."
      )
    )
  )
  var watch = false

  func run() throws {
    // Before any work: without a browser there is no PDF.
    let browser = pdf ? try HeadlessBrowser.find() : nil
    var site = report.site(try desk.open())
    site.browser = browser
    try site.write(prune: prune).tell()
    if watch { try ReportWatch(site: site).run() }
  }
}

/// Where audits are written, and in what language.
struct ReportOptions: ParsableArguments {
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
        "The language of the pages' own words: id, en, or both; of id,en the second stands in the folder en (default: each article's own).",
        "Bahasa halaman: id, en, atau keduanya; dari id,en yang kedua ada di map en (bawaan: menurut bahasa tiap artikel)."
      ),
      valueName: "language"
    )
  )
  var language: PageLanguages?

  func site(_ desk: Desk) -> ReportSite {
    ReportSite(
      desk: desk,
      folder: output.map { URL(filePath: $0) } ?? desk.reports,
      languages: language?.tags ?? []
    )
  }
}

/// A language that pages can be written in.
enum PageLanguage: String, CaseIterable {
  case id
  case en

  var tag: LanguageTag { self == .id ? .indonesian : .english }
}

/// The languages that pages are to be written in, with commas between them, each once.
struct PageLanguages: ExpressibleByArgument {
  let tags: [LanguageTag]

  init?(argument: String) {
    let names = argument.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let languages = names.compactMap(PageLanguage.init)
    guard languages.count == names.count, Set(languages).count == names.count else { return nil }
    tags = languages.map(\.tag)
  }

  static var allValueStrings: [String] { ["id", "en", "id,en", "en,id"] }
}
