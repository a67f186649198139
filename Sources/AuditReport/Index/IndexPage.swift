import ClaimModel

/// The index of all audits as self-contained HTML files of at most 200 articles each.
public enum IndexPage {
  /// How many articles a page of the index lists.
  public static let articlesPerPage = 200

  /// The number of pages that an index fills, at least one.
  public static func count(of index: AuditIndex) -> Int {
    max(1, (index.entries.tally.articles + articlesPerPage - 1) / articlesPerPage)
  }

  /// The file name of a page, counted from 0.
  ///
  /// The first is `index.html`, the next `index-2.html`.
  public static func fileName(_ page: Int) -> String {
    page == 0 ? "index.html" : "index-\(page + 1).html"
  }

  /// Renders a page of the index.
  ///
  /// The first page also has the numbers over all audits, the open work and the corrections.
  ///
  /// - Parameters:
  ///   - index: what to show.
  ///   - page: the page, from 0 to one less than ``count(of:)``; pages outside are empty lists.
  /// - Returns: the file, as UTF-8.
  /// - Throws: ``AuditSiteError`` where the entries cannot be read.
  public static func render(
    _ index: AuditIndex,
    page: Int = 0
  ) throws(AuditSiteError) -> [UInt8] {
    try IndexView(index).render(page: page)
  }
}

extension IndexView {
  /// The number of pages of the index itself.
  var pageCount: Int { IndexPage.count(of: index) }

  /// A page of the index itself.
  func render(page: Int) throws(AuditSiteError) -> [UInt8] {
    let updated: Markup =
      "\(words(IndexPhrase.updated)) \(words.time(index.ledger.lastEvent))"
    let title = words(IndexPhrase.heading)
    let frame = PageFrame(
      words: words,
      title: "\(title) · \(index.desk.name)",
      description: deck,
      linkedData: [
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "name": .string(title),
        "inLanguage": .string(words.language.rawValue),
      ],
      desk: index.desk,
      fileName: IndexPage.fileName(page),
      translations: index.translations,
      corner: updated,
      shown: words(IndexPhrase.shown),
      script: .indexScript
    )
    var content: Markup = """
      <main id="content" class="wrap">
      <header class="head"><p class="kick">\(words(IndexPhrase.kicker))</p><h1>\(title)</h1>
      <p class="deck">\(deck)\(if: page > 0, " \(pageOfPages(page))")</p></header>

      """
    content += registerLinks
    if page == 0 { content += numbers }
    content += try table(page: page)
    if page == 0 {
      content += try openWork
      content += try corrections
    }
    content += "</main>\n"
    return frame.render(content: content, footer: footer)
  }

  private var footer: Markup {
    """
    <p>\(words(IndexPhrase.footer))</p><p><a href="\(NewsFeed.fileName)">\(words(IndexPhrase.feed))</a> · \
    <a href="\(ClaimReviewFeed.fileName)">\(words(IndexPhrase.reviews))</a></p>
    """
  }

  private var deck: String {
    let articles = words.count(
      tally.articles,
      IndexPhrase.oneArticle,
      IndexPhrase.manyArticles
    )
    let claims = words.count(claimCount, PagePhrase.oneClaim, PagePhrase.manyClaims)
    guard claimCount > 0 else { return "\(articles)." }
    return words(IndexPhrase.deck, articles, claims, legend.inWords)
  }

  private func pageOfPages(_ page: Int) -> String {
    words(IndexPhrase.deckPages, "\(page + 1)", "\(pageCount)")
  }
}
