/// What the page says about verifying itself.
enum VerifyPhrase: String, Phrase {
  case heading, button, events, told, seal, text, proofs, limit, limitProved, unable, passed, failed

  var words: Words {
    switch self {
    case .heading: return Words("Periksa halaman ini", "Verify this page")
    case .button: return Words("Hitung ulang", "Compute again")
    case .seal:
      return Words(
        "Semua yang ditulis halaman ini sama seperti saat halaman dibuat.",
        "All that this page says is as it was when the page was written."
      )
    case .text:
      return Words(
        "Teks artikelnya yang dirujuk klaim-klaim itu: SHA-256 dihitung ulang.",
        "The article is the one that the claims are taken from: its SHA-256 computed again."
      )
    case .events:
      return Words(
        "Tiap peristiwa dalam riwayat ada di berkas ini dan cocok dengan SHA-256-nya: {0}.",
        "Each event in the histories is carried in this file and fits its SHA-256: {0}."
      )
    case .told:
      return Words(
        "Tiap kutipan, vonis dan cuplikan bukti tercatat dalam peristiwa klaimnya.",
        "Each quotation, verdict and excerpt stands in an event of its claim."
      )
    case .proofs:
      return Words(
        "Peristiwa terakhir tiap klaim ada di buku besar pada titik periksa di atas: {0} bukti.",
        "Each claim’s latest event is in the ledger at the checkpoint above: {0} proofs."
      )
    case .limit:
      return Words(
        "Yang tidak dapat diperiksa dari berkas saja: apakah peristiwanya ada di buku besar meja periksa.",
        "What the file alone cannot show: that its events are in the desk’s ledger."
      )
    case .limitProved:
      return Words(
        "Yang tidak diperiksa di sini: tanda tangan pada titik periksa. tilik verify --key memeriksanya.",
        "What is not checked here: the signature on the checkpoint. tilik verify --key checks it."
      )
    case .unable:
      return Words(
        "Peramban ini tidak dapat menghitung SHA-256 di sini; pakai tilik verify.",
        "This browser cannot compute SHA-256 here; use tilik verify."
      )
    case .passed: return Words("cocok", "fits")
    case .failed: return Words("TIDAK COCOK", "DOES NOT FIT")
    }
  }
}

extension AuditView {
  /// The button that computes the page's hashes again, and what each check says.
  ///
  /// Only scripts can use it, so only they show it.
  func verification(_ events: CarriedEvents) -> Markup {
    var checks = [("seal", words(VerifyPhrase.seal))]
    if isTextComparable { checks.append(("text", words(VerifyPhrase.text))) }
    if !events.texts.isEmpty {
      let count = words.grouped(events.texts.count)
      checks.append(("events", words(VerifyPhrase.events, count)))
      checks.append(("told", words(VerifyPhrase.told)))
    }
    if let proofs = audit.proofs {
      checks.append(("proofs", words(VerifyPhrase.proofs, words.grouped(proofs.proofs.count))))
    }
    let items = checks.map { name, text in
      "<li data-check=\"\(name)\">\(text) <b></b></li>" as Markup
    }
    let limit = words(audit.proofs == nil ? VerifyPhrase.limit : .limitProved)
    return """
      <section class="verify wrap" data-js-only hidden aria-labelledby="verify"><h2 id="verify">\
      \(words(VerifyPhrase.heading))</h2>
      <p class="ui"><button type="button" id="compute">\(words(VerifyPhrase.button))</button></p>
      <ul class="who" id="checks" data-passed="\(words(VerifyPhrase.passed))" \
      data-failed="\(words(VerifyPhrase.failed))" data-unable="\(words(VerifyPhrase.unable))">\
      \(Markup.joined(items))</ul><p class="intro">\(limit)</p></section>
      """
  }

  /// Whether the page shows the article's text as it is stored, so that its hash can be computed from the page.
  ///
  /// It does not where it is a part, where a character cannot stand in HTML, or where line ends are not plain.
  private var isTextComparable: Bool {
    guard audit.part == nil, !audit.events.isEmpty, !text.contains(0x0D) else { return false }
    var page = Markup(capacity: text.count * 2)
    page.append(text: text[...])
    return PlainText.of(page.bytes[...]) == text
  }
}
