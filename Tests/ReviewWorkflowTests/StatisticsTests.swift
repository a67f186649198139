import ClaimModel
import Testing

@testable import ReviewWorkflow

@Suite("Agreement between two reviewers")
struct AgreementTests {
  /// Pairs from a table: rows are first verdicts, columns second opinions.
  static func pairs(_ table: [[Int]]) -> [(first: String, second: String)] {
    table.enumerated().flatMap { row, counts in
      counts.enumerated().flatMap { column, count in
        Array(repeating: (first: "r\(row)", second: "r\(column)"), count: count)
      }
    }
  }

  /// Two by two, worked by hand.
  /// 1. 50 pairs, 20 + 15 agree: 0.7. Rows 25, 25; columns 30, 20: chance (25·30 + 25·20) / 2500 = 0.5; 0.2 / 0.5 = 0.4.
  /// 2. 100 pairs, 60 agree. Rows 60, 40; columns 70, 30: chance 0.42 + 0.12 = 0.54; 0.06 / 0.46 = 3/23.
  /// 3. 100 pairs, 60 agree. Rows 60, 40; columns 30, 70: chance 0.18 + 0.28 = 0.46; 0.14 / 0.54 = 7/27.
  /// 4. Three by three, 10 pairs, 7 agree. Rows 4, 3, 3; columns 4, 4, 2: chance 0.16 + 0.12 + 0.06 = 0.34; 0.36 / 0.66.
  /// 5. Nobody agrees and chance would not either: rows 3, 0; columns 0, 3: 0 / 1.
  /// 6. Nobody agrees where chance would half the time: rows 2, 2; columns 2, 2: -0.5 / 0.5.
  static let worked: [(table: [[Int]], raw: Double, kappa: Double)] = [
    ([[20, 5], [10, 15]], 0.7, 0.4),
    ([[45, 15], [25, 15]], 0.6, 3.0 / 23),
    ([[25, 35], [5, 35]], 0.6, 7.0 / 27),
    ([[3, 1, 0], [1, 2, 0], [0, 1, 2]], 0.7, 0.36 / 0.66),
    ([[0, 3], [0, 0]], 0, 0),
    ([[0, 2], [2, 0]], 0, -1),
  ]

  @Test("is what a calculation by hand gives", arguments: worked.indices)
  func byHand(index: Int) throws {
    let sample = Self.worked[index]
    let agreement = try #require(Agreement(scale: "s", pairs: Self.pairs(sample.table)))
    #expect(agreement.count == sample.table.joined().reduce(0, +))
    #expect(abs(agreement.raw - sample.raw) < 1e-12)
    #expect(abs(try #require(agreement.kappa) - sample.kappa) < 1e-12)
  }

  @Test("has no kappa where chance alone would agree wholly")
  func undefined() throws {
    let agreement = try #require(Agreement(scale: "s", pairs: Self.pairs([[7]])))
    #expect(agreement.raw == 1)
    #expect(agreement.kappa == nil)
    #expect(Agreement(scale: "s", pairs: []) == nil)
  }
}

@Suite("A desk's numbers")
struct StatisticsTests {
  static let hour: Int64 = 3_600
  /// Monday 9 March 2026, 08:00 UTC.
  static let monday = Timestamp(secondsSince1970: 1_773_043_200)

  /// A claim with its own name, played with the hours after the beginning at which each step happened.
  static func claim(
    _ name: String,
    _ steps: [(hours: Int64, actor: String, content: EventContent)],
    blind: Bool = false
  ) throws -> ReviewedClaim {
    let desk = try SampleDesk(
      changing: blind ? "blind-second-opinion: no" : "",
      to: "blind-second-opinion: yes"
    ).desk
    var claim = SampleDesk.claim
    claim.id = ClaimID(rawValue: name)
    var reviewed = try ReviewedClaim(history: [desk.capture(claim, by: "Sari", at: monday)])
    for step in steps {
      let time = Timestamp(secondsSince1970: monday.secondsSince1970 + step.hours * hour)
      let content: EventContent
      switch step.content {
      case .approved: content = .approved(subject: reviewed.subject)
      case .undone: content = .undone(event: try #require(reviewed.history.last).id)
      default: content = step.content
      }
      let event = try desk.judge(content, on: reviewed, by: step.actor, at: time)
      reviewed = try ReviewedClaim(history: reviewed.history + [event])
    }
    return reviewed
  }

  static let toReview: [(hours: Int64, actor: String, content: EventContent)] = [
    (1, "Sari", .triaged(priority: .normal, reason: "ramai")), (3, "Sari", .taken),
    (4, "Sari", SampleDesk.cited("a", group: "statistik")),
    (4, "Sari", SampleDesk.cited("b", group: "dinas")),
    (5, "Sari", .concluded(SampleDesk.verdict("false"))), (7, "Sari", .submitted),
  ]
  /// The subject is filled in when it is played.
  static let approved = EventContent.approved(subject: Event.hash(of: ""))
  static let undone = EventContent.undone(event: Event.hash(of: ""))

  static func sample() throws -> [ReviewedClaim] {
    [
      // Published in the first week, corrected in the second, open since hour 200.
      try claim(
        "aa",
        toReview + [
          (9, "Bagas", approved), (10, "Bagas", .published),
          (200, "Bagas", .corrected(.rating, reason: "angka baru")),
        ]
      ),
      // Approved, voided by a new source, approved again, published.
      try claim(
        "bb",
        toReview + [
          (8, "Bagas", approved), (11, "Sari", SampleDesk.cited("c", group: "lain")),
          (13, "Bagas", approved), (14, "Bagas", .published),
        ]
      ),
      // Two opinions on two submissions: one differs, one agrees.
      try claim(
        "cc",
        toReview + [
          (8, "Bagas", .opinionCast(SampleDesk.verdict("misleading"))),
          (9, "Sari", .concluded(SampleDesk.verdict("misleading"))), (10, "Sari", .submitted),
          (11, "Bagas", .opinionCast(SampleDesk.verdict("misleading"))),
          (12, "Bagas", approved), (13, "Bagas", .published),
        ],
        blind: true
      ),
      // Dropped, but that was taken back; open since hour 0.
      try claim("dd", [(1, "Sari", .dropped(reason: "salah baca")), (2, "Sari", undone)]),
      // Dropped for good.
      try claim("ee", [(170, "Sari", .dropped(reason: "pendapat"))]),
    ]
  }

  static func statistics() throws -> DeskStatistics {
    DeskStatistics(
      of: try sample(),
      workflow: try Workflow(yaml: DefaultSettings.workflow),
      at: Timestamp(secondsSince1970: monday.secondsSince1970 + 210 * hour)
    )
  }

  @Test("count what was done, week by week")
  func weeks() throws {
    let statistics = try Self.statistics()
    #expect(statistics.claims == 5)
    #expect(
      statistics.weeks == [
        DeskStatistics.Week(
          monday: try #require(CalendarDate(iso8601: "2026-03-09")),
          captured: 5,
          submitted: 4,
          published: 3
        ),
        // Hour 170 is on the Monday after.
        DeskStatistics.Week(
          monday: try #require(CalendarDate(iso8601: "2026-03-16")),
          setAside: 1
        ),
      ]
    )
  }

