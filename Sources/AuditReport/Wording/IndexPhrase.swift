/// What the index of all audits says.
enum IndexPhrase: String, Phrase {
  case kicker, heading, updated, deck, deckPages, numbers, allVerdicts, fromTo, perMonth,
    perMonthNote
  case monthTable, monthTableCaption, month, whoSpeaks, whoSpeaksNote, whoSpeaksCaption, total
  case articles, search, outlet, allOutlets, caption, article, published, claims, correctionCount,
    spread
  case status, complete, open, noMatch, shown, undated
  case opinions, opinionsNote, scale, opinionCount, same, share, kappa, kappaNone, pages, feed,
    reviews, corrected, footer
  case oneArticle, manyArticles

  var words: Words {
    switch self {
    case .kicker: return Words("Indeks", "Index")
    case .heading: return Words("Audit klaim berita", "Audits of claims in the news")
    case .updated: return Words("Diperbarui", "Updated")
    case .deck: return Words("{0}, {1}. {2}.", "{0}, {1}. {2}.")
    case .deckPages: return Words("Halaman {0} dari {1}.", "Page {0} of {1}.")
    case .numbers: return Words("Angka", "Numbers")
    case .allVerdicts: return Words("Vonis semua klaim", "Verdicts of all claims")
    case .fromTo: return Words("{0} sampai {1}", "{0} to {1}")
    case .perMonth: return Words("Klaim per bulan", "Claims per month")
    case .perMonthNote:
      return Words(
        "Menurut bulan terbit artikelnya, bertumpuk menurut vonis",
        "By the month in which the article appeared, stacked by verdict"
      )
    case .monthTable: return Words("Tabel angka per bulan", "Table of numbers per month")
    case .monthTableCaption:
      return Words("Klaim per bulan menurut vonis", "Claims per month by verdict")
    case .month: return Words("Bulan", "Month")
    case .whoSpeaks:
      return Words("Bagaimana artikel menyebut penuturnya", "How articles name who speaks")
    case .whoSpeaksNote:
      return Words(
        "Jenis pernyataan menurut vonis; makin pekat, makin besar bagiannya dalam baris itu",
        "Kind of statement by verdict; the deeper the tint, the larger its share of the row"
      )
    case .whoSpeaksCaption:
      return Words(
        "Jumlah klaim menurut jenis dan vonis",
        "Number of claims by kind and verdict"
      )
    case .total: return Words("Jumlah", "Total")
    case .articles: return Words("Artikel", "Articles")
    case .search: return Words("Cari judul atau media", "Search titles and outlets")
    case .outlet: return Words("Media", "Outlet")
    case .allOutlets: return Words("Semua media", "All outlets")
    case .caption:
      return Words("Semua audit, artikel terbaru dahulu", "All audits, newest article first")
    case .article: return Words("Artikel", "Article")
    case .published: return Words("Terbit", "Published")
    case .claims: return Words("Klaim", "Claims")
    case .correctionCount: return Words("Koreksi", "Corrections")
    case .spread: return Words("Sebaran vonis", "Verdicts")
    case .status: return Words("Status", "Status")
    case .complete: return Words("Selesai", "Complete")
    case .open: return Words("{0} terbuka", "{0} open")
    case .noMatch: return Words("Tak ada artikel yang cocok.", "No article matches.")
    case .shown: return Words("Artikel yang ditampilkan:", "Articles shown:")
    case .undated: return Words("tanpa tanggal", "undated")
    case .opinions: return Words("Pendapat kedua", "Second opinions")
    case .opinionsNote:
      return Words(
        "Diberikan tanpa melihat vonis pertama. Kappa Cohen menghitung kesepakatan di luar kebetulan: 1 selalu sama, 0 seperti kebetulan.",
        "Cast without seeing the first verdict. Cohen’s kappa is agreement beyond chance: 1 is always the same, 0 as by chance."
      )
    case .scale: return Words("Skala", "Scale")
    case .opinionCount: return Words("Pendapat", "Opinions")
    case .same: return Words("Sama", "The same")
    case .share: return Words("Bagian", "Share")
    case .kappa: return Words("Kappa Cohen", "Cohen’s kappa")
    case .kappaNone: return Words("tak terdefinisi", "not defined")
    case .pages: return Words("Halaman indeks", "Pages of the index")
    case .feed: return Words("Umpan Atom", "Atom feed")
    case .reviews: return Words("Data ClaimReview", "ClaimReview data")
    case .corrected: return Words("Dikoreksi: {0}", "Corrected: {0}")
    case .footer:
      return Words(
        "Tiap halaman satu berkas dan tidak memuat apa pun dari jaringan. Vonis menilai kalimat, bukan orang; karena itu tidak ada peringkat penutur.",
        "Each page is one file and loads nothing from the network. A verdict judges a sentence, not a person, so speakers are not ranked."
      )
    case .oneArticle: return Words("{0} artikel", "{0} article")
    case .manyArticles: return Words("{0} artikel", "{0} articles")
    }
  }
}
