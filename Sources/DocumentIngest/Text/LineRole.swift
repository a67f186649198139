import ClaimModel

/// Tells lines that belong to the page rather than to the article by how they begin.
///
/// The phrases are those that Indonesian and English outlets insert into articles ("Baca juga", "Read more",
/// "SCROLL TO CONTINUE"); more than half of the bodies of five large Indonesian outlets hold one.
enum LineRole {
  /// The role of a whole line, white space around it left out, or nil for ordinary text.
  static func of(_ line: ArraySlice<UInt8>) -> Block.Kind? {
    guard let first = line.first else { return nil }
    guard hasPhrase[Int(first.lowered)] else { return nil }
    for phrase in phrases[Int(first.lowered)] where line.count <= phrase.longest {
      if line.hasPrefix(phrase: phrase.text), phrase.rule.allows(line, after: phrase.text.count) {
        return phrase.kind
      }
    }
    return nil
  }

  /// A line's beginning and what it says about the line.
  private struct Phrase {
    let text: [UInt8]
    let kind: Block.Kind
    let rule: Rule
    /// The longest line, in bytes, that it still speaks for.
    let longest: Int
  }

  /// What has to follow a phrase.
  private enum Rule {
    /// The end of a word.
    case wordEnd
    /// A colon, perhaps after a space.
    case colon
    /// Nothing more.
    case alone
    /// Anything.
    case anything

    func allows(_ line: ArraySlice<UInt8>, after length: Int) -> Bool {
      let rest = line.dropFirst(length)
      switch self {
      case .anything: return true
      case .wordEnd: return rest.first.map { !$0.isLetterOrDigit && $0 < 0x80 } ?? true
      case .colon: return rest.drop { $0 == 0x20 }.first == UInt8(ascii: ":")
      case .alone: return rest.allSatisfy { !$0.isLetterOrDigit && $0 < 0x80 }
      }
    }
  }

  private static let phrases: [[Phrase]] = {
    var table = [[Phrase]](repeating: [], count: 256)
    func add(_ kind: Block.Kind, _ rule: Rule, longest: Int = 400, _ texts: String) {
      for text in texts.split(separator: "|") {
        let bytes = Array(text.utf8)
        guard let first = bytes.first else { continue }
        table[Int(first)].append(Phrase(text: bytes, kind: kind, rule: rule, longest: longest))
      }
    }
    add(
      .relatedLink,
      .wordEnd,
      "baca juga|baca pula|baca lagi|baca selengkapnya|simak juga|lihat juga|tonton juga"
        + "|saksikan juga|baca berita lainnya|baca artikel|simak berita|simak artikel"
        + "|simak selengkapnya|baca sebelumnya|dengarkan juga|read also|also read|read more|see also"
        + "|more on this|more from|related article|related articles|related stories|related story"
    )
    add(
      .relatedLink,
      .wordEnd,
      longest: 200,
      "don't miss|don’t miss|see more|click here|leggi anche|à lire aussi|lire aussi|mehr zum thema"
        + "|lesen sie auch|lesen sie mehr|les også|läs också|læs også|lees ook|leia também|lea también"
        + "|ver más"
    )
    add(
      .relatedLink,
      .colon,
      "baca|simak|lihat|tonton|terkait|berita terkait|artikel terkait|pilihan editor|related|read"
        + "|watch|more|recommended|rekomendasi|video|saksikan|populer|terpopuler|trending"
    )
    add(
      .relatedLink,
      .wordEnd,
      longest: 200,
      "simak video|lihat video|tonton video|saksikan video|saksikan live|watch:|video:|baca:"
    )
    add(.sourceLine, .colon, "sumber|source|sources|sumber berita|disadur dari|dikutip dari")
    add(
      .byline,
      .colon,
      longest: 160,
      "oleh|penulis|editor|reporter|pewarta|laporan|wartawan|kontributor|redaktur|penyunting"
        + "|uploader|penerjemah|author|written by|reported by|reporting by|editing by|edited by"
    )
    add(
      .byline,
      .wordEnd,
      longest: 160,
      "laporan wartawan|laporan reporter|additional reporting by|reporting by|editing by|written by|reported by"
    )
    add(
      .credit,
      .colon,
      longest: 160,
      "foto|photo|image|gambar|kredit foto|photo credit|image credit|sumber foto|credit"
    )
    add(
      .boilerplate,
      .wordEnd,
      "scroll to continue|scroll to resume|scroll ke bawah|advertisement|cek berita dan artikel"
        + "|ikuti berita|ikuti kami|ikuti terus|ikuti saluran|ikuti whatsapp|dapatkan berita"
        + "|dapatkan update|dapatkan informasi|sign up for|sign up to|subscribe to|subscribe now"
        + "|follow us|copyright|artikel ini telah tayang|berita ini telah tayang"
        + "|gabung|yuk gabung|share this|bagikan artikel|halaman selanjutnya"
        + "|halaman berikutnya|lanjutkan membaca|klik di sini|download aplikasi|unduh aplikasi"
        + "|temukan berita|update berita|jangan lupa ikuti|hak cipta|all rights reserved"
        + "|loading|konten ini diproduksi|nikmati berita"
    )
    add(.boilerplate, .anything, "[gambas:|©|&copy;")
    add(
      .boilerplate,
      .wordEnd,
      longest: 200,
      "sign up|subscribe|join our|this slideshow requires|an dieser stelle finden sie externen"
        + "|ich bin damit einverstanden, dass|personenbezogene daten können an drittplattformen"
    )
    add(
      .boilerplate,
      .alone,
      longest: 60,
      "iklan|ads|scroll|advertise|bagikan|share|komentar|comments|topik|tags|tag|copy link|salin link"
        + "|google news|whatsapp|facebook|twitter|telegram|next|previous|selanjutnya|sebelumnya"
    )
    add(.boilerplate, .colon, longest: 200, "tag|tags|topik|topics|bagikan|share|share on|kategori")
    return table
  }()

  private static let hasPhrase: [Bool] = phrases.map { !$0.isEmpty }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes begin with a phrase of lower-case ASCII, whatever their case, one space where it has one.
  fileprivate func hasPrefix(phrase: [UInt8]) -> Bool {
    guard count >= phrase.count else { return false }
    var index = startIndex
    for byte in phrase {
      if self[index].lowered != byte { return false }
      index += 1
    }
    return true
  }
}
