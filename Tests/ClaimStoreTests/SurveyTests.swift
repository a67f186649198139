import ClaimModel
import Foundation
import GRDB
import ReviewWorkflow
import Testing

@testable import ClaimStore

@Suite("A survey of a ledger")
struct SurveyTests {
  private let scratch: Scratch
  private let store: SQLiteStore
  private let claims: [ClaimID]

  /// Three claims, of which one is on its way and one has only begun.
  init() throws {
    scratch = try Scratch()
    store = try SQLiteStore.create(at: scratch.path("ledger.sqlite"))
    claims = try Sample.fill(store, ["Harga “beras” naik.", "Kata \"Raka\": tidak.", "Tiga."])
    for (actor, content) in [
      ("Sari", EventContent.triaged(priority: .high, reason: "ramai")), ("Sari", .taken),
      ("Sari", TamperingTests.cited("a")), ("Bagas", .noted(text: "lihat juga")),
    ] {
      try store.append([Sample.act(content, on: claims[0], in: store, by: actor)])
    }
    try store.append([Sample.act(.noted(text: "x"), on: claims[1], in: store, by: "Sari")])
  }

  private func survey(
    _ keys: KeyRing = KeyRing(),
    _ checkpoints: [Checkpoint] = []
  ) throws
    -> LedgerSurvey?
  {
    try store.survey(keys: keys, checkpoints: checkpoints)
  }

