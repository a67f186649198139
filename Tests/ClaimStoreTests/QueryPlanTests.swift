import ClaimModel
import Foundation
import GRDB
import ReviewWorkflow
import Testing

@testable import ClaimStore

@Suite("The plans of the lists")
struct QueryPlanTests {
  private let scratch: Scratch
  private let store: SQLiteStore

  init() throws {
    scratch = try Scratch()
    store = try SQLiteStore.create(at: scratch.path("ledger.sqlite"))
    try Sample.fill(store, (0..<50).map { "Kalimat nomor \($0)." })
  }

  private func plan(_ sql: String, _ arguments: StatementArguments = []) throws -> String {
    try store.database.read { db in
      try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: arguments)
        .map { $0["detail"] as String }.joined(separator: "\n")
    }
  }

  private func plan(_ change: (inout ClaimQuery) -> Void) throws -> String {
    var query = ClaimQuery()
    query.limit = 50
    change(&query)
    let (sql, arguments) = try store.database.read { try ClaimRow.statement(query, in: $0) }
    return try plan(sql, arguments)
  }

  @Test("read the queue of a state, and all of it, in the order of an index, without sorting")
  func queue() throws {
    for state in ["queued", "captured"] {
      let plan = try plan {
        $0.states = [state]
        $0.order = .queue
      }
      #expect(plan.contains("USING INDEX claimByState"), "\(plan)")
      #expect(!plan.contains("TEMP B-TREE"), "\(plan)")
    }
    let all = try plan { $0.order = .queue }
    #expect(all.contains("USING INDEX claimByUrgency") && !all.contains("TEMP B-TREE"), "\(all)")
  }

  @Test("read a list as it stands in the documents without sorting")
  func text() throws {
    let all = try plan { _ in }
    #expect(all.contains("USING INDEX claimByDocument") && !all.contains("TEMP B-TREE"), "\(all)")
    let one = try plan { $0.document = DocumentID(rawValue: "00") }
    #expect(one.contains("claimByDocument (document=?)") && !one.contains("TEMP B-TREE"), "\(one)")
  }

  @Test("find by an index what a filter asks for")
  func filters() throws {
    let day = try #require(CalendarDate(iso8601: "2026-03-10"))
    let plans = [
      ("claimByStateInText (state=?", try plan { $0.states = ["queued"] }),
      ("claimByOwnerInText (owner=?", try plan { $0.owner = "Sari" }),
      ("claimByRating (rating=?", try plan { $0.rating = "false" }),
      ("claimByDue (due<?", try plan { $0.due = day }),
      ("claimByPublished (published", try plan { $0.published = day }),
      ("claimWithFlags", try plan { $0.flag = .vagueSource }),
      ("claimInConflict", try plan { $0.inConflict = true }),
    ]
    for (index, plan) in plans { #expect(plan.contains(index), "\(index): \(plan)") }
    for (_, plan) in plans.prefix(2) { #expect(!plan.contains("TEMP B-TREE"), "\(plan)") }
    // Few claims or none are in conflict: going through all the others for them is what must not happen.
    let rivals = try plan {
      $0.inConflict = true
      $0.order = .queue
    }
    #expect(rivals.contains("claimInConflictByUrgency"), "\(rivals)")
    let mine = try plan {
      $0.owner = "Sari"
      $0.states = ["researching"]
      $0.order = .queue
    }
    #expect(mine.contains("claimByOwner (owner=? AND state=?)"), "\(mine)")
    #expect(!mine.contains("TEMP B-TREE"), "\(mine)")
  }

  @Test("find a claim and its history by their names")
  func names() throws {
    let name = try plan("SELECT id FROM claim WHERE id >= 'ab' AND id < 'abg' ORDER BY id LIMIT 6")
    #expect(name.contains("(id>? AND id<?)"), "\(name)")
    let text = try plan(
      "SELECT id FROM document WHERE id >= 'ab' AND id < 'abg' ORDER BY id LIMIT 6"
    )
    #expect(text.contains("(id>? AND id<?)"), "\(text)")
    let history = try plan("\(EventRow.select) WHERE claim = 'ab' ORDER BY seq")
    #expect(history.contains("USING INDEX eventByClaim (claim=?)"), "\(history)")
    #expect(!history.contains("TEMP B-TREE"), "\(history)")
  }
}
