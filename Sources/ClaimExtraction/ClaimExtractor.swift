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
  /// The document's own language is believed where there is a pack for it; else the text tells. Where neither does,
  /// only quotations are found, and the result's language is the document's own or `und`.
  public func extract(_ document: Document) -> Extraction {
    let text = AnalysedText(document)
    let stated = document.metadata.language.primary
    let pack =
      packs.first { $0.language == stated }
      ?? (stated == .undetermined ? LanguageIdentifier.identify(text, among: packs) : nil)
    guard let pack else {
      let found = QuotationFinder().attributions(in: text)
      return Extraction(
        language: stated,
        attributions: found.map {
          var attribution = Assembly.attribution($0, in: text)
          attribution.flags.insert(.unattributed)
          return attribution
        }
      )
    }
    let tagged = TaggedText(text, pack)
    let found = RuleFinder(pack).attributions(in: text)
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
