import ClaimModel
import DocumentIngest

/// Words for what cannot be read, and for what had to be mended while reading.
enum IngestWording {
  static func text(_ error: IngestError) -> String { say(error.description, indonesian(error)) }

  private static func indonesian(_ error: IngestError) -> String {
    switch error {
    case .empty: return "berkasnya kosong"
    case .binary(let format?): return "berkas ini bukan teks: tampaknya \(format)"
    case .binary(nil): return "berkas ini bukan teks"
    case .tooLarge(let bytes, let limit):
      return "berkas berisi \(bytes) bita, lebih dari batas \(limit)"
    case .noArticle(let words): return "tidak ada artikel: halaman ini berisi \(words) kata"
    case .listOfPages(let kind):
      return "tidak ada artikel: ini \(kind), daftar halaman; tambahkan salah satu halamannya"
    case .frames(let url?):
      return "tidak ada artikel: halaman ini hanya menampilkan halaman lain; tambahkan \(url)"
    case .frames(nil):
      return "tidak ada artikel: halaman ini hanya berisi bingkai; tambahkan salah satu isinya"
    case .needsScript(let words):
      return "tidak ada artikel: halaman ini berisi \(words) kata dan perlu JavaScript; "
        + "simpan dari peramban setelah artikelnya tampil"
    case .paywall(let words):
      return
        "tidak ada artikel: halaman ini hanya menampilkan \(words) kata dan meminta langganan; "
        + "simpan dari peramban yang sudah masuk"
    case .missingPage(let words):
      return "tidak ada artikel: halaman ini berisi \(words) kata dan menyatakan alamatnya kosong"
    case .picturesOnly(let pages):
      return
        "PDF ini berisi \(pages) halaman gambar tanpa teks; jadikan teks dulu, misalnya dengan "
        + "ocrmypdf"
    case .unknownCharset(let label):
      return "himpunan karakter “\(label)” tidak bisa dibaca; ubah berkas ke UTF-8"
    case .missingProgram(let name, let package, let format):
      return "membaca \(format) perlu \(name), yang belum terpasang; pasang paket \(package)"
    case .damaged(let format):
      return "berkas rusak: awalnya seperti \(format) tetapi tidak bisa dibaca"
    }
  }

  static func text(_ note: IngestNote) -> String {
    switch note {
    case .decoded(let charset):
      return say("read as \(charset), not UTF-8", "dibaca sebagai \(charset), bukan UTF-8")
    case .replacedBytes(let count):
      return say(
        "\(count) unreadable places became \u{FFFD}",
        "\(count) bagian tak terbaca menjadi \u{FFFD}"
      )
    case .removedNulls(let count):
      return say("\(count) NUL bytes were left out", "\(count) bita NUL dibuang")
    case .continuesOnAnotherPage(let url):
      return say("the article goes on elsewhere", "artikel berlanjut di halaman lain")
        + (url.map { ": \($0)" } ?? "")
    }
  }
}
