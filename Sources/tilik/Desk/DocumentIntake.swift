import ClaimExtraction
import ClaimModel
import ClaimStore
import DocumentIngest
import ReviewWorkflow

/// Takes an article in: reads it, extracts its claims, stores both in one transaction.
extension Desk {
  /// What became of an article.
  enum Intake {
    /// It was stored with so many claims.
    case added(StoredDocument, claims: Int)
    /// It was stored as a newer version of an article; what became of that one's claims.
    case newVersion(StoredDocument, moved: Int, lost: Int, new: Int)
    /// The same text is already there.
    case known(DocumentID)

    /// What had to be decided or mended while reading it.
    var notes: [IngestNote] {
      switch self {
      case .added(let stored, _), .newVersion(let stored, _, _, _): return stored.document.notes
      case .known: return []
      }
    }
  }

  /// Reads and stores an article.
  func take(in input: ArticleInput, url: String? = nil) throws -> Intake {
    let bytes = input.bytes
    let origin = input.name
    var document = try DocumentReader().read(
      bytes: bytes,
      named: input.number == nil ? origin : nil,
      contentType: input.contentType,
      url: url
    )
    let extraction = ClaimExtractor().extract(document)
    if document.metadata.language == .undetermined {
      document.metadata.language = extraction.language
    }
    let id = ClaimCapture.name(of: document)
    let claims = ClaimCapture.claims(of: extraction, in: document, named: id)
    let before = try previousVersion(of: document, from: origin)
    let stored = StoredDocument(
      id: id,
      article: before?.article ?? id,
      version: (before?.version ?? 0) + 1,
      origin: origin,
      document: document,
      extraction: extraction,
      addedBy: actor,
      addedAt: now
    )
    do {
      guard let before else {
        let events = claims.map { review.capture($0, by: actor, at: now) }
        try store.add(stored, raw: bytes, events: sign(events))
        return .added(stored, claims: claims.count)
      }
      let (events, outcome) = try follow(before, with: claims, in: document, named: id)
      try store.add(stored, raw: bytes, events: sign(events))
      return .newVersion(
        stored,
        moved: outcome.moved.count,
        lost: outcome.lost.count,
        new: outcome.new.count
      )
    } catch StoreError.knownDocument(let known) {
      return .known(known)
    }
  }

  /// The events that carry the claims of a document over to its next version.
  private func follow(
    _ before: StoredDocument,
    with claims: [Claim],
    in document: Document,
    named id: DocumentID
  ) throws -> ([Event], Reanchoring.Outcome) {
    var query = ClaimQuery()
    query.document = before.id
    var reviewed: [ClaimID: ReviewedClaim] = [:]
    for summary in try store.claims(query) { reviewed[summary.id] = try claim(summary.id) }
    let old = reviewed.values.map(\.claim).sorted { $0.id < $1.id }
    let outcome = Reanchoring.match(old, with: claims, in: document.text, named: id)
    var events: [Event] = []
    for moved in outcome.moved {
      guard let claim = reviewed[moved.id] else { continue }
      events.append(try judge(.reanchored(moved), on: claim))
    }
    for lost in outcome.lost {
      guard let claim = reviewed[lost] else { continue }
      events.append(try judge(.orphaned(document: id), on: claim))
    }
    events += outcome.new.map { review.capture($0, by: actor, at: now) }
    return (events, outcome)
  }

  /// The newest version of the article that a document is a version of, or nil.
  ///
  /// It is one with the same address, or read from the same file, or with the same headline; and at least half of the
  /// shorter one's lines have to stand in the other, so that a file name used twice makes no false kin.
  private func previousVersion(of document: Document, from origin: String) throws -> StoredDocument?
  {
    let kin = try store.latestVersions(
      url: document.metadata.url,
      title: document.metadata.title,
      origin: origin == Self.standardInput ? nil : origin
    )
    for summary in kin {
      if summary.textHash == document.textHash { return nil }
      guard let stored = try store.document(summary.id) else { continue }
      if Self.shareHalf(stored.document.text, document.text) { return stored }
    }
    return nil
  }

  /// What stands for an article's path when it came through standard input.
  static let standardInput = "-"

  private static func shareHalf(_ left: String, _ right: String) -> Bool {
    let one = Set(left.split(separator: "\n"))
    let other = Set(right.split(separator: "\n"))
    return one.intersection(other).count * 2 >= max(1, min(one.count, other.count))
  }
}
