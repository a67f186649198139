import ArgumentParser
import ClaimModel
import ClaimStore
import ReviewWorkflow

/// `tilik stats`.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: say("Add up the desk's work.", "Jumlahkan kerja meja periksa."),
    discussion: say(
      "What was done week by week, how long claims have been open, how far first verdicts and second opinions agree, how "
        + "often an approval was voided, and corrections by class. It names no reviewer.",
      "Yang dikerjakan tiap pekan, umur klaim terbuka, kesepakatan putusan pertama dan pendapat kedua, persetujuan yang "
        + "gugur, dan koreksi per golongan. Tidak ada nama pemeriksa."
    )
  )

  @OptionGroup var desk: DeskOptions
  @OptionGroup var output: JSONOption

  func run() throws {
    let desk = try desk.open()
    let claims = try desk.store.claims(ClaimQuery()).map(\.id)
    // One claim after the other: a large desk's histories do not fit into memory together.
    var tally = StatisticsTally(now: desk.now)
    for id in claims { tally.add(try desk.claim(id)) }
    let statistics = DeskStatistics(tally, workflow: desk.workflow)
    if output.json { return try JSONOutput.write(statistics) }
    Terminal.write(StatsView.text(statistics, desk))
  }
}
