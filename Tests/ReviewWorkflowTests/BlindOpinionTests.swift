import ClaimModel
import Testing

@testable import ReviewWorkflow

@Suite("A blind second opinion")
struct BlindOpinionTests {
  private static let time = Timestamp(secondsSince1970: 1_773_000_000)

  private func desk(blind: Bool = true) throws -> ReviewDesk {
    let yaml = DefaultSettings.workflow.replacing(
      "blind-second-opinion: no",
      with: "blind-second-opinion: \(blind ? "yes" : "no")"
    )
    return ReviewDesk(
      workflow: try Workflow(yaml: yaml),
      scale: try RatingScale(yaml: DefaultSettings.scale)
    )
  }

  private func verdict(_ rating: String) -> Verdict {
    Verdict(scale: "default", rating: rating, explanation: "Dihitung dua kali.")
  }

  /// A claim that lived through these steps.
  private func claim(_ desk: ReviewDesk, _ steps: [(String, EventContent)]) throws -> ReviewedClaim
  {
    let first = desk.capture(SampleDesk.claim, by: "Sari", at: Self.time)
    var claim = try ReviewedClaim(history: [first])
    for (actor, content) in steps {
      let event = try desk.judge(content, on: claim, by: actor, at: Self.time)
      claim = try ReviewedClaim(history: claim.history + [event])
    }
    return claim
  }

  private var upToSubmission: [(String, EventContent)] {
    [
      ("Sari", .triaged(priority: .high, reason: "")), ("Sari", .taken),
      ("Sari", .concluded(verdict("false"))), ("Sari", .waived(reason: "satu sumber")),
      ("Sari", .submitted),
    ]
  }

  @Test("hides a verdict from everybody but its author as soon as it is written")
  func hidden() throws {
    let desk = try desk()
    for count in 3...5 {
      let claim = try claim(desk, Array(upToSubmission.prefix(count)))
      #expect(!desk.hidesVerdict(of: claim, from: "Sari"))
      #expect(desk.hidesVerdict(of: claim, from: "Bagas"))
      #expect(claim.undecidedEvents == [claim.history[3].id])
    }
    let open = try claim(self.desk(blind: false), upToSubmission)
    #expect(try !self.desk(blind: false).hidesVerdict(of: open, from: "Bagas"))
  }

  @Test("shows it to all once an opinion agrees, and to its author where it does not")
  func cast() throws {
    let desk = try desk()
    let agreed = try claim(desk, upToSubmission + [("Bagas", .opinionCast(verdict("false")))])
    #expect(!desk.hidesVerdict(of: agreed, from: "Bagas"))
    #expect(!desk.hidesVerdict(of: agreed, from: "Wulan"))
    let differing = try claim(desk, upToSubmission + [("Bagas", .opinionCast(verdict("true")))])
    #expect(differing.state == "researching")
    #expect(!desk.hidesVerdict(of: differing, from: "Bagas"))
    #expect(desk.hidesVerdict(of: differing, from: "Wulan"))
    #expect(differing.undecidedEvents.count == 2)
    // A new verdict is a new secret, also for who has seen the old one.
    let again = try claim(
      desk,
      upToSubmission + [
        ("Bagas", .opinionCast(verdict("true"))), ("Sari", .concluded(verdict("misleading"))),
      ]
    )
    #expect(desk.hidesVerdict(of: again, from: "Bagas"))
  }

  @Test("keeps an approved verdict readable while its correction is written")
  func corrected() throws {
    let desk = try desk()
    let steps =
      upToSubmission + [("Bagas", .opinionCast(verdict("false")))]
    let submitted = try claim(desk, steps)
    let published =
      steps + [("Bagas", .approved(subject: submitted.subject)), ("Bagas", .published)]
    let open = try claim(desk, published + [("Sari", .corrected(.rating, reason: "data baru"))])
    #expect(!desk.hidesVerdict(of: open, from: "Wulan"))
    #expect(open.undecidedEvents.isEmpty)
    let rewritten = try claim(
      desk,
      published + [
        ("Sari", .corrected(.rating, reason: "data baru")), ("Sari", .concluded(verdict("true"))),
      ]
    )
    #expect(desk.hidesVerdict(of: rewritten, from: "Wulan"))
    #expect(rewritten.undecidedEvents.count == 1)
  }
}
