public import ClaimModel

/// A claim with everything its events add up to.
public struct ReviewedClaim: Hashable, Sendable {
  /// The claim as captured, or as last found in a newer version of its document.
  public var claim: Claim
  /// The name of its state.
  public var state: String
  /// How soon it should be checked; nil until triage.
  public var priority: Priority?
  /// What the editor who triaged it thinks is at stake.
  public var stakes = Stakes()
  /// Whether it waits for an end: it is not published, dropped, merged or withdrawn, or was opened again since.
  public var isOpen = true
  /// Who works on it.
  public var owner: String?
  /// Counts published verdicts that were opened again, from 1.
  public var revision = 1
  /// The verdict as it stands.
  public var verdict: Signed<Verdict>?
  /// Whether nobody has approved the verdict since it was written: it is not the desk's word yet.
  public var isVerdictOpen = false
  /// Who has cast an opinion on the verdict since it was written, also one that sent the claim back.
  public var opinionsBy: Set<String> = []
  /// What speaks for and against it, oldest first.
  public var evidence: [CitedEvidence] = []
  /// The looks at its sources since they were cited, oldest first.
  public var checks: [SourceID: [LinkCheck]] = [:]
  /// What people said about it.
  public var notes: [Signed<String>] = []
  /// Where the claimant's reply stands.
  public var reply = Reply.notNeeded
  /// Why the two-sources rule was waived.
  public var waiver: Signed<String>?
  /// Who handed in the present verdict.
  public var submitter: String?
  /// Second opinions on the present verdict.
  public var opinions: [Signed<Verdict>] = []
  /// The approval as it stands, or nil where there is none or a later edit voided it.
  public var approval: Approval?
  /// How many approvals were voided by a later edit.
  public var voidedApprovals = 0
  /// Corrections of published verdicts, oldest first.
  public var corrections: [Correction] = []
  /// The moment the present verdict was published.
  public var publishedAt: Timestamp?
  /// Why it was dropped, merged, returned or withdrawn, while it is.
  public var reason: Signed<String>?
  /// The claim that is checked instead.
  public var mergedInto: ClaimID?
  /// Whether the newest version of its document no longer has its words.
  public var isOrphaned = false
  /// Verdicts written apart, of which a person has to choose; empty where there is no conflict.
  public var conflict: [Signed<Verdict>] = []
  /// Its events, parents before children.
  public var history: [Event]
  /// The latest events, which the next one has to name as its parents; several after a merge of two ledgers.
  public var heads: [ContentHash]
  /// Events that were taken back.
  public var undone: Set<ContentHash> = []

  /// A value with who gave it when.
  public struct Signed<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The value.
    public var value: Value
    /// Who gave it.
    public var actor: String
    /// When.
    public var time: Timestamp
    /// The event that did.
    public var event: ContentHash
  }

  /// A piece of evidence with its source as it was cited.
  public struct CitedEvidence: Hashable, Sendable {
    /// The evidence.
    public var evidence: Evidence
    /// The source.
    public var source: Source
    /// Who cited it.
    public var actor: String
    /// When.
    public var time: Timestamp
    /// The event that did; it names the evidence when it is taken back.
    public var event: ContentHash
  }

  /// Where the claimant's reply stands.
  public enum Reply: Hashable, Sendable {
    /// Nobody was asked.
    case notNeeded
    /// Somebody was asked and has until the deadline.
    case asked(contact: String, deadline: CalendarDate)
    /// The reply.
    case answered(contact: String, text: String)
    /// There was none.
    case silent(contact: String)
  }

  /// An approval and what it was bound to.
  public struct Approval: Hashable, Sendable {
    /// Who approved.
    public var actor: String
    /// When.
    public var time: Timestamp
    /// The hash of claim, verdict and evidence at that moment.
    public var subject: ContentHash
    /// Whether the approver had submitted the verdict.
    public var isOwn: Bool
    /// The event that did.
    public var event: ContentHash
  }

  /// A correction of a published verdict.
  public struct Correction: Hashable, Sendable {
    /// What it changes.
    public var kind: CorrectionClass
    /// Why.
    public var reason: String
    /// The verdict as it was published before.
    public var old: Verdict?
    /// Who wrote the old verdict.
    public var oldAuthor: String?
    /// Who opened it again.
    public var actor: String
    /// When.
    public var time: Timestamp
  }
}

