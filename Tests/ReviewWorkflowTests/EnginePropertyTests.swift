import ClaimModel
import Testing

@testable import ReviewWorkflow

/// Random numbers that are the same in every run (SplitMix64, Steele, Lea and Flood 2014).
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &self)]
  }
}

/// Makes commands as people give them: mostly what the state allows, sometimes anything.
struct CommandSource {
  var random: SeededRandom
  static let people = ["Sari", "Bagas", "Wulan"]
  static let day = CalendarDate(daysSince1970: 20_521)

  /// Whoever works on the claim, mostly; else anybody.
  mutating func actor(for model: DeskModel) -> String {
    if let owner = model.owner, model.state == "researching", random.chance(60) { return owner }
    return random.pick(Self.people)
  }

  mutating func command(for model: DeskModel, claim: ReviewedClaim) -> EventContent {
    let allowed = (DeskModel.table[model.state] ?? [:]).keys.sorted()
    // Steps that lead onwards come oftener, or hardly any claim would be published.
    let onwards = [
      "taken", "cited", "concluded", "submitted", "opinion-cast", "approved", "published",
      "corrected", "voided",
    ].filter(allowed.contains)
    let event: String
    if !onwards.isEmpty, random.chance(65) {
      event = random.pick(onwards)
    } else {
      event = random.chance(80) ? random.pick(allowed) : random.pick(EventContent.types)
    }
    return content(event, claim)
  }

  private mutating func content(_ event: String, _ claim: ReviewedClaim) -> EventContent {
    let words = random.chance(90) ? "sebab" : ""
    switch event {
    case "captured": return .captured(SampleDesk.claim)
    case "reanchored":
      var moved = SampleDesk.claim
      moved.content = [TextSpan(5, 41)]
      return .reanchored(moved)
    case "orphaned": return .orphaned(document: SampleDesk.claim.document)
    case "triaged": return .triaged(priority: random.pick(Priority.allCases), reason: words)
    case "dropped": return .dropped(reason: words)
    case "merged":
      let other = random.chance(50) ? SampleDesk.claim.id : ClaimID(rawValue: "lain")
      return .merged(into: other, reason: words)
    case "released": return .released(reason: words)
    case "undone":
      let isLatest = random.chance(80)
      return .undone(event: (isLatest ? claim.history.last : claim.history.first)?.id ?? none)
    case "noted": return .noted(text: words)
    case "cited":
      let group = random.pick(["statistik", "dinas", "arsip"])
      return SampleDesk.cited(group, group: group, by: random.chance(15) ? "Raka Sumarta" : "Dinas")
    case "uncited":
      let cited = claim.evidence.map(\.event) + (random.chance(30) ? [none] : [])
      return .uncited(evidence: cited.isEmpty ? none : random.pick(cited), reason: words)
    case "concluded": return .concluded(verdict())
    case "reply-asked":
      let deadline = CalendarDate(
        daysSince1970: Self.day.daysSince1970 + Int.random(in: -1...1, using: &random)
      )
      return .replyAsked(contact: words, deadline: deadline)
    case "reply-answered": return .replyAnswered(text: words)
    case "reply-silent": return .replySilent
    case "waived": return .waived(reason: words)
    case "submitted": return .submitted
    case "opinion-cast": return .opinionCast(verdict())
    case "approved": return .approved(subject: random.chance(90) ? claim.subject : none)
    case "returned": return .returned(comment: words)
    case "published": return .published
    case "corrected": return .corrected(random.pick(CorrectionClass.allCases), reason: words)
    case "voided": return .voided(reason: words)
    case "reopened": return .reopened(reason: words)
    case "source-checked":
      let seen = random.pick(LinkCheck.Observation.allCases)
      return .sourceChecked(SourceID(rawValue: "dinas"), SampleDesk.check(seen, day: 1))
    default: return .taken
    }
  }

  private var none: ContentHash { Event.hash(of: "no event") }

  private mutating func verdict() -> Verdict {
    Verdict(
      scale: "default",
      rating: random.pick(["false", "false", "false", "misleading", "ungood"]),
      explanation: random.chance(95) ? "Ada berita acaranya." : ""
    )
  }
}

@Suite("The engine against a table")
struct EnginePropertyTests {
  static let rules = [
    DeskModel.Rules(), DeskModel.Rules(sources: 1, blind: true),
    DeskModel.Rules(solo: true, roles: true), DeskModel.Rules(sources: 0, blind: true, solo: true),
  ]

