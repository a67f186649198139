/// Finds an article's headline.
enum PageTitle {
  /// A page with more headlines is not asked about the rest.
  private static let mostHeadings = 100
  /// What has more bytes of text is no headline.
  private static let longestHeading = 10_000

  /// The `h1` that the page's title contains, the headline for machines, the only `h1`, `og:title`, and at last the
  /// longest part of the title, in this order; an `h1` with the outlet's name is its logo.
  static func find(
    in page: HTMLPage,
    linked: LinkedData,
    meta: MetaElements,
    outlet: String?
  ) -> String? {
    let pageTitle = page.title.map { ArticleBuilder.collapsed(page.values[$0]) } ?? []
    var headings: [String] = []
    // Empty ones and whole pages in a headline count, too: they can be nested to any depth.
    let elements = page.nodes.indices.lazy.filter { page.nodes[$0].tag == .h1 }
    for index in elements.prefix(mostHeadings)
    where page.nodes[index].textEnd - page.nodes[index].textStart < longestHeading {
      let words = page.words(of: index)
      guard !words.isEmpty else { continue }
      headings.append(String(decoding: words, as: UTF8.self))
    }
    if let outlet = outlet.map(fold) { headings.removeAll { fold($0) == outlet } }
    let folded = fold(String(decoding: pageTitle, as: UTF8.self))
    if let heading = headings.first(where: { $0.utf8.count >= 10 && folded.contains(fold($0)) }) {
      return heading
    }
    if let headline = linked.headline { return clean(headline) }
    if headings.count == 1, let heading = headings.first { return heading }
    if let title = meta.first("og:title", "twitter:title") { return clean(title) }
    return longestPart(String(decoding: pageTitle, as: UTF8.self))
  }

  /// The title without the site's name around it.
  private static func longestPart(_ title: String) -> String? {
    let parts = [" | ", " - ", " – ", " — ", " :: ", " » "].reduce([title]) { parts, separator in
      parts.flatMap { $0.split(separator: separator).map(String.init) }
    }
    return parts.max { $0.utf8.count < $1.utf8.count }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Letters and digits in lower case, so that dashes and quotation marks of other kinds do not matter.
  private static func fold(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.lowercased().unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
      )
    )
  }

  /// References that a headline for machines still holds, decoded, and white space collapsed.
  private static func clean(_ text: String) -> String {
    let decoded = HTMLEntities.decoded(text)
    return String(decoding: ArticleBuilder.collapsed(Array(decoded.utf8)[...]), as: UTF8.self)
  }
}
