import ClaimModel

extension LanguageTag {
  /// ` lang="…"` where the language is known and its tag could be one.
  var markupAttribute: Markup {
    self == .undetermined || !hasTagForm ? "" : " lang=\"\(rawValue)\""
  }

  /// Whether the text has the form of a BCP 47 tag: letters, digits and hyphens, at most 35, beginning with two letters.
  private var hasTagForm: Bool {
    let bytes = Array(rawValue.utf8)
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
    return (2...35).contains(bytes.count) && bytes.prefix(2).allSatisfy(isLetter)
      && bytes.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }
}

extension Verdict {
  /// The rating's label, or its own name where no scale that was handed over has it.
  func label(on scales: [RatingScale], in language: LanguageTag) -> String {
    let scale = scales.first { $0.name == self.scale }
    return scale?.rating(named: rating)?.label(in: language) ?? rating
  }
}

/// The languages that articles are most often in here.
enum LanguageName: String, Phrase {
  case indonesian = "id"
  case english = "en"

  var words: Words {
    switch self {
    case .indonesian: return Words("Bahasa Indonesia", "Indonesian")
    case .english: return Words("Bahasa Inggris", "English")
    }
  }
}

extension Wording {
  /// A language's name, its tag where it has none here, or nil where it is not known.
  func name(of language: LanguageTag) -> String? {
    guard language != .undetermined else { return nil }
    return LanguageName(rawValue: language.primary.rawValue).map { self($0) } ?? language.rawValue
  }
}
