import ArgumentParser
import ClaimModel
import ClaimStore
import ReviewWorkflow
import SourceLookup

/// `tilik source find`.
struct SourceFindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: say(
      "Ask whether a claim was checked before, and what there is on it.",
      "Tanyakan apakah sebuah klaim pernah diperiksa, dan apa saja yang ada."
    ),
    discussion: say(
      """
      Looks through the desk's own claims, the checks of imported ClaimReview feeds and the library. What is found is a \
      suggestion with its reasons; a person decides whether it is the same claim. What is less likely than not is shown \
      with --all only.

      --online asks a provider over the network, and only those that are named: \(ProviderList.names.joined(separator: ", ")). \
      A provider's key stands in TILIK_NAME_KEY (TILIK_GOOGLE_FACT_CHECK_KEY, TILIK_MAFINDO_KEY, …), another address in \
      TILIK_NAME_URL. doi and web-archive take a DOI and an address for the words.
      """,
      """
      Mencari di klaim milik meja sendiri, pemeriksaan dari umpan ClaimReview yang diimpor, dan pustaka. Yang ditemukan \
      adalah saran dengan alasannya; manusia yang memutuskan apakah klaimnya sama. Yang kemungkinan besar bukan hanya \
      ditampilkan dengan --all.

      --online bertanya kepada penyedia lewat jaringan, hanya yang disebut: \(ProviderList.names.joined(separator: ", ")). \
      Kunci penyedia ada di TILIK_NAMA_KEY (TILIK_GOOGLE_FACT_CHECK_KEY, TILIK_MAFINDO_KEY, …), alamat lain di \
      TILIK_NAMA_URL. doi dan web-archive menerima DOI dan alamat sebagai kata-kata.
      """
    )
  )

  @OptionGroup var desk: DeskOptions
  @OptionGroup var network: NetworkOptions

  @Argument(
    help: ArgumentHelp(
      say(
        "A claim of this desk by its digits, or words.",
        "Klaim di meja ini menurut digitnya, atau kata-kata."
      )
    )
  )
  var words: [String]

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      say(
        "Ask this provider, too; may be given several times.",
        "Tanya juga penyedia ini; boleh beberapa kali."
      ),
      valueName: "provider"
    )
  )
  var online: [String] = []

  @Option(help: ArgumentHelp(say("Who says it.", "Siapa yang mengatakannya.")))
  var speaker: String?

  @Option(help: ArgumentHelp(say("When it was said.", "Kapan dikatakan."), valueName: "date"))
  var date: String?

  @Option(help: ArgumentHelp(say("The most of each kind.", "Terbanyak dari tiap jenis.")))
  var limit = 5

  @Flag(
    help: ArgumentHelp(
      say("Show also what is not likely.", "Tampilkan juga yang kecil kemungkinannya.")
    )
  )
  var all = false

  @OptionGroup var output: JSONOption

  func run() throws {
    let desk = try desk.open()
    let text = words.joined(separator: " ")
    let claim = try claim(text, desk)
    let wanted = claim?.claim.quote.joined(separator: " ") ?? text
    let day = try claim.flatMap { try desk.store.document($0.claim.document) }?
      .document.metadata.published?.iso8601
    let finding = SourceFinding(
      desk: desk,
      query: SourceLookup.ClaimQuery(
        text: wanted,
        speaker: speaker ?? claim?.claim.speaker,
        date: date ?? day
      ),
      asked: claim?.claim.id
    )
    for name in online { _ = try ProviderList.provider(name) }
    var found = try finding.ownClaims(limit: limit)
    found += try finding.importedChecks(limit: limit)
    found += try finding.works(wanted, limit: limit)
    var trouble: [Failure] = []
    for name in online {
      do {
        found += try finding.online(name, wanted, rules: network.rules(at: desk), limit: limit)
      } catch let error {
        guard let failure = Failure(error) else { throw error }
        trouble.append(failure)
        Terminal.talk("tilik: \(failure.message)")
      }
    }
    let shown = all ? found : found.filter(\.isLikely)
    if output.json {
      try JSONOutput.write(shown)
    } else {
      for suggestion in shown { Terminal.write(Self.words(suggestion)) }
      if shown.isEmpty { Self.abstain(found) }
    }
    if let first = trouble.first { throw ExitCode(first.code.rawValue) }
  }

  /// The claim that four or more digits name; nil where the words are words.
  private func claim(_ text: String, _ desk: Desk) throws -> ReviewedClaim? {
    let isName =
      text.utf8.count >= 4
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard isName, try !desk.store.claims(withPrefix: text, limit: 1).isEmpty else { return nil }
    return try desk.claim(named: text)
  }

  private static func words(_ suggestion: SourceFinding.Suggestion) -> String {
    let facts = [
      suggestion.rating, suggestion.by, suggestion.date,
      suggestion.confidence.map { percent($0) + say(" likely the same", " kemungkinan sama") },
    ].compactMap { $0 }.joined(separator: " · ")
    var lines = ["\(suggestion.id)  \(Terminal.cut(suggestion.title, 300))"]
    let from: String
    switch suggestion.from {
    case "desk": from = say("this desk", "meja ini")
    case "library": from = say("the library", "pustaka")
    case "imported": from = say("an imported feed", "umpan impor")
    default: from = suggestion.from
    }
    lines.append("    \(facts.isEmpty ? "" : facts + " · ")\(from)")
    if !suggestion.reasons.isEmpty {
      let reasons = suggestion.reasons.prefix(6).joined(separator: ", ")
      lines.append("    " + say("because: ", "sebab: ") + Terminal.cut(reasons, 200))
    }
    return Terminal.safe(lines.joined(separator: "\n")) + "\n"
  }

  /// Says that nothing is sure, and how near the nearest came.
  private static func abstain(_ found: [SourceFinding.Suggestion]) {
    guard let nearest = found.compactMap(\.confidence).max() else {
      return Terminal.talk(say("nothing found", "tidak ada yang ditemukan"))
    }
    Terminal.talk(
      say(
        "nothing that is likely the same; the nearest is \(percent(nearest)) (--all shows it)",
        "tidak ada yang kemungkinan sama; yang terdekat \(percent(nearest)) (lihat dengan --all)"
      )
    )
  }

  private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
