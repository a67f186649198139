import ClaimModel
import Foundation
import GRDB
import ReviewWorkflow
import Testing

@testable import ClaimStore

@Suite(
  "A SQLite store in a folder that cannot be written",
  .enabled(if: ReadOnlyFolder.isPossible, "no folder can be made one that cannot be written here")
)
struct ReadOnlyStoreTests {
  private let scratch: Scratch
  private let store: SQLiteStore

  init() throws {
    scratch = try Scratch()
    store = try SQLiteStore.create(at: scratch.path("ledger.sqlite"))
  }

  @Test("is read as long as nobody writes")
  func fixed() throws {
    let ids = try Sample.fill(store, ["Satu.", "Dua."])
    try store.database.close()
    let mount = ReadOnlyFolder(scratch.folder.path)
    try #require(mount.isMade)
    defer { mount.end() }
    let fixed = try SQLiteStore.open(at: store.path)
    #expect(fixed.address != fixed.path)
    #expect(try fixed.history(of: ids[0]).count == 1)
    #expect(try fixed.claims(ClaimQuery()).count == 2)
    #expect(try fixed.checkDerived() == [])
    #expect(try fixed.survey(keys: KeyRing(), checkpoints: [])?.claims == 2)
    #expect(throws: StoreError.self) {
      try fixed.append([Sample.act(.noted(text: "x"), on: ids[0], in: fixed)])
    }
    // Somebody who can write there does.
    mount.end()
    let other = try SQLiteStore.open(at: store.path)
    #expect(other.address == other.path)
    try other.append([Sample.act(.noted(text: "x"), on: ids[0], in: other)])
    for close in [false, true] {
      if close { try other.database.close() }
      let error = #expect(throws: StoreError.self) { try fixed.history(of: ids[0]) }
      guard case .busy = error else {
        Issue.record("expected busy, got \(String(describing: error))")
        return
      }
    }
  }

  @Test("says where the file is of an older version that it has to be copied first")
  func older() throws {
    try Sample.fill(store, ["Satu."])
    try store.database.write { db in
      try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier = '3 lists'")
    }
    try store.database.close()
    let mount = ReadOnlyFolder(scratch.folder.path)
    try #require(mount.isMade)
    defer { mount.end() }
    let error = #expect(throws: StoreError.self) { try SQLiteStore.open(at: store.path) }
    guard case .olderFile = error else {
      Issue.record("expected olderFile, got \(String(describing: error))")
      return
    }
  }
}
