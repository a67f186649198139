import ArgumentParser
import Foundation

/// The command line.
@main
struct Tilik: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tilik",
    abstract: say(
      "Tilik: find what an article claims, check it with sources, show how you know.",
      "Tilik: temukan klaim dalam artikel, periksa dengan sumber, tunjukkan dari mana Anda tahu."
    ),
    discussion: say(
      """
      A first hour:
        tilik init                       make a workspace in this folder
        tilik add article.html           read an article and list its claims
        tilik review                     go through the queue
        tilik report                     write the audits into reports/

      Exit codes: 0 done, 1 refused by a rule, 2 usage, 3 bad input, 4 network, 5 integrity.
      """,
      """
      Jam pertama:
        tilik init                       buat ruang kerja di map ini
        tilik add artikel.html           baca artikel dan daftarkan klaimnya
        tilik review                     kerjakan antrean
        tilik report                     tulis audit ke reports/

      Kode keluar: 0 selesai, 1 ditolak aturan, 2 salah pakai, 3 masukan buruk, 4 jaringan, 5 keutuhan.
      """
    ),
    version: "0.1.0",
    subcommands: [],
    groupedSubcommands: [
      CommandGroup(
        name: say("Workspace", "Ruang kerja"),
        subcommands: [
          InitCommand.self, AddCommand.self, SourceCommand.self, WorkflowCommand.self,
          KeyCommand.self, StoreCommand.self,
        ]
      ),
      CommandGroup(
        name: say("Looking", "Melihat"),
        subcommands: [
          ListCommand.self, ShowCommand.self, HistoryCommand.self, SearchCommand.self,
          ExplainCommand.self, QueueCommand.self, StatsCommand.self, WatchCommand.self,
        ]
      ),
      CommandGroup(
        name: say("Reviewing", "Memeriksa"),
        subcommands: [
          ReviewCommand.self, TriageCommand.self, DropCommand.self, SameCommand.self,
          MergeCommand.self,
          ReopenCommand.self, TakeCommand.self, ReleaseCommand.self, CiteCommand.self,
          UnciteCommand.self, NoteCommand.self, ReplyCommand.self, ConcludeCommand.self,
          SubmitCommand.self, OpinionCommand.self, ApproveCommand.self, ReturnCommand.self,
          PublishCommand.self, CorrectCommand.self, VoidCommand.self, UndoCommand.self,
        ]
      ),
      CommandGroup(
        name: say("Results", "Hasil"),
        subcommands: [
          ReportCommand.self, ServeCommand.self, VerifyCommand.self, LedgerCommand.self,
        ]
      ),
      CommandGroup(
        name: say("Bulk, without a workspace", "Massal, tanpa ruang kerja"),
        subcommands: [ExtractCommand.self, ReadCommand.self, CorpusCommand.self]
      ),
    ]
  )

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      exit(with: error)
    }
  }

  /// Ends the program with the exit code and the one clear line that fit the error.
  private static func exit(with error: any Error) -> Never {
    if let failure = Failure(error) {
      Terminal.talk("tilik: \(failure.message)")
      Foundation.exit(failure.code.rawValue)
    }
    // What is left is the parser's own: help on request, or wrong usage.
    let text = UsageWording.text(fullMessage(for: error))
    if exitCode(for: error).isSuccess {
      if !text.isEmpty { Terminal.write(text + "\n") }
      Foundation.exit(Code.done.rawValue)
    }
    if !text.isEmpty { Terminal.talk(text) }
    Foundation.exit((error as? ExitCode)?.rawValue ?? Code.usage.rawValue)
  }
}
