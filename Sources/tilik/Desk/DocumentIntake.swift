import ClaimExtraction
import ClaimModel
import ClaimStore
import DocumentIngest
import ReviewWorkflow

/// Takes an article in: reads it, extracts its claims, finds the version before it.
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

  /// Reads an article and extracts its claims.
  func read(_ input: ArticleInput, url: String?) throws -> ReadArticle {
    var document = try DocumentReader().read(
      bytes: input.bytes,
      named: input.number == nil ? input.name : nil,
      contentType: input.contentType,
      url: url
    )
    let extraction = ClaimExtractor().extract(document)
    if document.metadata.language == .undetermined {
      document.metadata.language = extraction.language
    }
    return ReadArticle(input: input, document: document, extraction: extraction)
  }

  /// An article with what its arrival in the ledger will do, as the ledger is now.
  func arrival(of article: ReadArticle) throws -> (arrival: Arrival, intake: Intake) {
    let document = article.document
    let id = ClaimCapture.name(of: document)
    let claims = ClaimCapture.claims(of: article.extraction, in: document, named: id)
    let before = try previousVersion(of: document, from: article.input.name)
    let stored = StoredDocument(
      id: id,
      article: before?.article ?? id,
      version: (before?.version ?? 0) + 1,
      origin: article.input.name,
      document: document,
      extraction: article.extraction,
      addedBy: actor,
      addedAt: now
    )
    let events: [Event]
    let intake: Intake
    if let before {
      let outcome: Reanchoring.Outcome
      (events, outcome) = try follow(before, with: claims, in: document, named: id)
      intake = .newVersion(
        stored,
        moved: outcome.moved.count,
        lost: outcome.lost.count,
        new: outcome.new.count
      )
    } else {
      events = claims.map { review.capture($0, by: actor, at: now) }
      intake = .added(stored, claims: claims.count)
    }
    return (Arrival(stored, raw: article.input.bytes, events: try sign(events)), intake)
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

/// An article that was read and is not in the ledger yet.
struct ReadArticle {
  var input: ArticleInput
  var document: Document
  var extraction: Extraction
}
