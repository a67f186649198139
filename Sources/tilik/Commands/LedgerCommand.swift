import ArgumentParser
import ClaimModel
import ClaimStore
import Foundation
import ReviewWorkflow

/// `tilik ledger`.
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: say(
      "Carry a ledger to another desk, join two, and prove what is in it.",
      "Bawa buku besar ke meja lain, gabungkan, dan buktikan isinya."
    ),
    subcommands: [
      LedgerExport.self, LedgerImport.self, LedgerJoin.self, LedgerCheckpoint.self,
      LedgerProve.self, LedgerCheckProof.self,
    ]
  )
}

/// `tilik ledger export`.
struct LedgerExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: say(
      "Write the whole ledger as a bundle.",
      "Tulis seluruh buku besar sebagai bundel."
    ),
    discussion: say(
      "One JSON record a line: bytes, documents, events with their signatures, and the snapshots of the sources that they "
        + "cite. It is the ledger itself, not a view of it: it has every verdict in it, also those that second opinions must "
        + "not see.",
      "Satu catatan JSON per baris: bita, dokumen, peristiwa dengan tanda tangannya, dan salinan sumber yang dikutip. Isinya "
        + "buku besar itu sendiri: semua putusan ada di dalamnya, juga yang belum boleh dilihat pemberi pendapat kedua."
    )
  )

  @OptionGroup var desk: DeskOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      say("Into a file (default: standard output).", "Ke berkas (bawaan: keluaran standar)."),
      valueName: "file"
    )
  )
  var output: String?

  @OptionGroup var snapshots: BundleOptions

  func run() throws {
    let desk = try desk.open()
    let archive = snapshots.withoutSnapshots ? nil : try desk.archive()
    guard let output else {
      return try desk.store.eachBundleLine(with: archive) { Terminal.write($0 + "\n") }
    }
    let file = try NewFile(output)
    var count = 0
    try desk.store.eachBundleLine(with: archive) { line in
      count += 1
      try file.write(line + "\n")
    }
    try file.keep()
    Terminal.talk(say("\(count) records in \(output)", "\(count) catatan di \(output)"))
  }
}

/// What a bundle carries.
struct BundleOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      say(
        "Leave the snapshots of the cited sources out, where they are too large; the texts that excerpts are found in stay.",
        "Tanpa salinan sumber yang dikutip, bila terlalu besar; teks tempat kutipannya ditemukan tetap ikut."
      )
    )
  )
  var withoutSnapshots = false
}

/// `tilik ledger import`.
struct LedgerImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: say("Take in a bundle.", "Ambil sebuah bundel."),
    discussion: say(
      "Every hash, every claim's words, every signature and every snapshot is checked on the way; where a line is wrong, "
        + "nothing is taken in. What is here already stays. Cited sources that the library does not have are added to it.",
      "Setiap hash, bunyi klaim, tanda tangan dan salinan sumber diperiksa; bila satu baris salah, tidak ada yang diambil. "
        + "Yang sudah ada tetap. Sumber yang dikutip dan belum ada di pustaka ditambahkan."
    )
  )

  @OptionGroup var desk: DeskOptions

  @Argument(
    help: ArgumentHelp(
      say("The bundle, or - for standard input.", "Bundelnya, atau - untuk masukan standar.")
    )
  )
  var file: String

  @OptionGroup var output: JSONOption

  func run() throws {
    let desk = try desk.open()
    let handle: FileHandle
    if file == Desk.standardInput {
      handle = .standardInput
    } else {
      do {
        handle = try FileHandle(forReadingFrom: URL(filePath: file))
      } catch {
        throw Failure(.badInput, FileWording.text(error, path: file))
      }
    }
    try desk.merge(FileLines(handle), from: file, asJSON: output.json)
  }
}

/// `tilik ledger merge`.
struct LedgerJoin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: say(
      "Join another workspace's ledger into this one.",
      "Gabungkan buku besar ruang kerja lain ke sini."
    ),
    discussion: say(
      "As export there and import here. Notes and evidence join by themselves; where both desks wrote a verdict, the claim "
        + "waits until somebody chooses: `tilik list --conflict`.",
      "Sama seperti export di sana dan import di sini. Catatan dan bukti bergabung sendiri; bila kedua meja menulis putusan, "
        + "klaim menunggu sampai seseorang memilih: `tilik list --conflict`."
    )
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ArgumentHelp(say("The other workspace.", "Ruang kerja yang lain.")))
  var other: String

  @OptionGroup var snapshots: BundleOptions

  @OptionGroup var output: JSONOption

  func run() throws {
    let desk = try desk.open()
    let workspace = try Workspace.find(from: URL(filePath: other))
    guard
      workspace.ledger.resolvingSymlinksInPath().path
        != desk.workspace.ledger.resolvingSymlinksInPath().path
    else {
      throw Failure(.usage, say("that is this workspace itself", "itu ruang kerja ini sendiri"))
    }
    let there = try workspace.address(workspace.settings()).open()
    let spool = FileManager.default.temporaryDirectory.appending(path: "tilik-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: spool) }
    let file = try NewFile(spool.path)
    let archive = snapshots.withoutSnapshots ? nil : try workspace.archive()
    try there.eachBundleLine(with: archive) { try file.write($0 + "\n") }
    try file.keep()
    let lines = FileLines(try FileHandle(forReadingFrom: spool))
    try desk.merge(lines, from: workspace.ledger.path, asJSON: output.json)
  }
}

extension Desk {
  /// Takes in the lines of a bundle and says what came of it.
  fileprivate func merge(_ lines: FileLines, from file: String, asJSON: Bool) throws {
    let ring = try workspace.ring()
    let incoming = BundleSnapshots(lines, into: try archive())
    let outcome: MergeOutcome
    do throws(BundleError) {
      outcome = try store.merge(incoming, keys: ring)
    } catch {
      incoming.discard()
      if let fault = incoming.fault {
        throw BundleWording.failure(fault.reason, place: "\(file):\(fault.line)")
      }
      if let cause = lines.failure { throw Failure(.badInput, FileWording.text(cause, path: file)) }
      throw BundleWording.failure(error, file: file)
    }
    let snapshots = try incoming.conclude()
    // Also where no event is new: an import that was cut off here is made good by the next one.
    try addCitedSources()
    if asJSON { return try JSONOutput.write(Merged(outcome: outcome, snapshots: snapshots)) }
    for line in BundleWording.lines(outcome, snapshots: snapshots) { Terminal.write(line + "\n") }
  }
}

/// What a merge came to, as `--json` shows it.
private struct Merged: Encodable {
  var outcome: MergeOutcome
  var snapshots: Int

  func encode(to encoder: any Encoder) throws {
    try outcome.encode(to: encoder)
    var container = encoder.container(keyedBy: Keys.self)
    try container.encode(snapshots, forKey: .addedSnapshots)
  }

  private enum Keys: String, CodingKey { case addedSnapshots }
}