  static func desk(_ rules: DeskModel.Rules) throws -> ReviewDesk {
    var yaml = DefaultSettings.workflow
      .replacing("independent-sources: 2 ", with: "independent-sources: \(rules.sources) ")
      .replacing("second-opinion: no", with: "second-opinion: \(rules.blind ? "yes" : "no")")
      .replacing("solo: no", with: "solo: \(rules.solo ? "yes" : "no")")
    if rules.roles {
      yaml = yaml.replacing(
        "people: {}",
        with: "people: {Sari: [checker], Bagas: [editor, checker], Wulan: [editor]}"
      )
      .replacing("{event: approved,", with: "{event: approved, roles: editor,")
      .replacing("{event: published,", with: "{event: published, roles: editor,")
    }
    return ReviewDesk(
      workflow: try Workflow(yaml: yaml),
      scale: try RatingScale(yaml: DefaultSettings.scale)
    )
  }

  /// Where histories begin: captured, handed in, published.
  static func openings(
    _ desk: ReviewDesk,
    at time: Timestamp
  ) throws -> [(claim: ReviewedClaim, model: DeskModel, former: [DeskModel])] {
    let captured = desk.capture(SampleDesk.claim, by: "Sari", at: time)
    var claim = try ReviewedClaim(history: [captured])
    var model = DeskModel()
    var former: [DeskModel] = []
    var openings = [(claim: claim, model: model, former: former)]
    let agreeing = ("Bagas", EventContent.opinionCast(SampleDesk.verdict("false")))
    for (actor, content) in SampleDesk.toReview + [agreeing, ("Bagas", .published)] {
      if case .published = content { openings.append((claim, model, former)) }
      let steps =
        content == .published ? [.approved(subject: claim.subject), content] : [content]
      for step in steps {
        let event = try desk.judge(step, on: claim, by: actor, at: time)
        former.append(model)
        model.apply(step, by: actor, id: event.id)
        claim = try ReviewedClaim(history: claim.history + [event])
      }
    }
    return openings + [(claim, model, former)]
  }

  @Test(
    "agrees on state, refusals and versions over 2,500 random histories for each set of rules",
    arguments: rules.indices
  )
  func agrees(index: Int) throws {
    let rules = Self.rules[index]
    let desk = try Self.desk(rules)
    let time = Timestamp(secondsSince1970: Int64(CommandSource.day.daysSince1970) * 86_400)
    let openings = try Self.openings(desk, at: time)
    var source = CommandSource(random: SeededRandom(state: UInt64(index)))
    var accepted: Set<String> = []
    var refused: Set<String> = []
    for sequence in 0..<2_500 {
      var (claim, model, former) = openings[sequence % openings.count]
      for step in 0..<8 {
        let actor = source.actor(for: model)
        let content = source.command(for: model, claim: claim)
        // Only an approval names it, and to work it out takes a while.
        let subject = content.type == "approved" ? claim.subject : claim.heads[0]
        let latest = former.isEmpty ? nil : claim.history.last.map { ($0.actor, $0.id) }
        let expected = model.missing(
          content,
          by: actor,
          on: CommandSource.day,
          rules: rules,
          latest: latest,
          subject: subject
        )
        let found = desk.missing(for: content, on: claim, by: actor, at: time)
        var place: Comment { "sequence \(sequence), step \(step): \(content) on \(model.line)" }
        guard Set(found) == expected, found.count == expected.count else {
          Issue.record("\(place): the engine says \(found), the table \(expected)")
          return
        }
        guard expected.isEmpty else {
          refused.formUnion(expected.map { "\($0)".prefix { $0 != "(" }.description })
          continue
        }
        accepted.insert(content.type)
        let event = try desk.judge(content, on: claim, by: actor, at: time)
        let before = model
        if case .undone = content, let last = former.last {
          model = last
        } else {
          model.apply(content, by: actor, id: event.id)
        }
        former.append(before)
        claim = try ReviewedClaim(history: claim.history + [event])
        guard claim.modelLine == model.line, claim.heads == [event.id],
          event.parents == [claim.history[claim.history.count - 2].id],
          event.workflow == desk.workflow.version, event.state == model.state
        else {
          Issue.record("\(place): the engine has\n\(claim.modelLine)\nthe table\n\(model.line)")
          return
        }
      }
    }
    // A property that was never put to the test proves nothing.
    #expect(accepted == Set(EventContent.types).subtracting(["captured"]))
    #expect(
      refused.isSuperset(of: ["state", "words", "owner", "latestStep", "citation", "rating"])
    )
    #expect(refused.contains("role") == rules.roles)
    #expect(refused.contains("secondOpinion") == rules.blind)
    #expect(refused.contains("differentPerson") == !rules.solo)
    #expect(refused.contains("independentSources") == (rules.sources > 0))
    #expect(refused.contains("newReviewer") == !rules.solo)
  }
}
