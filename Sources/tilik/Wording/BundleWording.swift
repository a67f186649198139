import ClaimModel
import ClaimStore
import ReviewWorkflow
import SourceLookup

/// Words for ledgers on their way between desks.
enum BundleWording {
  static func failure(_ error: BundleError, file: String) -> Failure {
    switch error {
    case .store(let error): return Failure(StoreWording.code(error), StoreWording.text(error))
    case .refused(let fault):
      let place = fault.line.map { "\(file):\($0)" } ?? file
      let code: Code = fault.reason == .form ? .badInput : .integrity
      return Failure(
        code,
        "\(place): \(text(fault.reason))"
          + say("; nothing was taken in", "; tidak ada yang diambil")
      )
    }
  }

  /// The refusal of a bundle for one of its snapshots.
  static func failure(_ fault: SnapshotIntake.Fault, place: String) -> Failure {
    Failure(
      fault == .form ? .badInput : .integrity,
      "\(place): \(text(fault))" + say("; nothing was taken in", "; tidak ada yang diambil")
    )
  }

  private static func text(_ fault: SnapshotIntake.Fault) -> String {
    func named(_ hash: ContentHash) -> String { say("snapshot ", "salinan ") + hash.hex.prefix(12) }
    switch fault {
    case .form: return text(BundleFault.Reason.form)
    case .wrongBytes(let hash):
      return say(
        "the snapshot named \(hash.hex.prefix(12)) was changed",
        "salinan bernama \(hash.hex.prefix(12)) telah diubah"
      )
    case .unreadable(let hash, let error): return "\(named(hash)): \(FormatWording.text(error))"
    case .noSnapshot(let hash):
      return named(hash) + say(" is spoken of but not here", " disebut tetapi tidak ada di sini")
    case .noStamp(_, let hash):
      return named(hash) + say(" came without its timestamp", " datang tanpa stempel waktunya")
    case .otherCapture(let capture):
      return named(capture.snapshot)
        + say(
          " does not hold what the note about \(capture.source) says",
          " tidak berisi yang dikatakan catatan tentang \(capture.source)"
        )
    case .noBody(let capture):
      return named(capture.snapshot)
        + say(
          " refers to a page of \(capture.source) that is not here",
          " merujuk ke halaman \(capture.source) yang tidak ada di sini"
        )
    case .archive(let fault): return FetchWording.text(fault)
    }
  }

  private static func text(_ reason: BundleFault.Reason) -> String {
    switch reason {
    case .form:
      return say("this is not a line of a ledger bundle", "ini bukan baris bundel buku besar")
    case .event(.ledger(let fault)): return LedgerWording.text(fault)
    case .event(.signature(let standing, let event)):
      return say("event ", "peristiwa ") + "\(event.hex.prefix(12)): \(KeyWording.text(standing))"
    case .wrongBytes(let hash):
      return say(
        "the bytes named \(hash.hex.prefix(12)) were changed",
        "bita bernama \(hash.hex.prefix(12)) telah diubah"
      )
    case .wrongDocument(let id):
      return say("document \(id.short) was changed", "dokumen \(id.short) telah diubah")
    case .missingBytes(_, let id):
      return say(
        "document \(id.short) came without its original bytes",
        "dokumen \(id.short) datang tanpa bita aslinya"
      )
    case .missingDocument(let id, let event):
      return say(
        "event \(event.hex.prefix(12)) speaks of document \(id.short), which is not here",
        "peristiwa \(event.hex.prefix(12)) menyebut dokumen \(id.short), yang tidak ada di sini"
      )
    case .wordsNotFound(let event, let id):
      return say(
        "event \(event.hex.prefix(12)): its words do not stand in document \(id.short)",
        "peristiwa \(event.hex.prefix(12)): bunyinya tidak ada di dokumen \(id.short)"
      )
    }
  }

  /// What a merge came to, a line a fact.
  static func lines(_ outcome: MergeOutcome, snapshots: Int) -> [String] {
    var lines = [
      say(
        "\(outcome.addedEvents) new events, \(outcome.knownEvents) known; \(outcome.addedDocuments) new documents, \(outcome.knownDocuments) known",
        "\(outcome.addedEvents) peristiwa baru, \(outcome.knownEvents) sudah ada; \(outcome.addedDocuments) dokumen baru, \(outcome.knownDocuments) sudah ada"
      )
    ]
    if outcome.addedEvents > 0 {
      lines.append(
        say(
          "of the new events \(outcome.signedEvents) have a good signature, \(outcome.unknownSignatures) one of an unknown key, \(outcome.unsignedEvents) none",
          "dari peristiwa baru \(outcome.signedEvents) bertanda tangan sah, \(outcome.unknownSignatures) dengan kunci tak dikenal, \(outcome.unsignedEvents) tanpa tanda tangan"
        )
      )
    }
    if snapshots > 0 {
      lines.append(say("\(snapshots) new snapshots of sources", "\(snapshots) salinan sumber baru"))
    }
    lines += outcome.joined.map {
      say(
        "\($0.short): both desks worked on it; notes and evidence were joined",
        "\($0.short): dikerjakan kedua meja; catatan dan bukti digabung"
      )
    }
    lines += outcome.conflicts.map {
      say(
        "\($0.short): two verdicts; read both (`tilik show \($0.short)`) and choose (`tilik conclude`)",
        "\($0.short): dua putusan; baca keduanya (`tilik show \($0.short)`) lalu pilih (`tilik conclude`)"
      )
    }
    return lines
  }
}
