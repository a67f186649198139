public import ClaimModel

/// Finds what a document says and who said it.
///
/// A pure function of the document: no clock, no files, no state, the same output for the same input.
public struct ClaimExtractor: Sendable {
  private let packs: [LanguagePack]
  private let identifier: LanguageIdentifier
  /// The models of the languages that were added.
  private let models: [LanguageTag: ModelFinder]
  private let choice: Finder

  /// What finds the spans of attributions; everything after that is the same.
  public enum Finder: String, Hashable, Sendable, CaseIterable {
    /// Rules over the language packs alone: faster, finding less.
    case rules
    /// The learned models, which weigh what the rules read; the rules alone for languages that have none.
    case model
  }

  /// Makes an extractor for all languages that are part of the program, and for others from files.
  ///
  /// A language that is added and part of the program is read as the files say.
  public init(finder: Finder = .model, adding languages: [AddedLanguage] = []) {
    let added = languages.map(\.pack)
    packs =
      added
      + LanguagePack.all.filter { pack in
        !added.contains { $0.language == pack.language }
      }
    identifier =
      added.isEmpty
      ? .standard : LanguageIdentifier(packs, neighbours: EmbeddedData.neighbours)
    models = languages.reduce(into: [:]) { $0[$1.language] = $1.model }
    choice = finder
  }

  private func finder(_ pack: LanguagePack) -> any AttributionFinder {
    let model = models[pack.language] ?? ModelFinder.embedded(for: pack.language)
    guard choice == .model, let model else { return RuleFinder() }
    return model
  }

  /// The languages whose attributions, speakers and assertions are found; of others only quotations are.
  public var languages: [LanguageTag] { packs.map(\.language) }

  /// Reads a document.
  ///
  /// The language that the document states is believed; where it states none, the text tells. Of a language that is
  /// not one of ``languages`` only quotations are found; the result's language says which it is, or `und`.
  public func extract(_ document: Document) -> Extraction {
    let text = AnalysedText(document)
    let language = identifier.language(of: document, text)
    guard let pack = packs.first(where: { $0.language == language }) else {
      let found = QuotationFinder().attributions(in: text)
      return Extraction(
        language: language,
        attributions: found.map {
          var attribution = Assembly.attribution($0, in: text)
          attribution.flags.insert(.unattributed)
          return attribution
        }
      )
    }
    let tagged = TaggedText(text, pack)
    let found = finder(pack).attributions(in: tagged)
    let assembly = Assembly(found, in: tagged, published: document.metadata.published)
    return Extraction(
      language: pack.language,
      attributions: assembly.attributions,
      assertions: AssertionFinder.assertions(in: tagged, outside: found),
      speakers: assembly.speakers,
      findings: FindingSearch.findings(in: tagged, published: document.metadata.published)
    )
  }
}
