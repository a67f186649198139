import ArgumentParser
import ClaimModel
import ClaimStore
import SourceLookup

/// `tilik source new`.
struct SourceNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: say(
      "Write a source by hand: a book, a letter, a page that only a browser can open.",
      "Catat sumber sendiri: buku, surat, halaman yang hanya bisa dibuka peramban."
    ),
    discussion: say(
      """
      Only the title has to be given. --text names a file with the work's own words, such as a page's text copied from a \
      browser, so that `tilik cite` finds excerpts in it. The network is not used. Nobody but whoever writes it here \
      vouches for such a source: it has no snapshot.
      """,
      """
      Hanya judul yang wajib. --text menunjuk berkas berisi kata-kata karya itu, misalnya teks halaman yang disalin dari \
      peramban, agar `tilik cite` dapat mencari kutipan di dalamnya. Jaringan tidak dipakai. Yang menjamin sumber seperti \
      ini hanya pencatatnya: salinan halamannya tidak ada.
      """
    )
  )

  @OptionGroup var desk: DeskOptions
  @OptionGroup var output: JSONOption

  @Option(help: ArgumentHelp(say("The title.", "Judul.")))
  var title: String

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      say(
        "Who made it: “Family, Given”, or a name as it is; may be given several times.",
        "Pembuatnya: “Keluarga, Depan”, atau nama apa adanya; boleh beberapa kali."
      ),
      valueName: "name"
    )
  )
  var author: [String] = []

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp(
      say("The newspaper, site or journal.", "Surat kabar, situs atau jurnalnya."),
      valueName: "title"
    )
  )
  var container: String?

  @Option(help: ArgumentHelp(say("Who published it.", "Penerbitnya."), valueName: "name"))
  var publisher: String?

  @Option(
    help: ArgumentHelp(
      say("When: 2026, 2026-03 or 2026-03-09.", "Kapan: 2026, 2026-03 atau 2026-03-09."),
      valueName: "date"
    )
  )
  var date: String?

  @Option(
    help: ArgumentHelp(
      say("When it was last changed.", "Kapan terakhir diubah."),
      valueName: "date"
    )
  )
  var changed: String?

  @Option(help: ArgumentHelp(say("Its address.", "Alamatnya.")))
  var url: String?

  @Option(help: "DOI.")
  var doi: String?

  @Option(help: "ISBN.")
  var isbn: String?

  @Option(help: "ISSN.")
  var issn: String?

  @Option(help: "PMID.")
  var pmid: String?

  @Option(help: "PMCID.")
  var pmcid: String?

  @Option(help: "arXiv.")
  var arxiv: String?

  @Option(
    help: ArgumentHelp(
      say(
        "What it is, in the words of CSL: report, book, interview, … (default: book with --isbn, webpage with --url, else document).",
        "Jenisnya, menurut istilah CSL: report, book, interview, … (bawaan: book bila ada --isbn, webpage bila ada --url, atau document)."
      )
    )
  )
  var type: String?

  @Option(help: ArgumentHelp(say("The language: id, en, …", "Bahasanya: id, en, …")))
  var language: String?

  @Option(
    help: ArgumentHelp(
      say(
        "What it is not independent of; sources of one group count once.",
        "Kelompok sumber yang tidak saling bebas; satu kelompok dihitung sekali."
      ),
      valueName: "name"
    )
  )
  var group: String?

  @Option(
    help: ArgumentHelp(
      say(
        "The source's name in the library (default: made of who, year and title).",
        "Nama sumber di pustaka (bawaan: dari pembuat, tahun dan judul)."
      ),
      valueName: "name"
    )
  )
  var id: String?

  @Option(
    help: ArgumentHelp(
      say(
        "A file with its own words; - for standard input.",
        "Berkas berisi teksnya; - untuk masukan standar."
      ),
      valueName: "file"
    )
  )
  var text: String?

  func run() throws {
    let desk = try desk.open()
    var source = try work(at: desk)
    let text = try text.map { String(decoding: try ArticleFiles.read($0), as: UTF8.self) }
    let library = try desk.store.sources()
    let name = try id.map { SourceID(rawValue: try Self.filled($0, "--id")) }
    if let known = SourceIntake.known(source, as: name, in: library) {
      throw Failure(
        .badInput,
        say(
          "the library has this source already, as “\(known.source.id)”; give another --id if it is another work",
          "pustaka sudah punya sumber ini, dengan nama “\(known.source.id)”; beri --id lain bila ini karya lain"
        )
      )
    }
    source.id = name ?? WebCitation.name(of: source, besides: Set(library.map(\.source.id)))
    try desk.store.add([LibrarySource(source: source, text: text)])
    if output.json { return try JSONOutput.write(source) }
    Terminal.write(SourceCommand.line(source) + "\n")
  }

  private func work(at desk: Desk) throws -> Source {
    Source(
      id: SourceID(rawValue: ""),
      type: try Self.filled(type, "--type")
        ?? (isbn != nil ? "book" : url != nil ? "webpage" : "document"),
      title: try Self.filled(title, "--title"),
      authors: try author.map { Self.name(try Self.filled($0, "--author")) },
      containerTitle: try Self.filled(container, "--in"),
      publisher: try Self.filled(publisher, "--publisher"),
      issued: try Self.day(date, "--date"),
      modified: try Self.day(changed, "--changed"),
      accessed: url == nil ? nil : desk.now.date,
      url: try url.map(Self.address),
      doi: try Self.number(doi, "DOI", WorkNumber.doi),
      isbn: try Self.number(isbn, "ISBN", WorkNumber.isbn),
      issn: try Self.number(issn, "ISSN", WorkNumber.issn),
      pmid: try Self.number(pmid, "PMID", WorkNumber.pmid),
      pmcid: try Self.number(pmcid, "PMCID") { WorkNumber.pmcid("PMCID \($0)") },
      arxiv: try Self.number(arxiv, "arXiv", WorkNumber.arxiv),
      language: try language.map(Self.language),
      independenceGroup: try Self.filled(group, "--group")
    )
  }

  private static func filled(_ text: String, _ option: String) throws -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard words.isEmpty else { return words }
    throw Failure(.usage, say("\(option) is empty", "\(option) kosong"))
  }

  private static func filled(_ text: String?, _ option: String) throws -> String? {
    try text.map { try filled($0, option) }
  }

  private static func address(_ text: String) throws -> String {
    if WebCitation.isAddress(text) { return text }
    throw Failure(
      .usage,
      say(
        "--url: “\(text)” is not an address; it needs http:// or https:// in front",
        "--url: “\(text)” bukan alamat; awali dengan http:// atau https://"
      )
    )
  }

  private static func language(_ text: String) throws -> LanguageTag {
    if let tag = WebCitation.language(text) { return LanguageTag(rawValue: tag) }
    throw Failure(
      .usage,
      say(
        "--language: “\(text)” is not a language such as id, en or jv",
        "--language: “\(text)” bukan bahasa seperti id, en atau jv"
      )
    )
  }

  private static func name(_ text: String) -> SourceAuthor {
    let parts = text.split(separator: ",", maxSplits: 1)
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
      ? .person(family: parts[0], given: parts[1]) : .literal(text)
  }

  private static func day(_ text: String?, _ option: String) throws -> String? {
    guard let text else { return nil }
    if let date = PartialDate(iso8601: text) { return date.iso8601 }
    throw Failure(
      .usage,
      say(
        "\(option): “\(text)” is not a date such as 2026, 2026-03 or 2026-03-09",
        "\(option): “\(text)” bukan tanggal seperti 2026, 2026-03 atau 2026-03-09"
      )
    )
  }

  private static func number(
    _ text: String?,
    _ name: String,
    _ read: (String) -> String?
  ) throws -> String? {
    guard let text else { return nil }
    if let number = read(text) { return number }
    throw Failure(
      .usage,
      say(
        "“\(text)” is not a valid \(name); check its digits",
        "“\(text)” bukan \(name) yang sah; periksa angkanya"
      )
    )
  }
}
