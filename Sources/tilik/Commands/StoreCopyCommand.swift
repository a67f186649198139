import ArgumentParser
import ClaimStore
import Foundation

/// `tilik store copy`.
struct StoreCopyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy",
    abstract: say(
      "Copy a ledger into another store and prove the two equal.",
      "Salin buku besar ke penyimpanan lain dan buktikan keduanya sama."
    ),
    discussion: say(
      """
      FROM and TO are postgresql://…, a ledger's file, or a workspace. TO is made if it is not there; what it has must be \
      the beginning of FROM's ledger, so an earlier copy is brought up to date. Documents and events go over in one \
      transaction, each checked on the way; then both are read again and compared: the same events in the same order, the \
      same Merkle root, the same documents, bytes, claims and sources. Exit code 5 where they differ.

        tilik store copy . postgresql://desk@db.example/tilik
      """,
      """
      FROM dan TO berupa postgresql://…, berkas buku besar, atau ruang kerja. TO dibuat bila belum ada; isinya harus awal \
      dari buku besar FROM, sehingga salinan lama dapat disusulkan. Dokumen dan peristiwa pindah dalam satu transaksi dan \
      diperiksa satu per satu; lalu keduanya dibaca lagi dan dibandingkan: peristiwa sama dengan urutan sama, akar Merkle \
      sama, dokumen, bita, klaim dan sumber sama. Kode keluar 5 bila berbeda.

        tilik store copy . postgresql://meja@db.example/tilik
      """
    )
  )

  @Argument(help: ArgumentHelp(say("The store that is copied.", "Penyimpanan yang disalin.")))
  var from: String

  @Argument(help: ArgumentHelp(say("The store it is copied into.", "Penyimpanan tujuan.")))
  var to: String

  @OptionGroup var output: JSONOption

  func run() throws {
    let from = try StoreAddress.typed(from)
    let to = try StoreAddress.typed(to)
    guard from != to else {
      throw Failure(.usage, say("FROM and TO are the same", "FROM dan TO sama"))
    }
    let source = try from.open()
    if case .file(let path) = to {
      try FileManager.default.createDirectory(
        at: URL(filePath: path).deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
    }
    let target = try to.open(creating: true)
    let copy = StoreCopy(source: source, target: target)
    guard try copy.targetIsBeginning() else {
      throw Failure(
        .refused,
        say(
          "\(to): its ledger is not the beginning of the other's; nothing was copied",
          "\(to): buku besarnya bukan awal dari buku besar asal; tidak ada yang disalin"
        )
      )
    }
    try copy.run()
    let comparison = try copy.compare()
    if output.json {
      try JSONOutput.write(comparison)
    } else if comparison.differences.isEmpty {
      Terminal.write(
        say(
          "\(comparison.events) events, \(comparison.documents) documents, \(comparison.claims) claims, "
            + "\(comparison.sources) sources: the two are equal\nMerkle root \(comparison.root)\n",
          "\(comparison.events) peristiwa, \(comparison.documents) dokumen, \(comparison.claims) klaim, "
            + "\(comparison.sources) sumber: keduanya sama\nakar Merkle \(comparison.root)\n"
        )
      )
    }
    for difference in comparison.differences { Terminal.talk("tilik: \(difference)") }
    if !comparison.differences.isEmpty { throw ExitCode(Code.integrity.rawValue) }
  }
}
