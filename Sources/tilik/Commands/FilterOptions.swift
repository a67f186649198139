import ArgumentParser
import ClaimModel
import ClaimStore

/// The options that say which claims are meant; each is a term of `--where`.
struct FilterOptions: ParsableArguments {
  @Option(
    name: [.long, .customLong("status")],
    help: ArgumentHelp(say("Only claims in this state.", "Hanya klaim dalam keadaan ini."))
  )
  var state: [String] = []

  @Option(help: ArgumentHelp(say("Only claims of this document.", "Hanya klaim dari dokumen ini.")))
  var document: String?

  @Option(help: ArgumentHelp(say("Only claims with this rating.", "Hanya klaim dengan nilai ini.")))
  var verdict: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Only claims of speakers with this in their name.",
        "Hanya klaim penutur dengan nama ini."
      )
    )
  )
  var speaker: String?

  @Option(
    name: [.customLong("assignee"), .customLong("owner")],
    help: ArgumentHelp(
      say(
        "Only claims this person works on; `me` is you.",
        "Hanya klaim yang dikerjakan orang ini; `me` berarti Anda."
      ),
      valueName: "name"
    )
  )
  var owner: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Only claims due on this day or earlier; `today` will do.",
        "Hanya klaim yang tenggatnya hari ini atau sebelumnya; boleh `today`."
      ),
      valueName: "day"
    )
  )
  var due: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Only published claims whose sources should be looked at again by this day.",
        "Hanya klaim terbit yang sumbernya perlu dilihat lagi sampai hari ini."
      ),
      valueName: "day"
    )
  )
  var recheck: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Only claims with this flag: \(FlagArgument.names).",
        "Hanya klaim dengan tanda ini: \(FlagArgument.names)."
      )
    )
  )
  var flag: String?

  @Option(help: ArgumentHelp(say("Only claims that say this.", "Hanya klaim yang berbunyi ini.")))
  var text: String?

  @Flag(
    help: ArgumentHelp(
      say("Only claims with two rival verdicts.", "Hanya klaim dengan dua putusan berlawanan.")
    )
  )
  var conflict = false

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      say(
        "The same as one line: 'state:queued speaker:\"Ada F\" due:today'; @name is a saved query.",
        "Sama, dalam satu baris: 'state:queued speaker:\"Ada F\" due:today'; @nama adalah kueri tersimpan."
      ),
      valueName: "terms"
    )
  )
  var terms: String?

  /// Everything that was asked for, as one filter.
  func filter(at desk: Desk) throws -> ClaimFilter {
    var filter = try ClaimFilter(terms ?? "", saved: SavedQueries(in: desk.workspace))
    for state in state { filter.add(.state, state) }
    filter.add(.document, document)
    filter.add(.verdict, verdict)
    filter.add(.speaker, speaker)
    filter.add(.assignee, owner)
    filter.add(.due, due)
    filter.add(.recheck, recheck)
    filter.add(.flag, flag)
    filter.add(.text, text)
    filter.add(.conflict, conflict ? "yes" : nil)
    return filter
  }
}

extension Desk {
  /// The claims that a filter asks for, as the actor may see them.
  ///
  /// Whoever must not see a verdict does not find its claim by it either.
  func claims(
    _ filter: ClaimFilter,
    order: ClaimQuery.Order = .text,
    limit: Int? = nil
  ) throws
    -> [ClaimSummary]
  {
    var query = try filter.query(at: self)
    query.order = order
    query.limit = limit
    let found = try visible(store.claims(query))
    return query.rating == nil ? found : found.filter { $0.rating != nil }
  }
}
