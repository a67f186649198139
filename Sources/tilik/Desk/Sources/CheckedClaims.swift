import Foundation
import SourceLookup

/// Checks by others that were imported from ClaimReview feeds: one file of the workspace, a check a line.
struct CheckedClaims {
  let file: URL
  private(set) var checks: [ClaimReview] = []

  init(_ desk: Desk) throws {
    file = desk.workspace.folder.appending(path: ".tilik/checks.jsonl")
    guard FileManager.default.fileExists(atPath: file.path) else { return }
    let bytes = try ArticleFiles.read(file.path)
    for line in bytes.split(separator: 0x0A) {
      checks += try ClaimReview.feed(Array(line), file: file.path)
    }
  }

  /// Adds checks, of which one of the same address and claim replaces the older, and gives how many are new.
  mutating func add(_ found: [ClaimReview]) throws -> Int {
    var places: [String: Int] = [:]
    for (index, check) in checks.enumerated() { places[Self.key(check)] = index }
    var added = 0
    for check in found {
      if let place = places[Self.key(check)] {
        checks[place] = check
      } else {
        places[Self.key(check)] = checks.count
        checks.append(check)
        added += 1
      }
    }
    let lines = checks.map { $0.line + "\n" }.joined()
    do {
      try Data(lines.utf8).write(to: file, options: .atomic)
    } catch {
      throw Failure(.badInput, FileWording.text(error, path: file.path))
    }
    return added
  }

  private static func key(_ check: ClaimReview) -> String { check.url + "\n" + check.claim }
}
