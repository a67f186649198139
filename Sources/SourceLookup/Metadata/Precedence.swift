/// Whom to believe about each field of a citation, most trusted first.
///
/// Put together from what Zotero's embedded metadata translator, Citoid, trafilatura and metascraper do, with JSON-LD
/// raised to where publishers write it with most care, and `dateModified` never taken for a date of issue.
enum Precedence {
  static let title = [
    "citation_title", "jsonld:headline", "dc.title", "dcterms.title", "article:title", "og:title",
    "twitter:title", "itemprop:headline", "html:h1", "html:title",
  ]
  static let authors = [
    "citation_author", "jsonld:author.name", "dc.creator", "dcterms.creator", "article:author",
    "author", "itemprop:author", "html:rel-author", "html:byline",
  ]
  static let issued = [
    "citation_publication_date", "citation_date", "citation_cover_date", "citation_online_date",
    "jsonld:datePublished", "article:published_time", "dcterms.issued", "dc.date.issued", "dc.date",
    "dcterms.date", "itemprop:datePublished", "article:date", "parsely-pub-date", "sailthru.date",
    "html:time",
  ]
  static let modified = [
    "jsonld:dateModified", "article:modified_time", "og:updated_time", "dcterms.modified",
    "dc.date.modified", "itemprop:dateModified", "html:time.updated", "last-modified",
  ]
  static let container = [
    "citation_journal_title", "citation_conference_title", "jsonld:isPartOf.name",
    "jsonld:publisher.name", "og:site_name", "article:outlet", "application-name",
  ]
  static let publisher = ["citation_publisher", "dc.publisher", "dcterms.publisher"]
  static let language = [
    "citation_language", "jsonld:inLanguage", "html:lang", "article:language", "og:locale",
    "dc.language", "content-language",
  ]
  static let url = ["link:canonical", "og:url", "jsonld:url"]
  static let doi = [
    "citation_doi", "prism.doi", "bepress_citation_doi", "dc.identifier", "dcterms.identifier",
    "jsonld:identifier", "itemprop:identifier",
  ]
  static let isbn = [
    "citation_isbn", "jsonld:isbn", "prism.isbn", "book:isbn", "books:isbn", "og:isbn",
    "itemprop:isbn",
  ]
  static let issn = [
    "citation_issn", "citation_eissn", "jsonld:issn", "prism.issn", "prism.eissn", "itemprop:issn",
  ]
  static let pmid = ["citation_pmid", "prism.pmid", "ncbi_pmid"]
  static let pmcid = ["citation_pmcid", "ncbi_pmcid"]
  static let arxiv = ["citation_arxiv_id"]
  /// Places for numbers of any registry, which has to be named there.
  static let identifier = [
    "jsonld:identifier", "dc.identifier", "dcterms.identifier", "itemprop:identifier",
  ]
}
