public import ClaimModel

/// Finds what a document says and who said it.
///
/// A pure function of the document: no clock, no files, no state, the same output for the same input.
public struct ClaimExtractor: Sendable {
  private let packs: [LanguagePack]

  /// Makes an extractor for all languages that are part of the program.
  public init() { packs = LanguagePack.all }

  /// The languages whose attributions, speakers and assertions are found; of others only quotations are.
  public var languages: [LanguageTag] { packs.map(\.language) }

  /// Reads a document.
  ///
  /// The language that the document states is believed; where it states none, the text tells. Of a language that is
  /// not one of ``languages`` only quotations are found; the result's language says which it is, or `und`.
  public func extract(_ document: Document) -> Extraction {
    let text = AnalysedText(document)
    let stated = document.metadata.language.primary
    let language =
      stated == .undetermined ? LanguageIdentifier.standard.language(of: text) : stated
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
    let finder: any AttributionFinder =
      ModelFinder.embedded(for: pack.language) ?? RuleFinder(pack)
    let found = finder.attributions(in: text)
    let assembly = Assembly(found, in: tagged)
    return Extraction(
      language: pack.language,
      attributions: assembly.attributions,
      assertions: AssertionFinder.assertions(in: tagged, outside: found),
      speakers: assembly.speakers,
      findings: FindingSearch.findings(in: tagged, published: document.metadata.published)
    )
  }
}
