import ClaimModel
import Foundation
import ReviewWorkflow
import TestSupport
import Testing

@testable import AuditReport

@Suite("An audit file alone")
struct AuditFileTests {
  private let audit: Audit
  private let page: [UInt8]

  init() throws {
    audit = try SampleAudit.withEvents()
    page = AuditPage.render(audit)
  }

  @Test("verifies as it was written")
  func asWritten() {
    let file = AuditFile(page)
    #expect(file.problems == [])
    #expect(file.checks.allSatisfy { $0.outcome == .passed })
    #expect(file.events == audit.events.map { Event.hash(of: $0) })
    let bare = AuditFile(AuditPage.render(SampleAudit.make()))
    #expect(bare.problems == [])
    #expect(
      bare.checks.filter { $0.outcome == .notChecked }.map(\.check) == [.text, .events, .told]
    )
  }

  @Test("carries proofs that its events are in the ledger")
  func proofs() throws {
    let file = AuditFile(page)
    let proofs = try #require(file.proofs)
    #expect(proofs == audit.proofs)
    let key = try SigningKey(name: "periksa.example/melati", seed: Array(1...32))
    let checkpoint = try Checkpoint(signed: proofs.checkpoint, by: [key.verifier])
    #expect(Set(proofs.proofs.map(\.event)) == Set(file.latestEvents))
    for proof in proofs.proofs {
      let way = InclusionProof(index: proof.index, size: checkpoint.size, path: proof.path)
      #expect(way.proves(proof.event, in: checkpoint.root))
    }
  }

  @Test("shows one changed byte, wherever it is")
  func everyByte() {
    // Whatever byte: the last line tells. What a reader reads, and the events: the seal tells, too.
    let told = PageParts(page)?.sealed ?? []
    var isInTag = false
    let isText = page.map { byte in
      if byte == UInt8(ascii: "<") { isInTag = true }
      defer { if byte == UInt8(ascii: ">") { isInTag = false } }
      return !isInTag && byte > 0x20
    }
    let words = told.flatMap { part in part.indices.filter { isText[$0] } }
    var random = SeededNumbers(seed: 7)
    for _ in 0..<150 {
      var changed = page
      changed[random.below(page.count - 1)] ^= 1
      #expect(!AuditFile(changed).problems.isEmpty)
    }
    for _ in 0..<150 {
      var changed = page
      let place = words[random.below(words.count)]
      changed[place] ^= 1
      #expect(
        AuditFile(changed).problems.contains(.changedWords),
        "byte \(place): \(String(decoding: page[max(0, place - 40)..<place], as: UTF8.self))"
      )
    }
  }

  @Test(
    "does not stop at a sign that no value has, nor at a time beyond all clocks",
    arguments: ["[12!]", "[1,\"a\"!]", "[!]", "[1 2!", "[{\"a\":1?}]", "[true\u{1}]"]
  )
  func signs(json: String) {
    #expect(RawJSON(Array(json.utf8)[...]).elements(at: 0) == nil)
    let far =
      #"{"shapes":["x"],"shared":[],"claims":[[[0,99999999999999999],[0,-99999999999999999]]]}"#
    #expect(CarriedEvents(script: Array(far.utf8)[...], dossiers: []).texts == ["", ""])
  }

  @Test("does not unpack a short file to more than a page could hold")
  func bomb() {
    let shape = "{\"text\":\"\(String(repeating: "a", count: 100_000))\"}"
    let rows = [String](repeating: "[0,0]", count: 2_000).joined(separator: ",")
    let script = "{\"shapes\":[\(shape)],\"shared\":[],\"claims\":[[\(rows)]]}"
    let texts = CarriedEvents(script: Array(script.utf8)[...], dossiers: []).texts
    #expect(texts.count == 2_000 && texts.first == shape && texts.last == "")
    #expect(texts.reduce(0) { $0 + $1.utf8.count } <= 1 << 26)
  }

  @Test("shows a changed colour of a verdict and a changed address of a source")
  func attributes() throws {
    for (words, others) in [
      ("class=\"claim f v0 s0 t1\"", "class=\"claim f v0 s0 t5\""),
      ("kota.randualas.example/kontrak/7.pdf\" rel", "kota.randualas.example/kontrak/8.pdf\" rel"),
    ] {
      let place = try #require(page.place(of: Array(words.utf8)))
      var changed = page
      changed.replaceSubrange(place..<(place + words.utf8.count), with: Array(others.utf8))
      #expect(AuditFile(changed).problems.contains(.changedWords))
    }
  }

  @Test("shows a forged verdict whose hashes were all computed again")
  func forged() {
    var forgery = audit
    forgery.claims[4].verdict?.explanation = "Rambu membatasi 20 ton."
    #expect(
      AuditFile(AuditPage.render(forgery)).problems == [
        .unsupported(words: "Rambu membatasi 20 ton."),
        .unsupportedRating(claim: "00000000000000a5"),
      ]
    )
    forgery = audit
    forgery.claims[4].verdict?.rating = "true"
    #expect(
      AuditFile(AuditPage.render(forgery)).problems
        == [.unsupportedRating(claim: "00000000000000a5")]
    )
    forgery = audit
    // Another claim's words are not this claim's.
    forgery.claims[0].claim.quote = forgery.claims[1].claim.quote
    #expect(
      AuditFile(AuditPage.render(forgery)).problems
        == [.unsupported(words: forgery.claims[1].claim.quoteText)]
    )
    forgery = audit
    forgery.document.text = forgery.document.text.replacing("Jembatan", with: "Terowongan")
    #expect(
      AuditFile(AuditPage.render(forgery)).problems.contains {
        if case .otherArticle = $0 { true } else { false }
      }
    )
    forgery = audit
    forgery.claims[0].events.remove(at: 3)
    let missing = AuditFile(AuditPage.render(forgery)).problems
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

  @Test("carries events so that each comes back byte for byte", arguments: HostileTextTests.texts)
  func events(text: String) throws {
    var audit = HostileAudit.make(text)
    for index in audit.claims.indices {
      audit.claims[index].claim.quote = [text, "k\(text)"]
      audit.claims[index].events = try Self.events(of: audit.claims[index])
    }
    let parts = try #require(PageParts(AuditPage.render(audit)))
    #expect(parts.events.texts == audit.events)
    #expect(parts.events.names == audit.events.map(Seal.name))
  }

  /// Events of every build: as the ledger writes them, with two parents, and such as it never writes.
  private static func events(of claim: AuditedClaim) throws -> [String] {
    let verdict = try #require(claim.verdict)
    let contents: [ReviewWorkflow.EventContent] = [
      .captured(claim.claim), .noted(text: "\u{8}\u{1F}\"\\/"), .noted(text: claim.claim.quote[0]),
      .cited(claim.evidence[0].evidence, source: claim.evidence[0].source), .concluded(verdict),
      .submitted, .published,
    ]
    var events: [Event] = []
    for (step, content) in contents.enumerated() {
      let parents: [Event]
      switch step {
      case 5: parents = Array(events.suffix(2))
      case 6: parents = Array(events.prefix(1))
      default: parents = Array(events.suffix(1))
      }
      events.append(
        Event(
          claim: claim.claim.id,
          parents: parents.map(\.id),
          content: content,
          actor: claim.notes[0].actor,
          time: SampleArticle.hour(9 - step),
          state: "s",
          workflow: claim.status.name
        )
      )
    }
    let strange = [
      "", "[]", "{\"a\":null,\"time\":\"2026-03-09T02:00:00Z\"}",
      "{\"time\":\"2026-03-09T02:00:60Z\"}",
      "{\"body\":{\"x\":null,\"y\":[{\"n\":1.5},true]},\"time\":\"0000-01-01T00:00:00Z\"}",
      "{\"body\":[],\"time\":\"2026-03-09T02:00:00Z\"}",
      "{\"body\":{},\"time\":\"0001-01-01T00:00:00Z\"}",
      "{\"claim\":0,\"parents\":0,\"time\":\"2026-03-09T02:00:00Z\"}",
    ]
    return events.map(\.canonical) + strange
  }

  @Test("carries each word of a claim once, and what claims share once for all of them")
  func packing() throws {
    let text = String(decoding: page, as: UTF8.self)
    let explanation = try #require(audit.claims[4].verdict?.explanation)
    let script = text.between("id=\"events\">", "</script>")
    #expect(!script.contains(explanation))
    #expect(script.utf8.count * 2 < audit.events.joined().utf8.count)
    #expect(script.components(separatedBy: audit.claims[4].claim.id.rawValue).count == 1)
  }
}

/// Numbers that look random, the same for the same seed.
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
