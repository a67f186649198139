import ClaimModel

/// A made-up article about a made-up town, with its parts found by their words.
struct SampleArticle {
  let text: String
  let blocks: [Block]

  /// Joins blocks of text with blank lines.
  init(_ parts: [(Block.Kind, String)]) {
    var text = ""
    var blocks: [Block] = []
    for (kind, words) in parts {
      if !text.isEmpty { text += "\n\n" }
      let start = text.utf8.count
      text += words
      blocks.append(Block(kind, TextSpan(start, text.utf8.count)))
    }
    self.text = text + "\n"
    self.blocks = blocks
  }

  /// Where some words stand first; an empty span at the start where they do not.
  func span(_ words: String) -> TextSpan {
    let text = Array(text.utf8)
    let wanted = Array(words.utf8)
    for start in 0...(text.count - wanted.count)
    where text[start..<(start + wanted.count)].elementsEqual(wanted) {
      return TextSpan(start, start + wanted.count)
    }
    return TextSpan(0, 0)
  }

  /// The article as a document.
  func document(_ metadata: DocumentMetadata) -> Document {
    Document(
      text: text,
      blocks: blocks,
      metadata: metadata,
      rawHash: SampleArticle.hash(1),
      textHash: SampleArticle.hash(2)
    )
  }

  /// A hash that stands for any.
  static func hash(_ seed: Int) -> ContentHash {
    ContentHash(bytes: (0..<32).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ seed &* 101 &+ 7) })
  }

  /// A moment some hours after the sample desk began its work.
  static func hour(_ hours: Int) -> Timestamp {
    Timestamp(secondsSince1970: 1_788_310_800 + Int64(hours) * 3_600)
  }
}

extension SampleArticle {
  /// "Bridge at Randualas opens again", in Indonesian.
  static let bridge = SampleArticle([
    (.headline, "Jembatan Randualas dibuka lagi, 12.000 kendaraan melintas tiap hari"),
    (.dateline, "RANDUALAS, KABAR MELATI –"),
    (
      .paragraph,
      "Jembatan Randualas dibuka kembali pada Senin (1/9/2026) setelah dua tahun diperbaiki. Pemerintah kota menyebut perbaikan menelan biaya Rp48 miliar, naik 20 persen dari rencana."
    ),
    (
      .paragraph,
      "“Sekarang 12.000 kendaraan melintas tiap hari, padahal dulu tidak pernah lebih dari 7.000,” kata Wali Kota Sekar Andayani seusai peresmian."
    ),
    (
      .paragraph,
      "Kepala Dinas Jalan, Bagas Wiratmoko, mengatakan beban jembatan dibatasi 20 ton dan truk besar dialihkan ke jalan lingkar sampai akhir tahun."
    ),
    (.heading, "Warga menunggu"),
    (
      .paragraph,
      "Menurut berbagai sumber, waktu tempuh ke pasar induk berkurang separuh. “Dulu saya memutar satu jam,” keluh seorang pedagang yang tidak mau disebut namanya."
    ),
    (.relatedLink, "BACA JUGA: Tarif parkir pasar induk naik"),
    (.caption, "Kendaraan melintas di Jembatan Randualas."),
    (.credit, "Foto: Dinas Jalan Randualas"),
    (.sourceLine, "Sumber: berbagai sumber"),
  ])
}
