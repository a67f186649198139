import ArgumentParser
import ClaimModel
import SourceLookup

/// `tilik source`.
struct SourceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "source",
    abstract: say(
      "Keep the library of sources: fetch, archive, find, check.",
      "Kelola pustaka sumber: ambil, arsipkan, cari, tengok."
    ),
    subcommands: [
      SourceAddCommand.self, SourceNewCommand.self, SourceListCommand.self, SourceShowCommand.self,
      SourceFindCommand.self, SourceCheckCommand.self, SourceImportCommand.self,
      SourceExportCommand.self, SourceMatchCommand.self,
    ]
  )

  /// A source in one line: its name and its reference.
  static func line(_ source: Source) -> String {
    Terminal.safe("\(source.id)  \(Reference.text(source, style: .apa, language: speech))")
  }
}
