#if Postgres
  import ClaimModel
  import Foundation
  import ReviewWorkflow
  import Synchronization
  import TestSupport
  import Testing

  @testable import ClaimStore

  @Suite(
    "When a PostgreSQL server fails in the middle",
    .enabled(if: PostgresServer.isInstalled, "PostgreSQL is not installed"),
    .serialized
  )
  struct PostgresFaultTests {
    /// `TILIK_SOAK=300 swift test --traits Postgres --filter PostgresFaultTests` is the long form (`make soak`).
    static let seconds =
      ProcessInfo.processInfo.environment["TILIK_SOAK"].flatMap(Double.init) ?? 8

    /// What one reviewer was told.
    struct Told: Sendable {
      var stored: Set<String> = []
      var collisions = 0
      var failures: [String] = []
    }

    @Test(
      "thirty-two reviewers at once lose nothing and double nothing, whatever happens to the server"
    )
    func reviewers() throws {
      let server = try PostgresServer()
      let address = StoreAddress(server.address(try server.database()))
      let store = try PostgresStore.open(at: address, creating: true)
      var ids: [ClaimID] = []
      for number in 0..<6 {
        ids += try Sample.fill(store, (0..<4).map { "Dokumen \(number) kalimat \($0)." })
      }
      let captured = try store.head().count
      let end = Date(timeIntervalSinceNow: Self.seconds)
      let told = Mutex(Told())
      let done = DispatchGroup()
      for reviewer in 0..<32 {
        done.enter()
        let claims = ids
        Thread {
          let mine = Self.review(claims, as: "Penelaah \(reviewer)", at: address, until: end)
          told.withLock {
            $0.stored.formUnion(mine.stored)
            $0.collisions += mine.collisions
            $0.failures += mine.failures
          }
          done.leave()
        }.start()
      }
      var cuts = 0
      var crashes = 0
      while Date() < end {
        Thread.sleep(forTimeInterval: 0.7)
        if crashes < cuts / 3 {
          try server.crash()
          Thread.sleep(forTimeInterval: 0.2)
          try server.start()
          crashes += 1
        } else {
          try server.cutConnections(
            to: String(address.description.split(separator: "/").last ?? "")
          )
          cuts += 1
        }
      }
      done.wait()
      let result = told.withLock { $0 }
      #expect(result.failures == [])
      #expect(crashes > 0 && cuts > 0)
      #expect(result.collisions > 0, "nobody ever was in another's way")
      #expect(result.stored.count > 100)

      // Every note that somebody was told is stored is there, once, and no other.
      var notes: [String] = []
      var audit = LedgerAudit()
      try store.eachEntry { entry in
        let event = try audit.take(
          filedAs: entry.filedAs,
          canonical: entry.canonical,
          signature: entry.signature
        )
        if case .noted(let text) = event.content { notes.append(text) }
      }
      #expect(notes.count == Set(notes).count)
      #expect(Set(notes) == result.stored)
      #expect(try store.head().count == captured + result.stored.count)
      #expect(try store.checkDerived() == [])
      print(
        "32 reviewers, \(Int(Self.seconds)) s: \(notes.count) notes, \(result.collisions) collisions, "
          + "\(cuts) times all connections cut, \(crashes) crashes"
      )
    }

    /// Writes notes on claims that others write on, too; each text once, however often it is tried.
    private static func review(
      _ claims: [ClaimID],
      as name: String,
      at address: StoreAddress,
      until end: Date
    ) -> Told {
      var told = Told()
      do {
        let store = try PostgresStore.open(at: address)
        var number = 0
        while Date() < end {
          number += 1
          let text = "\(name), catatan \(number)"
          let claim = claims[Int.random(in: claims.indices)]
          while true {
            let note = try Sample.act(.noted(text: text), on: claim, in: store, by: name)
            do {
              try store.append([note])
              told.stored.insert(text)
              break
            } catch StoreError.movedOn {
              told.collisions += 1
            }
          }
        }
      } catch {
        told.failures.append("\(name): \(error)")
      }
      return told
    }

    @Test(
      "a bundle that is cut off in the middle leaves nothing behind, and goes in whole afterwards"
    )
    func bundles() throws {
      let server = try SharedServer.server.get()
      let (store, database) = try SharedServer.store()
      for number in 0..<10 { try Sample.fill(store, ["Naskah \(number)."]) }
      let lines = try Sample.bundle(store)
      let (copy, target) = try SharedServer.store()
      #expect(database != target)
      let error = #expect(throws: BundleError.self) {
        try copy.merge(
          lines.lazy.map { line in
            if line == lines[lines.count / 2] { _ = try? server.cutConnections(to: target) }
            return line
          },
          keys: KeyRing()
        )
      }
      guard case .store(.unreachable) = error else {
        Issue.record("expected unreachable, got \(String(describing: error))")
        return
      }
      #expect(try copy.head().count == 0)
      #expect(try copy.documents().isEmpty)
      let outcome = try copy.merge(lines, keys: KeyRing())
      #expect(outcome.addedEvents == 10)
      #expect(try Sample.bundle(copy) == lines)
      #expect(try copy.checkDerived() == [])
    }
  }
#endif
