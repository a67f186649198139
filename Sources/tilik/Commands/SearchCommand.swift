import ArgumentParser
import ClaimModel
import ClaimStore
import SourceLookup

/// `tilik search`.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: say("Search claims, documents and sources.", "Cari klaim, dokumen dan sumber."),
    discussion: say(
      "Finds what has all the words; words may be beginnings (“tanggul” finds “tanggulnya”). Accents and capitals do "
        + "not matter. In a ledger file, of more than 50,000 finds the latest are shown.",
      "Menemukan yang memuat semua kata; kata boleh berupa awalan (“tanggul” menemukan “tanggulnya”). Aksen dan huruf "
        + "besar diabaikan. Dalam berkas buku besar, dari lebih dari 50.000 temuan yang terbaru ditampilkan."
    )
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ArgumentHelp(say("Words.", "Kata-kata.")))
  var words: [String]

  @Option(help: ArgumentHelp(say("At most so many results.", "Paling banyak sekian hasil.")))
  var limit = 20

  @OptionGroup var output: JSONOption

  func run() throws {
    let desk = try desk.open()
    let hits = try desk.store.search(words.joined(separator: " "), limit: max(1, limit))
    if output.json {
      return try JSONOutput.write(
        hits.map { hit in
          SearchHit(
            kind: hit.kind,
            id: hit.id,
            title: hit.title,
            excerpt: Self.marking(hit.excerpt, "", "")
          )
        }
      )
    }
    if hits.isEmpty { Terminal.talk(say("nothing found", "tidak ada yang ditemukan")) }
    let (on, off) = Terminal.hasColour ? ("\u{1B}[1m", "\u{1B}[0m") : ("", "")
    for hit in hits {
      let kind: String
      switch hit.kind {
      case .claim: kind = say("claim", "klaim")
      case .document: kind = say("document", "dokumen")
      case .source: kind = say("source", "sumber")
      }
      let name = hit.kind == .source ? hit.id : String(hit.id.prefix(8))
      // Made safe first: only the marks that are put in here may steer the terminal.
      let safe = Self.marking(Terminal.safe(hit.excerpt), on, off)
      let excerpt = safe.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      Terminal.write(
        "\(kind)  \(name)  \(hit.title.isEmpty ? "—" : Terminal.safe(hit.title)): \(excerpt)\n"
      )
    }
  }

  /// Puts marks around what matched.
  private static func marking(_ excerpt: String, _ on: String, _ off: String) -> String {
    excerpt.replacing("\u{E000}", with: on).replacing("\u{E001}", with: off)
  }
}
