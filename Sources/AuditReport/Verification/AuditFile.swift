public import ClaimModel
import Crypto

/// A rendered audit, read back from its file to see whether it still says what it said.
///
/// Nothing but the file is needed. What a file alone cannot show is that its events are in a desk's ledger: whoever
/// changes the page and all its hashes together is only found by comparing with the ledger, or with a checkpoint that
/// somebody else has signed; for that there are ``proofs``.
public struct AuditFile: Sendable {
  /// The names of the events that the page carries, in their order.
  public let events: [ContentHash]
  /// Of those, the latest of each claim.
  public let latestEvents: [ContentHash]
  /// What the page says of the ledger that its events are in, where it does; nothing of it is checked here.
  public let proofs: LedgerProofs?
  /// What was looked at, and what came of it, in order.
  public let checks: [(check: Check, outcome: Outcome)]

  /// Something that is looked at.
  public enum Check: String, Hashable, Sendable, CaseIterable {
    /// The bytes are those that were written: the last line names the SHA-256 of all before it.
    case bytes
    /// The seal, over all that the page tells and the names of its events, is what it was.
    case seal
    /// The article's words have the SHA-256 that the claims' events place them in.
    case text
    /// Each event that a history shows is carried, and so are the events before it.
    case events
    /// Each quotation, verdict and excerpt stands in an event of its claim.
    case told
  }

  /// What came of a check.
  public enum Outcome: Hashable, Sendable {
    /// It fits.
    case passed
    /// It does not fit.
    case failed([Problem])
    /// The page has nothing that could be looked at.
    case notChecked
  }

  /// Something on a page that does not fit.
  public enum Problem: Hashable, Sendable {
    /// The file is not an audit that this program writes.
    case notAnAudit
    /// The bytes are not those that were written: the hash in the last line is another.
    case changedBytes
    /// Something that the page tells, or an event, is not what was written.
    case changedWords
    /// The article is not the one in which an event places its claim.
    case otherArticle(claim: String)
    /// A history shows an event that the page does not carry, or whose content was changed.
    case unknownEvent(name: String)
    /// An event names a parent that the page does not carry.
    case unknownParent(name: String, of: ContentHash)
    /// A quotation, an explanation or an excerpt that stands in no event of its claim.
    case unsupported(words: String)
    /// A verdict's rating that stands in no event of its claim, or not beside that explanation.
    case unsupportedRating(claim: String)
  }

  /// What does not fit; empty where everything does.
  public var problems: [Problem] {
    checks.flatMap { _, outcome -> [Problem] in
      if case .failed(let problems) = outcome { return problems }
      return []
    }
  }

  /// Reads and verifies a file.
  ///
  /// - Parameter bytes: the whole file.
  public init(_ bytes: [UInt8]) {
    guard let parts = PageParts(bytes) else {
      (events, latestEvents, proofs) = ([], [], nil)
      checks = [(.bytes, .failed([.notAnAudit]))]
      return
    }
    let carried = parts.events
    let contents = carried.texts.map { EventContent($0) }
    let parents = Set(contents.flatMap(\.parents))
    events = carried.names
    latestEvents = carried.names.filter { !parents.contains($0.hex) }
    proofs = parts.proofs
    let seal = Seal.hash(parts: parts.sealed, events: carried.names)
    let dossiers = parts.dossiers
    let hasEvents = !carried.names.isEmpty
    checks = [
      (.bytes, Outcome(parts.isWhole ? [] : [.changedBytes])),
      (.seal, Outcome(seal.hex == parts.seal ? [] : [.changedWords])),
      (.text, Self.text(parts.article, placedBy: contents)),
      (
        .events,
        hasEvents
          ? Outcome(Self.strangers(dossiers, names: carried.names, contents)) : .notChecked
      ),
      (.told, hasEvents ? Outcome(Self.unsupported(dossiers, by: contents)) : .notChecked),
    ]
  }

  /// Compares the article with the version in which the claims' latest events place them.
  private static func text(_ words: [UInt8]?, placedBy events: [EventContent]) -> Outcome {
    var documents: [String: String] = [:]
    for event in events { if let document = event.document { documents[event.claim] = document } }
    guard let words, !documents.isEmpty else { return .notChecked }
    let hash = ContentHash(bytes: SHA256.hash(data: words)).hex
    return Outcome(
      documents.filter { !hash.hasPrefix($0.value) }.keys.sorted().map(Problem.otherArticle)
    )
  }

  private static func strangers(
    _ dossiers: [DossierParts],
    names: [ContentHash],
    _ contents: [EventContent]
  ) -> [Problem] {
    let known = Set(names.map(\.hex))
    let beginnings = Set(names.map { String($0.hex.prefix(HistoryList.digits)) })
    var problems = dossiers.flatMap(\.events).filter { !beginnings.contains($0) }
      .map(Problem.unknownEvent)
    for (content, name) in zip(contents, names) {
      for parent in content.parents where !known.contains(parent) {
        problems.append(.unknownParent(name: parent, of: name))
      }
    }
    return problems
  }

  private static func unsupported(
    _ dossiers: [DossierParts],
    by events: [EventContent]
  ) -> [Problem] {
    let events = Dictionary(grouping: events, by: \.claim)
    var problems: [Problem] = []
    for dossier in dossiers {
      let events = events[dossier.claim] ?? []
      for words in dossier.told where !events.contains(where: { $0.strings.contains(words) }) {
        problems.append(.unsupported(words: String(decoding: words, as: UTF8.self)))
      }
      let isRated = events.contains { event in
        event.rating == dossier.rating
          && (dossier.explanation.map { event.strings.contains($0) } ?? true)
      }
      if !dossier.rating.isEmpty, !isRated {
        problems.append(.unsupportedRating(claim: dossier.claim))
      }
    }
    return problems
  }
}

extension AuditFile.Outcome {
  fileprivate init(_ problems: [AuditFile.Problem]) {
    self = problems.isEmpty ? .passed : .failed(problems)
  }
}
