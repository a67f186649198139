import AuditReport
import ClaimModel
import ReviewWorkflow

/// Words for what an audit's file shows about itself.
enum AuditWording {
  static func text(_ check: AuditFile.Check, events: Int) -> String {
    switch check {
    case .bytes:
      return say(
        "every byte is as it was written: the last line names the SHA-256 of all others",
        "setiap bita masih sama: baris terakhir memuat SHA-256 dari semua yang lain"
      )
    case .seal:
      return say(
        "article, claims, verdicts and histories are those that were sealed",
        "artikel, klaim, vonis dan riwayat sama dengan yang disegel"
      )
    case .text:
      return say(
        "the article is the one that the claims are taken from, by its SHA-256",
        "artikelnya memang yang dirujuk klaim-klaim itu, menurut SHA-256-nya"
      )
    case .events:
      return say(
        "the histories are whole: \(events) events, each fits its SHA-256 and follows one that is here",
        "riwayatnya utuh: \(events) peristiwa, masing-masing cocok dengan SHA-256-nya dan induknya ada"
      )
    case .told:
      return say(
        "each quotation, verdict and excerpt stands in an event of its claim",
        "setiap kutipan, vonis dan cuplikan bukti tercatat dalam peristiwa klaimnya"
      )
    }
  }

  /// What is said where a page has nothing to look at.
  static func notChecked(_ check: AuditFile.Check) -> String {
    switch check {
    case .text:
      return say(
        "not checked: the article's SHA-256; the page shows a part of it, or characters that HTML cannot carry",
        "tidak diperiksa: SHA-256 artikel; halaman memuat sebagian saja, atau huruf yang tidak bisa dimuat HTML"
      )
    default:
      return say(
        "not checked: the histories; the page carries no events",
        "tidak diperiksa: riwayat; halaman tidak memuat peristiwa"
      )
    }
  }

  static func text(_ problem: AuditFile.Problem) -> String {
    switch problem {
    case .notAnAudit:
      return say(
        "this file is not an audit that tilik wrote, or it was cut off",
        "berkas ini bukan audit yang ditulis tilik, atau terpotong"
      )
    case .changedBytes:
      return say(
        "the file was changed after it was written",
        "berkas diubah sesudah ditulis"
      )
    case .changedWords:
      return say(
        "something that the page tells, or an event, was changed after it was written",
        "sesuatu di halaman, atau sebuah peristiwa, diubah sesudah ditulis"
      )
    case .otherArticle(let claim):
      return say(
        "claim \(claim) was taken from an article with other words",
        "klaim \(claim) diambil dari artikel dengan isi lain"
      )
    case .unknownEvent(let name):
      return say(
        "a history shows event \(name), which is not carried or was changed",
        "sebuah riwayat menyebut peristiwa \(name), yang tidak dimuat atau sudah diubah"
      )
    case .unknownParent(let name, let event):
      return say(
        "event \(event.hex.prefix(12)) follows \(name.prefix(12)), which is not carried or was changed",
        "peristiwa \(event.hex.prefix(12)) mengikuti \(name.prefix(12)), yang tidak dimuat atau sudah diubah"
      )
    case .unsupported(let words):
      return say(
        "no event of its claim says “\(words)”",
        "tidak ada peristiwa klaimnya yang memuat “\(words)”"
      )
    case .unsupportedRating(let claim):
      return say(
        "no event gives claim \(claim) this rating with this explanation",
        "tidak ada peristiwa yang memberi klaim \(claim) vonis ini dengan penjelasan ini"
      )
    }
  }

  static func proofs(_ count: Int, _ checkpoint: Checkpoint) -> String {
    say(
      "the latest event of each claim (\(count)) is in the ledger \(checkpoint.origin) of \(checkpoint.size) events, by the audit's checkpoint",
      "peristiwa terakhir setiap klaim (\(count)) ada di buku besar \(checkpoint.origin) berisi \(checkpoint.size) peristiwa, menurut titik periksa audit ini"
    )
  }

  static func notInLedger(_ event: ContentHash) -> String {
    say(
      "event \(event.hex.prefix(12)) is not proved to be in that ledger",
      "peristiwa \(event.hex.prefix(12)) tidak terbukti ada di buku besar itu"
    )
  }

  static var noProofs: String {
    say(
      "not checked: whether the events are in the desk's ledger; this page carries no checkpoint",
      "tidak diperiksa: apakah peristiwanya ada di buku besar; halaman ini tidak memuat titik periksa"
    )
  }

  static var brokenCheckpoint: String {
    say("the checkpoint cannot be read", "titik periksanya tidak terbaca")
  }

  static var noKey: String {
    say(
      "not checked: who signed the checkpoint; --key takes the desk's public key",
      "tidak diperiksa: siapa yang menandatangani titik periksa; beri kunci publik meja dengan --key"
    )
  }

  static func signature(_ name: String) -> String {
    say("the checkpoint is signed by \(name)", "titik periksa ditandatangani \(name)")
  }
}
