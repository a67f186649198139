import ClaimModel
import Foundation

/// The claim that lay on somebody's desk when they stopped: a small file beside the ledger, one a person.
///
/// It is a convenience, not a record: where it cannot be written or read, the review begins with the queue.
struct ReviewPlace {
  private let file: URL

  init(_ desk: Desk) {
    file = desk.workspace.ledger.deletingLastPathComponent()
      .appending(path: "place-\(KeyFolder.slug(desk.actor))")
  }

  func read() -> ClaimID? {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
    let name = text.trimmingCharacters(in: .newlines)
    return name.isEmpty ? nil : ClaimID(rawValue: name)
  }

  func write(_ claim: ClaimID?) {
    guard let claim else {
      try? FileManager.default.removeItem(at: file)
      return
    }
    try? "\(claim.rawValue)\n".write(to: file, atomically: true, encoding: .utf8)
  }
}
