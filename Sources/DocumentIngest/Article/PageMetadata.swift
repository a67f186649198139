import ClaimModel

/// What a page says about its article, each field from the most reliable place that has it.
///
/// The order of places follows how often each was right on 2,212 pages of three public collections.
struct PageMetadata {
  private(set) var title: String?
  private(set) var authors: [String] = []
  private(set) var outlet: String?
  private(set) var published: CalendarDate?
  private(set) var language: LanguageTag = .undetermined
  private(set) var section: String?
  private(set) var url: String?
  /// The page's description of its article, a witness for the standfirst.
  private(set) var summary: String?
  /// The article's words for machines.
  private(set) var articleBody: String?
  /// Whether the page says that its article has to be paid for.
  private(set) var isPaid = false
  /// The next page of the same article.
  private(set) var nextPage: String?

  /// Reads a page that came from `address`.
  init(_ page: HTMLPage, address: String?) {
    let linked = LinkedData(page)
    let meta = MetaElements(page)
    outlet = meta.first("og:site_name", "application-name") ?? linked.publisher
    title = PageTitle.find(in: page, linked: linked, meta: meta, outlet: outlet)
    authors = PageAuthors.find(in: page, linked: linked, meta: meta, outlet: outlet)
    url = meta.canonical ?? meta.first("og:url") ?? linked.url ?? address
    published = PageDate.find(in: page, linked: linked, meta: meta, url: url)
    section = meta.first("article:section") ?? linked.section
    summary = meta.first("description", "og:description")
    articleBody = linked.articleBody
    nextPage = meta.next
    isPaid = linked.isPaid || meta.first("article:content_tier") == "locked"
    if let tag = meta.language ?? meta.first("og:locale", "content-language") ?? linked.language {
      language = LanguageTag(rawValue: tag.trimmingSpaces).primary
    }
  }

  /// The part that a document keeps.
  var document: DocumentMetadata {
    DocumentMetadata(
      title: title,
      authors: authors,
      outlet: outlet,
      published: published,
      language: language,
      url: url
    )
  }
}
