import SourceLookup

/// Words for what can go wrong on the network, and for pages that must not be cited.
enum FetchWording {
  static func text(_ error: FetchError) -> String { say(error.description, indonesian(error)) }

  private static func indonesian(_ error: FetchError) -> String {
    let url = error.url
    switch error {
    case .badAddress:
      return
        "\(url) bukan alamat yang bisa diambil; berikan yang diawali http:// atau https:// tanpa nama pengguna"
    case .refusedAddress(_, let address):
      return "\(url) mengarah ke \(address), yang bukan alamat publik; tidak ada yang diambil"
    case .unknownHost: return "\(url): situsnya tidak ada; periksa ejaannya"
    case .unreachable: return "\(url): tidak ada yang menjawab; coba lagi nanti"
    case .insecure(_, let reason):
      return "\(url): sambungannya tidak aman (\(reason)); tidak ada yang diambil"
    case .tooSlow: return "\(url): jawabannya terlalu lama; coba lagi nanti"
    case .tooLarge(_, let limit):
      return "\(url): jawabannya lebih dari \(limit) bita; tidak ada yang disimpan"
    case .headerTooLarge: return "\(url): kepala jawabannya terlalu besar"
    case .cutShort: return "\(url): jawabannya terputus; tidak ada yang disimpan, coba lagi"
    case .malformed(_, let reason): return "\(url): jawabannya tidak sah (\(reason))"
    case .tooManyRedirects(_, let limit):
      return "\(url): lebih dari \(limit) pengalihan; tampaknya berputar-putar"
    case .badRedirect(_, let target):
      return "\(url) dialihkan ke “\(target)”, yang tidak bisa diambil"
    case .downgrade(_, let target):
      return
        "\(url) dialihkan ke \(target), yang tidak disandikan; ambil alamat itu sendiri bila memang dimaksud"
    case .busy(_, let seconds):
      return "\(url): servernya minta menunggu \(seconds) detik; coba lagi sesudah itu"
    case .failed(_, let reason): return "\(url): \(reason)"
    }
  }

  static func text(_ refusal: PageRefusal, url: String) -> String {
    let indonesian: String
    switch refusal {
    case .challenge:
      indonesian =
        "situs ini menguji apakah Anda manusia; buka di peramban dan catat sumbernya sendiri"
    case .login: indonesian = "situs ini minta masuk; buka di peramban dan catat sumbernya sendiri"
    case .consent:
      indonesian = "situs ini minta persetujuan dulu; buka di peramban dan catat sumbernya sendiri"
    case .denied: indonesian = "situs ini menolak; buka di peramban dan catat sumbernya sendiri"
    case .empty: indonesian = "server menjawab dengan halaman kosong; coba lagi nanti"
    case .missing:
      indonesian = "halaman itu tidak ada; periksa alamatnya, atau cari salinan arsipnya"
    }
    return "\(url): \(say(refusal.description, indonesian))"
  }

  static func text(_ error: ProviderError) -> String {
    let indonesian: String
    switch error {
    case .needsKey(let name):
      return say(
        "\(name) needs a key: set \(ProviderList.variable(name, "KEY"))",
        "\(name) perlu kunci: isi \(ProviderList.variable(name, "KEY"))"
      )
    case .badKey(let name) where ProviderList.settings(of: name).key == nil:
      return say(
        "\(name) refuses to answer; ask it later, or set a key in \(ProviderList.variable(name, "KEY"))",
        "\(name) menolak menjawab; tanyakan lagi nanti, atau isi kunci di \(ProviderList.variable(name, "KEY"))"
      )
    case .badKey(let name):
      return say(
        "\(name) does not take the key in \(ProviderList.variable(name, "KEY"))",
        "\(name) tidak menerima kunci dalam \(ProviderList.variable(name, "KEY"))"
      )
    case .exhausted(let name, let seconds):
      let wait = seconds.map { "tanyakan lagi dalam \($0) detik" } ?? "tanyakan lagi nanti"
      indonesian = "\(name) tidak menjawab lagi untuk sementara; \(wait)"
    case .badQuery(let name, let complaint):
      indonesian = "\(name) tidak mengerti pertanyaannya: \(text(complaint))"
    case .badReply(let name, let complaint):
      indonesian = "\(name) menjawab lain dari yang semestinya: \(text(complaint))"
    case .outOfOrder(let name, let status):
      indonesian = "\(name) sedang rusak (status \(status)); coba lagi nanti"
    case .network(_, let error): indonesian = self.indonesian(error)
    }
    return say(error.description, indonesian)
  }

  private static func text(_ complaint: ProviderError.Complaint) -> String {
    let indonesian: String
    switch complaint {
    case .said(let message): return message
    case .unreadable(let problem): return FormatWording.text(problem)
    case .notAnAddress(let query): indonesian = "“\(query)” bukan alamat"
    case .notADOI(let query): indonesian = "“\(query)” bukan DOI seperti 10.5555/abc"
    case .hiddenSite: indonesian = "situs ini tidak ditampilkan"
    case .noList: indonesian = "tidak ada daftar hasil"
    case .noCapture: indonesian = "salinan tanpa waktu dan alamat"
    case .noJob: indonesian = "tidak ada tugas maupun pesan"
    case .noCitation: indonesian = "tidak ada rujukan"
    }
    return say(complaint.description, indonesian)
  }

  static func text(_ fault: SnapshotArchive.Fault) -> String {
    switch fault {
    case .missing(let path):
      return say("\(path): this snapshot is gone", "\(path): salinan ini hilang")
    case .changed(let path):
      return say(
        "\(path): this snapshot was changed after it was stored",
        "\(path): salinan ini diubah setelah disimpan"
      )
    case .badLine(let path, let line):
      return say(
        "\(path):\(line): this line is not a capture as Tilik writes it",
        "\(path):\(line): baris ini bukan catatan yang ditulis Tilik"
      )
    case .refused(let path, let reason): return "\(path): \(reason)"
    }
  }
}
