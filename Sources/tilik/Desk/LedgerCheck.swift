import ClaimModel
import ClaimStore
import ReviewWorkflow
import SourceLookup

/// Derives everything again and says what differs from what is stored.
struct LedgerCheck: Encodable {
  /// How many events were read.
  var events = 0
  /// How many claims they make.
  var claims = 0
  /// How many document versions were read.
  var documents = 0
  /// How many events carry a signature of a key that the desk trusts.
  var signed = 0
  /// How many carry a signature of another key.
  var unknownSignatures = 0
  /// How many signed checkpoints the ledger was held against.
  var checkpoints = 0
  /// The last event.
  var head: String?
  /// The root of the Merkle tree over the events, base64 as in a checkpoint.
  var root: String?
  /// What is wrong, in words; empty where all is well.
  var faults: [String] = []
  /// Where claims stand, by document.
  private var anchors: [DocumentID: [Anchor]] = [:]
  /// What was cited from stored copies.
  private var excerpts: [(claim: ClaimID, evidence: Evidence)] = []

  /// Where a claim stands; of its words only a hash, because there may be millions.
  private struct Anchor {
    var claim: ClaimID
    var content: [TextSpan]
    var words: Int
  }

  private enum CodingKeys: String, CodingKey {
    case events, claims, documents, signed, unknownSignatures, checkpoints, head, root, faults
  }

  static func run(_ desk: Desk, checkpoints extra: [String] = []) throws -> LedgerCheck {
    var check = LedgerCheck()
    let ring = try desk.workspace.ring()
    let checkpoints = check.readCheckpoints(extra, desk, ring)
    var derived: DerivedCheck?
    if let survey = try desk.store.survey(keys: ring, checkpoints: checkpoints) {
      check.take(survey)
    } else {
      derived = DerivedCheck(of: desk.store)
      // What follows from damaged events would only repeat the first fault in other words.
      guard try check.readEvents(desk, ring, checkpoints) else { return check }
    }
    try check.readDocuments(desk)
    try check.findExcerpts(desk)
    try check.checkSnapshots(desk)
    if check.faults.isEmpty, let derived {
      check.faults = try derived.faults().map(LedgerWording.text)
    }
    check.head = try desk.store.head().last?.hex
    return check
  }

  /// Reads the checkpoints that the ledger is held against, and who signed them.
  private mutating func readCheckpoints(
    _ extra: [String],
    _ desk: Desk,
    _ ring: KeyRing
  ) -> [Checkpoint] {
    var read: [Checkpoint] = []
    for file in desk.workspace.checkpointFiles() {
      do {
        read.append(try desk.workspace.checkpoint(file, ring).checkpoint)
      } catch {
        faults.append(Failure(error)?.message ?? "\(file): \(error)")
      }
    }
    for file in extra {
      do {
        let text = String(decoding: try ArticleFiles.read(file), as: UTF8.self)
        read.append(try Checkpoint(signed: text, by: ring.keys))
      } catch let fault as CheckpointFault {
        faults.append("\(file): \(KeyWording.text(fault))")
      } catch {
        faults.append(Failure(error)?.message ?? "\(file): \(error)")
      }
    }
    checkpoints = read.count
    return read
  }

  /// Takes over what a store found in a ledger in which nothing is wrong.
  private mutating func take(_ survey: LedgerSurvey) {
    events = survey.events
    claims = survey.claims
    signed = survey.signedEvents
    unknownSignatures = survey.unknownSignatures
    root = survey.root.base64
    excerpts = survey.excerpts.map { ($0.claim, $0.evidence) }
  }

  /// Goes through the events in the order of receipt up to the first that is wrong; whether all are right.
  private mutating func readEvents(
    _ desk: Desk,
    _ ring: KeyRing,
    _ checkpoints: [Checkpoint]
  ) throws -> Bool {
    var audit = LedgerAudit(keys: ring, checkpoints: checkpoints)
    var found: LedgerAuditFault?
    do {
      try desk.store.eachEntry { entry in
        do throws(LedgerAuditFault) {
          note(
            try audit.take(
              filedAs: entry.filedAs,
              canonical: entry.canonical,
              signature: entry.signature
            )
          )
        } catch {
          found = error
          throw error
        }
      }
      do throws(LedgerAuditFault) { try audit.finish() } catch { found = error }
    } catch StoreError.damagedEvent(let name, let fault) {
      faults.append(
        say("the first bad event is ", "peristiwa pertama yang rusak: ")
          + say("number \(audit.frontier.count + 1), ", "nomor \(audit.frontier.count + 1), ")
          + "\(name.prefix(12)): \(LedgerWording.text(fault))"
      )
      return false
    } catch {
      guard found != nil else { throw error }
    }
    events = audit.frontier.count
    signed = audit.signedEvents
    unknownSignatures = audit.unknownSignatures
    if let found {
      faults.append(LedgerWording.text(found))
      return false
    }
    root = audit.frontier.root.base64
    return true
  }

