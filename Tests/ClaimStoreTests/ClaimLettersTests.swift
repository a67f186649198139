import ClaimModel
import Foundation
import GRDB
import ReviewWorkflow
import Testing

@testable import ClaimStore

@Suite("The index of claims' letters")
struct ClaimLettersTests {
  private let scratch: Scratch
  private let store: SQLiteStore

  init() throws {
    scratch = try Scratch()
    store = try SQLiteStore.create(at: scratch.path("ledger.sqlite"))
  }

  private func query(_ change: (inout ClaimQuery) -> Void) -> ClaimQuery {
    var query = ClaimQuery()
    query.limit = 50
    change(&query)
    return query
  }

  private func match(_ change: (inout ClaimQuery) -> Void) throws -> String? {
    try store.database.read { try ClaimLetters.match(query(change), in: $0) }
  }

  @Test("is asked first, whatever else is asked for, and no other claim is looked at")
  func plan() throws {
    try Sample.fill(store, ["Satu.", "Dua."])
    for order in ClaimQuery.Order.allCases {
      let plan = try store.database.read { db in
        let query = query {
          $0.text = "dua"
          $0.order = order
          $0.states = ["captured", "queued"]
          $0.owner = "Sari"
        }
        let (sql, arguments) = try ClaimRow.statement(query, in: db)
        return try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: arguments)
          .map { $0["detail"] as String }.joined(separator: "\n")
      }
      #expect(plan.contains("SEARCH claim USING INTEGER PRIMARY KEY (rowid=?)"), "\(plan)")
      #expect(!plan.contains("SCAN claim\n"), "\(plan)")
    }
  }

  @Test("is asked for the rarest threes, and not at all where most claims have them")
  func rarity() throws {
    let places = ["Pasar", "Jalan"]
    try Sample.fill(store, (0..<9_000).map { "\(places[$0 % 2]) nomor \($0) ramai." })
    #expect(try match { $0.text = "nomor" } == nil)
    #expect(try match { $0.text = "no" } == nil)
    #expect(try match { $0.text = "pasar nomor 4321" } == #""432" AND "321" AND " 43""#)
    #expect(try match { $0.text = "tidak" } == #""tid" AND "ida" AND "dak""#)
    let inDocument = try match {
      $0.document = DocumentID(rawValue: "00")
      $0.text = "tidak"
    }
    #expect(inDocument == nil)
    let found = try store.claims(query { $0.text = "jalan nomor 409" }).map(\.quote)
    #expect(
      found == ["Jalan nomor 409 ramai.", "Jalan nomor 4091 ramai.", "Jalan nomor 4093 ramai."]
        + ["Jalan nomor 4095 ramai.", "Jalan nomor 4097 ramai.", "Jalan nomor 4099 ramai."]
    )
  }

  @Test("answers as going through the list does where there is a zero among the letters")
  func zeros() throws {
    try Sample.fill(store, ["Satu dua.", "Satu\u{0}dua tiga.", "Akhir satu"])
    for letters in ["satu\u{0}", "\u{0}dua", "satu\u{0}xx", "dua tiga", "Satu", "tiga"] {
      let found = try store.claims(query { $0.text = letters }).map(\.id.rawValue)
      let expected = try store.database.read { db in
        try String.fetchAll(
          db,
          sql: "SELECT id FROM claim WHERE quote LIKE ? ESCAPE '\\' ORDER BY document, start, id",
          arguments: [ClaimRow.pattern(letters)]
        )
      }
      #expect(found == expected, "\(letters.debugDescription)")
    }
  }

  @Test("has what a bundle brings, and follows a claim whose words change")
  func writing() throws {
    try LedgerStoreConformance.keepsTheSpellingOfWords(store)
    let other = try SQLiteStore.create(at: scratch.path("other.sqlite"))
    _ = try other.merge(try Sample.bundle(store), keys: KeyRing())
    for store in [store, other] {
      try store.database.write { db in
        // Throws where an entry is not what the claim's row says.
        try db.execute(
          sql: "INSERT INTO claimLetters (claimLetters, rank) VALUES ('integrity-check', 1)"
        )
      }
      #expect(try store.claims(query { $0.text = "fe\u{301} L" }).count == 1)
    }
  }

  @Test("is missed by the check, and by the survey, where an entry is gone")
  func missing() throws {
    try Sample.fill(store, ["Satu.", "Dua."])
    #expect(try store.checkDerived() == [])
    try store.database.write {
      try $0.execute(sql: "DELETE FROM claimLetters_docsize WHERE id = 1")
    }
    #expect(try store.checkDerived() == [.otherSearchEntries])
    #expect(try store.survey(keys: KeyRing(), checkpoints: []) == nil)
  }
}
