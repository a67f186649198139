/// What the page says of the web archive files that its sources were read from.
enum SnapshotPhrase: String, Phrase {
  case file, stamp, asked, existed, independent
  case proves, provesNot, stampProves, independentProves

  var words: Words {
    switch self {
    case .file: return Words("Arsip halaman (WARC)", "Archived page (WARC)")
    case .stamp: return Words("Stempel waktu (RFC 3161) dari", "Timestamp (RFC 3161) by")
    case .asked: return Words("diminta", "asked for")
    case .existed: return Words("sudah ada pada", "existed on")
    case .independent: return Words("Salinan di arsip lain:", "Copy in another archive:")
    case .proves:
      return Words(
        "Arsip halaman membuktikan bahwa meja ini menerima bita itu dari alamat itu pada waktu itu, dan bahwa isinya tidak diubah sejak itu.",
        "An archived page proves that this desk received those bytes from that address at that time, and that they were not changed since."
      )
    case .provesNot:
      return Words(
        "Bagi yang meragukan meja ini, itu belum membuktikan bahwa halamannya memang berbunyi demikian, apalagi bahwa isinya benar.",
        "To someone who doubts the desk it does not prove that the page really said so, and never that what it says is true."
      )
    case .stampProves:
      return Words(
        "Stempel waktu menambahkan kata pihak lain bahwa arsip dengan hash itu sudah ada saat itu; tentang isinya ia tidak berkata apa-apa.",
        "A timestamp adds somebody else’s word that the archive with this hash existed then; of what is in it, it says nothing."
      )
    case .independentProves:
      return Words(
        "Salinan di arsip lain dapat dibandingkan oleh siapa saja.",
        "The copy in another archive is there for anyone to compare."
      )
    }
  }
}
