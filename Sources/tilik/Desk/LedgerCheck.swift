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
  /// The last event.
  var head: String?
  /// What is wrong, in words; empty where all is well.
  var faults: [String] = []

  static func run(_ desk: Desk) throws -> LedgerCheck {
    var check = LedgerCheck()
    let histories = try check.readEvents(desk)
    let texts = try check.readDocuments(desk)
    for (claim, events) in histories.sorted(by: { $0.key < $1.key }) {
      check.claims += 1
      try check.follow(claim, events, texts, desk)
    }
    try check.checkSnapshots(desk)
    if check.faults.isEmpty { check.faults = try desk.store.checkDerived() }
    check.head = try desk.store.head().last?.hex
    return check
  }

  /// Reads every event and compares its hash with the name it is filed under.
  private mutating func readEvents(_ desk: Desk) throws -> [ClaimID: [Event]] {
    var histories: [ClaimID: [Event]] = [:]
    var count = 0
    var found: [String] = []
    try desk.store.eachEvent { filedAs, canonical in
      count += 1
      let short = filedAs.prefix(12)
      guard Event.hash(of: canonical).hex == filedAs else {
        found.append(
          say(
            "event \(short): its text is not what its name says: it was changed",
            "peristiwa \(short): isinya tidak cocok dengan namanya: telah diubah"
          )
        )
        return
      }
      do throws(LedgerFault) {
        let event = try Event(canonical: canonical)
        histories[event.claim, default: []].append(event)
      } catch {
        found.append(
          say(
            "event \(short): \(LedgerWording.text(error))",
            "peristiwa \(short): \(LedgerWording.text(error))"
          )
        )
      }
    }
    events = count
    faults += found
    return histories
  }

  /// Reads every document and compares text and bytes with their hashes.
  private mutating func readDocuments(_ desk: Desk) throws -> [DocumentID: String] {
    var texts: [DocumentID: String] = [:]
    for summary in try desk.store.documents() {
      documents += 1
      guard let stored = try desk.store.document(summary.id) else { continue }
      texts[summary.id] = stored.document.text
      let hash = Event.hash(of: stored.document.text)
      if hash != stored.document.textHash || !hash.hex.hasPrefix(summary.id.rawValue) {
        faults.append(
          say(
            "document \(summary.id.short): its text was changed",
            "dokumen \(summary.id.short): teksnya telah diubah"
          )
        )
      }
      guard let raw = try desk.store.bytes(stored.document.rawHash),
        Event.hash(ofBytes: raw) == stored.document.rawHash
      else {
        faults.append(
          say(
            "document \(summary.id.short): its original bytes were changed or are gone",
            "dokumen \(summary.id.short): bita aslinya berubah atau hilang"
          )
        )
        continue
      }
    }
    return texts
  }

  /// Follows a claim's events from parent to child and finds its words where it says they are.
  private mutating func follow(
    _ id: ClaimID,
    _ events: [Event],
    _ texts: [DocumentID: String],
    _ desk: Desk
  ) throws {
    let claim: ReviewedClaim
    do throws(LedgerFault) {
      claim = try ReviewedClaim(history: events)
    } catch {
      faults.append(
        say(
          "claim \(id.short): \(LedgerWording.text(error))",
          "klaim \(id.short): \(LedgerWording.text(error))"
        )
      )
      return
    }
    for event in claim.history {
      let anchored: Claim
      switch event.content {
      case .captured(let claim), .reanchored(let claim): anchored = claim
      case .cited(let evidence, _):
        try checkExcerpt(evidence, of: id, desk)
        continue
      default: continue
      }
      let found = texts[anchored.document].map { text in
        anchored.content.compactMap { text.slice($0).map(String.init) }
      }
      if found != anchored.quote {
        faults.append(
          say(
            "claim \(id.short): its words do not stand in document \(anchored.document.short) where it says",
            "klaim \(id.short): bunyinya tidak ada di tempatnya dalam dokumen \(anchored.document.short)"
          )
        )
      }
    }
  }

  /// Finds an excerpt in the stored copy that it was cited from.
  private mutating func checkExcerpt(_ evidence: Evidence, of id: ClaimID, _ desk: Desk) throws {
    guard let snapshot = evidence.snapshot, let excerpt = evidence.excerpt else { return }
    guard let copy = try desk.store.bytes(snapshot), Event.hash(ofBytes: copy) == snapshot else {
      faults.append(
        say(
          "claim \(id.short): the stored copy of \(evidence.source) was changed or is gone",
          "klaim \(id.short): salinan tersimpan \(evidence.source) berubah atau hilang"
        )
      )
      return
    }
    let anchor = ExcerptAnchor.find(excerpt, in: String(decoding: copy, as: UTF8.self))
    if anchor.quality != evidence.anchor {
      faults.append(
        say(
          "claim \(id.short): the excerpt from \(evidence.source) is no longer found as it was",
          "klaim \(id.short): kutipan dari \(evidence.source) tidak lagi ditemukan seperti semula"
        )
      )
    }
  }
}
