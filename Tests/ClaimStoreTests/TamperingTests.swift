import ClaimModel
import Foundation
import GRDB
import ReviewWorkflow
import Testing

@testable import ClaimStore

@Suite("A tampered ledger")
struct TamperingTests {
  let scratch: Scratch
  let store: SQLiteStore
  let claim: ClaimID

  /// A claim on its way to publication.
  ///
  /// Its article came with damaged bytes, so that the claim holds U+FFFD, of which
  /// some single-byte changes look the same once they are repaired.
  init() throws {
    scratch = try Scratch()
    store = try SQLiteStore.create(at: scratch.path("ledger.sqlite"))
    claim = try Sample.fill(store, ["Harga beras naik \u{FFFD} persen, kata Raka."])[0]
    let verdict = Verdict(scale: "default", rating: "false", explanation: "Naik “2” persen.")
    let deadline = CalendarDate(daysSince1970: 20_000)
    for (actor, content) in [
      ("Sari", EventContent.triaged(priority: .high, reason: "ramai")), ("Sari", .taken),
      ("Sari", Self.cited("a")), ("Sari", .waived(reason: "hanya satu catatan")),
      ("Sari", .replyAsked(contact: "Kantor", deadline: deadline)),
      ("Sari", .replyAnswered(text: "tidak tahu \u{FFFD}")), ("Sari", .concluded(verdict)),
      ("Sari", .submitted), ("Bagas", .opinionCast(verdict)),
    ] {
      try store.append([Sample.act(content, on: claim, in: store, by: actor)])
    }
    let subject = try ReviewedClaim(history: store.history(of: claim)).subject
    try store.append([
      Sample.act(.approved(subject: subject), on: claim, in: store, by: "Bagas")
    ])
    try store.append([Sample.act(.published, on: claim, in: store, by: "Bagas")])
  }

  static func cited(_ name: String) -> EventContent {
    let id = SourceID(rawValue: name)
    return .cited(
      Evidence(source: id, stance: .refutes),
      source: Source(id: id, type: "report", title: "Catatan harga")
    )
  }

  /// Whether reading the ledger says that something is wrong; of many changes of one event only that is read anew.
  private func isFound(in changed: String? = nil) -> Bool {
    do {
      try store.eachEvent { filedAs, canonical in
        guard changed == nil || filedAs == changed else { return }
        let event = try Event(canonical: canonical)
        guard event.id.hex == filedAs else { throw LedgerFault.wrongHash(event: event.id) }
      }
      return try changed == nil && !store.checkDerived().isEmpty
    } catch {
      return true
    }
  }

  /// Changes the stored bytes of a column of one event and looks.
  private func isFound(_ bytes: [UInt8], in column: String, seq: Int) throws -> Bool {
    let name = try stored("id").first { $0.seq == seq }.map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
    let sql = "UPDATE event SET \(column) = CAST (? AS TEXT) WHERE seq = ?"
    try store.database.write { try $0.execute(sql: sql, arguments: [Data(bytes), seq]) }
    // The fast way finds no less.
    let isPassedOver = try store.database.read { db in
      var events = try SurveyedEvents(keys: KeyRing(), in: db)
      return try events.take(seq..<(seq + 1), marks: []) != nil
    }
    return isFound(in: column == "canonical" ? name : nil) && !isPassedOver
  }

  private func stored(_ column: String) throws -> [(seq: Int, bytes: [UInt8])] {
    try store.database.read { db in
      try Row.fetchAll(db, sql: "SELECT seq, CAST (\(column) AS BLOB) FROM event ORDER BY seq")
        .map { ($0[0], [UInt8]($0[1] as Data)) }
    }
  }

  private func unlock() throws {
    try store.database.writeWithoutTransaction { db in
      // Nobody waits for these changes to be on the disk.
      try db.execute(sql: "PRAGMA synchronous = OFF; DROP TRIGGER eventIsNeverChanged")
    }
  }

  @Test("is found out wherever one byte of an event's text was changed")
  func everyByte() throws {
    try unlock()
    #expect(!isFound())
    var random = UInt8(7)
    for (seq, bytes) in try stored("canonical") {
      for index in bytes.indices {
        random = random &* 5 &+ 113
        var changed = bytes
        changed[index] ^= max(1, random)
        let isFound = try isFound(changed, in: "canonical", seq: seq)
        #expect(isFound, "event \(seq), byte \(index): \(bytes[index]) became \(changed[index])")
      }
      _ = try isFound(bytes, in: "canonical", seq: seq)
    }
    #expect(!isFound())
  }

  @Test("is found out whatever a byte of a replacement character became")
  func replacementCharacters() throws {
    try unlock()
    var tried = 0
    for (seq, bytes) in try stored("canonical") {
      for start in bytes.indices.dropLast(2)
      where Array(bytes[start..<(start + 3)]) == [0xEF, 0xBF, 0xBD] {
        for index in start..<(start + 3) {
          for value in UInt8.min...UInt8.max where value != bytes[index] {
            var changed = bytes
            changed[index] = value
            tried += 1
            let isFound = try isFound(changed, in: "canonical", seq: seq)
            #expect(isFound, "event \(seq), byte \(index) became \(value)")
          }
        }
        _ = try isFound(bytes, in: "canonical", seq: seq)
      }
    }
    #expect(tried == 2 * 3 * 255)
  }

  @Test(
    "is found out where an event was filed under another name or claim",
    arguments: ["id", "claim"]
  )
  func filing(column: String) throws {
    try unlock()
    for (seq, bytes) in try stored(column) {
      for index in bytes.indices {
        var changed = bytes
        changed[index] ^= 1
        let isFound = try isFound(changed, in: column, seq: seq)
        #expect(isFound, "event \(seq), byte \(index) of its \(column)")
      }
      _ = try isFound(bytes, in: column, seq: seq)
    }
    #expect(!isFound())
  }

  @Test("is found out where something stands after an event's text")
  func appended() throws {
    try unlock()
    for (seq, bytes) in try stored("canonical") {
      for tail in [[0x00], [0x20], [0x00] + Array("{}".utf8)] as [[UInt8]] {
        #expect(try isFound(bytes + tail, in: "canonical", seq: seq))
      }
      _ = try isFound(bytes, in: "canonical", seq: seq)
    }
  }
}
