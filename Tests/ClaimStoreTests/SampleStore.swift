import ClaimModel
import Foundation
import ReviewWorkflow

@testable import ClaimStore

/// A folder of its own for a test, removed when the test is over.
final class Scratch: Sendable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "tilik-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }
}

/// Documents, claims and events to fill a store with.
enum Sample {
  static let time = Timestamp(secondsSince1970: 1_773_000_000)

  static func desk() throws -> ReviewDesk {
    ReviewDesk(
      workflow: try Workflow(yaml: DefaultSettings.workflow),
      scale: try RatingScale(yaml: DefaultSettings.scale)
    )
  }

  /// The bytes a text came as: UTF-8 with a byte order mark.
  static func raw(_ text: String) -> [UInt8] { [0xEF, 0xBB, 0xBF] + Array(text.utf8) }

  /// A document of one sentence a line, each line a claim.
  static func stored(_ lines: [String], title: String? = nil) -> (StoredDocument, [Claim]) {
    let text = lines.joined(separator: "\n")
    var start = 0
    var blocks: [Block] = []
    for line in lines {
      blocks.append(Block(.paragraph, TextSpan(start, start + line.utf8.count)))
      start += line.utf8.count + 1
    }
    let document = Document(
      text: text,
      blocks: blocks,
      metadata: DocumentMetadata(title: title, language: .indonesian),
      rawHash: Event.hash(ofBytes: raw(text)),
      textHash: Event.hash(of: text),
      notes: [.replacedBytes(count: 2)]
    )
    let extraction = Extraction(
      language: .indonesian,
      attributions: blocks.map {
        Attribution(content: [$0.span], kind: .indirect, flags: [.vagueSource])
      },
      findings: [
        Finding(.vagueSourcing, .noted, spans: [blocks[0].span], facts: ["phrase": "sumber"])
      ]
    )
    let id = ClaimCapture.name(of: document)
    let stored = StoredDocument(
      id: id,
      article: id,
      version: 1,
      origin: "a.txt",
      document: document,
      extraction: extraction,
      addedBy: "Sari",
      addedAt: time
    )
    return (stored, ClaimCapture.claims(of: extraction, in: document, named: id))
  }

  /// A document with its claims on their way into a store.
  static func arrival(_ lines: [String]) throws -> Arrival {
    let (document, claims) = stored(lines, title: lines.first)
    let desk = try desk()
    return Arrival(
      document,
      raw: raw(document.document.text),
      events: claims.map { SignedEvent(desk.capture($0, by: "Sari", at: time)) }
    )
  }

  /// Adds a document with its claims and gives the claims' names.
  @discardableResult
  static func fill(_ store: some LedgerStore, _ lines: [String]) throws -> [ClaimID] {
    let arrival = try arrival(lines)
    try store.add(arrival.document, raw: arrival.raw, events: arrival.events)
    return arrival.events.map(\.event.claim)
  }

  static func act(
    _ content: EventContent,
    on id: ClaimID,
    in store: any LedgerStore,
    by actor: String = "Sari"
  )
    throws -> Event
  {
    let claim = try ReviewedClaim(history: store.history(of: id))
    return try desk().judge(content, on: claim, by: actor, at: time)
  }

  /// A store's bundle.
  static func bundle(_ store: some LedgerStore) throws -> [String] {
    var lines: [String] = []
    try store.eachBundleLine { lines.append($0) }
    return lines
  }
}
