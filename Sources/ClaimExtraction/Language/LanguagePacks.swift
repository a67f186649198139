package import ClaimModel

extension LanguagePack {
  /// The languages that are part of the program; their files are tested, so none is left out.
  package static let all: [LanguagePack] = EmbeddedData.languages.compactMap {
    try? LanguagePack(parsing: $0)
  }

  /// The pack of a language, region and script aside, or nil where there is none.
  package static func pack(for language: LanguageTag) -> LanguagePack? {
    all.first { $0.language == language.primary }
  }
}
