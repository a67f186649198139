import ClaimModel
import ClaimStore
import ReviewWorkflow

/// Words and exit codes for what can go wrong with a store.
enum StoreWording {
  static func code(_ error: StoreError) -> Code {
    switch error {
    case .corrupt, .damagedEvent: return .integrity
    case .movedOn: return .refused
    case .unreachable, .undecided: return .network
    default: return .badInput
    }
  }

  static func text(_ error: StoreError) -> String {
    switch error {
    case .missing(let path):
      return say(
        "\(path): no ledger here; `tilik init` makes one",
        "\(path): tidak ada buku besar di sini; buat dengan `tilik init`"
      )
    case .foreign(let path):
      return say(
        "\(path): this file is not a Tilik ledger; nothing was changed",
        "\(path): berkas ini bukan buku besar Tilik; tidak ada yang diubah"
      )
    case .corrupt(let path, let detail):
      return say(
        "\(path): the ledger is damaged (\(detail)); restore it from a copy",
        "\(path): buku besar rusak (\(detail)); pulihkan dari salinan"
      )
    case .newer(let path):
      return say(
        "\(path): a newer Tilik wrote this ledger; update Tilik to open it",
        "\(path): buku besar ini ditulis Tilik yang lebih baru; perbarui Tilik"
      )
    case .older(let path):
      return say(
        "\(path): this ledger's tables are of an older Tilik; its administrator brings them up to date with "
          + "`tilik store schema`",
        "\(path): tabel buku besar ini dari Tilik yang lebih lama; administratornya memperbaruinya dengan "
          + "`tilik store schema`"
      )
    case .olderFile(let path):
      return say(
        "\(path): this ledger is of an older Tilik, and its folder cannot be written; copy it to one that can be, "
          + "where it is brought up to date",
        "\(path): buku besar ini dari Tilik yang lebih lama, dan mapnya tidak bisa ditulis; salin ke map yang bisa "
          + "ditulis, di sana ia diperbarui"
      )
    case .unreachable(let path, let detail):
      return say(
        "\(path): the database cannot be reached (\(detail)); nothing was stored",
        "\(path): basis data tidak terjangkau (\(detail)); tidak ada yang disimpan"
      )
    case .undecided(let path, let detail):
      return say(
        "\(path): the database was lost while storing\(said(detail)); perhaps it was stored: look before "
          + "you repeat",
        "\(path): basis data terputus saat menyimpan\(said(detail)); mungkin sudah tersimpan: lihat dulu "
          + "sebelum mengulangi"
      )
    case .denied(let path, let detail):
      return say(
        "\(path): the database does not allow this (\(detail)); ask its administrator",
        "\(path): basis data tidak mengizinkannya (\(detail)); tanyakan administratornya"
      )
    case .busy(let path):
      return say(
        "\(path): another process is writing; try again in a moment",
        "\(path): proses lain sedang menulis; coba lagi sebentar lagi"
      )
    case .full(let path):
      return say(
        "\(path): the disk is full or cannot be written; nothing was stored",
        "\(path): cakram penuh atau tidak bisa ditulis; tidak ada yang disimpan"
      )
    case .readOnly(let path):
      return say(
        "\(path): this file or its folder cannot be written; check its permissions",
        "\(path): berkas atau mapnya tidak bisa ditulis; periksa izinnya"
      )
    case .knownDocument(let id):
      return say(
        "already known as document \(id.short)",
        "sudah dikenal sebagai dokumen \(id.short)"
      )
    case .movedOn(let claim, let since):
      let done = since.map { "\($0.actor): \(EventWording.name($0.content.type))" }
        .joined(separator: ", ")
      return say(
        "claim \(claim.short): somebody was faster (\(done)); look again, then repeat",
        "klaim \(claim.short): ada yang lebih dulu (\(done)); lihat lagi, lalu ulangi"
      )
    case .damagedEvent(let filedAs, let fault):
      return say(
        "event \(filedAs.prefix(12)): \(LedgerWording.text(fault))",
        "peristiwa \(filedAs.prefix(12)): \(LedgerWording.text(fault))"
      )
    case .badSearch(let words):
      return say(
        "“\(words)” has no word to search for",
        "“\(words)” tidak berisi kata yang bisa dicari"
      )
    case .other(let path, let detail): return "\(path): \(detail)"
    }
  }

  /// What a database says, in brackets; nothing where it says nothing.
  private static func said(_ detail: String) -> String { detail.isEmpty ? "" : " (\(detail))" }
}
