import ArgumentParser
import ClaimModel
import ClaimStore
import Foundation

/// `tilik add`.
struct AddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: say("Read articles and capture their claims.", "Baca artikel dan tangkap klaimnya."),
    discussion: say(
      """
      Reads text, Markdown, HTML, PDF, DOCX, ODT, EPUB, e-mail, captions (.vtt, .srt), and the pages of web archives \
      (.warc, .warc.gz, .wacz). An article that is already there is recognised by its text; an edited version of it is kept beside the old one, and its claims move along. What cannot be read is named, the rest is \
      added, and the exit code is 3.

      Examples:
        tilik add article.html notes/        a file and all articles in a folder
        cat article.txt | tilik add -        standard input
      """,
      """
      Membaca teks, Markdown, HTML, PDF, DOCX, ODT, EPUB, surel, takarir (.vtt, .srt), dan halaman arsip web (.warc, .warc.gz, \
      .wacz). Artikel yang sudah ada dikenali dari teksnya; versi suntingannya disimpan \
      di samping yang lama, dan klaimnya ikut pindah. Yang tidak terbaca disebut, sisanya ditambahkan, dan kode \
      keluarnya 3.

      Contoh:
        tilik add artikel.html catatan/      sebuah berkas dan semua artikel dalam map
        cat artikel.txt | tilik add -        masukan standar
      """
    )
  )

  @OptionGroup var desk: DeskOptions

  @Argument(
    help: ArgumentHelp(
      say("Files, folders, or - for standard input.", "Berkas, map, atau - untuk masukan standar.")
    )
  )
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      say("The address the article was published at.", "Alamat tempat artikel terbit."),
      valueName: "address"
    )
  )
  var url: String?

  @OptionGroup var output: JSONOption

  func run() throws {
    let desk = try desk.open()
    let files = ArticleFiles(paths, skipping: desk.reports.path)
    var failures = files.failures
    var lines: [AddedLine] = []
    let batch = IntakeBatch(into: desk) { name, intake in
      let line = AddedLine(path: name, intake)
      if output.json { lines.append(line) } else { Terminal.write(line.text + "\n") }
      for note in intake.notes { Terminal.talk("\(name): \(IngestWording.text(note))") }
    }
    for path in files.found {
      do {
        for input in try ArticleInput.of(path) { try batch.take(input, url: url ?? input.url) }
      } catch let error as StoreError {
        // The ledger itself is in trouble: the files that follow would fail the same way.
        throw error
      } catch {
        guard let failure = Failure(error) else { throw error }
        failures.append(failure.naming(path))
      }
    }
    try batch.store()
    if output.json { try JSONOutput.write(lines) }
    for failure in failures { Terminal.talk("tilik: \(failure.message)") }
    if let first = failures.first { throw ExitCode(first.code.rawValue) }
  }
}

/// What `add` says about one article.
private struct AddedLine: Encodable {
  var path: String
  var outcome: String
  var document: String
  var title: String?
  var version: Int?
  var claims: Int?
  var moved: Int?
  var lost: Int?

  init(path: String, _ intake: Desk.Intake) {
    self.path = path
    switch intake {
    case .added(let stored, let claims):
      outcome = "added"
      document = stored.id.rawValue
      title = stored.document.metadata.title
      version = stored.version
      self.claims = claims
    case .newVersion(let stored, let moved, let lost, let new):
      outcome = "version"
      document = stored.id.rawValue
      title = stored.document.metadata.title
      version = stored.version
      claims = new
      self.moved = moved
      self.lost = lost
    case .known(let id):
      outcome = "known"
      document = id.rawValue
    }
  }

  var text: String {
    let name = Terminal.safe(title.map { "“\($0)”" } ?? path)
    let short = document.prefix(8)
    switch outcome {
    case "added":
      return "\(short)  \(name): \(claimCount(claims ?? 0))"
    case "version":
      return say(
        "\(short)  \(name): version \(version ?? 0); \(moved ?? 0) claims kept, \(lost ?? 0) gone, \(claims ?? 0) new",
        "\(short)  \(name): versi \(version ?? 0); \(moved ?? 0) klaim tetap, \(lost ?? 0) hilang, \(claims ?? 0) baru"
      )
    default:
      return say(
        "\(short)  \(path): already known, nothing was added",
        "\(short)  \(path): sudah dikenal, tidak ada yang ditambahkan"
      )
    }
  }
}
