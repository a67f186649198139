import ClaimModel

@testable import ReviewWorkflow

/// The review as DESIGN's table has it, written a second time and much more simply: what the engine is held against.
///
/// It keeps no events and hashes nothing; taking a step back is putting the former value back.
struct DeskModel: Equatable {
  /// What the desk allows; the engine reads the same from a file.
  struct Rules {
    var sources = 2
    var blind = false
    var solo = false
    /// Whether only editors may approve and publish.
    var roles = false
  }

  enum Reply: Equatable { case none, asked(CalendarDate), answered, silent }

  /// State → event → next state; “=” stays, and whatever is not in the table is refused.
  static let table: [String: [String: String]] = {
    let citing = ["cited": "=", "uncited": "="]
    let replying = ["reply-asked": "=", "reply-answered": "=", "reply-silent": "="]
    var table: [String: [String: String]] = [
      "captured": ["triaged": "queued", "dropped": "dropped", "merged": "merged"],
      "queued": [
        "triaged": "queued", "dropped": "dropped", "merged": "merged", "taken": "researching",
      ].merging(citing) { $1 },
      "researching": [
        "dropped": "dropped", "merged": "merged", "released": "queued", "concluded": "=",
        "waived": "=", "submitted": "in-review",
      ].merging(citing) { $1 }.merging(replying) { $1 },
      "in-review": ["opinion-cast": "=", "returned": "researching", "approved": "approved"]
        .merging(citing) { $1 }.merging(replying) { $1 },
      "approved": ["returned": "researching", "published": "published"].merging(citing) { $1 },
      "published": ["corrected": "researching", "voided": "void"],
      "dropped": ["reopened": "queued"],
      "merged": [:],
      "void": [:],
    ]
    for state in table.keys {
      for event in ["noted", "undone", "reanchored", "orphaned", "source-checked"] {
        table[state]?[event] = "="
      }
    }
    return table
  }()

  static let editors: Set<String> = ["Bagas", "Wulan"]
  static let order = [
    "captured", "queued", "researching", "in-review", "approved", "published", "dropped", "merged",
    "void",
  ]
  static let ratings = ["true", "mostly-true", "misleading", "false", "unproven"]

  var state = "captured"
  var owner: String?
  var rating: String?
  /// Each citation's name and independence group; the group of the speaker's own words is nil.
  var citations: [String: String?] = [:]
  var isWaived = false
  var reply = Reply.none
  var contact = ""
  var submitter: String?
  /// Who wrote the verdict.
  var author: String?
  var opinions: [(actor: String, rating: String)] = []
  /// What was approved: the rating and the citations.
  var approved: (rating: String?, citations: Set<String>)?
  var voided = 0
  var revision = 1
  /// The rating and the submitter before the latest correction.
  var former: (rating: String?, author: String?)?

  static func == (left: DeskModel, right: DeskModel) -> Bool { left.line == right.line }

  /// Everything in one line, for comparison and for messages.
  var line: String {
    let cited = citations.keys.sorted().joined(separator: ",")
    let cast = opinions.map { "\($0.actor):\($0.rating)" }.joined(separator: ",")
    return "\(state) owner \(owner ?? "-") rating \(rating ?? "-") [\(cited)] waived \(isWaived) "
      + "\(reply) submitter \(submitter ?? "-") [\(cast)] approved \(approved != nil) "
      + "voided \(voided) revision \(revision)"
  }

  // MARK: - What is missing

  func missing(
    _ content: EventContent,
    by actor: String,
    on today: CalendarDate,
    rules: Rules,
    latest: (actor: String, id: ContentHash)?,
    subject: ContentHash
  ) -> Set<Missing> {
    var missing: Set<Missing> = []
    let event = content.type
    if Self.table[state]?[event] == nil {
      let allowed = Self.order.filter { Self.table[$0]?[event] != nil }
      missing.insert(.state(state, allowed: allowed))
    } else {
      if rules.roles, ["approved", "published"].contains(event), !Self.editors.contains(actor) {
        missing.insert(.role(["editor"]))
      }
      if ["concluded", "submitted", "taken"].contains(event), let owner, owner != actor {
        missing.insert(.owner(owner))
      }
      if event == "submitted" {
        if rating == nil { missing.insert(.verdict) }
        let groups = Set(citations.values.compactMap { $0 }).count
        if groups < rules.sources, !isWaived {
          missing.insert(.independentSources(have: groups, need: rules.sources))
        }
        if case .asked(let deadline) = reply {
          missing.insert(.reply(contact: contact, deadline: deadline))
        }
      }
      if ["approved", "opinion-cast"].contains(event), !rules.solo, submitter == actor {
        missing.insert(.differentPerson(submitter: actor))
      } else if event == "opinion-cast", !rules.solo, author == actor {
        missing.insert(.otherThanAuthor(actor))
      }
      if event == "approved", rules.blind,
        !opinions.contains(where: {
          $0.actor != submitter && $0.actor != author && $0.rating == rating
        })
      {
        missing.insert(.secondOpinion(submitter: submitter ?? ""))
      }
      if event == "published", approved == nil { missing.insert(.approvalVoided) }
    }
    return missing.union(
      missingInside(content, by: actor, on: today, rules: rules, latest: latest, subject: subject)
    )
  }

