import ClaimModel

/// Crossref's works.
public struct Crossref: SourceProvider {
  /// Its name.
  public let name = "crossref"
  /// Lists may be asked for ten times a second by those who name an address, five times by others.
  public let interval = 200
  private let settings: ProviderSettings

  /// Makes the provider.
  public init(_ settings: ProviderSettings) { self.settings = settings }

  /// Asks for works by words of their bibliographic data.
  public func request(_ query: String, limit: Int) throws(ProviderError) -> FetchRequest {
    let base = settings.base(or: "https://api.crossref.org")
    return FetchRequest(
      url: "\(base)/works?rows=\(limit)&query.bibliographic=\(percentEncoded(query))"
    )
  }

  /// Reads `{"status": "ok", "message": {"items": [...]}}`.
  public func read(_ page: FetchedPage) throws(ProviderError) -> [Suggestion] {
    let reply = try ProviderReply.json(page, name)
    guard reply["status"]?.text == "ok", let items = reply["message"]?["items"]?.elements else {
      throw .badReply(
        provider: name,
        reply["message"].map { .said($0.json(indented: false)) } ?? .noList
      )
    }
    return items.compactMap { item in
      guard let doi = item["DOI"]?.text, let source = Self.source(item, doi: doi) else {
        return nil
      }
      let notices = Self.notices(item)
      return Suggestion(
        provider: name,
        finding: .work(source),
        reason: "",
        isRetracted: notices.contains { $0.kind?.endsWork == true },
        notices: notices
      )
    }
  }

  /// A work as CSL-JSON: Crossref's own form but for the type and the day of deposit, which is no date of issue.
  static func source(_ item: JSONNode, doi: String) -> Source? {
    guard var source = try? CSLReader.source(item, fallbackID: doi) else { return nil }
    let types = [
      "journal-article": "article-journal", "proceedings-article": "paper-conference",
      "book-chapter": "chapter", "monograph": "book", "edited-book": "book",
      "posted-content": "article",
      "dissertation": "thesis",
    ]
    source.type = types[source.type] ?? source.type
    return source
  }

  /// That a work was retracted or corrected is the first thing to know about it.
  private static func notices(_ item: JSONNode) -> [WorkNotice] {
    (item["updated-by"]?.asList ?? []).compactMap { notice in
      notice["type"]?.text.map { WorkNotice(word: $0.lowercased(), doi: notice["DOI"]?.text) }
    }
  }
}

/// OpenAlex's works; without a key only a few a day.
public struct OpenAlex: SourceProvider {
  /// Its name.
  public let name = "openalex"
  /// Its budget is by the day; ten a second are far below its limit.
  public let interval = 100
  private let settings: ProviderSettings

  /// Makes the provider.
  public init(_ settings: ProviderSettings) { self.settings = settings }

  /// Asks for works.
  public func request(_ query: String, limit: Int) throws(ProviderError) -> FetchRequest {
    let base = settings.base(or: "https://api.openalex.org")
    let key = settings.key.map { "&api_key=\(percentEncoded($0))" } ?? ""
    return FetchRequest(
      url: "\(base)/works?per_page=\(min(limit, 100))&search=\(percentEncoded(query))\(key)"
    )
  }

  /// Reads `{"results": [...]}`.
  public func read(_ page: FetchedPage) throws(ProviderError) -> [Suggestion] {
    let reply = try ProviderReply.json(page, name)
    guard let results = reply["results"]?.elements else {
      throw .badReply(provider: name, reply["message"]?.text.map { .said($0) } ?? .noList)
    }
    return results.compactMap { work in
      guard let id = work["id"]?.text, let title = work["display_name"]?.text else { return nil }
      let place = work["primary_location"]
      let types = [
        "article": "article-journal", "book-chapter": "chapter", "dissertation": "thesis",
      ]
      let type = work["type"]?.text ?? "document"
      let source = Source(
        id: SourceID(rawValue: id.split(separator: "/").last.map { String($0) } ?? id),
        type: types[type] ?? type,
        title: ProviderReply.withoutMarkup(title),
        authors: (work["authorships"]?.asList ?? []).compactMap {
          $0["author"]?["display_name"]?.text.map { .literal($0) }
        },
        containerTitle: place?["source"]?["display_name"]?.text,
        issued: work["publication_date"]?.text.flatMap { PartialDate(iso8601: $0)?.iso8601 },
        url: place?["landing_page_url"]?.text ?? id,
        doi: work["doi"]?.text.map(CSLReader.bareDOI),
        issn: place?["source"]?["issn_l"]?.text,
        pmid: work["ids"]?["pmid"]?.text.flatMap(WorkNumber.pmid),
        pmcid: work["ids"]?["pmcid"]?.text.flatMap(WorkNumber.pmcid),
        language: work["language"]?.text.map { LanguageTag(rawValue: $0) }
      )
      let isRetracted = work["is_retracted"]?.value == .bool(true)
      return Suggestion(
        provider: name,
        finding: .work(source),
        reason: "",
        isRetracted: isRetracted
      )
    }
  }
}

/// Finds the citation of a DOI by asking its registry for CSL-JSON (content negotiation).
public struct DOIResolver: SourceProvider {
  /// Its name.
  public let name = "doi"
  /// Crossref, where most DOIs lead, allows five such requests a second.
  public let interval = 200
  private let settings: ProviderSettings

  /// Makes the resolver.
  public init(_ settings: ProviderSettings) { self.settings = settings }

  /// Asks for a DOI, with or without `https://doi.org/` in front.
  public func request(_ query: String, limit: Int) throws(ProviderError) -> FetchRequest {
    let doi = CSLReader.bareDOI(query.trimmed)
    guard WorkNumber.doi(doi) == doi else {
      throw .badQuery(provider: name, .notADOI(query))
    }
    let path = doi.split(separator: "/", omittingEmptySubsequences: false)
      .map { percentEncoded(String($0)) }.joined(separator: "/")
    return FetchRequest(
      url: "\(settings.base(or: "https://doi.org"))/\(path)",
      headers: [HeaderField("Accept", "application/vnd.citationstyles.csl+json")]
    )
  }

  /// Reads one CSL-JSON item.
  public func read(_ page: FetchedPage) throws(ProviderError) -> [Suggestion] {
    let item = try ProviderReply.json(page, name)
    guard let doi = item["DOI"]?.text, let source = Crossref.source(item, doi: doi) else {
      throw .badReply(provider: name, .noCitation)
    }
    return [Suggestion(provider: name, finding: .work(source), reason: "")]
  }
}
