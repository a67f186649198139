import SourceLookup

/// Words for what can go wrong on the network, and for pages that must not be cited.
enum FetchWording {
  static func text(_ error: FetchError) -> String {
    say(error.description, indonesian(error)) + permission(error)
  }

  /// How a person who named an address of the own network lets it be fetched; nothing where a page led there.
  private static func permission(_ error: FetchError) -> String {
    guard case .refusedAddress(_, let address) = error,
      let start = error.url.firstRange(of: "://")?.upperBound
    else { return "" }
    let host = error.url[start...].prefix { !"/?#".contains($0) }
    guard host == "\(address)" || host.hasPrefix("\(address):") else { return "" }
    return say(
      " (is it your own server? --allow-private \(host))",
      " (server Anda sendiri? --allow-private \(host))"
    )
  }

  private static func indonesian(_ error: FetchError) -> String {
    let url = error.url
    let target = error.target ?? ""
    switch error {
    case .badAddress:
      return
        "\(url) bukan alamat yang bisa diambil; berikan yang diawali http:// atau https:// tanpa nama pengguna"
    case .refusedAddress(_, let address):
      return "\(url) mengarah ke \(address), yang bukan alamat publik; tidak ada yang diambil"
    case .unknownHost: return "\(url): situsnya tidak ada; periksa ejaannya"
    case .unreachable: return "\(url): tidak ada yang menjawab; coba lagi nanti"
    case .insecure(_, let reason):
      return "\(url): sambungannya tidak aman (\(text(reason))); tidak ada yang diambil"
    case .tooSlow: return "\(url): jawabannya terlalu lama; coba lagi nanti"
    case .tooLarge(_, let limit):
      return "\(url): jawabannya lebih dari \(limit) bita; tidak ada yang disimpan"
    case .headerTooLarge: return "\(url): kepala jawabannya terlalu besar"
    case .cutShort: return "\(url): jawabannya terputus; tidak ada yang disimpan, coba lagi"
    case .malformed(_, let reason): return "\(url): jawabannya tidak sah (\(text(reason)))"
    case .tooManyRedirects(_, let limit):
      return "\(url): lebih dari \(limit) pengalihan; tampaknya berputar-putar"
    case .badRedirect:
      return "\(url) dialihkan ke “\(target)”, yang tidak bisa diambil"
    case .downgrade:
      return
        "\(url) dialihkan ke \(target), yang tidak disandikan; ambil alamat itu sendiri bila memang dimaksud"
    case .busy(_, let seconds):
      return "\(url): servernya minta menunggu \(seconds) detik; coba lagi sesudah itu"
    case .stopped: return "\(url): dihentikan"
    case .failed(_, let reason): return "\(url): \(text(reason))"
    }
  }

  private static func text(_ reason: FetchError.Reason) -> String {
    switch reason {
    case .certificate: return "sertifikatnya bukan untuk situs ini, atau tidak bisa dipercaya"
    case .handshake: return "server tidak menyelesaikan jabat tangan TLS"
    case .notHTTP: return "bukan HTTP"
    case .compression: return "pemampatannya rusak"
    case .noStart: return "libcurl tidak bisa dijalankan"
    case .library(let message): return message
    }
  }

  static func text(_ refusal: PageRefusal, url: String) -> String {
    let byHand = say(
      "open it in a browser, and write the source down with tilik source new",
      "buka di peramban, lalu catat sumbernya dengan tilik source new"
    )
    switch refusal {
    case .challenge:
      return say(
        "\(url): the site asks whether you are human; \(byHand)",
        "\(url): situs ini menguji apakah Anda manusia; \(byHand)"
      )
    case .login:
      return say(
        "\(url): the site asks to sign in; \(byHand)",
        "\(url): situs ini minta masuk; \(byHand)"
      )
    case .consent:
      return say(
        "\(url): the site asks for consent first; \(byHand)",
        "\(url): situs ini minta persetujuan dulu; \(byHand)"
      )
    case .denied:
      return say(
        "\(url): the site refused; \(byHand)",
        "\(url): situs ini menolak; \(byHand)"
      )
    case .empty:
      return say(
        "\(url): the server answered with an empty page; try again later",
        "\(url): server menjawab dengan halaman kosong; coba lagi nanti"
      )
    case .missing:
      return say(
        "\(url): there is no such page; check the address, or look for an archived copy",
        "\(url): halaman itu tidak ada; periksa alamatnya, atau cari salinan arsipnya"
      )
    }
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
    case .refused(let path, let cause): return FileWording.text(cause, path: path)
    }
  }
}
