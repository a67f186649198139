import ClaimModel
import Foundation
import Testing

@testable import ReviewWorkflow

@Suite("An event's line")
struct EventLineTests {
  let signed: SignedEvent

  init() throws {
    let event = try SampleDesk().captured().history[0]
    signed = try SignedEvent(
      event,
      signedWith: SigningKey(name: "meja/“sari”\"\\", seed: Array(repeating: 3, count: 32))
    )
  }

  @Test("reads back as it was written, of every kind of event", arguments: EventTests.contents)
  func roundTrip(content: EventContent) throws {
    let event = Event(
      claim: SampleDesk.claim.id,
      parents: [Event.hash(of: "a")],
      content: content,
      actor: "Sari \"},\"id\":\"\\",
      time: Timestamp(secondsSince1970: 0),
      state: "queued",
      workflow: "w"
    )
    for each in [SignedEvent(event), SignedEvent(event, signature: signed.signature)] {
      #expect(try SignedEvent(line: each.line) == each)
      #expect(!each.line.utf8.contains(UInt8(ascii: "\n")))
    }
  }

  @Test("is one canonical JSON object with the event as it is")
  func json() throws {
    let json = try JSONDecoder().decode(JSONValue.self, from: Data(signed.line.utf8))
    #expect(json.canonical == signed.line)
    #expect(json["event"]?.canonical == signed.event.canonical)
    #expect(json["id"]?.text == signed.event.id.hex)
    #expect(json["signature"]?.text == signed.signature?.description)
  }

  @Test("is refused, or shows another signature, when any of its bits is changed")
  func everyBit() throws {
    let bytes = Array(signed.line.utf8)
    for index in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << UInt8(bit)
        guard let text = String(validating: changed, as: UTF8.self),
          let read = try? SignedEvent(line: text)
        else { continue }
        #expect(read.event == signed.event)
        #expect(read.signature != signed.signature)
      }
    }
  }

  @Test("names the event whose text is not what its name says")
  func wrongHash() throws {
    let line = signed.line.replacing("Sari", with: "Sara")
    #expect(throws: LedgerFault.wrongHash(event: signed.event.id)) { try SignedEvent(line: line) }
  }

  @Test("is refused where it is anything else, or cut off anywhere")
  func rubbish() {
    let line = SignedEvent(signed.event).line
    for text in ["", "{}", "{\"event\":{}}", line + " ", " " + line, line + line] {
      #expect(throws: LedgerFault.self) { try SignedEvent(line: text) }
    }
    let bytes = Array(signed.line.utf8)
    for end in bytes.indices {
      #expect(throws: LedgerFault.self) {
        try SignedEvent(line: String(decoding: bytes[..<end], as: UTF8.self))
      }
    }
  }
}
