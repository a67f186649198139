import ClaimModel
import FoundationEssentials

/// An article with what was found in it: a line of `tilik extract`'s input and its line of output.
struct ExtractedArticle: Sendable {
  /// What is said in an article.
  struct Statement: Hashable, Sendable {
    /// `direct`, `indirect`, `mixed` or `assertion`.
    var kind: String
    /// Who said it, where the article names somebody.
    var speaker: String?
    /// The words that stand for who said it; empty where there are none.
    var mention: String
    /// The statement.
    var text: String
    /// What to mind, separated by spaces.
    var flags: String
  }

  var id: String
  var title: String?
  var outlet: String?
  var published: String?
  var url: String?
  var language: String
  var statements: [Statement]

  private struct Input: Decodable {
    var id: String
    var text: String
    var title: String?
    var outlet: String?
    var date: String?
    var published: String?
    var url: String?
  }

  private struct Output: Decodable {
    struct Attribution: Decodable {
      var content: [[Int]]
      var source: [[Int]]
      var kind: String
      var speaker: String
      var unnamed: Bool?
      var flags: [String]
    }
    struct Assertion: Decodable {
      var quote: String
    }
    var id: String?
    var language: String?
    var attributions: [Attribution]?
    var claims: [Assertion]?
    var error: String?
  }

  /// Reads the two lines; nil where the output says that the input could not be read.
  ///
  /// Throws ``CorpusError/Reason``.
  init?(input: String, output: String) throws(CorpusError.Reason) {
    guard let found = try? JSONDecoder().decode(Output.self, from: Data(output.utf8)) else {
      throw .unreadableClaims
    }
    if found.error != nil { return nil }
    guard let given = try? JSONDecoder().decode(Input.self, from: Data(input.utf8)) else {
      throw .unreadableArticle
    }
    guard let name = found.id, name == given.id else {
      throw .strangers(article: given.id, claims: found.id ?? "")
    }
    id = given.id
    title = given.title
    outlet = given.outlet
    published = given.published ?? given.date
    url = given.url
    language = found.language ?? "und"
    let map = OffsetMap(given.text)
    func words(_ spans: [[Int]]) -> String {
      spans.compactMap { span -> Substring? in
        guard span.count == 2, span[0] <= span[1] else { return nil }
        return given.text.slice(map.span(codePoints: span[0]..<span[1]))
      }.joined(separator: " ")
    }
    statements =
      (found.attributions ?? []).map { attribution in
        Statement(
          kind: attribution.kind,
          speaker: attribution.unnamed == true || attribution.speaker.isEmpty
            ? nil : attribution.speaker,
          mention: words(attribution.source),
          text: words(attribution.content),
          flags: attribution.flags.joined(separator: " ")
        )
      }
      + (found.claims ?? []).map {
        Statement(kind: "assertion", speaker: nil, mention: "", text: $0.quote, flags: "")
      }
  }
}
