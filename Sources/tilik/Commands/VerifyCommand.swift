import ArgumentParser
import ClaimModel
import ClaimStore
import Foundation
import ReviewWorkflow

/// `tilik verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: say("Check that nothing stored was changed.", "Periksa bahwa tidak ada yang diubah."),
    discussion: say(
      "Derives the hash of every event, document and stored copy again, follows every event to its parents, checks "
        + "signatures (keys.txt) and signed checkpoints (checkpoints/), finds every claim's words in its document and every "
        + "excerpt in its source, and compares the lists with the ledger. The first bad event is named. With FILE.html it "
        + "needs no workspace: it computes an audit's hashes from the file alone and says what that shows and what it cannot "
        + "show. Exit code 5 where something is wrong.",
      "Menghitung ulang hash setiap peristiwa, dokumen dan salinan, menelusuri induk setiap peristiwa, memeriksa tanda "
        + "tangan (keys.txt) dan titik periksa (checkpoints/), mencari bunyi setiap klaim dalam dokumennya dan setiap "
        + "kutipan dalam sumbernya, lalu mencocokkan daftar. Peristiwa rusak pertama disebut. Dengan BERKAS.html tidak perlu "
        + "ruang kerja: hash audit dihitung dari berkas itu saja, lalu disebutkan apa yang terbukti dan apa yang tidak bisa. "
        + "Kode keluar 5 bila ada yang salah."
    )
  )

  @Argument(
    help: ArgumentHelp(
      say(
        "Audits to verify by themselves, without a workspace.",
        "Audit yang diperiksa sendiri, tanpa ruang kerja."
      ),
      valueName: "file.html"
    )
  )
  var files: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        "The desk's public key, to check who signed an audit's checkpoint: the key, or a file with it.",
        "Kunci publik meja periksa, untuk memeriksa tanda tangan titik periksa: kuncinya, atau berkas berisi kunci."
      ),
      valueName: "key"
    )
  )
  var key: String?

  @OptionGroup var desk: DeskOptions

  @Option(
    help: ArgumentHelp(
      say(
        "Hold the ledger against a checkpoint that was kept elsewhere, too.",
        "Cocokkan juga dengan titik periksa yang disimpan di tempat lain."
      ),
      valueName: "file"
    )
  )
  var checkpoint: [String] = []

  @OptionGroup var output: JSONOption

  func run() throws {
    if !files.isEmpty {
      try AuditCheck.run(files, key: key, json: output.json)
      return
    }
    let desk = try desk.open()
    let check = try LedgerCheck.run(desk, checkpoints: checkpoint)
    if output.json {
      try JSONOutput.write(check)
    } else {
      Terminal.write(
        say(
          "\(check.events) events, \(check.claims) claims, \(check.documents) documents: "
            + (check.faults.isEmpty ? "all is as it was\n" : "\(check.faults.count) faults\n"),
          "\(check.events) peristiwa, \(check.claims) klaim, \(check.documents) dokumen: "
            + (check.faults.isEmpty
              ? "semua seperti semula\n" : "\(check.faults.count) kesalahan\n")
        )
      )
      if check.signed + check.unknownSignatures + check.checkpoints > 0 {
        Terminal.write(
          say(
            "\(check.signed) events signed by trusted keys, \(check.unknownSignatures) by others; \(check.checkpoints) checkpoints\n",
            "\(check.signed) peristiwa bertanda tangan tepercaya, \(check.unknownSignatures) lainnya; \(check.checkpoints) titik periksa\n"
          )
        )
      }
      if let head = check.head {
        Terminal.write(say("ledger head \(head)\n", "ujung buku besar \(head)\n"))
      }
    }
    for fault in check.faults { Terminal.talk("tilik: \(fault)") }
    if !check.faults.isEmpty { throw ExitCode(Code.integrity.rawValue) }
  }
}
