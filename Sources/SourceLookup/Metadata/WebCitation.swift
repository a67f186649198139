public import ClaimModel

/// A citation made of what a page says about itself, with the place that each field was taken from.
public struct WebCitation: Hashable, Sendable {
  /// The source; its name is made of author or site, year and the first word of the title.
  public let source: Source
  /// For each field that was found, the place it comes from, as in ``PageMetadata``; `page` for the address fetched.
  public let places: [Field: String]

  /// A field of a citation.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    /// The kind of work.
    case type
    /// The title.
    case title
    /// Who made it.
    case authors
    /// The site or journal.
    case container
    /// Who published it.
    case publisher
    /// The day it was issued.
    case issued
    /// The day it was last changed.
    case modified
    /// The language.
    case language
    /// The address.
    case url
    /// The DOI.
    case doi
    /// The number of a book.
    case isbn
    /// The number of a journal.
    case issn
    /// The number in PubMed.
    case pmid
    /// The number in PubMed Central.
    case pmcid
    /// The number at arXiv.
    case arxiv
  }

  /// Makes a citation.
  ///
  /// - Parameters:
  ///   - metadata: what the page says.
  ///   - url: the address that answered.
  ///   - accessed: the day it was read; a day of issue after the next day is not believed.
  public init(_ metadata: PageMetadata, url: String, accessed: CalendarDate) {
    var picker = Picker(metadata)
    let address = WebAddress(url)
    let host = address?.host ?? ""
    let container = picker.pick(.container, Precedence.container) { $0 }
    let site = container ?? (host.hasPrefix("www.") ? String(host.dropFirst(4)) : host)
    let issued =
      picker.pick(.issued, Precedence.issued) { Self.day($0, notAfter: accessed) }
      ?? picker.note(
        .issued,
        "page",
        address.flatMap { Self.day(inPath: $0.path, notAfter: accessed) }
      )
    let title = picker.pick(.title, Precedence.title) { Self.title($0, site: container) }
    let authors = picker.pickAll(.authors, Precedence.authors) { Self.author($0, site: site) }
    let doi = picker.pick(.doi, Precedence.doi, WorkNumber.doi)
    let canonical = picker.pick(.url, Precedence.url) { Self.canonical($0, of: address) }
    source = Source(
      id: Self.name(authors, site: site, issued: issued, title: title),
      type: Self.type(metadata, &picker),
      title: title ?? "",
      authors: authors,
      containerTitle: site.isEmpty ? nil : site,
      publisher: picker.pick(.publisher, Precedence.publisher) { $0 == site ? nil : $0 },
      issued: issued,
      modified: picker.pick(.modified, Precedence.modified) {
        Self.day($0, notAfter: accessed, notBefore: issued)
      },
      accessed: accessed,
      url: canonical ?? picker.note(.url, "page", Self.withoutTracking(url)),
      doi: doi,
      isbn: picker.pickNumber(.isbn, Precedence.isbn, WorkNumber.isbn),
      issn: picker.pickNumber(.issn, Precedence.issn, WorkNumber.issn),
      pmid: picker.pickNumber(.pmid, Precedence.pmid, WorkNumber.pmid),
      pmcid: picker.pickNumber(.pmcid, Precedence.pmcid, WorkNumber.pmcid),
      arxiv: picker.pickNumber(.arxiv, Precedence.arxiv, WorkNumber.arxiv),
      language: picker.pick(.language, Precedence.language, Self.language).map {
        LanguageTag(rawValue: $0)
      }
    )
    places = picker.places
  }

  /// Goes through the places of a field until one has a value that can be used.
  private struct Picker {
    let metadata: PageMetadata
    var places: [Field: String] = [:]

    init(_ metadata: PageMetadata) { self.metadata = metadata }

    mutating func pick(_ field: Field, _ order: [String], _ read: (String) -> String?) -> String? {
      for place in order {
        for value in metadata.values(place) {
          if let read = read(value) { return note(field, place, read) }
        }
      }
      return nil
    }

    /// A number from the places of its own registry, or from one where its registry is named beside it.
    mutating func pickNumber(
      _ field: Field,
      _ order: [String],
      _ read: (String) -> String?
    ) -> String? {
      pick(field, order, read)
        ?? pick(field, Precedence.identifier) {
          WorkNumber.behind(field.rawValue, in: $0).flatMap(read)
        }
    }

    mutating func pickAll(
      _ field: Field,
      _ order: [String],
      _ read: (String) -> [SourceAuthor]
    ) -> [SourceAuthor] {
      for place in order {
        var found: [SourceAuthor] = []
        for author in metadata.values(place).flatMap(read) where !found.contains(author) {
          found.append(author)
        }
        if !found.isEmpty { return note(field, place, found) ?? [] }
      }
      return []
    }

    mutating func note<Value>(_ field: Field, _ place: String, _ value: Value?) -> Value? {
      if value != nil { places[field] = place }
      return value
    }
  }

  /// The kind of work by who says what: scholarly marks before JSON-LD before OpenGraph.
  private static func type(_ metadata: PageMetadata, _ picker: inout Picker) -> String {
    let marks: [(place: String, type: String)] = [
      ("citation_journal_title", "article-journal"),
      ("citation_conference_title", "paper-conference"),
      ("citation_dissertation_institution", "thesis"),
      ("citation_technical_report_institution", "report"),
      ("citation_isbn", "book"),
    ]
    for mark in marks where !metadata.values(mark.place).isEmpty {
      return picker.note(.type, mark.place, mark.type) ?? mark.type
    }
    let kinds = metadata.values("jsonld:@type")
    if kinds.contains(where: { $0.hasSuffix("NewsArticle") || $0 == "ClaimReview" }) {
      return picker.note(.type, "jsonld:@type", "article-newspaper") ?? "webpage"
    }
    if kinds.contains("BlogPosting") {
      return picker.note(.type, "jsonld:@type", "post-weblog") ?? "webpage"
    }
    let works = [
      ("ScholarlyArticle", "article-journal"), ("Book", "book"), ("Report", "report"),
      ("Dataset", "dataset"),
    ]
    for (kind, type) in works where kinds.contains(kind) {
      return picker.note(.type, "jsonld:@type", type) ?? type
    }
    let generator = metadata.values("generator").first?.lowercased() ?? ""
    if generator.hasPrefix("wordpress") || generator.hasPrefix("blogger") {
      return picker.note(.type, "generator", "post-weblog") ?? "webpage"
    }
    return "webpage"
  }
}
