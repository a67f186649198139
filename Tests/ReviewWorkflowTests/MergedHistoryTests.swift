import ClaimModel
import Testing

@testable import ReviewWorkflow

@Suite("Histories that were written apart")
struct MergedHistoryTests {
  var sample: SampleDesk

  init() throws { sample = try SampleDesk() }

  /// One claim whose two copies went on apart, first the one, then the other.
  mutating func merged(
    after base: [(String, EventContent)],
    _ one: [(String, EventContent)],
    _ other: [(String, EventContent)]
  ) throws -> ReviewedClaim {
    let common = try sample.play(base, on: sample.captured())
    let first = try sample.play(one, on: common)
    let second = try sample.play(other, on: common)
    return try ReviewedClaim(
      history: first.history + second.history.dropFirst(common.history.count)
    )
  }

  @Test("keep the state that one copy reached while the other was only talked about")
  mutating func notesMoveNothing() throws {
    let claim = try merged(
      after: Array(SampleDesk.toReview.prefix(5)),
      [("Sari", .submitted)],
      [("Bagas", .noted(text: "sudah tanya balai kota"))]
    )
    #expect(claim.state == "in-review")
    #expect(claim.notes.count == 1)
  }

  @Test("give a settled verdict back to research: nobody has handed it in")
  mutating func settledVerdicts() throws {
    let settled = SampleDesk.verdict("misleading")
    let claim = try merged(
      after: Array(SampleDesk.toReview.prefix(4)),
      [("Sari", .concluded(SampleDesk.verdict("true")))],
      [("Sari", .concluded(SampleDesk.verdict("false"))), ("Sari", .submitted)]
    )
    #expect(claim.state == "in-review")
    #expect(claim.conflict.count == 2)
    let after = try sample.act(.concluded(settled), on: claim, by: "Bagas")
    #expect(after.conflict.isEmpty)
    #expect(after.verdict?.value == settled)
    #expect(after.state == "researching")
    #expect(!missing(.approved(subject: after.subject), on: after, by: "Bagas", at: sample).isEmpty)
  }

  @Test("let only those settle who may conclude")
  mutating func settlersHaveRoles() throws {
    let yaml = DefaultSettings.workflow
      .replacing("people: {}", with: "people: {Sari: [checker], Bagas: [editor]}")
      .replacing("{event: concluded,", with: "{event: concluded, roles: checker,")
    sample.desk = ReviewDesk(workflow: try Workflow(yaml: yaml), scale: sample.desk.scale)
    let claim = try merged(
      after: Array(SampleDesk.toReview.prefix(4)),
      [("Sari", .concluded(SampleDesk.verdict("true")))],
      [("Sari", .concluded(SampleDesk.verdict("false"))), ("Sari", .submitted)]
    )
    let verdict = EventContent.concluded(SampleDesk.verdict("misleading"))
    #expect(missing(verdict, on: claim, by: "Bagas", at: sample) == [.role(["checker"])])
    #expect(missing(verdict, on: claim, by: "Sari", at: sample).isEmpty)
  }

  @Test("take a joining step back to the state they had together")
  mutating func undoAfterMerge() throws {
    let claim = try merged(
      after: Array(SampleDesk.toReview.prefix(5)),
      [("Sari", .submitted)],
      [("Bagas", .noted(text: "tunggu berita acara"))]
    )
    let returned = try sample.act(.returned(comment: "sumber kedua?"), on: claim, by: "Bagas")
    #expect(returned.state == "researching")
    let last = try #require(returned.history.last).id
    let back = try sample.act(.undone(event: last), on: returned, by: "Bagas")
    #expect(back.state == "in-review")
  }
}
