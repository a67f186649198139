import ArgumentParser
import ClaimModel
import ClaimStore
import ReviewWorkflow
import SourceLookup

/// `tilik source list`.
struct SourceListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say("List the sources.", "Daftar sumber."),
    discussion: say(
      "--due lists the cited sources that have to be looked at again, by the workflow's recheck-days.",
      "--due mendaftar sumber yang dikutip dan perlu ditengok lagi, menurut recheck-days pada alur kerja."
    )
  )

  @OptionGroup var desk: DeskOptions

  @Flag(
    help: ArgumentHelp(
      say(
        "Only cited sources that should be checked now.",
        "Hanya sumber yang perlu ditengok sekarang."
      )
    )
  )
  var due = false

  @OptionGroup var output: JSONOption

  /// A source as `--json` lists it: the work, and what looks at it found.
  struct Row: Encodable {
    var source: Source
    var state: LinkState?
    var nextCheck: Timestamp?
    var snapshots: Int

    func encode(to encoder: any Encoder) throws {
      try source.encode(to: encoder)
      var container = encoder.container(keyedBy: Keys.self)
      try container.encodeIfPresent(state, forKey: .state)
      try container.encodeIfPresent(nextCheck, forKey: .nextCheck)
      try container.encode(snapshots, forKey: .snapshots)
    }

    private enum Keys: String, CodingKey { case state, nextCheck, snapshots }
  }

  func run() throws {
    let desk = try desk.open()
    let days = desk.workflow.rules.recheckDays
    let use = try SourceUse(desk)
    let archive = try desk.archive()
    let copies = Dictionary(grouping: archive.captures, by: \.source).mapValues(\.count)
    var rows: [Row] = []
    for entry in try desk.store.sources() {
      let source = entry.source
      let isCited = source.url != nil && use.citations[source.id] != nil
      if due, !isCited || !use.isDue(source.id, at: desk.now, days: days) { continue }
      rows.append(
        Row(
          source: source,
          state: use.state(of: source.id),
          nextCheck: isCited ? use.next(of: source.id, days: days) ?? desk.now : nil,
          snapshots: copies[source.id] ?? 0
        )
      )
    }
    if output.json { return try JSONOutput.write(rows) }
    for row in rows {
      let state = row.state.map { "  [\(LinkWording.name($0))]" } ?? ""
      Terminal.write(SourceCommand.line(row.source) + state + "\n")
    }
    if due, rows.isEmpty { Terminal.talk(say("nothing is due", "tidak ada yang perlu ditengok")) }
  }
}
