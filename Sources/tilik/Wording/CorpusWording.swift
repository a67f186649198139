import ClaimCorpus

/// Words for what can go wrong with a corpus.
enum CorpusWording {
  static func text(_ error: CorpusError) -> String {
    switch error {
    case .foreign(let path):
      return say(
        "\(path): this file is not a corpus of Tilik's; nothing was changed",
        "\(path): berkas ini bukan korpus Tilik; tidak ada yang diubah"
      )
    case .database(let path, let detail): return "\(path): \(detail)"
    case .line(let number, let reason):
      return say(
        "line \(number): \(text(reason)); nothing was added",
        "baris \(number): \(text(reason)); tidak ada yang ditambahkan"
      )
    }
  }

  private static func text(_ reason: CorpusError.Reason) -> String {
    switch reason {
    case .unreadableArticle:
      return say("the article is not {\"id\",\"text\"}", "artikelnya bukan {\"id\",\"text\"}")
    case .unreadableClaims:
      return say(
        "the claims are not a line that `tilik extract` writes",
        "klaimnya bukan baris keluaran `tilik extract`"
      )
    case .strangers(let article, let claims):
      return say(
        "the article is “\(article)”, but the claims are of “\(claims)”; both files have to be in one order",
        "artikelnya “\(article)”, tetapi klaimnya dari “\(claims)”; urutan kedua berkas harus sama"
      )
    case .unevenEnds:
      return say(
        "one file ends before the other; is the extraction complete?",
        "salah satu berkas habis lebih dulu; apakah ekstraksinya selesai?"
      )
    }
  }
}
