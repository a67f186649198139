public import ArgumentParser
public import ClaimModel
import ReviewWorkflow

/// `tilik cite`.
struct CiteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cite",
    abstract: say(
      "Tie a source of the library to a claim.",
      "Kaitkan sumber dari pustaka dengan klaim."
    ),
    discussion: say(
      "An excerpt is looked for in the source's stored text, where the library has one: word for word, then with other "
        + "spaces, quotation marks and dashes, then, from 24 characters on, with a few other letters, which are shown. It "
        + "is refused where it does not stand there. Where its words stand in several places, --prefix and --suffix say which is "
        + "meant.",
      "Kutipan dicari dalam teks sumber yang tersimpan, bila ada: kata demi kata, lalu dengan spasi, tanda kutip dan "
        + "tanda pisah lain, lalu, mulai 24 karakter, dengan beberapa huruf berbeda, yang ditunjukkan. Bila tidak ada di "
        + "sana, kutipan ditolak. Bila bunyinya ada di beberapa tempat, --prefix dan --suffix menentukan yang mana."
    )
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ClaimArgument.help)
  var claim: String

  @Argument(help: ArgumentHelp(say("The source's name in the library.", "Nama sumber di pustaka.")))
  var source: String

  @Argument(
    help: ArgumentHelp(say("supports, refutes or context.", "supports, refutes atau context."))
  )
  var stance: Evidence.Stance

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(say("The words that matter, exactly.", "Kata-kata yang penting, persis."))
  )
  var excerpt: String?

  @Option(
    help: ArgumentHelp(
      say(
        "What stands before the excerpt, where its words stand in several places.",
        "Kata-kata sebelum kutipan, bila bunyinya ada di beberapa tempat."
      ),
      valueName: "words"
    )
  )
  var prefix: String?

  @Option(
    help: ArgumentHelp(
      say("What stands after it, likewise.", "Kata-kata sesudahnya, begitu pula."),
      valueName: "words"
    )
  )
  var suffix: String?

  @Option(
    name: .long,
    help: ArgumentHelp(say("Where: a page, a section, a time.", "Di mana: halaman, bagian, waktu."))
  )
  var at: String?

  @Flag(
    help: ArgumentHelp(
      say(
        "Cite also where the stored text does not have the excerpt; the audit says so.",
        "Tetap kutip walau tidak ada dalam teks tersimpan; audit menyebutkannya."
      )
    )
  )
  var allowAbsent = false

  @OptionGroup var output: JSONOption

  /// What `--json` writes: the citation, and where its excerpt stands.
  struct Citation: Encodable {
    var event: ContentHash
    var claim: ClaimID
    var evidence: Evidence
    var place: ExcerptPlace?
    var independentSources: Int
  }

  func run() throws {
    let desk = try desk.open()
    let claim = try desk.claim(named: claim)
    if excerpt == nil, prefix != nil || suffix != nil {
      throw Failure(
        .usage,
        say(
          "--prefix and --suffix tell an excerpt's place; give the excerpt with -e",
          "--prefix dan --suffix menentukan letak kutipan; berikan kutipannya dengan -e"
        )
      )
    }
    if let excerpt, excerpt.allSatisfy(\.isWhitespace) {
      throw Failure(
        .usage,
        say(
          "the excerpt is empty; leave -e out to cite the whole work",
          "kutipannya kosong; tanpa -e, seluruh karya yang dikutip"
        )
      )
    }
    let wanted = Evidence(
      source: SourceID(rawValue: source),
      stance: stance,
      excerpt: excerpt,
      prefix: prefix.flatMap { $0.isEmpty ? nil : $0 },
      suffix: suffix.flatMap { $0.isEmpty ? nil : $0 },
      locator: at
    )
    let content = try desk.citation(wanted, allowAbsent: allowAbsent)
    let after = try desk.act(content, on: claim)
    guard let event = after.history.last, let cited = after.evidence.last else { return }
    let place = try desk.place(of: cited.evidence, url: cited.source.url)
    let need = desk.workflow.rules.independentSources
    let have = after.independenceGroups.count
    if output.json {
      return try JSONOutput.write(
        Citation(
          event: event.id,
          claim: after.claim.id,
          evidence: cited.evidence,
          place: place,
          independentSources: have
        )
      )
    }
    StepLine.write(from: claim, to: after, desk)
    if let place {
      Terminal.talk(AnchorWording.text(place))
    } else if excerpt != nil {
      Terminal.talk(
        say(
          "the library has no text of this source, so the excerpt was not looked for",
          "pustaka tidak punya teks sumber ini, jadi kutipannya tidak dicari"
        )
      )
    }
    Terminal.talk(
      say("\(have) of \(need) independent sources", "\(have) dari \(need) sumber independen")
    )
  }
}

extension Evidence.Stance: ExpressibleByArgument {}
