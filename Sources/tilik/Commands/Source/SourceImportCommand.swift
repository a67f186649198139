import ArgumentParser
import ClaimStore
import SourceLookup

/// `tilik source import`.
struct SourceImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: say(
      "Take in a library: CSL-JSON, BibTeX, RIS, or a ClaimReview feed.",
      "Ambil pustaka: CSL-JSON, BibTeX, RIS, atau umpan ClaimReview."
    ),
    discussion: say(
      """
      Zotero, Mendeley and EndNote export all of the first three. A work that the library has already, by name, is \
      replaced; its stored text stays. The checks of a ClaimReview feed (schema.org JSON-LD, a DataFeed or any page's) \
      are what `tilik source find` looks through for claims that were checked before. The network is not used.
      """,
      """
      Zotero, Mendeley dan EndNote mengekspor ketiga bentuk pertama. Karya yang namanya sudah ada diganti; teks \
      tersimpannya tetap. Pemeriksaan dalam umpan ClaimReview (JSON-LD schema.org) dicari oleh `tilik source find` \
      untuk klaim yang pernah diperiksa. Jaringan tidak dipakai.
      """
    )
  )

  @OptionGroup var desk: DeskOptions

  @Argument(
    help: ArgumentHelp(say("Files; - for standard input.", "Berkas; - untuk masukan standar."))
  )
  var files: [String]

  /// The formats that can be read.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csl, bibtex, ris, claimreview
  }

  @Option(
    help: ArgumentHelp(
      say(
        "The format (default: by the file's name, .json .bib .ris, and what is in it).",
        "Bentuknya (bawaan: menurut nama berkas, .json .bib .ris, dan isinya)."
      )
    )
  )
  var format: Format?

  func run() throws {
    let desk = try desk.open()
    for file in files {
      let bytes = try ArticleFiles.read(file)
      let format = try format ?? guess(file, bytes)
      if format == .claimreview {
        try importChecks(bytes, file, desk)
        continue
      }
      guard let known = CitationFormat(rawValue: format.rawValue) else { continue }
      let library = try known.read(bytes, file: file)
      try desk.store.add(library.sources.map { LibrarySource(source: $0) })
      let count = library.sources.count
      Terminal.write(say("\(file): \(count) sources\n", "\(file): \(count) sumber\n"))
    }
  }

  private func importChecks(_ bytes: [UInt8], _ file: String, _ desk: Desk) throws {
    let found = try ClaimReview.feed(bytes, file: file)
    guard !found.isEmpty else {
      throw Failure(
        .badInput,
        say(
          "\(file): no ClaimReview with a claim and an address in it",
          "\(file): tidak ada ClaimReview dengan klaim dan alamat di dalamnya"
        )
      )
    }
    var checks = try CheckedClaims(desk)
    let added = try checks.add(found)
    Terminal.write(
      say(
        "\(file): \(found.count) checks, \(added) of them new\n",
        "\(file): \(found.count) pemeriksaan, \(added) di antaranya baru\n"
      )
    )
  }

  private func guess(_ file: String, _ bytes: [UInt8]) throws -> Format {
    let name = CitationFormat(fileName: file).flatMap { Format(rawValue: $0.rawValue) }
    let head = String(decoding: bytes.prefix(65_536), as: UTF8.self)
    if name == .csl || name == nil, head.contains("ClaimReview") { return .claimreview }
    if let name { return name }
    let start = head.drop(while: \.isWhitespace)
    if start.hasPrefix("[") { return .csl }
    if start.hasPrefix("@") || start.hasPrefix("%") { return .bibtex }
    if start.hasPrefix("TY") { return .ris }
    throw Failure(
      .usage,
      say(
        "\(file): say which format it is with --format csl, bibtex, ris or claimreview",
        "\(file): sebutkan bentuknya dengan --format csl, bibtex, ris atau claimreview"
      )
    )
  }
}
