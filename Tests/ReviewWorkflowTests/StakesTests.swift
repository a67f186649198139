import ClaimModel
import Testing

@testable import ReviewWorkflow

@Suite("What is at stake")
struct StakesTests {
  @Test("gives the priority, harm and reach counting the same")
  func priority() {
    #expect(Stakes().priority == .normal)
    #expect(Stakes(harm: .high).priority == .high)
    #expect(Stakes(reach: .high).priority == .high)
    #expect(Stakes(harm: .high, reach: .low).priority == .normal)
    #expect(Stakes(harm: .low).priority == .low)
    #expect(Stakes(harm: .low, reach: .high).priority == .normal)
  }

  @Test("is kept in the event, and leaves events without it as they were")
  func ledger() throws {
    let plain = EventContent.triaged(priority: .low, reason: "r")
    #expect(plain.body.canonical == #"{"priority":"low","reason":"r"}"#)
    let day = try #require(CalendarDate(iso8601: "2026-03-10"))
    let whole = EventContent.triaged(
      priority: .high,
      reason: "r",
      stakes: Stakes(harm: .high, reach: .low, due: day)
    )
    #expect(try EventContent(type: "triaged", body: whole.body) == whole)
    #expect(throws: LedgerFault.self) {
      try EventContent(
        type: "triaged",
        body: .object(["priority": .string("low"), "reason": .string(""), "harm": .string("huge")])
      )
    }
  }
}
