import ArgumentParser
import ClaimModel
import ClaimStore
import Foundation
import ReviewWorkflow

/// `tilik init`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: say("Make a workspace.", "Buat ruang kerja."),
    discussion: say(
      "Writes .tilik/ledger.sqlite, where everything is kept, and the settings files tilik.yaml, workflow.yaml and "
        + "a rating scale where they are missing. Files that are there stay as they are.",
      "Menulis .tilik/ledger.sqlite, tempat semuanya disimpan, serta berkas setelan tilik.yaml, workflow.yaml dan "
        + "skala penilaian bila belum ada. Berkas yang sudah ada tidak diubah."
    )
  )

  @Argument(help: ArgumentHelp(say("The folder (default: this folder).", "Map (bawaan: map ini).")))
  var folder = "."

  @Option(
    help: ArgumentHelp(
      say("The desk's name, as reports print it.", "Nama meja periksa, seperti dicetak di laporan.")
    )
  )
  var desk = "Tilik"

  @Option(
    help: ArgumentHelp(
      say("The language of the reports' own words: id or en.", "Bahasa laporan: id atau en.")
    )
  )
  var language: String?

  @Option(
    help: ArgumentHelp(
      say(
        "The rating scale: \(Self.scales).",
        "Skala penilaian: \(Self.scales)."
      )
    )
  )
  var scale = "default"

  @Option(
    help: ArgumentHelp(
      say(
        "Keep the ledger there and write so into tilik.yaml: postgresql://…, without the password.",
        "Simpan buku besar di sana dan tulis di tilik.yaml: postgresql://…, tanpa kata sandi."
      ),
      valueName: "address"
    )
  )
  var store: String?

  private static var scales: String {
    DefaultSettings.scales.map(\.name).joined(separator: ", ")
  }

  func run() throws {
    let workspace = Workspace(folder: URL(filePath: folder).standardizedFileURL)
    let language = LanguageTag(rawValue: language ?? speech.rawValue)
    guard [.indonesian, .english].contains(language) else {
      throw Failure(.usage, say("--language is id or en", "--language diisi id atau en"))
    }
    let isKnown =
      DefaultSettings.scales.contains { $0.name == scale }
      || FileManager.default.fileExists(atPath: workspace.path("scales/\(scale).yaml"))
    guard isKnown, !scale.contains("/") else {
      throw Failure(
        .usage,
        say(
          "there is no scale “\(scale)”; there are: \(Self.scales)",
          "tidak ada skala “\(scale)”; yang ada: \(Self.scales)"
        )
      )
    }
    if let store { return try makeShared(workspace, at: StoreAddress(store), language) }
    let isNew = !FileManager.default.fileExists(atPath: workspace.ledger.path)
    do {
      try FileManager.default.createDirectory(
        at: workspace.ledger.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
    } catch {
      throw Failure(.badInput, FileWording.text(error, path: workspace.folder.path))
    }
    let written = try workspace.writeMissingSettings(
      WorkspaceSettings(desk: desk, language: language, scale: scale)
    )
    _ = try SQLiteStore.create(at: workspace.ledger.path)
    Terminal.talk(
      isNew
        ? say(
          "made a workspace in \(workspace.folder.path)",
          "ruang kerja dibuat di \(workspace.folder.path)"
        )
        : say(
          "there is already a workspace in \(workspace.folder.path); its ledger was not touched",
          "sudah ada ruang kerja di \(workspace.folder.path); buku besarnya tidak disentuh"
        )
    )
    if !written.isEmpty {
      let names = written.joined(separator: ", ")
      Terminal.talk(say("wrote \(names)", "menulis \(names)"))
    }
  }

  /// Makes a workspace whose ledger is kept elsewhere: tables first, so that nothing is written where that fails.
  private func makeShared(
    _ workspace: Workspace,
    at address: StoreAddress,
    _ language: LanguageTag
  ) throws {
    guard !address.hasPassword else {
      throw Failure(
        .usage,
        say(
          "the workspace's file is no place for a password; keep it in ~/.pgpass (see docs/postgresql.md)",
          "berkas ruang kerja bukan tempat kata sandi; simpan di ~/.pgpass (lihat docs/postgresql.md)"
        )
      )
    }
    let events = try address.open(creating: true).head().count
    var settings = WorkspaceSettings(desk: desk, language: language, scale: scale)
    settings.store = address.connection
    let written = try workspace.writeMissingSettings(settings)
    Terminal.talk(
      say(
        "the ledger is in \(address); it has \(events) events",
        "buku besar ada di \(address); isinya \(events) peristiwa"
      )
    )
    if written.contains("tilik.yaml") {
      let names = written.joined(separator: ", ")
      Terminal.talk(say("wrote \(names)", "menulis \(names)"))
    } else if try workspace.settings().store != settings.store {
      Terminal.talk(
        say(
          "tilik.yaml was there and stays as it is; put this line into it:\nstore: \(address.connection)",
          "tilik.yaml sudah ada dan tidak diubah; tambahkan baris ini:\nstore: \(address.connection)"
        )
      )
    }
  }
}
