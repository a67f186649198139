import ClaimModel

@testable import ClaimExtraction

/// Makes documents for tests.
enum Documents {
  /// A document with this text; without blocks unless some are given.
  static func make(
    _ text: String,
    blocks: [Block] = [],
    language: LanguageTag = .undetermined,
    published: CalendarDate? = nil
  ) -> Document {
    let hash = ContentHash(bytes: [UInt8](repeating: 0, count: 32))
    return Document(
      text: text,
      blocks: blocks,
      metadata: DocumentMetadata(published: published, language: language),
      rawHash: hash,
      textHash: hash
    )
  }
}

/// An attribution as the words it covers, easy to compare.
struct Said: Hashable, CustomStringConvertible {
  var content: [String]
  var cue: String
  var mention: String
  var speaker: String
  var kind: Attribution.Kind

  init(
    _ content: String...,
    cue: String = "",
    mention: String = "",
    speaker: String = "",
    kind: Attribution.Kind = .indirect
  ) {
    self.content = content
    self.cue = cue
    self.mention = mention
    self.speaker = speaker
    self.kind = kind
  }

  init(_ attribution: Attribution, _ extraction: Extraction, _ text: String) {
    func words(_ spans: [TextSpan]) -> [String] {
      spans.map { text.slice($0).map(String.init) ?? "?" }
    }
    content = words(attribution.content)
    cue = words(attribution.cue).joined(separator: "|")
    mention = words(attribution.mention).joined(separator: "|")
    speaker = attribution.speaker.map { extraction.speakers[$0].name } ?? ""
    kind = attribution.kind
  }

  var description: String {
    "[\(content.joined(separator: " | "))] \(cue) · \(mention) → \(speaker) (\(kind.rawValue))"
  }

  static func all(in text: String, language: LanguageTag) -> [Said] {
    let extraction = ClaimExtractor.byRules.extract(Documents.make(text, language: language))
    return extraction.attributions.map { Said($0, extraction, text) }
  }
}

extension ClaimExtractor {
  /// An extractor that leaves every language to the rules.
  static let byRules = ClaimExtractor(finder: .rules)
}
