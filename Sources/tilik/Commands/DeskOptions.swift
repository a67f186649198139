import ArgumentParser
import ClaimModel
import ClaimStore
import Foundation

/// What every command at a desk understands.
struct DeskOptions: ParsableArguments {
  @Option(
    name: [.customShort("C"), .long],
    help: ArgumentHelp(
      say(
        "The workspace, or a folder in it (default: this folder).",
        "Ruang kerja, atau map di dalamnya (bawaan: map ini)."
      ),
      valueName: "folder"
    )
  )
  var workspace: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Where the ledger is kept: postgresql://… or a file (default: TILIK_STORE, else what tilik.yaml says).",
        "Tempat buku besar: postgresql://… atau berkas (bawaan: TILIK_STORE, atau menurut tilik.yaml)."
      ),
      valueName: "address"
    )
  )
  var store: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      say(
        "Who acts (default: TILIK_AS, else your login name).",
        "Siapa yang bertindak (bawaan: TILIK_AS, atau nama login Anda)."
      ),
      valueName: "name"
    )
  )
  var actor: String?

  @Option(
    help: ArgumentHelp(
      say(
        "What the clock says, as 2026-03-09T02:15:00Z (default: TILIK_NOW, else the system's clock).",
        "Waktu sekarang, seperti 2026-03-09T02:15:00Z (bawaan: TILIK_NOW, atau jam sistem)."
      ),
      valueName: "time"
    )
  )
  var now: String?

  func open() throws -> Desk {
    try Desk.open(home(), store: address, actor: actorName(), now: clock())
  }

  /// The workspace that is meant.
  func home() throws(Failure) -> Workspace {
    try Workspace.find(
      from: URL(filePath: workspace ?? FileManager.default.currentDirectoryPath),
      ledgerIsElsewhere: address != nil
    )
  }

  /// Where the ledger is, if that was said outside the workspace.
  private var address: StoreAddress? {
    [store, ProcessInfo.processInfo.environment["TILIK_STORE"]]
      .compactMap { $0 }.first { !$0.isEmpty }.map { StoreAddress($0) }
  }

  /// Who acts.
  func actorName() -> String {
    let names = [actor, ProcessInfo.processInfo.environment["TILIK_AS"]]
    return names.compactMap { $0 }.first { !$0.isEmpty } ?? NSUserName()
  }

  func clock() throws -> Timestamp {
    guard let text = now ?? ProcessInfo.processInfo.environment["TILIK_NOW"] else {
      return Timestamp(secondsSince1970: Int64(Date().timeIntervalSince1970))
    }
    guard let time = Timestamp(rfc3339: text) else {
      throw Failure(
        .usage,
        say(
          "“\(text)” is not a time like 2026-03-09T02:15:00Z",
          "“\(text)” bukan waktu seperti 2026-03-09T02:15:00Z"
        )
      )
    }
    return time
  }
}

/// A reading command's choice between words for people and JSON for programs.
struct JSONOption: ParsableArguments {
  @Flag(help: ArgumentHelp(say("Write JSON.", "Tulis JSON.")))
  var json = false
}
