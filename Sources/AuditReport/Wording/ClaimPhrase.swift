import ClaimModel

/// What the dossier of a claim says.
enum ClaimPhrase: String, Phrase {
  case claim, inText, notInText, noVerdict, speaker, unknownSpeaker, articleItself
  case kind, place, alsoIn, characters, flags, reasons, name
  case sources, noSources, storedCopy, textFragment, dependent, waiver
  case notes, reply, awaited, until, answered, silent, asked
  case opinions, agrees, disagrees, selfApproved
  case corrections, was, became, history, finding, card

  var words: Words {
    switch self {
    case .claim: return Words("Klaim {0}", "Claim {0}")
    case .inText: return Words("Dalam teks", "In the text")
    case .notInText: return Words("tidak ditemukan dalam teks ini", "not found in this text")
    case .noVerdict: return Words("Belum ada vonis", "No verdict yet")
    case .speaker: return Words("Penutur", "Speaker")
    case .unknownSpeaker: return Words("tidak disebut", "not named")
    case .articleItself: return Words("artikel itu sendiri", "the article itself")
    case .kind: return Words("Jenis", "Kind")
    case .place: return Words("Letak", "Place")
    case .alsoIn: return Words("Juga dalam", "Also told in")
    case .characters:
      return Words("paragraf {0}, karakter {1}–{2}", "paragraph {0}, characters {1}–{2}")
    case .flags: return Words("Perhatikan", "Note")
    case .reasons: return Words("Dipilih karena", "Picked for")
    case .name: return Words("Nama klaim", "Claim name")
    case .sources: return Words("Sumber", "Sources")
    case .noSources: return Words("Belum ada sumber.", "No sources yet.")
    case .storedCopy: return Words("Cuplikan", "Stored copy")
    case .textFragment: return Words("buka pada kutipan", "open at the excerpt")
    case .dependent: return Words("satu kelompok: {0}", "same group: {0}")
    case .waiver:
      return Words("Kurang dari jumlah sumber yang diminta:", "Fewer sources than asked for:")
    case .notes: return Words("Catatan", "Notes")
    case .reply: return Words("Hak jawab", "Right of reply")
    case .asked: return Words("Ditanya {0}", "Asked {0}")
    case .awaited: return Words("jawaban ditunggu", "an answer is awaited")
    case .until: return Words("sampai {0}", "until {0}")
    case .answered: return Words("dijawab {0}", "answered {0}")
    case .silent: return Words("tidak dijawab sampai {0}", "no answer by {0}")
    case .opinions: return Words("Pendapat kedua", "Second opinion")
    case .agrees: return Words("sama dengan vonis pertama", "the same as the first verdict")
    case .disagrees: return Words("berbeda dari vonis pertama", "other than the first verdict")
    case .selfApproved:
      return Words(
        "Diajukan dan disetujui oleh orang yang sama.",
        "Submitted and approved by the same person."
      )
    case .corrections: return Words("Koreksi", "Corrections")
    case .was: return Words("Semula", "Was")
    case .became: return Words("Menjadi", "Became")
    case .history: return Words("Riwayat tinjauan", "Review history")
    case .finding: return Words("Temuan", "Finding")
    case .card: return Words("Kartu", "Card")
    }
  }
}

extension ClaimStatus.Stage: Phrase {
  var words: Words {
    switch self {
    case .published: return Words("Terbit", "Published")
    case .corrected: return Words("Terbit, dikoreksi", "Published, corrected")
    case .approved: return Words("Disetujui, belum terbit", "Approved, not yet published")
    case .inReview: return Words("Menunggu tinjauan kedua", "Awaiting a second look")
    case .researching: return Words("Dalam pemeriksaan", "Being researched")
    case .captured: return Words("Belum diperiksa", "Not yet looked at")
    case .dropped: return Words("Tidak diperiksa", "Set aside")
    case .void: return Words("Ditarik", "Withdrawn")
    }
  }
}

extension Claim.Kind: Phrase {
  var words: Words {
    switch self {
    case .direct: return Words("kutipan langsung", "direct quotation")
    case .indirect: return Words("kutipan tak langsung", "indirect quotation")
    case .mixed: return Words("kutipan campuran", "mixed quotation")
    case .assertion: return Words("pernyataan artikel", "the article’s statement")
    }
  }
}

extension AttributionFlag: Phrase {
  var words: Words {
    switch self {
    case .unattributed: return Words("tanpa penutur", "no speaker")
    case .unclosedQuotation: return Words("tanda kutip tidak ditutup", "quotation never closed")
    case .vagueSource: return Words("sumber tidak jelas", "vague source")
    case .anonymousPassive: return Words("pasif tanpa pelaku", "passive that hides who")
    }
  }
}

extension Assertion.Reason: Phrase {
  var words: Words {
    switch self {
    case .quantity: return Words("jumlah", "a quantity")
    case .money: return Words("uang", "money")
    case .percentage: return Words("persentase", "a percentage")
    case .date: return Words("tanggal", "a date")
    case .superlative: return Words("superlatif", "a superlative")
    case .comparison: return Words("perbandingan", "a comparison")
    case .cause: return Words("sebab-akibat", "a cause")
    }
  }
}

extension Evidence.Stance: Phrase {
  var words: Words {
    switch self {
    case .supports: return Words("Mendukung", "Supports")
    case .refutes: return Words("Membantah", "Refutes")
    case .context: return Words("Konteks", "Context")
    }
  }
}

extension AnchorQuality: Phrase {
  var words: Words {
    switch self {
    case .exact: return Words("ditemukan persis dalam cuplikan", "found exactly in the stored copy")
    case .normalised:
      return Words("ditemukan, beda spasi atau tanda baca", "found, but for spaces or punctuation")
    case .fuzzy: return Words("ditemukan dengan kata yang mirip", "found in similar words")
    case .ambiguous: return Words("ditemukan di beberapa tempat", "found in more than one place")
    case .absent: return Words("tidak ditemukan dalam cuplikan", "not found in the stored copy")
    }
  }
}

extension StoredCopy.Original: Phrase {
  var words: Words {
    switch self {
    case .unknown: return Words("halaman asli belum dilihat lagi", "original not looked at again")
    case .unchanged: return Words("halaman asli tetap", "original unchanged")
    case .changed: return Words("halaman asli sudah berubah", "original has changed")
    case .gone: return Words("halaman asli hilang", "original is gone")
    }
  }
}

extension Correction.Kind: Phrase {
  var words: Words {
    switch self {
    case .typo: return Words("ejaan", "spelling")
    case .clarification: return Words("kejelasan", "clarification")
    case .rating: return Words("vonis", "rating")
    case .update: return Words("pembaruan", "update")
    }
  }
}