  private func sql(_ text: String) throws {
    try store.database.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF; \(text)")
    }
  }

  private func audit(_ checkpoints: [Checkpoint] = []) throws -> LedgerAudit {
    var audit = LedgerAudit(checkpoints: checkpoints)
    try store.eachEntry { entry in
      _ = try audit.take(
        filedAs: entry.filedAs,
        canonical: entry.canonical,
        signature: entry.signature
      )
    }
    return audit
  }

  @Test("counts what going through the events in order counts, and has the same root")
  func whole() throws {
    let audit = try audit()
    let survey = try #require(try survey())
    #expect(survey.events == audit.frontier.count)
    #expect(survey.root == audit.frontier.root)
    #expect(survey.claims == 3)
    #expect(survey.excerpts.isEmpty)
  }

  @Test("names what was cited from stored copies, for somebody to look whether it stands there")
  func excerpts() throws {
    let copy = Event.hash(of: "Harga beras naik dua kali.")
    let evidence = Evidence(
      source: SourceID(rawValue: "b"),
      stance: .supports,
      excerpt: "naik dua kali",
      anchor: .exact,
      snapshot: copy
    )
    let source = Source(id: evidence.source, type: "report", title: "Catatan lain")
    let content = EventContent.cited(evidence, source: source)
    try store.append([Sample.act(content, on: claims[0], in: store, by: "Sari")])
    let excerpts = try #require(try survey()).excerpts
    #expect(excerpts.map(\.claim) == [claims[0]])
    #expect(excerpts.map(\.evidence) == [evidence])
  }

  @Test("is right about a ledger of many parts, with checkpoints between and inside them")
  func parts() throws {
    let lines = (0..<9_000).map { "Kios nomor \($0) sudah dibuka." }
    let more = try Sample.fill(store, lines)
    try store.append([Sample.act(.noted(text: "y"), on: more[8_000], in: store, by: "Sari")])
    var tree = MerkleTree()
    try store.eachEntry { tree.append(try #require(ContentHash(hex: $0.filedAs))) }
    let checkpoints = try [0, 1, 4_095, 4_096, 4_097, 8_192, 9_000, tree.count].map { size in
      try Checkpoint(
        origin: "meja.example/buku",
        size: size,
        root: try #require(tree.root(ofFirst: size))
      )
    }
    let survey = try #require(try survey(KeyRing(), checkpoints))
    #expect(survey.events == tree.count && survey.root == tree.root)
    #expect(survey.claims == 9_003)
    for size in [0, 1, 4_096, 5_000, tree.count, tree.count + 1] {
      let other = try Checkpoint(origin: "a", size: size, root: Event.hash(of: "x"))
      #expect(try self.survey(KeyRing(), checkpoints + [other]) == nil, "\(size)")
    }
  }

  @Test("knows signatures that hold, those of strangers, and those that speak against an event")
  func signatures() throws {
    let key = try SigningKey(name: "sari", seed: Array(repeating: 9, count: 32))
    let note = try Sample.act(.noted(text: "z"), on: claims[0], in: store)
    try store.append([try SignedEvent(note, signedWith: key)])
    #expect(try survey()?.unknownSignatures == 1)
    var keys = KeyRing()
    keys.add(key.verifier, of: "Sari")
    #expect(try survey(keys)?.signedEvents == 1)
    var others = KeyRing()
    others.add(key.verifier, of: "Bagas")
    #expect(try survey(others) == nil)
    let change = "DROP TRIGGER eventIsNeverChanged; UPDATE event SET signature = 'x' WHERE seq = 1"
    try sql(change)
    #expect(try survey(keys) == nil)
  }

  @Test(
    "says nothing where a list, a document or an event is not what it was",
    arguments: [
      "UPDATE claim SET state = 'published' WHERE start = 0", "UPDATE claim SET urgency = 0",
      "UPDATE claim SET speaker = '' WHERE speaker IS NULL", "UPDATE claim SET owner = 'Bagas'",
      "UPDATE claim SET checkworthiness = checkworthiness / 2",
      "UPDATE claim SET heads = heads || ' '",
      "UPDATE claim SET quote = quote || char (0)", "DELETE FROM claim WHERE start > 0",
      "INSERT INTO claim SELECT 'x', document, start, kind, quote, speaker, state, rating, owner, priority,"
        + " urgency, harm, reach, said, due, published, openVerdict, conflict, flags, checkworthiness, heads"
        + " FROM claim LIMIT 1",
      "UPDATE document SET details = '{}'", "DELETE FROM document",
      "UPDATE document SET textHash = rawHash",
      "UPDATE blob SET bytes = CAST (replace (CAST (bytes AS TEXT), 'naik', 'baik') AS BLOB)",
      "UPDATE event SET claim = 'x' WHERE seq = 2",
      "UPDATE event SET id = upper (id) WHERE seq = 2",
      "DELETE FROM event WHERE seq = 2", "DELETE FROM event WHERE seq = 4",
      "UPDATE event SET seq = 99 WHERE seq = 4", "UPDATE event SET seq = -1 WHERE seq = 4",
      "UPDATE event SET seq = 9223372036854775807 WHERE seq = 8",
      "INSERT INTO event SELECT -9223372036854775807, 'x', claim, canonical, NULL FROM event WHERE seq = 8",
      "INSERT INTO event SELECT 0, 'x', claim, canonical, NULL FROM event WHERE seq = 8",
      "UPDATE claim SET rowid = 9223372036854775807 WHERE start = 0",
      "UPDATE claim SET rowid = -9223372036854775807 WHERE start = 0",
      "ALTER TABLE claim RENAME TO other; CREATE VIEW claim AS SELECT rowid, * FROM other",
      "ALTER TABLE event RENAME COLUMN claim TO about; ALTER TABLE event ADD COLUMN claim TEXT"
        + " GENERATED ALWAYS AS (about)",
    ]
  )
  func changed(change: String) throws {
    #expect(try survey() != nil)
    try sql(
      "DROP TRIGGER eventIsNeverChanged; DROP TRIGGER eventIsNeverDeleted;"
        + " DROP TRIGGER documentIsNeverChanged; DROP TRIGGER blobIsNeverChanged; \(change)"
    )
    #expect(try survey() == nil)
  }

  @Test("that cannot tell does not hide an event before the first one from the check")
  func uncounted() throws {
    let forged = try #require(try Sample.arrival(["Empat."]).events.first).event
    try store.database.write { db in
      try db.execute(
        sql: "INSERT INTO event VALUES (-7, ?, ?, ?, NULL)",
        arguments: [forged.id.hex, forged.claim.rawValue, forged.canonical]
      )
    }
    #expect(try store.checkDerived().contains(.uncountedEvent(forged.id.hex)))
  }

  @Test("is right about a claim whose words are spelled in other bytes now")
  func spelling() throws {
    try LedgerStoreConformance.keepsTheSpellingOfWords(
      SQLiteStore.create(at: scratch.path("other.sqlite"))
    )
    let other = try SQLiteStore.open(at: scratch.path("other.sqlite"))
    #expect(try other.survey(keys: KeyRing(), checkpoints: [])?.claims == 1)
  }

  @Test("believes nothing of a claim in a document without a name")
  func nameless() throws {
    var claim = Sample.stored(["Empat."]).1[0]
    claim.document = DocumentID(rawValue: "")
    (claim.quote, claim.content) = ([], [])
    let event = try Sample.desk().capture(claim, by: "Sari", at: Sample.time)
    let bytes = Array(event.canonical.utf8)
    let glance = EventGlance(bytes.span)
    let captured = try #require(glance?.captured)
    let isThere = try store.database.read { db in
      var documents = try SurveyedDocuments(in: db)
      return try documents.have(captured, bytes.span)
    }
    #expect(!isThere)
  }

  @Test("says nothing of a file that is damaged")
  func damaged() throws {
    try store.database.close()
    let url = URL(filePath: store.path)
    var bytes = try Data(contentsOf: url)
    bytes.replaceSubrange(4_096..<8_192, with: Data(repeating: 0xA5, count: 4_096))
    let damaged = try SQLiteStore.open(at: store.path)
    try bytes.write(to: url)
    #expect(try damaged.survey(keys: KeyRing(), checkpoints: []) == nil)
  }

  @Test("prints a claim's beginning as its entry in the list")
  func prints() throws {
    let desk = try Sample.desk()
    var claim = Claim(
      id: claims[2],
      document: DocumentID(rawValue: "ffeeddccbbaa9988"),
      kind: .mixed,
      quote: ["satu \"dua\"", "tiga\n"],
      content: [TextSpan(4, 9), TextSpan(12, 17)],
      speaker: "Dewi \\ Lestari",
      flags: [.vagueSource, .unattributed],
      checkworthiness: 0.333
    )
    for change in 0..<4 {
      if change == 1 { claim.speaker = nil }
      if change == 2 { claim.flags = [] }
      if change == 3 { (claim.quote, claim.content) = ([], []) }
      let event = desk.capture(claim, by: "Sari", at: Sample.time)
      var (fast, slow) = (ClaimPrint(), ClaimPrint())
      let bytes = Array(event.canonical.utf8)
      let seen = EventGlance(bytes.span)
      let glance = try #require(seen)
      let captured = try #require(glance.captured)
      fast.take(glance, captured, bytes.span, head: Array(event.id.hex.utf8).span)
      slow.take(ClaimRow(try ReviewedClaim(history: [event])))
      #expect(fast.hash == slow.hash)
    }
  }
}
