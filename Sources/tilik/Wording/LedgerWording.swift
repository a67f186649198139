import ClaimModel
import ReviewWorkflow

/// Words for what is wrong with a ledger.
enum LedgerWording {
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
