import ArgumentParser
import ClaimCorpus
import Foundation

/// `tilik corpus add`.
struct CorpusAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: say(
      "Put articles and their extracted claims into a corpus.",
      "Masukkan artikel dan klaimnya ke dalam korpus."
    ),
    discussion: say(
      """
      ARTICLES is the input of `tilik extract`, CLAIMS its output, line for line; both may be - for standard input, one \
      at a time. Articles may also have outlet, url, and date or published. An article that is there is passed over. Then \
      statements that say nearly the same are grouped: those that share at least half of their pairs of words, or what \
      --similarity says.
      """,
      """
      ARTICLES adalah masukan `tilik extract`, CLAIMS keluarannya, baris demi baris; salah satunya boleh - untuk masukan \
      standar. Artikel boleh memuat outlet, url, dan date atau published. Artikel yang sudah ada dilewati. Lalu pernyataan \
      yang hampir sama dikelompokkan: yang sedikitnya separuh pasangan katanya sama, atau menurut --similarity.
      """
    )
  )

  @Argument(
    help: ArgumentHelp(
      say("The corpus; it is made where it is missing.", "Korpusnya; dibuat bila belum ada.")
    )
  )
  var corpus: String

  @Argument(help: ArgumentHelp(say("Articles as NDJSON.", "Artikel sebagai NDJSON.")))
  var articles: String

  @Argument(help: ArgumentHelp(say("Their claims as NDJSON.", "Klaimnya sebagai NDJSON.")))
  var claims: String

  @Option(
    help: ArgumentHelp(
      say(
        "How much of their word pairs two tellings share at least, 0 to 1.",
        "Bagian pasangan kata yang sedikitnya sama, 0 sampai 1."
      )
    )
  )
  var similarity = 0.5

  @OptionGroup var output: JSONOption

  func validate() throws {
    if !(0.2...1).contains(similarity) {
      throw ValidationError(say("--similarity is 0.2 to 1", "--similarity diisi 0,2 sampai 1"))
    }
    if articles == "-", claims == "-" {
      throw ValidationError(
        say("only one of the two can be standard input", "hanya satu yang boleh masukan standar")
      )
    }
  }

  /// What `corpus add` says.
  private struct Summary: Encodable {
    var intake: CorpusFile.Intake
    var groups: Int
  }

  func run() throws {
    let corpus = try CorpusFile.open(at: corpus, creating: true)
    let intake = try corpus.add(articles: lines(articles), claims: lines(claims))
    let groups = try corpus.group(NearDuplicates(threshold: similarity))
    if output.json { return try JSONOutput.write(Summary(intake: intake, groups: groups)) }
    Terminal.write(
      say(
        "\(intake.added) articles added, \(intake.known) known, \(intake.unreadable) unreadable; "
          + "\(intake.statements) statements, \(groups) groups\n",
        "\(intake.added) artikel ditambahkan, \(intake.known) sudah ada, \(intake.unreadable) tak terbaca; "
          + "\(intake.statements) pernyataan, \(groups) kelompok\n"
      )
    )
  }

  private func lines(_ path: String) throws -> FileLines {
    if path == "-" { return FileLines(.standardInput) }
    do {
      return FileLines(try FileHandle(forReadingFrom: URL(filePath: path)))
    } catch {
      throw Failure(.badInput, FileWording.text(error, path: path))
    }
  }
}
