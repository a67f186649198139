import Foundation
public import Testing

/// Compares a text with the golden file `name` in the `Goldens` folder beside the test.
///
/// `UPDATE_GOLDENS=1` (`make golden`) rewrites the file instead, and still fails the test, so that nobody records one
/// without reading it.
public func expectGolden(
  _ actual: String,
  _ name: String,
  file: String = #filePath,
  location: SourceLocation = #_sourceLocation
) throws {
  let golden = URL(filePath: file).deletingLastPathComponent().appending(path: "Goldens/\(name)")
  if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1" {
    let before = try? String(contentsOf: golden, encoding: .utf8)
    guard before != actual else { return }
    try actual.write(to: golden, atomically: true, encoding: .utf8)
    Issue.record("recorded \(golden.path); read it, then run again", sourceLocation: location)
    return
  }
  guard let expected = try? String(contentsOf: golden, encoding: .utf8) else {
    Issue.record("no golden file \(golden.path); `make golden` writes it", sourceLocation: location)
    return
  }
  guard expected != actual else { return }
  let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let got = actual.split(separator: "\n", omittingEmptySubsequences: false)
  let line =
    zip(wanted, got).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    ?? min(wanted.count, got.count)
  Issue.record(
    """
    \(name) differs from its golden at line \(line + 1)
    expected: \(line < wanted.count ? wanted[line] : "(end)")
    got:      \(line < got.count ? got[line] : "(end)")
    """,
    sourceLocation: location
  )
}
