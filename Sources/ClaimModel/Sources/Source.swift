/// Where evidence comes from: a citable work, in the terms of CSL-JSON 1.0.
public struct Source: Hashable, Sendable, Codable, Identifiable {
  /// The work's name inside the workspace, CSL's `id`.
  public var id: SourceID
  /// What kind of work it is, in CSL's words.
  ///
  /// For example `report`, `webpage`, `article-newspaper`, `dataset`, `interview`, `legislation`.
  public var type: String
  /// The title.
  public var title: String
  /// Who made it, in order.
  public var authors: [SourceAuthor]
  /// What it appeared in: a newspaper, a site, a journal.
  public var containerTitle: String?
  /// Who published it.
  public var publisher: String?
  /// The day it was issued, as precise as known: `2026`, `2026-03` or `2026-03-09`.
  public var issued: String?
  /// The day its text was last changed, where it says so, as precise as known.
  public var modified: String?
  /// The day it was read.
  public var accessed: CalendarDate?
  /// Its address.
  public var url: String?
  /// Its DOI, without a resolver in front.
  public var doi: String?
  /// The number of a book, or of the book that it is a part of.
  public var isbn: String?
  /// The number of the journal or series that it appeared in.
  public var issn: String?
  /// Its number in PubMed.
  public var pmid: String?
  /// Its number in PubMed Central, with `PMC` in front.
  public var pmcid: String?
  /// Its number at arXiv, without a resolver in front.
  public var arxiv: String?
  /// The language of the work.
  public var language: LanguageTag?
  /// What the work is not independent of: same publisher, same wire story, same original.
  ///
  /// Sources of one group count once.
  public var independenceGroup: String?

  /// Makes a source.
  public init(
    id: SourceID,
    type: String,
    title: String,
    authors: [SourceAuthor] = [],
    containerTitle: String? = nil,
    publisher: String? = nil,
    issued: String? = nil,
    modified: String? = nil,
    accessed: CalendarDate? = nil,
    url: String? = nil,
    doi: String? = nil,
    isbn: String? = nil,
    issn: String? = nil,
    pmid: String? = nil,
    pmcid: String? = nil,
    arxiv: String? = nil,
    language: LanguageTag? = nil,
    independenceGroup: String? = nil
  ) {
    self.id = id
    self.type = type
    self.title = title
    self.authors = authors
    self.containerTitle = containerTitle
    self.publisher = publisher
    self.issued = issued
    self.modified = modified
    self.accessed = accessed
    self.url = url
    self.doi = doi
    self.isbn = isbn
    self.issn = issn
    self.pmid = pmid
    self.pmcid = pmcid
    self.arxiv = arxiv
    self.language = language
    self.independenceGroup = independenceGroup
  }

  /// Its address at the registry that numbers it, where there is one.
  public var registryAddress: String? {
    if let doi { return "https://doi.org/\(doi)" }
    if let arxiv { return "https://arxiv.org/abs/\(arxiv)" }
    if let pmcid { return "https://www.ncbi.nlm.nih.gov/pmc/articles/\(pmcid)/" }
    return pmid.map { "https://pubmed.ncbi.nlm.nih.gov/\($0)/" }
  }
}

/// A maker of a source: a person with family and given name, or anything with a literal name.
public enum SourceAuthor: Hashable, Sendable, Codable {
  /// A person.
  case person(family: String, given: String?)
  /// An organisation, or a person whose name has no parts, as many Indonesian names.
  case literal(String)

  /// The name in reading order.
  public var displayName: String {
    switch self {
    case .person(let family, let given):
      return [given, family].compactMap { $0 }.joined(separator: " ")
    case .literal(let name): return name
    }
  }
}
