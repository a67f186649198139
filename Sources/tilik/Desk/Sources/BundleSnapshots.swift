import ClaimModel
import ClaimStore
import ReviewWorkflow
import SourceLookup

/// The lines of a bundle for the store, with those that carry snapshots taken out on the way.
///
/// Like the file's own lines, it cannot throw: at a snapshot that is not in order it gives a line that no bundle has, so
/// that whoever takes the lines in refuses them all, and ``fault`` says why.
final class BundleSnapshots: Sequence, IteratorProtocol {
  private let lines: FileLines
  private var intake: SnapshotIntake
  private var line = 0
  /// The line that is not in order, and why.
  private(set) var fault: (line: Int, reason: SnapshotIntake.Fault)?

  init(_ lines: FileLines, into archive: SnapshotArchive) {
    self.lines = lines
    intake = SnapshotIntake(into: archive)
  }

  func next() -> String? {
    guard fault == nil, let text = lines.next() else { return nil }
    line += 1
    guard SnapshotRecord.isLine(text) else { return text }
    do throws(SnapshotIntake.Fault) {
      try intake.take(SnapshotRecord(line: text))
      // The store passes over an empty line, and counts it.
      return ""
    } catch {
      fault = (line, error)
      return "unreadable"
    }
  }

  /// Names the new snapshots in the archive's list, once the rest of the bundle is in; how many there are.
  func conclude() throws -> Int { try intake.conclude() }

  /// Removes what was kept.
  func discard() { intake.discard() }
}

extension LedgerStore {
  /// Every source that an event cites, also where that was taken back.
  func citedSources() throws -> Set<SourceID> {
    var cited: Set<SourceID> = []
    try eachEvent { _, canonical in
      guard canonical.contains(#""type":"cited""#), let event = try? Event(canonical: canonical),
        case .cited(let evidence, _) = event.content
      else { return }
      cited.insert(evidence.source)
    }
    return cited
  }

  /// Hands over the ledger as the lines of a bundle, and after it the snapshots of the sources that it cites.
  func eachBundleLine(
    with archive: SnapshotArchive?,
    _ body: (String) throws -> Void
  ) throws {
    try eachBundleLine(body)
    guard let archive, !archive.captures.isEmpty else { return }
    try archive.eachLine(of: citedSources(), body)
  }
}

extension Desk {
  /// Adds the cited sources that the library does not have, with the text that was cited last.
  func addCitedSources() throws {
    let use = try SourceUse(self)
    let known = Set(try store.sources().map(\.source.id))
    let captures = try archive().captures
    var missing: [LibrarySource] = []
    for (id, source) in use.sources.sorted(by: { $0.key < $1.key }) where !known.contains(id) {
      let hash =
        captures.last { $0.source == id && $0.text != nil }?.text
        ?? use.citations[id]?.compactMap(\.evidence.snapshot).last
      let text = try hash.flatMap { try store.bytes($0) }
      missing.append(
        LibrarySource(source: source, text: text.map { String(decoding: $0, as: UTF8.self) })
      )
    }
    if !missing.isEmpty { try store.add(missing) }
  }
}
