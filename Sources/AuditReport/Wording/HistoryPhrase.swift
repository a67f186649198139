import ClaimModel

/// What the history of a claim or an article says, one phrase a kind of event.
enum HistoryPhrase: String, Phrase {
  case added, edited, captured, revised, queued, dropped, merged, reopened, taken, released, noted
  case cited, uncited, replyAsked, replyAnswered, replySilent
  case submitted, opinionAgrees, opinionDisagrees, returned, approved, approvedAlone, published
  case corrected, voided, handedIn, secondLook

  var words: Words {
    switch self {
    case .added: return Words("Artikel ditambahkan", "Article added")
    case .edited: return Words("Versi baru artikel ditambahkan", "New version of the article added")
    case .captured: return Words("Klaim dicatat", "Claim recorded")
    case .revised: return Words("Catatan klaim diperbaiki", "Record of the claim set right")
    case .queued: return Words("Masuk daftar periksa", "Put on the list to check")
    case .dropped: return Words("Tidak diperiksa", "Set aside")
    case .merged: return Words("Digabung dengan klaim {0}", "Joined with claim {0}")
    case .reopened: return Words("Dibuka kembali", "Reopened")
    case .taken: return Words("Mulai diperiksa", "Taken up")
    case .released: return Words("Dikembalikan ke daftar", "Given back to the list")
    case .noted: return Words("Catatan ditulis", "Note written")
    case .cited: return Words("Sumber dicatat: {0} ({1})", "Source tied: {0} ({1})")
    case .uncited: return Words("Sumber dilepas: {0}", "Source taken off: {0}")
    case .replyAsked: return Words("Tanggapan diminta dari {0}", "Reply asked of {0}")
    case .replyAnswered: return Words("Tanggapan diterima", "Reply received")
    case .replySilent: return Words("Tak ada tanggapan", "No reply came")
    case .submitted: return Words("Vonis diajukan: {0}", "Verdict submitted: {0}")
    case .opinionAgrees: return Words("Pendapat kedua sama: {0}", "Second opinion agrees: {0}")
    case .opinionDisagrees:
      return Words("Pendapat kedua berbeda: {0}", "Second opinion differs: {0}")
    case .returned: return Words("Dikembalikan untuk diperiksa lagi", "Sent back for more work")
    case .approved: return Words("Disetujui", "Approved")
    case .approvedAlone:
      return Words("Disetujui oleh pengaju sendiri", "Approved by the one who submitted it")
    case .published: return Words("Terbit", "Published")
    case .corrected: return Words("Koreksi dibuka: {0}", "Correction opened: {0}")
    case .voided: return Words("Vonis ditarik", "Verdict withdrawn")
    case .handedIn: return Words("Diserahkan untuk ditinjau", "Handed in for review")
    case .secondLook: return Words("Pendapat kedua diberikan", "Second opinion cast")
    }
  }
}

extension HistoryEntry.Happening {
  /// What happened, in words; ratings by their labels.
  func told(by words: Wording, rating: (Verdict) -> String) -> String {
    switch self {
    case .added: return words(HistoryPhrase.added)
    case .edited: return words(HistoryPhrase.edited)
    case .captured: return words(HistoryPhrase.captured)
    case .revised: return words(HistoryPhrase.revised)
    case .queued(let reason): return words(HistoryPhrase.queued).adding(reason)
    case .dropped(let reason): return words(HistoryPhrase.dropped).adding(reason)
    case .merged(let claim): return words(HistoryPhrase.merged, claim.short)
    case .reopened(let reason): return words(HistoryPhrase.reopened).adding(reason)
    case .taken: return words(HistoryPhrase.taken)
    case .released: return words(HistoryPhrase.released)
    case .noted: return words(HistoryPhrase.noted)
    case .cited(let source, let stance): return words(HistoryPhrase.cited, source, words(stance))
    case .uncited(let source): return words(HistoryPhrase.uncited, source)
    case .replyAsked(let contact): return words(HistoryPhrase.replyAsked, contact)
    case .replyAnswered: return words(HistoryPhrase.replyAnswered)
    case .replySilent: return words(HistoryPhrase.replySilent)
    case .submitted(let verdict): return words(HistoryPhrase.submitted, rating(verdict))
    case .opinion(let verdict, let agrees):
      let phrase = agrees ? HistoryPhrase.opinionAgrees : .opinionDisagrees
      return words(phrase, rating(verdict))
    case .returned(let comment): return words(HistoryPhrase.returned).adding(comment)
    case .approved(let alone):
      return words(alone ? HistoryPhrase.approvedAlone : .approved)
    case .published: return words(HistoryPhrase.published)
    case .corrected(let kind, let reason):
      return words(HistoryPhrase.corrected, words(kind)).adding(reason)
    case .voided(let reason): return words(HistoryPhrase.voided).adding(reason)
    case .handedIn: return words(HistoryPhrase.handedIn)
    case .secondLook: return words(HistoryPhrase.secondLook)
    }
  }
}

extension String {
  /// The text, and behind a colon what was said with it.
  fileprivate func adding(_ said: String?) -> String {
    guard let said, !said.isEmpty else { return self }
    return "\(self): \(said)"
  }
}
