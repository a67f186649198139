/// What the frame of a page and its controls say.
enum PagePhrase: String, Phrase {
  case ownLanguage, skip, site, tagline, allAudits, kicker, by, publishedOn, checkedBy, updated,
    originalPage
  case summary, filter, verdict, status, highlight, byVerdict
  case position, previous, next, showAll, shortcuts, shown, noMatch
  case articleLabel, paragraph, notesOf, reference, findingReference, dossierOf
  case dossiers, dossiersIntro, findings, findingsIntro, auditHistory
  case speakers, speakersIntro, sources, sourcesIntro, brief, briefIntro, briefRest, agreement
  case oneClaim, manyClaims
  case keyNext, keyPrevious, keyOpen, keyUp, keyHelp, keysOn, close
  case footerSigns, footerWavy, footerSentence, footerFile

  var words: Words {
    switch self {
    case .ownLanguage: return Words("Bahasa Indonesia", "English")
    case .skip: return Words("Langsung ke isi", "Skip to content")
    case .site: return Words("Situs", "Site")
    case .tagline: return Words("Audit klaim berita", "Audits of claims in the news")
    case .allAudits: return Words("Semua audit", "All audits")
    case .kicker:
      return Words("Audit klaim · artikel versi {0}", "Claim audit · article version {0}")
    case .by: return Words("oleh {0}", "by {0}")
    case .publishedOn: return Words("terbit", "published")
    case .checkedBy: return Words("Diperiksa", "Checked by")
    case .updated: return Words("diperbarui", "updated")
    case .originalPage: return Words("halaman asli", "original page")
    case .summary: return Words("Ringkasan dan saringan", "Summary and filters")
    case .filter: return Words("Saring menurut vonis dan status", "Filter by verdict and status")
    case .verdict: return Words("Vonis", "Verdict")
    case .status: return Words("Status", "Status")
    case .highlight: return Words("Sorot klaim dalam teks", "Highlight claims in the text")
    case .byVerdict: return Words("Klaim menurut vonis", "Claims by verdict")
    case .position: return Words("Klaim", "Claim")
    case .previous: return Words("Sebelumnya", "Previous")
    case .next: return Words("Berikutnya", "Next")
    case .showAll: return Words("Tampilkan semua", "Show all")
    case .shortcuts: return Words("Pintasan", "Shortcuts")
    case .shown: return Words("Klaim yang ditampilkan:", "Claims shown:")
    case .noMatch:
      return Words("Tak ada klaim yang cocok dengan saringan.", "No claim matches the filters.")
    case .articleLabel:
      return Words(
        "Teks artikel dengan klaim yang ditandai",
        "Text of the article with its claims marked"
      )
    case .paragraph: return Words("Paragraf {0}", "Paragraph {0}")
    case .notesOf: return Words("Catatan pada paragraf {0}", "Notes on paragraph {0}")
    case .reference: return Words("Klaim {0}: {1}", "Claim {0}: {1}")
    case .findingReference: return Words("Temuan {0}: {1}", "Finding {0}: {1}")
    case .dossierOf: return Words("Berkas klaim {0}", "Dossier of claim {0}")
    case .dossiers: return Words("Berkas klaim", "The claims’ dossiers")
    case .dossiersIntro:
      return Words(
        "Tiap klaim: kutipan, temuan, sumber dengan cuplikannya, dan siapa memutuskan apa, kapan.",
        "Each claim: its words, what was found, the sources with stored copies, and who decided what, when."
      )
    case .findings: return Words("Temuan tanpa sumber", "Findings that need no source")
    case .findingsIntro:
      return Words(
        "Yang dapat dihitung atau dilihat dari teksnya saja. Temuan bukan vonis.",
        "What can be computed or seen from the text alone. A finding is not a verdict."
      )
    case .auditHistory: return Words("Riwayat artikel", "History of the article")
    case .speakers: return Words("Siapa yang berbicara", "Who speaks")
    case .speakersIntro:
      return Words(
        "Menurut urutan kemunculan. Vonis menilai kalimat, bukan orangnya; karena itu tidak ada peringkat.",
        "In order of appearance. A verdict judges a sentence, not a person, so there is no ranking."
      )
    case .sources: return Words("Sumber yang dipakai", "Sources used")
    case .sourcesIntro:
      return Words(
        "Karya yang menjadi bukti, menurut urutan pemakaiannya.",
        "The works that serve as evidence, in order of use."
      )
    case .brief: return Words("Ringkasan", "In brief")
    case .briefIntro:
      return Words(
        "Klaim dalam satu halaman; bukti dan riwayatnya menyusul di halaman berikut.",
        "The claims on one page; evidence and history follow on the next pages."
      )
    case .briefRest:
      return Words(
        "{0} klaim lagi ada di halaman berikut.",
        "{0} more claims are on the next pages."
      )
    case .agreement:
      return Words(
        "Pendapat kedua, dijatuhkan tanpa melihat vonis pertama: {0} dari {1} sama.",
        "Second opinions, cast without seeing the first verdict: {0} of {1} agree."
      )
    case .oneClaim: return Words("{0} klaim", "{0} claim")
    case .manyClaims: return Words("{0} klaim", "{0} claims")
    case .keyNext: return Words("klaim berikutnya", "next claim")
    case .keyPrevious: return Words("klaim sebelumnya", "previous claim")
    case .keyOpen: return Words("buka berkasnya", "open its dossier")
    case .keyUp: return Words("semua audit", "all audits")
    case .keyHelp: return Words("bantuan ini", "this help")
    case .keysOn: return Words("Pintasan satu huruf aktif", "Single-letter shortcuts are on")
    case .close: return Words("Tutup", "Close")
    case .footerSigns:
      return Words(
        "Vonis dinyatakan oleh kata, tanda, dan bentuk garis; warna hanya menyertai.",
        "A verdict is told by word, sign and line style; colour only accompanies."
      )
    case .footerWavy:
      return Words(
        "Garis bergelombang: sumber yang tidak disebut jelas.",
        "A wavy line: a source that is not clearly named."
      )
    case .footerSentence:
      return Words(
        "Vonis menilai kalimat, bukan orang yang mengucapkannya.",
        "A verdict judges the sentence, not the person who said it."
      )
    case .footerFile:
      return Words(
        "Halaman ini satu berkas, tidak memuat apa pun dari jaringan, dan tetap lengkap tanpa JavaScript maupun di atas kertas.",
        "This page is one file, loads nothing from the network, and is complete without JavaScript and on paper."
      )
    }
  }
}
