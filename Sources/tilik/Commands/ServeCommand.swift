import ArgumentParser
import ClaimModel
import Foundation

/// `tilik serve`.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: say(
      "Show the audits in a browser on this machine, as they change.",
      "Tampilkan audit di peramban komputer ini, mengikuti perubahan."
    ),
    discussion: say(
      "Writes the audits as `tilik report` does and serves their folder at http://127.0.0.1:8080/, for this machine only. "
        + "When the ledger changes, the audits are written again and open pages load anew. Nothing is fetched from the "
        + "network. Ctrl-C ends it.",
      "Menulis audit seperti `tilik report` lalu menyajikan mapnya di http://127.0.0.1:8080/, hanya untuk komputer ini. "
        + "Bila buku besar berubah, audit ditulis lagi dan halaman yang terbuka dimuat ulang. Tidak mengambil apa pun dari "
        + "jaringan. Ctrl-C menghentikannya."
    )
  )

  @OptionGroup var desk: DeskOptions
  @OptionGroup var report: ReportOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      say("The port (default: 8080).", "Porta (bawaan: 8080)."),
      valueName: "number"
    )
  )
  var port: UInt16 = 8080

  func run() throws {
    let site = report.site(try desk.open())
    try site.write(prune: false).tell()
    let server = AuditServer(folder: site.folder, port: port)
    Task.detached {
      do {
        try await server.run {
          Terminal.write(server.address + "\n")
          Terminal.talk(say("Ctrl-C ends it", "Ctrl-C menghentikannya"))
        }
      } catch {
        Terminal.talk(
          say(
            "tilik: port \(server.port) cannot be opened, another program may have it; --port takes another number",
            "tilik: porta \(server.port) tidak bisa dibuka, mungkin dipakai program lain; pilih yang lain dengan --port"
          )
        )
        Foundation.exit(Code.network.rawValue)
      }
    }
    try ReportWatch(site: site).run()
  }
}
