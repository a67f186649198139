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

  func run() throws {
    let desk = try desk.open()
    let folder =
      output.map { URL(filePath: $0) }
      ?? desk.reports
    let (audits, index) = try AuditAssembly.all(of: desk)
    let site = AuditSite(folder: folder)
    do throws(AuditSiteError) {
      var files = try audits.map { audit throws(AuditSiteError) in try site.write(audit) }
      files += try site.write(index)
      let changed = files.filter(\.isChanged)
      for file in changed { Terminal.write(file.url.path + "\n") }
      Terminal.talk(
        say(
          "\(files.count) pages, \(changed.count) written",
          "\(files.count) halaman, \(changed.count) ditulis"
        )
      )
    } catch {
      throw Failure(.badInput, "\(error)")
    }
  }
}