extension ReviewedClaim {
  /// The hash of claim, verdict and evidence: what an approval is bound to.
  ///
  /// Of the claim it covers what was said and by whom, not where: a claim whose words moved in a newer version of the
  /// article is still what was approved.
  public var subject: ContentHash {
    let json = JSONValue.object([
      "claim": Self.statement(of: claim),
      "verdict": verdict.map { EventBody.json($0.value) } ?? .null,
      "evidence": .array(
        evidence.map { .string($0.event.hex) }.sorted { $0.text ?? "" < $1.text ?? "" }
      ),
    ])
    return Event.hash(of: json.canonical)
  }

  /// The state of a source after all looks at it.
  public func linkState(of source: SourceID) -> LinkState { LinkState(checks[source] ?? []) }

  /// The day by which something has to happen: the day the editor set, or the earlier end of the time to reply; nil where
  /// there is none, or nothing is left to do.
  public var due: CalendarDate? {
    guard isOpen else { return nil }
    guard case .asked(_, let deadline) = reply else { return stakes.due }
    return stakes.due.map { min($0, deadline) } ?? deadline
  }

  /// The day of its last publication; nil where it does not stand published.
  public var standsPublished: CalendarDate? {
    var published: CalendarDate?
    for event in history where !undone.contains(event.id) {
      switch event.content {
      case .published: published = event.time.date
      case .corrected, .voided: published = nil
      default: break
      }
    }
    return published
  }

  /// The day on which its sources should be looked at again: so many days after its last publication or after the last
  /// look at all of them, and at once where a look since found a source gone or changed.
  ///
  /// Nil where it does not stand published: never, withdrawn, or opened again to be corrected.
  public func recheckDay(by rules: Workflow.Rules) -> CalendarDate? {
    guard let published = standsPublished else { return nil }
    let sources = Set(evidence.filter { $0.source.url != nil }.map(\.evidence.source))
    let days = sources.map { source -> CalendarDate in
      let looks = (checks[source] ?? []).filter { $0.date.date >= published }
      guard let last = looks.map(\.date.date).max() else { return published }
      let isWorse = [.gone, .changed].contains(linkState(of: source))
      return isWorse ? CalendarDate(daysSince1970: last.daysSince1970 - rules.recheckDays) : last
    }
    let seen = days.min() ?? published
    return CalendarDate(daysSince1970: seen.daysSince1970 + rules.recheckDays)
  }

  /// Whether its sources should be looked at again on a day.
  public func recheckDue(on day: CalendarDate, by rules: Workflow.Rules) -> Bool {
    recheckDay(by: rules).map { $0 <= day } ?? false
  }

  /// What a claim says and who says it.
  static func statement(of claim: Claim) -> JSONValue {
    .object([
      "id": .string(claim.id.rawValue),
      "kind": .string(claim.kind.rawValue),
      "quote": .array(claim.quote.map(JSONValue.string)),
      "speaker": claim.speaker.map(JSONValue.string) ?? .null,
      "role": claim.role.map(JSONValue.string) ?? .null,
    ])
  }

  /// The independence groups of its sources; the speaker's own words are no source.
  public var independenceGroups: Set<String> {
    Set(
      evidence.filter { cited in
        !cited.source.authors.contains { $0.displayName == claim.speaker }
      }.map { $0.source.effectiveGroup }
    )
  }
}

extension Source {
  /// The independence group: the one given, else the publisher, else the container, else the work itself.
  public var effectiveGroup: String {
    for name in [independenceGroup, publisher, containerTitle] {
      if let name, !name.isEmpty { return name.lowercased() }
    }
    return id.rawValue
  }
}
