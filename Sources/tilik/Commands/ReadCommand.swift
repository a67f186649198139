import ArgumentParser
import ClaimModel
import DocumentIngest

/// `tilik read`.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: say(
      "Print the article of each file as a line that `extract` reads.",
      "Cetak artikel tiap berkas sebagai baris yang dibaca `extract`."
    ),
    discussion: say(
      """
      Reads text, Markdown and HTML, also compressed (.gz), and writes NDJSON: id (the file's name without extensions), \
      text, title, authors, date, outlet, language. A file without an article is named, the rest is read, and the exit \
      code is 3.

        tilik read pages/*.html | tilik extract > claims.ndjson
      """,
      """
      Membaca teks, Markdown dan HTML, juga yang dimampatkan (.gz), lalu menulis NDJSON: id (nama berkas tanpa \
      ekstensi), text, title, authors, date, outlet, language. Berkas tanpa artikel disebut, sisanya dibaca, dan kode \
      keluarnya 3.

        tilik read halaman/*.html | tilik extract > klaim.ndjson
      """
    )
  )

  @Argument(help: ArgumentHelp(say("Files.", "Berkas.")))
  var files: [String]

  func run() throws {
    var failures: [Failure] = []
    for path in files {
      do {
        let bytes = try ArticleFiles.read(path)
        let document = try DocumentReader().read(bytes: bytes, named: path)
        Terminal.write(
          try ReadRecord(id: ReadRecord.id(ofFile: path), document: document).line() + "\n"
        )
      } catch {
        guard let failure = Failure(error) else { throw error }
        failures.append(failure.naming(path))
        Terminal.talk("tilik: \(failure.naming(path).message)")
      }
    }
    if let first = failures.first { throw ExitCode(first.code.rawValue) }
  }
}
