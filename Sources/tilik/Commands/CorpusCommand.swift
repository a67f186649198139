import ArgumentParser
import ClaimCorpus
import Foundation

/// `tilik corpus`.
struct CorpusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus",
    abstract: say(
      "Ask across many articles: who is quoted, what is repeated, who is never named.",
      "Bertanya pada banyak artikel: siapa dikutip, apa yang diulang, siapa tak pernah disebut."
    ),
    discussion: say(
      """
      Needs no workspace: a corpus is one file, made from articles and what `tilik extract` found in them.

        tilik read pages/*.html > articles.ndjson
        tilik extract < articles.ndjson > claims.ndjson
        tilik corpus add corpus.sqlite articles.ndjson claims.ndjson
        tilik corpus quotes corpus.sqlite --outlets 2
      """,
      """
      Tidak perlu ruang kerja: korpus adalah satu berkas, dibuat dari artikel dan temuan `tilik extract` di dalamnya.

        tilik read halaman/*.html > artikel.ndjson
        tilik extract < artikel.ndjson > klaim.ndjson
        tilik corpus add korpus.sqlite artikel.ndjson klaim.ndjson
        tilik corpus quotes korpus.sqlite --outlets 2
      """
    ),
    subcommands: [
      CorpusAddCommand.self, CorpusSpeakersCommand.self, CorpusQuotesCommand.self,
      CorpusUnnamedCommand.self,
    ]
  )
}

/// The corpus that a question is put to, and how much of the answer is shown.
struct CorpusOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(say("The corpus.", "Korpusnya.")))
  var corpus: String

  @Option(help: ArgumentHelp(say("At most so many results.", "Paling banyak sekian hasil.")))
  var limit = 20

  func open() throws -> CorpusFile { try CorpusFile.open(at: corpus, creating: false) }

  func validate() throws {
    if limit < 1 { throw ValidationError(say("--limit is at least 1", "--limit sedikitnya 1")) }
  }
}
