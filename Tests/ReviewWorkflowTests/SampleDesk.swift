import ClaimModel

@testable import ReviewWorkflow

/// A desk with the default rules, and a claim to try them on.
struct SampleDesk {
  var desk: ReviewDesk
  var clock = Timestamp(secondsSince1970: 1_773_000_000)

  init(
    changing old: String = "",
    to new: String = ""
  ) throws {
    let yaml =
      old.isEmpty ? DefaultSettings.workflow : DefaultSettings.workflow.replacing(old, with: new)
    desk = ReviewDesk(
      workflow: try Workflow(yaml: yaml),
      scale: try RatingScale(yaml: DefaultSettings.scale)
    )
  }

  static let claim = Claim(
    id: ClaimID(rawValue: "00112233445566aa"),
    document: DocumentID(rawValue: "ffeeddccbbaa9988"),
    kind: .direct,
    quote: ["Jembatan itu selesai pada bulan Mei."],
    content: [TextSpan(10, 46)],
    speaker: "Raka Sumarta",
    flags: [.vagueSource],
    checkworthiness: 0.75
  )

  func captured() throws -> ReviewedClaim {
    try ReviewedClaim(history: [desk.capture(Self.claim, by: "Sari", at: clock)])
  }

  /// Lets somebody do something and gives the claim as it is then.
  mutating func act(
    _ content: EventContent,
    on claim: ReviewedClaim,
    by actor: String
  ) throws -> ReviewedClaim {
    clock = Timestamp(secondsSince1970: clock.secondsSince1970 + 60)
    let event = try desk.judge(content, on: claim, by: actor, at: clock)
    return try ReviewedClaim(history: claim.history + [event])
  }

  /// Plays steps one after the other.
  mutating func play(
    _ steps: [(String, EventContent)],
    on claim: ReviewedClaim
  ) throws -> ReviewedClaim {
    var claim = claim
    for (actor, content) in steps { claim = try act(content, on: claim, by: actor) }
    return claim
  }

  static func cited(
    _ name: String,
    group: String,
    by author: String = "Kantor Statistik"
  ) -> EventContent {
    .cited(
      Evidence(
        source: SourceID(rawValue: name),
        stance: .refutes,
        excerpt: "selesai pada bulan Juli"
      ),
      source: Source(
        id: SourceID(rawValue: name),
        type: "report",
        title: "Laporan \(name)",
        authors: [.literal(author)],
        independenceGroup: group
      )
    )
  }

  /// A look at a source so many days after the first of January 1970.
  static func check(
    _ seen: LinkCheck.Observation,
    day: Int64,
    distance: Double? = 0.125
  ) -> LinkCheck {
    LinkCheck(
      url: "https://dinas.example/laporan",
      date: Timestamp(secondsSince1970: day * 86_400),
      observation: seen,
      status: 200,
      distance: distance,
      anchor: .exact
    )
  }

  static func verdict(_ rating: String) -> Verdict {
    Verdict(
      scale: "default",
      rating: rating,
      explanation: "Jembatan itu selesai pada bulan Juli. Berita acaranya ada."
    )
  }

  /// What leads from capture to a submitted verdict.
  static let toReview: [(String, EventContent)] = [
    ("Sari", .triaged(priority: .high, reason: "banyak dikutip")),
    ("Sari", .taken),
    ("Sari", cited("a", group: "statistik")),
    ("Sari", cited("b", group: "dinas")),
    ("Sari", .concluded(verdict("false"))),
    ("Sari", .submitted),
  ]
}

/// What a refusal says is missing; empty where the event may happen.
func missing(
  _ content: EventContent,
  on claim: ReviewedClaim,
  by actor: String,
  at sample: SampleDesk
)
  -> [Missing]
{
  sample.desk.missing(for: content, on: claim, by: actor, at: sample.clock)
}
