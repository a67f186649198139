import ArgumentParser
import ClaimModel
import ClaimStore
import ReviewWorkflow
import SourceLookup

/// `tilik source check`.
struct SourceCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: say(
      "Look whether cited sources are still there and say what they said.",
      "Tengok apakah sumber yang dikutip masih ada dan isinya tetap."
    ),
    discussion: say(
      """
      Fetches the addresses of the sources that claims cite, over the network, and nothing else. A source is alive; \
      changed (its words differ, or the excerpt is no longer there: what it says now is kept beside what it said); gone \
      (missing in two looks a day apart); blocked (it refuses programs: a person has to look); or unknown. Each look is \
      an event of every claim that cites the source; nothing is overwritten.

      --due takes only those whose time has come by the workflow's recheck-days: sooner where the last look left \
      something open. Suited to a daily cron job: a site is asked for one page at a time, a second apart, and only for \
      what changed. robots.txt is not asked for: it is for programs that look for pages, and here are only pages that \
      somebody cited.
      """,
      """
      Mengambil alamat sumber yang dikutip klaim lewat jaringan, dan hanya itu. Sebuah sumber masih ada; berubah \
      (kata-katanya berbeda atau kutipannya tidak ada lagi: isi barunya disimpan di samping yang lama); hilang (tidak \
      ada pada dua tengokan berselang sehari); terhalang (menolak program: perlu dilihat orang); atau belum pasti. \
      Setiap tengokan menjadi peristiwa pada setiap klaim yang mengutipnya; tidak ada yang ditimpa.

      --due hanya mengambil yang sudah waktunya menurut recheck-days pada alur kerja: lebih cepat bila tengokan terakhir \
      belum jelas. Cocok untuk tugas cron harian: setiap situs dimintai satu halaman sekali waktu, berselang satu detik, \
      dan hanya yang berubah. robots.txt tidak ditanyakan: itu untuk program yang mencari halaman, sedangkan di sini hanya \
      ada halaman yang dikutip orang.
      """
    )
  )

  @OptionGroup var desk: DeskOptions
  @OptionGroup var network: NetworkOptions

  @Argument(
    help: ArgumentHelp(
      say(
        "Names of sources; all that are cited without any.",
        "Nama sumber; semua yang dikutip bila kosong."
      )
    )
  )
  var sources: [String] = []

  @Flag(help: ArgumentHelp(say("Only those whose time has come.", "Hanya yang sudah waktunya.")))
  var due = false

  @OptionGroup var output: JSONOption

  func run() throws {
    let desk = try desk.open()
    var checking = try SourceChecking(desk)
    let days = desk.workflow.rules.recheckDays
    let named = try sources.map { try desk.source($0).source }
    let cited = checking.use.sources.values.sorted { $0.id < $1.id }
    let chosen = (named.isEmpty ? cited : named).filter { source in
      source.url != nil && (!due || checking.use.isDue(source.id, at: desk.now, days: days))
    }
    guard !chosen.isEmpty else {
      if output.json { try JSONOutput.write([SourceChecking.Seen]()) }
      return Terminal.talk(say("nothing to look at", "tidak ada yang perlu ditengok"))
    }
    var rules = try network.rules(at: desk)
    // A look that fails is looked at again another day; patience with each would add up.
    rules.mostRetries = 1
    // Nobody waits for this, and one site may be cited a thousand times.
    rules.mostTransfersPerHost = 1
    rules.hostIntervalMilliseconds = 1_000
    let clock = self.desk
    let fetcher = Fetcher(rules: rules) { [now = desk.now] in (try? clock.clock()) ?? now }
    Interrupt.listen()
    let progress = Progress(chosen.count) { done, total in
      say("\(done) of \(total) looked at …", "\(done) dari \(total) ditengok …")
    }
    var seen: [SourceChecking.Seen] = []
    var trouble: (any Error)?
    fetcher.fetch(
      chosen.compactMap(checking.request),
      while: {
        progress.tick()
        return !Interrupt.isRaised && trouble == nil
      },
      each: { index, outcome in
        guard trouble == nil, !Interrupt.isRaised else { return }
        progress.clear()
        progress.done += 1
        do {
          let found = try checking.take(outcome, chosen[index])
          seen.append(found)
          if !output.json { Self.tell(found) }
        } catch {
          trouble = error
        }
      }
    )
    progress.clear()
    if output.json { try JSONOutput.write(seen) }
    if let trouble { throw trouble }
    if Interrupt.isRaised { throw ExitCode(130) }
  }

  private static func tell(_ seen: SourceChecking.Seen) {
    let copy =
      seen.snapshot.map { say("; kept as ", "; disimpan sebagai ") + $0.hex.prefix(12) } ?? ""
    let uncited =
      seen.claims.isEmpty
      ? say(
        "; no claim cites it, so nothing was recorded",
        "; tidak dikutip klaim, jadi tidak dicatat"
      )
      : ""
    let second =
      seen.state == .unknown && seen.check.observation == .missing
      ? say(
        "; it is called gone when it is missing again a day later",
        "; disebut hilang bila sehari kemudian tetap tidak ada"
      )
      : ""
    let words = LinkWording.text(seen.check) + second + copy + uncited
    Terminal.write(
      Terminal.safe("\(seen.source)  \(LinkWording.name(seen.state)): \(words)") + "\n"
    )
    if seen.state == .gone {
      Terminal.talk(
        say("  others may have kept it: ", "  mungkin ada yang menyimpannya: ")
          + Terminal.safe("tilik source find \(seen.url) --online web-archive")
      )
    }
  }
}
