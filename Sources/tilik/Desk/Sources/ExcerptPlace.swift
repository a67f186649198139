import ClaimModel
import SourceLookup

/// Where an excerpt stands in a source's text, in the forms that other programs and readers use.
struct ExcerptPlace: Encodable {
  var quality: AnchorQuality
  /// 1 for a place found word for word, less for a fuzzy one, 0 where there is none.
  var score: Double
  /// How many places fit equally well.
  var places: Int
  var selectors: [ExcerptSelector] = []
  /// A link that opens the page at the excerpt.
  var link: String?
  /// Where the place is fuzzy, its words with `[-what only the excerpt has-]` and `{+what only the text has+}`.
  var difference: String?
  /// The words at the place.
  var found: String?

  /// Finds the words of a citation again; nil where it cites a whole work.
  init?(_ evidence: Evidence, in text: String, url: String?) {
    guard let anchor = ExcerptAnchor.find(evidence, in: text) else { return nil }
    quality = anchor.quality
    score = anchor.score
    places = anchor.places
    if !anchor.differences.isEmpty {
      difference = anchor.differences.map(Self.mark).joined(separator: " ")
    }
    guard let span = anchor.span else { return }
    found = text.slice(span).map(String.init)
    if let quote = TextQuoteSelector(span, in: text) { selectors.append(.quote(quote)) }
    selectors.append(.position(TextPositionSelector(span, map: OffsetMap(text))))
    // A second place with the same words would catch the reader's eye first.
    let isRepeated = found.map { ExcerptAnchor.find($0, in: text).places > 1 } ?? false
    link = url.flatMap { TextFragment.link(to: $0, span, in: text, needsContext: isRepeated) }
  }

  private static func mark(_ difference: ExcerptDifference) -> String {
    switch difference {
    case .same(let words): return words
    case .missing(let words): return "[-\(words)-]"
    case .added(let words): return "{+\(words)+}"
    }
  }
}

/// One of the W3C's selectors of a place in a text.
enum ExcerptSelector: Encodable {
  case quote(TextQuoteSelector)
  case position(TextPositionSelector)

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .quote(let selector): try selector.encode(to: encoder)
    case .position(let selector): try selector.encode(to: encoder)
    }
  }
}
