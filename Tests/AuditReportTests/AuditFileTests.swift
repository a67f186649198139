import ClaimModel
import Foundation
import TestSupport
import Testing

@testable import AuditReport

@Suite("An audit file alone")
struct AuditFileTests {
  private let page = AuditPage.render(SampleAudit.withEvents())

  @Test("verifies as it was written")
  func asWritten() {
    let file = AuditFile(page)
    #expect(file.problems == [])
    #expect(file.events.count == SampleAudit.withEvents().events.count)
    #expect(AuditFile(AuditPage.render(SampleAudit.make())).problems == [])
  }

  @Test(
    "shows one changed byte",
    arguments: [
      "Rambu di kedua ujung", "beban jembatan dibatasi 20 ton", "✕ Salah</p>",
      "\\\"rating\\\":\\\"false\\\"", "12.000 kendaraan melintas",
    ]
  )
  func changedByte(words: String) throws {
    let place = try #require(Data(page).range(of: Data(words.utf8), options: .backwards))
    var changed = page
    changed[place.lowerBound + 4] ^= 1
    let problems = AuditFile(changed).problems
    #expect(problems.contains(.changedBytes))
    #expect(problems.contains(.changedWords))
  }

  @Test("shows a forged verdict whose hashes were all computed again")
  func forged() {
    var audit = SampleAudit.withEvents()
    audit.claims[4].verdict?.explanation = "Rambu membatasi 20 ton."
    let forged = AuditFile(AuditPage.render(audit)).problems
    #expect(forged == [.unsupported(words: "Rambu membatasi 20 ton.")])
    audit = SampleAudit.withEvents()
    audit.events.remove(at: 3)
    let missing = AuditFile(AuditPage.render(audit)).problems
    #expect(missing.contains { if case .unknownEvent = $0 { true } else { false } })
    #expect(missing.contains { if case .unknownParent = $0 { true } else { false } })
  }

  @Test("of any other kind is refused", arguments: ["", "<html></html>", "{}", "\u{0}\u{1}"])
  func other(text: String) {
    #expect(AuditFile(Array(text.utf8)).problems == [.notAnAudit])
  }

  @Test("cut short or with lines added is found out")
  func cut() {
    #expect(AuditFile(Array(page.dropLast(200))).problems.contains(.changedBytes))
    #expect(AuditFile(page + Array("<p>more</p>\n".utf8)).problems.contains(.changedBytes))
  }

  @Test("takes no page apart wrongly, however hostile its text", arguments: HostileTextTests.texts)
  func hostile(text: String) {
    #expect(AuditFile(AuditPage.render(HostileAudit.make(text))).problems == [])
  }
}

extension SampleAudit {
  /// The sample with its events as canonical JSON, and the histories naming them.
  static func withEvents() -> Audit {
    var audit = make()
    for index in audit.claims.indices {
      let claim = audit.claims[index]
      var parent: ContentHash?
      for place in claim.history.indices {
        let event = canonical(claim, step: place, after: parent)
        let name = Seal.name(ofEvent: event)
        audit.events.append(event)
        audit.claims[index].history[place].id = name
        parent = name
      }
    }
    return audit
  }

  private static func canonical(
    _ claim: AuditedClaim,
    step: Int,
    after parent: ContentHash?
  ) -> String {
    let facts: JSON =
      step == 0
      ? .array((claim.claim.quote + claim.evidence.compactMap(\.evidence.excerpt)).map(JSON.string))
      : [
        "explanation": claim.verdict.map { .string($0.explanation) },
        "rating": claim.verdict.map { .string($0.rating) },
      ]
    let event: JSON = [
      "actor": .string(claim.history[step].actor),
      "body": facts,
      "claim": .string(claim.claim.id.rawValue),
      "parents": .array(parent.map { [.string($0.hex)] } ?? []),
      "step": .number(step),
    ]
    return String(decoding: event.scriptBytes, as: UTF8.self)
  }
}
