import ClaimModel
import Testing

@testable import ReviewWorkflow

@Suite("A glance at an event")
struct EventGlanceTests {
  /// A claim's way through the desk, and a claim with everything that one can have.
  private let events: [Event]

  init() throws {
    var sample = try SampleDesk()
    let claim = try sample.play(SampleDesk.toReview, on: sample.captured())
    let full = Claim(
      id: ClaimID(rawValue: "fedcba9876543210"),
      document: DocumentID(rawValue: "ffeeddccbbaa9988"),
      kind: .assertion,
      quote: ["Kata “dua” \"kutip\"\n", "", "naik\u{1}\t\\ 12\u{7F} persen 😀"],
      content: [TextSpan(0, 7), TextSpan(9, 9), TextSpan(10, 1_046)],
      cue: [TextSpan(0, 1)],
      mention: [TextSpan(3, 5), TextSpan(8, 8)],
      speaker: "Dewi \"Ade\" Lestari",
      role: "Kepala Dinas",
      flags: [.anonymousPassive, .unattributed],
      reasons: [.money, .date],
      checkworthiness: 1
    )
    let stakes = Stakes(harm: .high, reach: .low, due: CalendarDate(daysSince1970: 20_000))
    let hash = Event.hash(of: "x")
    let steps: [EventContent] = [
      .triaged(priority: .high, reason: "ramai \\ benar", stakes: stakes),
      .triaged(priority: .low, reason: ""), .noted(text: "\u{1F}é"), .replyAnswered(text: "ya"),
      .taken, .submitted, .published, .replySilent, .dropped(reason: "a"), .waived(reason: "b"),
      .voided(reason: "c"), .reopened(reason: "d"), .released(reason: "e"),
      .concluded(SampleDesk.verdict("false")), .opinionCast(SampleDesk.verdict("true")),
      .approved(subject: hash), .returned(comment: "f"),
    ]
    let time = sample.clock
    events =
      claim.history + [sample.desk.capture(full, by: "Sari \"S\"", at: time)]
      + steps.map { content in
        Event(
          claim: full.id,
          parents: [hash, Event.hash(of: "y")],
          content: content,
          actor: "Bagas",
          time: time,
          state: "queued",
          workflow: "w"
        )
      }
  }

  private func glance(_ bytes: [UInt8]) -> EventGlance? { EventGlance(bytes.span) }

  @Test("is there for what happens most, and says what the event says")
  func present() throws {
    for event in events {
      let bytes = Array(event.canonical.utf8)
      if case .cited = event.content {
        #expect(glance(bytes) == nil)
        continue
      }
      let seen = try #require(glance(bytes), "\(event.canonical)")
      #expect(try seen.claim == event.checkForm())
      #expect(seen.actor(bytes.span) == event.actor)
      guard case .captured(let claim) = event.content else {
        #expect(seen.captured == nil)
        continue
      }
      let captured = try #require(seen.captured)
      var pieces: [[UInt8]] = []
      captured.eachPiece(bytes.span) { piece in pieces.append(piece.indices.map { piece[$0] }) }
      #expect(pieces == claim.quote.map { Array($0.utf8) })
      #expect(captured.spans(bytes.span) == claim.content)
      var speaker: [UInt8] = []
      let hasSpeaker = captured.speaker(bytes.span) { name in
        speaker = name.indices.map { name[$0] }
      }
      #expect(hasSpeaker)
      #expect(speaker == Array((claim.speaker ?? "").utf8))
    }
  }

  /// Whether an event can be read and has the form that it has to have.
  private func isEvent(_ bytes: [UInt8]) -> Bool {
    guard let text = String(validating: bytes, as: UTF8.self),
      let event = try? Event(canonical: text)
    else { return false }
    return (try? event.checkForm()) != nil
  }

  @Test("is never there for bytes that are not an event, whichever byte was changed")
  func everyByte() {
    var tried = 0
    for event in events {
      let bytes = Array(event.canonical.utf8)
      for index in bytes.indices {
        for value in Array(#"0a9f",:{}[]\"#.utf8) + [
          0x00, 0x1F, 0x7F, 0x80, 0xC3, 0xFF, bytes[index] ^ 0x20,
        ] {
          var changed = bytes
          changed[index] = value
          guard glance(changed) != nil else { continue }
          tried += 1
          #expect(isEvent(changed), "\(String(decoding: changed, as: UTF8.self))")
        }
      }
    }
    // Other words are other events, which are in order.
    #expect(tried > 1_000)
  }

  @Test("is never there for bytes that are not an event, whatever was cut out, doubled or moved")
  func pieces() {
    var generator = SeededRandom(state: 20_261_127)
    var tried = 0
    for event in events {
      let bytes = Array(event.canonical.utf8)
      for _ in 0..<400 {
        var changed = bytes
        let from = Int.random(in: 0..<bytes.count, using: &generator)
        let to = Int.random(in: from...min(bytes.count, from + 40), using: &generator)
        let piece = bytes[from..<to]
        if Bool.random(using: &generator) { changed.removeSubrange(from..<to) }
        if Bool.random(using: &generator) {
          changed.insert(
            contentsOf: piece,
            at: Int.random(in: 0...changed.count, using: &generator)
          )
        }
        guard glance(changed) != nil else { continue }
        tried += 1
        #expect(isEvent(changed), "\(String(decoding: changed, as: UTF8.self))")
      }
    }
    // What neither loses nor gains anything is as it was.
    #expect(tried > 100)
  }

  @Test(
    "is not there where a number, a day, a moment or a list is not spelled as it has to be",
    arguments: [
      (#""checkworthiness":750"#, #""checkworthiness":0750"#),
      (#""checkworthiness":750"#, #""checkworthiness":1001"#), ("[[10,46]]", "[[46,10]]"),
      ("[[10,46]]", "[[010,46]]"), ("[[10,46]]", "[[10,46],]"), ("[[10,46]]", "[[10, 46]]"),
      (#""flags":["vagueSource"]"#, #""flags":[]"#),
      (#""flags":["vagueSource"]"#, #""flags":["vague"]"#),
      (#""parents":[]"#, #""parents":[ ]"#), (#""v":1"#, #""v":2"#), ("T", "t"), ("Z\"", "z\""),
      (#""kind":"direct""#, #""kind":"Direct""#), (#""type":"captured""#, #""type":"reanchored""#),
      ("00112233445566aa", "00112233445566AA"),
    ]
  )
  func spelling(old: String, new: String) throws {
    let text = try #require(events.first).canonical
    let changed = text.replacing(old, with: new)
    #expect(changed != text)
    #expect(glance(Array(changed.utf8)) == nil)
  }
}
