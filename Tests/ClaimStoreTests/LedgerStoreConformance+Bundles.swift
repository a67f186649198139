import ClaimModel
import Foundation
import ReviewWorkflow
import Testing

@testable import ClaimStore

/// What every backend has to do with bundles.
extension LedgerStoreConformance {
  /// `copy` has to be another new, empty store.
  static func copiesIntoAnEmptyStore(_ store: some LedgerStore, _ copy: some LedgerStore) throws {
    let ids = try fillForExport(store)
    let lines = try Sample.bundle(store)
    let outcome = try copy.merge(lines, keys: KeyRing())
    #expect(outcome.addedEvents == 4)
    #expect(outcome.addedDocuments == 2)
    #expect(outcome.conflicts.isEmpty)
    #expect(try Sample.bundle(copy) == lines)
    #expect(try copy.claims(ClaimQuery()) == store.claims(ClaimQuery()))
    for summary in try store.documents() {
      #expect(try copy.document(summary.id) == store.document(summary.id))
      #expect(try copy.bytes(summary.rawHash) == store.bytes(summary.rawHash))
    }
    #expect(try copy.bytes(Event.hash(of: "isi")) == Array("isi".utf8))
    #expect(try copy.signedHistory(of: ids[0]) == store.signedHistory(of: ids[0]))
    #expect(try copy.checkDerived() == [])
    let again = try copy.merge(lines, keys: KeyRing())
    #expect(again.addedEvents == 0)
    #expect(again.knownEvents == 4)
    #expect(again.knownDocuments == 2)
    #expect(try Sample.bundle(copy) == lines)
  }

  static func copiesPlainText(_ store: some LedgerStore, _ copy: some LedgerStore) throws {
    let text = "Satu."
    var (document, claims) = Sample.stored([text])
    document.document.rawHash = document.document.textHash
    let desk = try Sample.desk()
    try store.add(
      document,
      raw: Array(text.utf8),
      events: claims.map { desk.capture($0, by: "Sari", at: Sample.time) }
    )
    let lines = try Sample.bundle(store)
    #expect(try copy.merge(lines, keys: KeyRing()).addedDocuments == 1)
    #expect(try copy.bytes(document.document.rawHash) == Array(text.utf8))
    #expect(try Sample.bundle(copy) == lines)
  }

