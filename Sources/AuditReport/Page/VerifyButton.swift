/// What the page says about verifying itself.
enum VerifyPhrase: String, Phrase {
  case heading, button, events, told, seal, limit, unable, passed, failed

  var words: Words {
    switch self {
    case .heading: return Words("Periksa halaman ini", "Verify this page")
    case .button: return Words("Hitung ulang", "Compute again")
    case .events:
      return Words(
        "Tiap peristiwa dalam riwayat ada di berkas ini dan cocok dengan SHA-256-nya: {0}.",
        "Each event in the histories is carried in this file and fits its SHA-256: {0}."
      )
    case .told:
      return Words(
        "Tiap kutipan dan penjelasan vonis tercatat dalam peristiwanya.",
        "Each quotation and explanation of a verdict stands in an event."
      )
    case .seal:
      return Words(
        "Artikel, berkas klaim, dan peristiwa sama seperti saat halaman ditulis.",
        "Article, dossiers and events are as they were when the page was written."
      )
    case .limit:
      return Words(
        "Yang tidak dapat diperiksa dari berkas saja: apakah peristiwanya ada di buku besar meja periksa.",
        "What the file alone cannot show: that its events are in the desk’s ledger."
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
  var verification: Markup {
    let checks: [(String, String)] =
      audit.events.isEmpty
      ? []
      : [
        ("events", words(VerifyPhrase.events, words.grouped(audit.events.count))),
        ("told", words(VerifyPhrase.told)),
      ]
    let items = (checks + [("seal", words(VerifyPhrase.seal))]).map { name, text in
      "<li data-check=\"\(name)\">\(text) <b></b></li>" as Markup
    }
    return """
      <section class="verify" data-js-only hidden aria-labelledby="verify"><h2 id="verify">\
      \(words(VerifyPhrase.heading))</h2>
      <p class="ui"><button type="button" id="compute">\(words(VerifyPhrase.button))</button></p>
      <ul class="who" id="checks" data-passed="\(words(VerifyPhrase.passed))" \
      data-failed="\(words(VerifyPhrase.failed))" data-unable="\(words(VerifyPhrase.unable))">\
      \(Markup.joined(items))</ul><p class="intro">\(words(VerifyPhrase.limit))</p></section>

      """
  }

  /// The events as data of the page.
  var carriedEvents: Markup {
    guard !audit.events.isEmpty else { return "" }
    let events = JSON.array(audit.events.map(JSON.string))
    return "<script type=\"application/json\" id=\"events\">\(Markup(events))</script>"
  }
}