  /// Reads every document and compares text and bytes with their hashes.
  private mutating func readDocuments(_ desk: Desk) throws {
    for summary in try desk.store.documents() {
      documents += 1
      // The bytes alone: what was found in an article takes ten times as long to read as its words.
      let bytes = try desk.store.bytes(summary.textHash) ?? []
      if let anchors = anchors.removeValue(forKey: summary.id) {
        find(anchors, in: String(decoding: bytes, as: UTF8.self), of: summary.id)
      }
      let hash = Event.hash(ofBytes: bytes)
      if hash != summary.textHash || !hash.hex.hasPrefix(summary.id.rawValue) {
        faults.append(
          say(
            "document \(summary.id.short): its text was changed",
            "dokumen \(summary.id.short): teksnya telah diubah"
          )
        )
      }
      // Plain text is kept once.
      let raw =
        try summary.rawHash == summary.textHash
        ? hash : desk.store.bytes(summary.rawHash).map { Event.hash(ofBytes: $0) }
      guard raw == summary.rawHash else {
        faults.append(
          say(
            "document \(summary.id.short): its original bytes were changed or are gone",
            "dokumen \(summary.id.short): bita aslinya berubah atau hilang"
          )
        )
        continue
      }
    }
    for (document, anchors) in anchors.sorted(by: { $0.key < $1.key }) {
      faults.append(
        say(
          "document \(document.short), in which \(anchors.count) claims stand, is gone",
          "dokumen \(document.short), tempat \(anchors.count) klaim, hilang"
        )
      )
    }
  }

  /// Keeps what an event says stands elsewhere, to look for it there later.
  private mutating func note(_ event: Event) {
    switch event.content {
    case .captured(let claim), .reanchored(let claim):
      if case .captured = event.content { claims += 1 }
      anchors[claim.document, default: []].append(
        Anchor(claim: claim.id, content: claim.content, words: claim.quote.hashValue)
      )
    case .cited(let evidence, _):
      if evidence.snapshot != nil { excerpts.append((event.claim, evidence)) }
    default: break
    }
  }

  /// Finds the words of every claim of a document where the events say that they stand.
  private mutating func find(_ anchors: [Anchor], in text: String, of document: DocumentID) {
    for anchor in anchors {
      let found = anchor.content.compactMap { text.slice($0).map(String.init) }
      if found.count != anchor.content.count || found.hashValue != anchor.words {
        faults.append(
          say(
            "claim \(anchor.claim.short): its words do not stand in document \(document.short) where it says",
            "klaim \(anchor.claim.short): bunyinya tidak ada di tempatnya dalam dokumen \(document.short)"
          )
        )
      }
    }
  }

  /// Finds every cited excerpt in the stored copy of its source.
  private mutating func findExcerpts(_ desk: Desk) throws {
    for (claim, evidence) in excerpts { try checkExcerpt(evidence, of: claim, desk) }
  }

  /// Finds an excerpt in the stored copy that it was cited from.
  private mutating func checkExcerpt(_ evidence: Evidence, of id: ClaimID, _ desk: Desk) throws {
    guard let snapshot = evidence.snapshot, evidence.excerpt != nil else { return }
    guard let copy = try desk.store.bytes(snapshot), Event.hash(ofBytes: copy) == snapshot else {
      faults.append(
        say(
          "claim \(id.short): the stored copy of \(evidence.source) was changed or is gone",
          "klaim \(id.short): salinan tersimpan \(evidence.source) berubah atau hilang"
        )
      )
      return
    }
    let anchor = ExcerptAnchor.find(evidence, in: String(decoding: copy, as: UTF8.self))
    if anchor?.quality != evidence.anchor {
      faults.append(
        say(
          "claim \(id.short): the excerpt from \(evidence.source) is no longer found as it was",
          "klaim \(id.short): kutipan dari \(evidence.source) tidak lagi ditemukan seperti semula"
        )
      )
    }
  }
}
