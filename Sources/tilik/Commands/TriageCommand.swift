public import ArgumentParser
import ClaimModel
import ClaimStore
public import ReviewWorkflow

/// `tilik triage`.
struct TriageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "triage",
    abstract: say("Put claims into the queue.", "Masukkan klaim ke antrean."),
    discussion: say(
      """
      The priority follows from harm and reach unless you give one. With --where, all claims that fit are shown first \
      and you are asked; --yes answers for scripts. They are stored together or not at all.

        tilik triage 3fa2 --harm high --reach high --due 2026-03-10
        tilik triage --where 'state:captured flag:vague-source' --priority low --yes
      """,
      """
      Prioritas mengikuti dampak dan jangkauan bila tidak diberikan. Dengan --where, semua klaim yang cocok ditampilkan \
      dulu lalu Anda ditanya; --yes menjawab untuk skrip. Semuanya disimpan bersama, atau tidak sama sekali.

        tilik triage 3fa2 --harm high --reach high --due 2026-03-10
        tilik triage --where 'state:captured flag:vague-source' --priority low --yes
      """
    )
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ClaimArgument.help)
  var claims: [String] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      say("How soon: high, normal or low.", "Seberapa mendesak: high, normal atau low.")
    )
  )
  var priority: Priority?

  @Option(
    help: ArgumentHelp(
      say(
        "What it does to people if it is false: high, normal or low.",
        "Akibatnya bagi orang bila keliru: high, normal atau low."
      )
    )
  )
  var harm: Stakes.Level?

  @Option(
    help: ArgumentHelp(
      say(
        "How many see it: high, normal or low.",
        "Berapa banyak yang melihatnya: high, normal atau low."
      )
    )
  )
  var reach: Stakes.Level?

  @Option(
    help: ArgumentHelp(
      say("The day to decide by, as 2026-03-10.", "Tenggat keputusan, seperti 2026-03-10."),
      valueName: "day"
    )
  )
  var due: String?

  @Option(name: .shortAndLong, help: ArgumentHelp(say("Why.", "Alasannya.")))
  var message = ""

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      say(
        "All claims that fit, as in `tilik list --where`.",
        "Semua klaim yang cocok, seperti `tilik list --where`."
      ),
      valueName: "terms"
    )
  )
  var terms: String?

  @Flag(help: ArgumentHelp(say("Do not ask.", "Jangan bertanya.")))
  var yes = false

  func validate() throws {
    if claims.isEmpty == (terms == nil) {
      throw ValidationError(say("give claims or --where", "berikan klaim atau --where"))
    }
  }

  func run() throws {
    let desk = try desk.open()
    let content = try content()
    if let terms { return try triage(fitting: terms, content, desk) }
    for reference in claims {
      let claim = try desk.claim(named: reference)
      let after = try desk.act(content, on: claim)
      StepLine.write(from: claim, to: after, desk)
    }
  }

  private func content() throws -> EventContent {
    let day = try due.map { text in
      guard let day = CalendarDate(iso8601: text) else {
        throw Failure(
          .usage,
          say(
            "“\(text)” is not a day like 2026-03-10",
            "“\(text)” bukan tanggal seperti 2026-03-10"
          )
        )
      }
      return day
    }
    let stakes = Stakes(harm: harm, reach: reach, due: day)
    return .triaged(priority: priority ?? stakes.priority, reason: message, stakes: stakes)
  }

  /// Shows the claims that fit, asks, and triages all of them at once.
  private func triage(fitting terms: String, _ content: EventContent, _ desk: Desk) throws {
    let filter = try ClaimFilter(terms, saved: SavedQueries(in: desk.workspace))
    let listed = try desk.claims(filter, order: .queue)
    var steps: [(before: ReviewedClaim, event: Event)] = []
    for summary in listed {
      let claim = try desk.claim(summary.id)
      do throws(Refusal) {
        let event = try desk.review.judge(content, on: claim, by: desk.actor, at: desk.now)
        steps.append((claim, event))
        Terminal.talk(ListCommand.line(summary, desk))
      } catch {
        Terminal.talk(say("left out: ", "dilewati: ") + RefusalWording.text(error, at: desk))
      }
    }
    guard !steps.isEmpty else {
      Terminal.talk(say("no claims to triage", "tidak ada klaim untuk dipilah"))
      return
    }
    guard
      yes
        || Terminal.agrees(
          say("triage \(claimCount(steps.count))?", "pilah \(claimCount(steps.count))?")
        )
    else {
      throw Failure(
        .refused,
        say(
          "nothing was changed; --yes goes on without asking",
          "tidak ada yang diubah; --yes melanjutkan tanpa bertanya"
        )
      )
    }
    try desk.store.append(desk.sign(steps.map(\.event)))
    for step in steps {
      let after = try ReviewedClaim(history: step.before.history + [step.event])
      StepLine.write(from: step.before, to: after, desk)
    }
  }
}

extension Priority: ExpressibleByArgument {}
extension Stakes.Level: ExpressibleByArgument {}
