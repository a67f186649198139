import ClaimModel
import ReviewWorkflow

/// Words for what is wrong with a ledger.
enum LedgerWording {
  /// The first event that is wrong, by its place and name, and why.
  static func text(_ fault: LedgerAuditFault) -> String {
    if case .checkpoint(let checkpoint) = fault.reason {
      return say(
        "the ledger is not the one that the checkpoint of \(checkpoint.size) events was signed for: "
          + "something before event \(min(checkpoint.size, fault.position + 1)) was changed or is gone",
        "buku besar ini bukan yang ditandatangani pada titik periksa \(checkpoint.size) peristiwa: "
          + "ada yang diubah atau hilang sebelum peristiwa \(min(checkpoint.size, fault.position + 1))"
      )
    }
    let name = (fault.filedAs ?? "").prefix(12)
    return say(
      "the first bad event is number \(fault.position + 1), \(name): ",
      "peristiwa pertama yang rusak: nomor \(fault.position + 1), \(name): "
    ) + text(fault.reason)
  }

  private static func text(_ reason: LedgerAuditFault.Reason) -> String {
    switch reason {
    case .otherText(let hash): return text(.wrongHash(event: hash))
    case .ledger(let fault): return text(fault)
    case .repeated: return say("it was received before", "sudah pernah diterima")
    case .unreadableSignature:
      return say("its signature cannot be read", "tanda tangannya tidak bisa dibaca")
    case .signature(let standing): return KeyWording.text(standing)
    case .checkpoint: return ""
    }
  }

  static func text(_ fault: LedgerFault) -> String {
    switch fault {
    case .unreadableEvent(let reason):
      return say("cannot be read: \(reason)", "tidak bisa dibaca: \(reason)")
    case .wrongHash:
      return say(
        "its text is not what its name says: it was changed",
        "isinya tidak cocok dengan namanya: telah diubah"
      )
    case .missingParent(_, let parent):
      return say(
        "an event before it is missing (\(parent.hex.prefix(12)))",
        "peristiwa sebelumnya hilang (\(parent.hex.prefix(12)))"
      )
    case .noBeginning(let claim):
      return say(
        "the history of claim \(claim.short) has no beginning",
        "riwayat klaim \(claim.short) tidak punya awal"
      )
    case .strayEvent(_, let claim):
      return say(
        "it belongs to another claim than \(claim.short)",
        "ini milik klaim lain, bukan \(claim.short)"
      )
    }
  }
}
