import ClaimModel
import Testing

@testable import ReviewWorkflow

@Suite("A key ring")
struct KeyRingTests {
  let sari: SigningKey
  let bagas: SigningKey
  let ring: KeyRing
  let event: Event

  init() throws {
    sari = try SigningKey(name: "meja.example/sari", seed: Array(repeating: 1, count: 32))
    bagas = try SigningKey(name: "meja.example/bagas", seed: Array(repeating: 2, count: 32))
    ring = try KeyRing(
      text: """
        # kunci meja

        \(sari.verifier) Sari
        \(bagas.verifier) Bagas Wirawan\r

        """
    )
    event = try SampleDesk().captured().history[0]
  }

  @Test("is read from its text and written again")
  func text() throws {
    #expect(ring.entries.map(\.person) == ["Sari", "Bagas Wirawan"])
    #expect(ring.keys == [sari.verifier, bagas.verifier])
    #expect(try KeyRing(text: ring.description) == ring)
  }

  @Test(
    "names the line that cannot be read",
    arguments: [
      ("# satu\n\nbukan kunci Sari\n", 3, KeyRingFault.Reason.key(.form)),
      ("\(PublishedNotes.goKey)\n", 1, .noPerson), ("\(PublishedNotes.goKey) \n", 1, .noPerson),
    ]
  )
  func faults(text: String, line: Int, reason: KeyRingFault.Reason) {
    let fault = #expect(throws: KeyRingFault.self) { try KeyRing(text: text) }
    #expect(fault?.line == line)
    #expect(fault?.reason == reason)
  }

  @Test("says what a signature under an event is worth")
  func standings() throws {
    let stranger = try SigningKey(name: "lain.example/sari")
    let namesake = try SigningKey(name: "meja.example/sari")
    #expect(event.actor == "Sari")
    func standing(_ key: SigningKey) throws -> SignatureStanding {
      ring.standing(of: try SignedEvent(event, signedWith: key))
    }
    #expect(try standing(sari) == .good(sari.verifier))
    #expect(try standing(bagas) == .otherPerson("Bagas Wirawan"))
    #expect(try standing(stranger) == .unknownKey(name: "lain.example/sari"))
    #expect(try standing(namesake) == .unknownKey(name: "meja.example/sari"))
    #expect(ring.standing(of: SignedEvent(event)) == .unsigned)
    let elsewhere = try sari.sign(Event.hash(of: "lain").signedText)
    #expect(
      ring.standing(of: SignedEvent(event, signature: elsewhere))
        == .wrong(key: "meja.example/sari")
    )
  }

  @Test("finds every changed bit of a signature")
  func everyBit() throws {
    let signature = try #require(try SignedEvent(event, signedWith: sari).signature)
    for index in 0..<(signature.bytes.count * 8) {
      var bytes = signature.bytes
      bytes[index / 8] ^= 1 << UInt8(index % 8)
      let changed = Signature(name: signature.name, keyID: signature.keyID, bytes: bytes)
      #expect(ring.standing(of: SignedEvent(event, signature: changed)).isRefuted)
    }
  }

  @Test("checks what other programs can check: a signed note over the event's name")
  func note() throws {
    let signature = try #require(try SignedEvent(event, signedWith: sari).signature)
    let note = try SignedNote(parsing: "Tilik event\n\(event.id)\n\n\(signature)\n")
    #expect(try note.signers(among: ring.keys) == [sari.verifier])
  }
}
