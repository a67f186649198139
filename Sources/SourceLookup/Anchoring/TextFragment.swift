public import ClaimModel

/// Links that open a page at an excerpt: `#:~:text=[prefix-,]start[,end][,-suffix]` (WICG Scroll To Text Fragment).
public enum TextFragment {
  /// Excerpts longer than this are linked by their first and last words, as the specification's authors advise.
  public static let longestExact = 300
  /// Words of a long excerpt, and of its context, that are put into the link.
  private static let wordCount = 5

  /// A link to an excerpt of a page.
  ///
  /// A term of a link cannot cross a paragraph of the page; so an excerpt over several paragraphs is linked by its first
  /// and last words, too.
  ///
  /// - Parameters:
  ///   - url: the page; a fragment that it has is replaced by its own with the text added.
  ///   - span: the excerpt's place in `text`.
  ///   - text: the page's text.
  ///   - needsContext: whether the excerpt stands in the text more than once, so that the words around it are needed.
  /// - Returns: the link, or nil where there is nothing to link to.
  public static func link(
    to url: String,
    _ span: TextSpan,
    in text: String,
    needsContext: Bool = false
  ) -> String? {
    guard let excerpt = text.slice(span)?.trimmed, !excerpt.isEmpty else { return nil }
    var terms: [String] = []
    if needsContext, let before = words(before: span, in: text) {
      terms.append(encoded(before) + "-")
    }
    if excerpt.unicodeScalars.count <= longestExact, !excerpt.contains(where: \.isNewline) {
      terms.append(encoded(excerpt))
    } else {
      let words = excerpt.split(whereSeparator: \.isWhitespace)
      let first = firstLine(excerpt).prefix(wordCount).joined(separator: " ")
      let last = lastLine(excerpt).suffix(wordCount).joined(separator: " ")
      terms += words.count < 2 * wordCount ? [encoded(first)] : [encoded(first), encoded(last)]
    }
    if needsContext, let after = words(after: span, in: text) { terms.append("-" + encoded(after)) }
    let separator = url.contains("#") ? ":~:text=" : "#:~:text="
    return url + separator + terms.joined(separator: ",")
  }

  private static func firstLine(_ text: String) -> [Substring] {
    text.prefix { !$0.isNewline }.split(whereSeparator: \.isWhitespace)
  }

  private static func lastLine(_ text: String) -> [Substring] {
    let start = text.lastIndex(where: \.isNewline).map { text.index(after: $0) }
    return text[(start ?? text.startIndex)...].split(whereSeparator: \.isWhitespace)
  }

  /// The words of the same paragraph just before a span.
  private static func words(before span: TextSpan, in text: String) -> String? {
    guard let before = text.slice(TextSpan(0, span.start)) else { return nil }
    let line = lastLine(String(before.suffix(200))).suffix(wordCount)
    return line.isEmpty ? nil : line.joined(separator: " ")
  }

  /// The words of the same paragraph just after a span.
  private static func words(after span: TextSpan, in text: String) -> String? {
    guard let after = text.slice(TextSpan(span.end, text.utf8.count)) else { return nil }
    let line = firstLine(String(after.prefix(200))).prefix(wordCount)
    return line.isEmpty ? nil : line.joined(separator: " ")
  }

  /// Percent-encodes a term; the hyphen, too, which the syntax uses itself
  /// (GoogleChromeLabs/link-to-text-fragment#80).
  private static func encoded(_ term: String) -> String {
    percentEncoded(term).split(separator: "-", omittingEmptySubsequences: false)
      .joined(separator: "%2D")
  }
}
