import ClaimModel
import ReviewWorkflow

/// A bundle on its way into a backend's tables, inside one transaction.
struct BundleIntake<Tables: LedgerTables> {
  private let tables: Tables
  private var merge: LedgerMerge
  private var addedDocuments = 0
  private var knownDocuments = 0
  /// The document that was looked into last: claims come in the order of their documents.
  private var latest: (id: DocumentID, text: String)?

  private init(_ tables: Tables, keys: KeyRing) {
    self.tables = tables
    merge = LedgerMerge(keys: keys)
  }

  /// Takes in what is new.
  ///
  /// Throws ``BundleFault`` for the first line that is not in order; the transaction around it then has to be rolled back.
  static func run(
    _ lines: some Sequence<String>,
    keys: KeyRing,
    into tables: Tables
  ) throws -> MergeOutcome {
    var intake = BundleIntake(tables, keys: keys)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      do {
        try intake.take(BundleRecord(line: line))
      } catch let reason as BundleFault.Reason {
        throw BundleFault(line: index + 1, reason: reason)
      } catch let fault as MergeFault {
        throw BundleFault(line: index + 1, reason: .event(fault))
      }
    }
    do {
      return try intake.conclude()
    } catch let fault as MergeFault {
      throw BundleFault(line: nil, reason: .event(fault))
    }
  }

  private mutating func take(_ record: BundleRecord) throws {
    switch record {
    case .blob(let hash, let bytes): try tables.store(bytes, as: hash)
    case .document(let stored): try take(stored)
    case .event(let signed): try take(signed)
    }
  }

  private mutating func take(_ stored: StoredDocument) throws {
    let document = stored.document
    if try tables.hasDocument(withText: document.textHash) {
      knownDocuments += 1
      return
    }
    // An article that came as plain UTF-8 is its own text.
    try tables.store(Array(document.text.utf8), as: document.textHash)
    guard try tables.hasBytes(document.rawHash) else {
      throw BundleFault.Reason.missingBytes(document.rawHash, document: stored.id)
    }
    var stored = stored
    // Each desk counts the versions that it knows; where both have gone on from one article, theirs come after ours.
    let versions = try tables.versions(of: stored.article)
    if versions.contains(stored.version), let last = versions.last { stored.version = last + 1 }
    try tables.insert(stored)
    addedDocuments += 1
  }

  private mutating func take(_ signed: SignedEvent) throws {
    let tables = tables
    guard try merge.admit(signed, claimOf: { try tables.claim(of: $0) }) else { return }
    switch signed.event.content {
    case .captured(let claim), .reanchored(let claim): try find(claim, for: signed.event)
    case .orphaned(let document): _ = try text(of: document, for: signed.event)
    default: break
    }
    try tables.insert(signed)
  }

  /// Looks for a claim's words where the event says that they stand.
  private mutating func find(_ claim: Claim, for event: Event) throws {
    let text = try text(of: claim.document, for: event)
    guard !claim.content.isEmpty,
      claim.content.map({ text.slice($0).map(String.init) }) == claim.quote,
      (claim.cue + claim.mention).allSatisfy({ text.slice($0) != nil })
    else {
      throw BundleFault.Reason.wordsNotFound(event: event.id, document: claim.document)
    }
  }

  private mutating func text(of document: DocumentID, for event: Event) throws -> String {
    if let latest, latest.id == document { return latest.text }
    guard let stored = try tables.document(document) else {
      throw BundleFault.Reason.missingDocument(document, event: event.id)
    }
    latest = (document, stored.document.text)
    return stored.document.text
  }

  private mutating func conclude() throws -> MergeOutcome {
    for claim in merge.claims {
      try tables.derive(merge.conclude(claim, history: tables.history(of: claim)))
    }
    var outcome = merge.outcome
    outcome.addedDocuments = addedDocuments
    outcome.knownDocuments = knownDocuments
    return outcome
  }
}
