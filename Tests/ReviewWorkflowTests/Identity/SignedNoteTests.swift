import Testing

@testable import ReviewWorkflow

/// The example in the documentation of Go's `golang.org/x/mod/sumdb/note`, and that of C2SP's specification.
enum PublishedNotes {
  static let goSecret =
    "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
  static let goKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
  static let goText = """
    If you think cryptography is the answer to your problem,
    then you don't know what your problem is.

    """
  static let goSignature =
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM="
  static let goNote = "\(goText)\n\(goSignature)\n"

  static let specificationKey =
    "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
  static let specificationNote = """
    This is an example message.

    — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=

    """
}

@Suite("A key")
struct KeyTests {
  @Test("is read and written as Go's notes do")
  func published() throws {
    let key = try SigningKey(secretText: PublishedNotes.goSecret)
    #expect(key.secretText == PublishedNotes.goSecret)
    #expect(key.verifier.description == PublishedNotes.goKey)
    #expect(key.verifier.id == 0xC74F_20A3)
    #expect(try VerifierKey(text: PublishedNotes.goKey) == key.verifier)
  }

  @Test("never shows its secret when it is printed")
  func discreet() throws {
    let key = try SigningKey(secretText: PublishedNotes.goSecret)
    var dumped = ""
    dump(key, to: &dumped)
    for shown in ["\(key)", String(reflecting: key), dumped] {
      #expect(shown.contains("PeterNeumann"))
      #expect(!shown.contains("AYEKFALV"))
    }
  }

  @Test("is new every time, and reads back from its text")
  func generated() throws {
    let one = try SigningKey(name: "meja.example/sari")
    let other = try SigningKey(name: "meja.example/sari")
    #expect(one.verifier != other.verifier)
    let again = try SigningKey(secretText: one.secretText)
    #expect(again.verifier == one.verifier)
    #expect(one.verifier.verifies(try again.sign("teks\n"), of: "teks\n"))
  }

  @Test("may have any name that notes can carry", arguments: ["\u{301}a", "ö", "“s”\"\\", "—"])
  func oddNames(name: String) throws {
    let key = try SigningKey(name: name)
    #expect(try VerifierKey(text: key.verifier.description) == key.verifier)
    var note = try SignedNote(text: "teks\n")
    try note.sign(with: key)
    #expect(try SignedNote(parsing: note.description) == note)
    let ring = try KeyRing(text: "\(key.verifier) Sari")
    #expect(ring.entries == [KeyRing.Entry(key: key.verifier, person: "Sari")])
  }

  @Test(
    "is refused under a name that notes cannot carry",
    arguments: ["", "Sari Wulan", "sari+wulan", "sari\u{A0}wulan", "sari\n", "\u{1}"]
  )
  func names(name: String) {
    #expect(throws: KeyFault.name(name)) { try SigningKey(name: name) }
  }

  @Test(
    "is refused where its text is not that of a key",
    arguments: [
      ("", KeyFault.form), ("sari", .form), ("sari+1", .form), ("sari+00000000+", .form),
      ("sari+00000000+!!!!", .form), ("sari+00000000+BAAA", .algorithm(4)),
      ("sari+00000000+AQAA", .length(2)),
      (
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        .hash(name: "PeterNeumann")
      ),
      (
        "PeterNeuman+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        .hash(name: "PeterNeuman")
      ),
      (
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        .hash(name: "PeterNeumann")
      ),
    ]
  )
  func rubbish(text: String, fault: KeyFault) {
    #expect(throws: fault) { try VerifierKey(text: text) }
    #expect(throws: KeyFault.self) { try SigningKey(secretText: text) }
    #expect(throws: KeyFault.self) { try SigningKey(secretText: "PRIVATE+KEY+" + text) }
  }
}

@Suite("A signed note")
struct SignedNoteTests {
  @Test("is signed and read as Go's notes are")
  func published() throws {
    let key = try SigningKey(secretText: PublishedNotes.goSecret)
    var note = try SignedNote(text: PublishedNotes.goText)
    try note.sign(with: key)
    #expect(note.description == PublishedNotes.goNote)
    let read = try SignedNote(parsing: PublishedNotes.goNote)
    #expect(read == note)
    #expect(try read.signers(among: [key.verifier]) == [key.verifier])
  }

  @Test("is verified as C2SP's specification shows")
  func specification() throws {
    let key = try VerifierKey(text: PublishedNotes.specificationKey)
    let note = try SignedNote(parsing: PublishedNotes.specificationNote)
    #expect(try note.signers(among: [key]) == [key])
    #expect(note.description == PublishedNotes.specificationNote)
  }

  @Test("does not verify when one bit of it is changed")
  func everyBit() throws {
    let key = try VerifierKey(text: PublishedNotes.goKey)
    let bytes = Array(PublishedNotes.goNote.utf8)
    for index in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << UInt8(bit)
        guard let text = String(validating: changed, as: UTF8.self),
          let note = try? SignedNote(parsing: text)
        else { continue }
        #expect(throws: NoteFault.self) { try note.signers(among: [key]) }
      }
    }
  }

  @Test("carries several signatures, one of each key, and passes over those of strangers")
  func several() throws {
    let keys = try ["satu", "dua", "tiga"].map { try SigningKey(name: $0) }
    var note = try SignedNote(text: "baris pertama\n\nbaris ketiga\n")
    for key in keys + [keys[0]] { try note.sign(with: key) }
    #expect(note.signatures.map(\.name) == ["dua", "tiga", "satu"])
    let read = try SignedNote(parsing: note.description)
    #expect(read == note)
    #expect(try read.signers(among: [keys[1].verifier]) == [keys[1].verifier])
    let stranger = try SigningKey(name: "satu").verifier
    #expect(throws: NoteFault.unsigned) { try read.signers(among: [stranger]) }
    #expect(throws: NoteFault.unsigned) { try read.signers(among: []) }
  }

  @Test("is refused as a whole where a known key's signature is wrong")
  func wrong() throws {
    let key = try VerifierKey(text: PublishedNotes.goKey)
    let note = try SignedNote(
      parsing: PublishedNotes.goNote.replacing("problem is", with: "problem was")
    )
    #expect(throws: NoteFault.wrongSignature(name: "PeterNeumann")) {
      try note.signers(among: [key])
    }
  }

  @Test(
    "is refused where it is not text, blank line and signatures",
    arguments: [
      "", "\n", "\n\n", "teks\n", "teks\n\n", "teks\n\n— a\n", "teks\n\n— a AAAAAAA=",
      "teks\n\n— a AAAAAAA\n", "teks\n\n- a AAAAAAA=\n", "teks\n\n— a AAAAAAA=\n\n",
      "teks\r\n\r\n— a AAAAAAA=\r\n", "te\tks\n\n— a AAAAAAA=\n", "teks\n\n—  a AAAAAAA=\n",
      "teks\n\n— a AAAAAAB=\n",
    ]
  )
  func rubbish(text: String) {
    #expect(throws: NoteFault.self) { try SignedNote(parsing: text) }
  }

  @Test("with more signatures than anyone reads is refused")
  func flood() {
    let lines = String(repeating: "— a AAAAAAA=\n", count: SignedNote.signatureLimit + 1)
    #expect(throws: NoteFault.signatureCount(SignedNote.signatureLimit + 1)) {
      try SignedNote(parsing: "teks\n\n" + lines)
    }
  }

  @Test("cannot be made of a text that does not end a line", arguments: ["", "teks", "a\r\n"])
  func texts(text: String) {
    #expect(throws: NoteFault.text) { try SignedNote(text: text) }
  }
}
