import ArgumentParser
import ClaimCorpus
import ClaimModel
import ClaimStore
import ReviewWorkflow

/// `tilik same`.
struct SameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "same",
    abstract: say(
      "Propose claims that say the same; join those that you agree to.",
      "Usulkan klaim yang sama; gabungkan yang Anda setujui."
    ),
    discussion: say(
      """
      Compares claims by the pairs of words they share. Nothing is joined by itself: with --ask you say yes or no to \
      each, and a yes merges the claim into one that is worked on already, else into the oldest (`tilik merge`).

        tilik same                       show proposals
        tilik same --ask                 decide on each
      """,
      """
      Membandingkan klaim menurut pasangan kata yang sama. Tidak ada yang digabung sendiri: dengan --ask Anda menjawab ya \
      atau tidak, dan ya menggabungkan klaim ke yang sudah dikerjakan, atau ke yang tertua (`tilik merge`).

        tilik same                       tampilkan usulan
        tilik same --ask                 putuskan satu per satu
      """
    )
  )

  @OptionGroup var desk: DeskOptions

  @Option(
    help: ArgumentHelp(
      say(
        "How much of their word pairs two claims share at least, 0 to 1.",
        "Bagian pasangan kata yang sedikitnya sama, 0 sampai 1."
      )
    )
  )
  var similarity = 0.5

  @Flag(help: ArgumentHelp(say("Ask about each.", "Tanyakan satu per satu.")))
  var ask = false

  @OptionGroup var output: JSONOption

  /// A claim that may be another one told again.
  private struct Proposal: Encodable {
    var claim: String
    var into: String
    var similarity: Double
    var words: String
    var otherWords: String
  }

  func validate() throws {
    if !(0.2...1).contains(similarity) {
      throw ValidationError(say("--similarity is 0.2 to 1", "--similarity diisi 0,2 sampai 1"))
    }
  }

  func run() throws {
    let desk = try desk.open()
    let proposals = try proposals(at: desk)
    if output.json { return try JSONOutput.write(proposals) }
    if proposals.isEmpty {
      Terminal.talk(say("no two open claims say the same", "tidak ada dua klaim terbuka yang sama"))
    }
    for proposal in proposals {
      Terminal.write(
        "\(proposal.claim.prefix(8)) → \(proposal.into.prefix(8))  \(proposal.similarity)\n"
          + "  \(Terminal.safe("“\(proposal.otherWords)”"))\n"
          + "  \(Terminal.safe(WordDrift(from: proposal.otherWords, to: proposal.words).description))\n"
      )
      guard ask else { continue }
      Terminal.talk(
        say("Is it one claim? y, n, or q to stop: ", "Satu klaim? y, t, atau q untuk berhenti: ")
      )
      switch readLine()?.lowercased() {
      case nil, "q": return
      case "y", "ya", "yes":
        let claim = try desk.claim(ClaimID(rawValue: proposal.claim))
        let into = ClaimID(rawValue: proposal.into)
        let reason = say("says the same", "pernyataan yang sama")
        try desk.act(.merged(into: into, reason: reason), on: claim)
        Terminal.talk(say("joined", "digabung"))
      default: Terminal.talk(say("left apart", "dibiarkan terpisah"))
      }
    }
  }

  /// The open claims that say nearly what an older one says.
  private func proposals(at desk: Desk) throws -> [Proposal] {
    let order = Dictionary(
      try desk.store.documents().enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
    // The oldest document's claim is the one that stays.
    let claims = try desk.store.claims(ClaimQuery()).filter { isAlive($0, at: desk) }
      .enumerated().sorted {
        (order[$0.element.document] ?? .max, $0.offset) < (
          order[$1.element.document] ?? .max, $1.offset
        )
      }.map(\.element)
    let statements = claims.map { Shingles($0.quote) }
    var proposals: [Proposal] = []
    for group in NearDuplicates(threshold: similarity).groups(statements) {
      // One that is already worked on stays; else the oldest.
      let kept = group.first { !isOpen(claims[$0], at: desk) } ?? group[0]
      for member in group where member != kept && isOpen(claims[member], at: desk) {
        guard statements[member].count >= 3 else { continue }
        let alike = statements[member].similarity(to: statements[kept])
        proposals.append(
          Proposal(
            claim: claims[member].id.rawValue,
            into: claims[kept].id.rawValue,
            similarity: (alike * 100).rounded() / 100,
            words: claims[member].quote,
            otherWords: claims[kept].quote
          )
        )
      }
    }
    return proposals
  }

  /// Whether a claim can have another one joined to it: it was neither dropped nor joined nor withdrawn.
  private func isAlive(_ claim: ClaimSummary, at desk: Desk) -> Bool {
    desk.workflow.state(named: claim.state)?.isFinal == false
      && desk.workflow.transition(for: "reopened", in: claim.state) == nil
  }

  /// Whether a claim can still be joined with another: the workflow says so.
  private func isOpen(_ claim: ClaimSummary, at desk: Desk) -> Bool {
    desk.workflow.transition(for: "merged", in: claim.state) != nil
  }
}
