package import ClaimModel

extension ModelFinder {
  /// The models that are part of the program, read when first asked for.
  private static let embedded: [LanguageTag: ModelFinder] = {
    var finders: [LanguageTag: ModelFinder] = [:]
    for (language, bytes) in EmbeddedData.models {
      // A model that cannot be read is one that is not there: the rules take its place.
      let tag = LanguageTag(rawValue: language)
      guard let file = try? ModelFile(bytes) else { continue }
      finders[tag] = ModelFinder(file)
    }
    return finders
  }()

  /// The model of a language that is part of the program; nil where there is none.
  package static func embedded(for language: LanguageTag) -> ModelFinder? {
    embedded[language.primary]
  }
}
