public import ClaimModel

/// A rendered audit, read back from its file to see whether it still says what it said.
///
/// Nothing but the file is needed. What a file alone cannot show is that its events are in a desk's ledger: whoever
/// changes the page and all its hashes together is only found by comparing with the ledger or a signed checkpoint.
public struct AuditFile: Sendable {
  /// The names of the events that the page carries, in their order.
  public let events: [ContentHash]
  /// What does not fit; empty where everything does.
  public let problems: [Problem]

  /// Something on a page that does not fit.
  public enum Problem: Hashable, Sendable {
    /// The file is not an audit that this program writes.
    case notAnAudit
    /// The bytes are not those that were written: the hash in the last line is another.
    case changedBytes
    /// The words of the article or of a dossier, or an event, are not those that were written.
    case changedWords
    /// The history shows an event that the page does not carry, or whose content was changed.
    case unknownEvent(name: String)
    /// An event names a parent that the page does not carry.
    case unknownParent(name: String, of: ContentHash)
    /// A quotation, an explanation or an excerpt that stands in no event.
    case unsupported(words: String)
  }

  /// Reads and verifies a file.
  ///
  /// - Parameter bytes: the whole file.
  public init(_ bytes: [UInt8]) {
    guard let parts = PageParts(bytes) else {
      events = []
      problems = [.notAnAudit]
      return
    }
    events = parts.events.map(Seal.name)
    let seal = Seal.hash(parts: parts.sealed, events: events)
    var problems: [Problem] = []
    if !parts.isWhole { problems.append(.changedBytes) }
    if seal.hex != parts.seal { problems.append(.changedWords) }
    if !parts.events.isEmpty {
      problems += Self.problems(of: parts, names: events)
    }
    self.problems = problems
  }

  private static func problems(of parts: PageParts, names: [ContentHash]) -> [Problem] {
    let known = Set(names.map(\.hex))
    var problems = parts.shownEvents.filter { !known.contains($0) }.map(Problem.unknownEvent)
    var told: Set<String> = []
    for (event, name) in zip(parts.events, names) {
      let content = EventContent(event)
      told.formUnion(content.strings)
      for parent in content.parents where !known.contains(parent) {
        problems.append(.unknownParent(name: parent, of: name))
      }
    }
    for words in parts.toldWords where !told.contains(words) {
      problems.append(.unsupported(words: words))
    }
    return problems
  }
}

extension AuditFile.Problem: CustomStringConvertible {
  /// What does not fit, in one line.
  public var description: String {
    switch self {
    case .notAnAudit: return "this file is not an audit written by tilik"
    case .changedBytes: return "the file was changed after it was written"
    case .changedWords: return "the article, a dossier or an event was changed after it was written"
    case .unknownEvent(let name):
      return "the history shows event \(name), which the page does not carry"
    case .unknownParent(let name, let event):
      return "event \(event.hex) follows event \(name), which the page does not carry"
    case .unsupported(let words): return "no event says “\(words)”"
    }
  }
}
