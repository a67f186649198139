import ClaimModel

/// Words for how an excerpt was found in a source's stored text.
enum AnchorWording {
  /// How well, in a word or two.
  static func name(_ quality: AnchorQuality) -> String {
    switch quality {
    case .exact: return say("word for word", "kata demi kata")
    case .normalised: return say("but for signs", "selain tanda baca")
    case .fuzzy: return say("only alike", "hanya mirip")
    case .ambiguous: return say("in several places", "di beberapa tempat")
    case .absent: return say("not in the text", "tidak ada dalam teks")
    }
  }

  /// How well, and where it is not word for word, in what it differs.
  static func text(_ place: ExcerptPlace) -> String {
    switch place.quality {
    case .fuzzy:
      let percent = Int((place.score * 100).rounded(.down))
      let difference = Terminal.safe(place.difference ?? "")
      return text(.fuzzy) + say(" (\(percent) % alike):\n  ", " (\(percent) % sama):\n  ")
        + difference
    case .ambiguous:
      return say(
        "the excerpt stands in \(place.places) places of the stored text; a longer one, or the words before and after it, would say which",
        "kutipan ada di \(place.places) tempat dalam teks tersimpan; kutipan yang lebih panjang, atau kata-kata di sekitarnya, menentukan yang mana"
      )
    default: return text(place.quality)
    }
  }

  static func text(_ quality: AnchorQuality) -> String {
    switch quality {
    case .exact:
      return say(
        "the excerpt stands in the stored text word for word",
        "kutipan ada dalam teks tersimpan, kata demi kata"
      )
    case .normalised:
      return say(
        "the excerpt stands in the stored text but for spaces, quotation marks or dashes",
        "kutipan ada dalam teks tersimpan, kecuali spasi, tanda kutip atau tanda pisah"
      )
    case .fuzzy:
      return say(
        "only similar words stand in the stored text; check the excerpt",
        "hanya kata-kata yang mirip ada dalam teks tersimpan; periksa kutipannya"
      )
    case .ambiguous:
      return say(
        "the excerpt stands in several places of the stored text",
        "kutipan ada di beberapa tempat dalam teks tersimpan"
      )
    case .absent:
      return say(
        "the excerpt does not stand in the stored text",
        "kutipan tidak ada dalam teks tersimpan"
      )
    }
  }
}