  static func mergesWhatTwoDesksDidApart(
    _ store: some LedgerStore,
    _ other: some LedgerStore
  ) throws {
    let ids = try Sample.fill(store, ["Satu.", "Dua."])
    _ = try other.merge(try Sample.bundle(store), keys: KeyRing())
    for (desk, rating) in [(store as any LedgerStore, "false"), (other, "true")] {
      try desk.append([
        try Sample.act(.triaged(priority: .high, reason: "x"), on: ids[0], in: desk, by: rating)
      ])
      try desk.append([try Sample.act(.taken, on: ids[0], in: desk, by: rating)])
      try desk.append([
        try Sample.act(
          .concluded(Verdict(scale: "default", rating: rating, explanation: "Ada buktinya.")),
          on: ids[0],
          in: desk,
          by: rating
        )
      ])
      try desk.append([try Sample.act(.noted(text: rating), on: ids[1], in: desk, by: rating)])
    }
    try Sample.fill(other, ["Hanya di sana."])
    let outcome = try store.merge(try Sample.bundle(other), keys: KeyRing())
    #expect(outcome.addedEvents == 5)
    #expect(outcome.knownEvents == 2)
    #expect(outcome.addedDocuments == 1)
    #expect(outcome.conflicts == [ids[0]])
    #expect(outcome.joined == [ids[1]])
    let back = try other.merge(try Sample.bundle(store), keys: KeyRing())
    #expect(back.addedEvents == 4)
    #expect(try store.checkDerived() == [])
    #expect(try other.checkDerived() == [])
    for id in ids {
      #expect(
        try ReviewedClaim(history: store.history(of: id))
          == ReviewedClaim(history: other.history(of: id))
      )
    }
    // What ran apart goes on as one.
    let next = try Sample.act(.noted(text: "bersama"), on: ids[1], in: store)
    #expect(next.parents.count == 2)
    try store.append([next])
    #expect(try ReviewedClaim(history: store.history(of: ids[1])).heads == [next.id])
  }

  static func mergesAllOrNothing(_ store: some LedgerStore, _ copy: some LedgerStore) throws {
    try fillForExport(store)
    let lines = try Sample.bundle(store)
    #expect(lines.count == 9)
    func fault(_ lines: [String]) throws -> BundleFault? {
      let error = #expect(throws: BundleError.self) { try copy.merge(lines, keys: KeyRing()) }
      #expect(try copy.head().count == 0)
      #expect(try copy.documents().isEmpty)
      guard case .refused(let fault) = error else { return nil }
      return fault
    }
    for index in lines.indices {
      var changed = lines
      changed[index] = "{\"unknown\":1}"
      let found = try #require(try fault(changed))
      #expect(found.line == index + 1)
      #expect(found.reason == .form)
    }
  }

  static func checksWhatABundleSays(_ store: some LedgerStore, _ copy: some LedgerStore) throws {
    try Sample.fill(store, ["Satu."])
    let lines = try Sample.bundle(store)
    let document = try #require(try store.documents().first)
    func reason(_ lines: [String]) -> BundleFault.Reason? {
      let error = #expect(throws: BundleError.self) { try copy.merge(lines, keys: KeyRing()) }
      guard case .refused(let fault) = error else { return nil }
      return fault.reason
    }
    let otherBytes = lines.map { $0.replacing("\"base64\":\"77u", with: "\"base64\":\"87u") }
    #expect(reason(otherBytes) == .wrongBytes(document.rawHash))
    let otherText = lines.map { $0.replacing("\"text\":\"Satu.", with: "\"text\":\"Dua..") }
    #expect(reason(otherText) == .wrongDocument(document.id))
    for (old, new) in [
      ("\"end\":5,\"start\":0", "\"end\":6,\"start\":0"),
      ("\"end\":5,\"start\":0", "\"end\":5,\"start\":-1"),
      ("\"end\":5,\"start\":0", "\"end\":0,\"start\":5"),
      ("\"version\":1", "\"version\":0"), ("\"article\":\"", "\"article\":\"../"),
    ] {
      #expect(lines[1].contains(old))
      let changed = lines.map { $0.replacing(old, with: new) }
      #expect(reason(changed) == .wrongDocument(document.id), "\(new)")
    }
    #expect(
      reason(Array(lines.dropFirst()))
        == .missingBytes(document.rawHash, document: document.id)
    )
    let event = try #require(try store.history(of: store.claims(ClaimQuery())[0].id).first)
    #expect(
      reason([lines[0], lines[2]]) == .missingDocument(document.id, event: event.id)
    )
    guard case .captured(var claim) = event.content else {
      Issue.record("expected a claim's first event")
      return
    }
    let captured = claim
    for change in 0..<3 {
      claim = captured
      switch change {
      case 0: claim.quote = ["Dua.."]
      case 1: (claim.quote, claim.content) = ([], [])
      default: claim.cue = [TextSpan(0, 99)]
      }
      let invented = try Sample.desk().capture(claim, by: "Sari", at: Sample.time)
      #expect(
        reason(Array(lines.prefix(2)) + [SignedEvent(invented).line])
          == .wordsNotFound(event: invented.id, document: document.id)
      )
    }
    #expect(try copy.head().count == 0)
  }

  static func countsVersionsAnew(_ store: some LedgerStore, _ other: some LedgerStore) throws {
    for desk in [store as any LedgerStore, other] { try Sample.fill(desk, ["Naskah pertama."]) }
    let article = try #require(try store.documents().first).id
    for (desk, text) in [(store as any LedgerStore, "Naskah kita."), (other, "Naskah mereka.")] {
      var (document, _) = Sample.stored([text])
      document.article = article
      document.version = 2
      try desk.add(document, raw: Sample.raw(text), events: [SignedEvent]())
    }
    _ = try store.merge(try Sample.bundle(other), keys: KeyRing())
    let versions = try store.documents()
    #expect(versions.map(\.version) == [1, 2, 3])
    #expect(versions.map(\.article) == [article, article, article])
    #expect(try store.document(versions[2].id)?.document.text == "Naskah mereka.")
  }

  /// Two documents, three claims, a signed event, and a source's copy: nine lines, four of them events.
  @discardableResult
  private static func fillForExport(_ store: some LedgerStore) throws -> [ClaimID] {
    let ids = try Sample.fill(store, ["Satu.", "Dua “😀”."]) + Sample.fill(store, ["Tiga."])
    let note = try Sample.act(.noted(text: "catatan"), on: ids[0], in: store)
    try store.append([try SignedEvent(note, signedWith: SigningKey(name: "sari"))])
    try store.add([
      LibrarySource(
        source: Source(id: SourceID(rawValue: "a"), type: "report", title: "Laporan"),
        text: "isi"
      )
    ])
    return ids
  }
}