  @Test("say how long open claims have waited, since they were opened again")
  func open() throws {
    // aa: 210 - 200 = 10 hours; dd: 210 hours; the median of two is their mean.
    let open = try Self.statistics().open
    #expect(open.count == 2)
    #expect(open.medianAge == 110 * 3_600)
    #expect(open.oldest == ClaimID(rawValue: "dd"))
    #expect(open.oldestAge == 210 * 3_600)
  }

  @Test("say how long claims stayed in each state")
  func states() throws {
    let states = try Self.statistics().states
    let hours = states.map { [$0.stays, $0.median / 3_600, $0.longest / 3_600] }
    #expect(
      states.map(\.state)
        == ["captured", "queued", "researching", "in-review", "approved", "published", "dropped"]
    )
    // captured: 1, 1, 1, 1, 170; queued: 2, 2, 2; researching: 4, 4, 4 and 2 (cc, hours 8 to 10);
    // in review: aa 2, bb 1 and 2, cc 1 and 2; approved: aa 1, bb 3 and 1, cc 1; published: aa 190; dropped: dd 1.
    #expect(
      hours == [
        [5, 1, 170], [3, 2, 2], [4, 4, 4], [5, 2, 2], [4, 1, 3], [1, 190, 190], [1, 1, 1],
      ]
    )
  }

  @Test("compare first verdicts and second opinions")
  func agreements() throws {
    // (false, misleading) and (misleading, misleading): half agrees; chance is (1·0 + 1·2) / 4, so kappa is 0.
    let agreement = try #require(try Self.statistics().agreements.first)
    #expect(agreement.scale == "default")
    #expect(agreement.count == 2)
    #expect(agreement.same == 1)
    #expect(agreement.raw == 0.5)
    #expect(agreement.kappa == 0)
  }

  @Test("count approvals, those that were voided, corrections and ratings")
  func counts() throws {
    let statistics = try Self.statistics()
    #expect(statistics.approvals == 4)
    #expect(statistics.voidedApprovals == 1)
    #expect(statistics.corrections.map(\.count) == [0, 0, 1, 0])
    #expect(
      statistics.ratings == [
        DeskStatistics.RatingCount(scale: "default", rating: "false", count: 1),
        DeskStatistics.RatingCount(scale: "default", rating: "misleading", count: 1),
      ]
    )
  }

  @Test("of no claims are empty, and a clock set back is no time at all")
  func edges() throws {
    let workflow = try Workflow(yaml: DefaultSettings.workflow)
    let none = DeskStatistics(of: [ReviewedClaim](), workflow: workflow, at: Self.monday)
    #expect(none.claims == 0)
    #expect(
      none.open == DeskStatistics.OpenClaims(count: 0, medianAge: nil, oldest: nil, oldestAge: nil)
    )
    #expect(none.agreements.isEmpty && none.weeks.isEmpty && none.states.isEmpty)
    let back = try Self.claim(
      "ff",
      [(-5, "Sari", .triaged(priority: .low, reason: "")), (-9, "Sari", .taken)]
    )
    let early = Timestamp(secondsSince1970: Self.monday.secondsSince1970 - 60)
    let statistics = DeskStatistics(of: [back], workflow: workflow, at: early)
    #expect(statistics.open.oldestAge == 0)
    #expect(statistics.states.map(\.longest) == [0, 0])
  }
}