  /// What is missing in the event itself, wherever the claim is.
  private func missingInside(
    _ content: EventContent,
    by actor: String,
    on today: CalendarDate,
    rules: Rules,
    latest: (actor: String, id: ContentHash)?,
    subject: ContentHash
  ) -> Set<Missing> {
    switch content {
    case .dropped(""), .merged(_, ""), .released(""), .noted(""), .uncited(_, ""), .waived(""),
      .replyAnswered(""), .returned(""), .corrected(_, ""), .voided(""), .reopened(""),
      .replyAsked("", _):
      return [.words]
    case .merged(let other, _): return other == SampleDesk.claim.id ? [.otherClaim] : []
    case .uncited(let event, _): return citations[event.hex] == nil ? [.citation(event)] : []
    case .replyAnswered:
      if case .asked = reply { return [] }
      return reply == .silent ? [] : [.noReplyAsked]
    case .replySilent:
      guard case .asked(let deadline) = reply else { return [.noReplyAsked] }
      return today > deadline ? [] : [.deadlineNotPassed(deadline)]
    case .undone(let event):
      return latest?.actor == actor && latest?.id == event ? [] : [.latestStep]
    case .concluded(let verdict), .opinionCast(let verdict):
      var missing: Set<Missing> = []
      if !Self.ratings.contains(verdict.rating) {
        missing.insert(.rating(verdict.rating, known: Self.ratings))
      }
      if verdict.explanation.isEmpty { missing.insert(.explanation) }
      return missing
    case .submitted:
      if let former, !rules.solo, former.rating != rating, former.author == actor {
        return [.newReviewer(author: actor)]
      }
      return []
    case .approved(let seen): return seen == subject ? [] : [.approvalVoided]
    default: return []
    }
  }

  // MARK: - What follows

  /// Carries out an event that nothing is missing for; `id` is the engine's name for it.
  mutating func apply(_ content: EventContent, by actor: String, id: ContentHash) {
    if let next = Self.table[state]?[content.type], next != "=" { state = next }
    switch content {
    case .taken: owner = actor
    case .released, .reopened: owner = nil
    case .cited(_, let source):
      let isOwnWords = source.authors.contains(.literal(SampleDesk.claim.speaker ?? ""))
      citations[id.hex] = .some(isOwnWords ? nil : source.independenceGroup)
      edited()
    case .uncited(let event, _):
      citations[event.hex] = nil
      edited()
    case .concluded(let verdict):
      (rating, author) = (verdict.rating, actor)
      opinions = []
      edited()
    case .replyAsked(let whom, let deadline): (contact, reply) = (whom, .asked(deadline))
    case .replyAnswered: reply = .answered
    case .replySilent: reply = .silent
    case .waived: isWaived = true
    case .submitted: (submitter, opinions) = (actor, [])
    case .opinionCast(let verdict):
      opinions.append((actor, verdict.rating))
      if verdict.rating != rating { state = "researching" }
    case .approved: approved = (rating, Set(citations.keys))
    case .returned: (approved, opinions) = (nil, [])
    case .corrected:
      former = (rating, submitter)
      (revision, owner, approved, opinions) = (revision + 1, actor, nil, [])
    default: break
    }
  }

  /// An edit voids the approval and leads back to where it is given.
  private mutating func edited() {
    guard let was = approved, was.rating != rating || was.citations != Set(citations.keys) else {
      return
    }
    approved = nil
    voided += 1
    if state == "approved" { state = "in-review" }
  }
}

extension ReviewedClaim {
  /// The same line that ``DeskModel/line`` has.
  var modelLine: String {
    var model = DeskModel(state: state, owner: owner, rating: verdict?.value.rating)
    for cited in evidence { model.citations[cited.event.hex] = .some(nil) }
    model.isWaived = waiver != nil
    switch reply {
    case .notNeeded: model.reply = .none
    case .asked(_, let deadline): model.reply = .asked(deadline)
    case .answered: model.reply = .answered
    case .silent: model.reply = .silent
    }
    model.submitter = submitter
    model.opinions = opinions.map { ($0.actor, $0.value.rating) }
    model.approved = approval.map { _ in (nil, []) }
    model.voided = voidedApprovals
    model.revision = revision
    return model.line
  }
}
