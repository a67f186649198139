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
      Reads text, Markdown, HTML, PDF, DOCX, ODT, EPUB, e-mail (.eml) and captions (.vtt, .srt), also compressed (.gz), \
      and the pages of web archives (.warc, .warc.gz, .wacz). Writes NDJSON: id (the file's name without extensions, numbered \
      for an archive's pages), text, title, authors, date, outlet, language. A file without an article is named, the \
      rest is read, and the exit code is 3. PDF needs pdftotext (Debian: poppler-utils).

        tilik read pages/*.html | tilik extract > claims.ndjson
      """,
      """
      Membaca teks, Markdown, HTML, PDF, DOCX, ODT, EPUB, surel (.eml) dan takarir (.vtt, .srt), juga yang dimampatkan \
      (.gz), serta halaman arsip web (.warc, .warc.gz, .wacz). Menulis NDJSON: id (nama berkas tanpa ekstensi, bernomor untuk \
      halaman arsip), text, title, authors, date, outlet, language. Berkas tanpa artikel disebut, sisanya dibaca, dan \
      kode keluarnya 3. PDF perlu pdftotext (Debian: poppler-utils).

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
        for input in try ArticleInput.of(path) { try read(input, from: path, &failures) }
      } catch {
        guard let failure = Failure(error) else { throw error }
        fail(failure.naming(path), &failures)
      }
    }
    if let first = failures.first { throw ExitCode(first.code.rawValue) }
  }

  private func read(_ input: ArticleInput, from path: String, _ failures: inout [Failure]) throws {
    do {
      let document = try DocumentReader().read(
        bytes: input.bytes,
        named: input.number == nil ? path : nil,
        contentType: input.contentType,
        url: input.url
      )
      let id = ReadRecord.id(ofFile: path) + (input.number.map { "-\($0)" } ?? "")
      Terminal.write(try ReadRecord(id: id, document: document).line() + "\n")
    } catch {
      guard let failure = Failure(error) else { throw error }
      fail(failure.naming(input.name), &failures)
    }
  }

  private func fail(_ failure: Failure, _ failures: inout [Failure]) {
    failures.append(failure)
    Terminal.talk("tilik: \(failure.message)")
  }
}
