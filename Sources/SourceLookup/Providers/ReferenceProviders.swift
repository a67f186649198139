import ClaimModel

/// Wikipedia in one language.
public struct Wikipedia: SourceProvider {
  /// `wikipedia-id` and the like.
  public let name: String
  /// Wikimedia asks for requests one after the other.
  public let interval = 500
  private let settings: ProviderSettings
  private let language: String

  /// Makes the provider for a language code such as `id` or `en`.
  public init(_ settings: ProviderSettings, language: String) {
    self.settings = settings
    self.language = language
    name = "wikipedia-\(language)"
  }

  /// Asks for articles.
  public func request(_ query: String, limit: Int) throws(ProviderError) -> FetchRequest {
    let base = settings.base(or: "https://\(language).wikipedia.org")
    return FetchRequest(
      url: "\(base)/w/rest.php/v1/search/page?q=\(percentEncoded(query))&limit=\(limit)"
    )
  }

  /// Reads `{"pages": [...]}`.
  public func read(_ page: FetchedPage) throws(ProviderError) -> [Suggestion] {
    let reply = try ProviderReply.json(page, name)
    guard let pages = reply["pages"]?.elements else {
      throw .badReply(provider: name, .noList)
    }
    return pages.compactMap { page in
      guard let key = page["key"]?.text, let title = page["title"]?.text else { return nil }
      let source = Source(
        id: SourceID(rawValue: "\(name)-\(key)"),
        type: "entry-encyclopedia",
        title: title,
        containerTitle: "Wikipedia",
        url: "https://\(language).wikipedia.org/wiki/\(percentEncoded(key))",
        language: LanguageTag(rawValue: language)
      )
      let reason = page["excerpt"]?.text ?? page["description"]?.text ?? ""
      return Suggestion(
        provider: name,
        finding: .work(source),
        reason: ProviderReply.withoutMarkup(reason)
      )
    }
  }
}

/// Wikidata's entities: people, places, organisations.
public struct Wikidata: SourceProvider {
  /// Its name.
  public let name = "wikidata"
  /// Wikimedia asks for requests one after the other.
  public let interval = 500
  private let settings: ProviderSettings
  private let language: String

  /// Makes the provider; labels are searched and shown in `language`.
  public init(_ settings: ProviderSettings, language: String = "id") {
    self.settings = settings
    self.language = language
  }

  /// Asks for entities by their label.
  public func request(_ query: String, limit: Int) throws(ProviderError) -> FetchRequest {
    let base = settings.base(or: "https://www.wikidata.org")
    let tag = percentEncoded(language)
    return FetchRequest(
      url: "\(base)/w/api.php?action=wbsearchentities&type=item&format=json&language=\(tag)"
        + "&uselang=\(tag)&limit=\(limit)&search=\(percentEncoded(query))"
    )
  }

  /// Reads `{"search": [...]}`, or `{"error": {"code", "info"}}`, which comes with status 200.
  public func read(_ page: FetchedPage) throws(ProviderError) -> [Suggestion] {
    let reply = try ProviderReply.json(page, name)
    if let error = reply["error"] {
      let code = error["code"]?.text ?? ""
      if code == "ratelimited" || code == "maxlag" {
        throw .exhausted(provider: name, seconds: nil)
      }
      throw .badQuery(provider: name, .said(error["info"]?.text ?? code))
    }
    return (reply["search"]?.asList ?? []).compactMap { row in
      guard let id = row["id"]?.text else { return nil }
      let source = Source(
        id: SourceID(rawValue: "wikidata-\(id)"),
        type: "dataset",
        title: row["label"]?.text ?? id,
        containerTitle: "Wikidata",
        url: "https://www.wikidata.org/wiki/\(id)"
      )
      return Suggestion(
        provider: name,
        finding: .work(source),
        reason: row["description"]?.text ?? ""
      )
    }
  }
}

/// Open Library's books.
public struct OpenLibrary: SourceProvider {
  /// Its name.
  public let name = "open-library"
  /// One request a second for programs that do not identify themselves further.
  public let interval = 1_000
  private let settings: ProviderSettings

  /// Makes the provider.
  public init(_ settings: ProviderSettings) { self.settings = settings }

  /// Asks for books.
  public func request(_ query: String, limit: Int) throws(ProviderError) -> FetchRequest {
    let base = settings.base(or: "https://openlibrary.org")
    return FetchRequest(
      url: "\(base)/search.json?q=\(percentEncoded(query))&limit=\(limit)"
        + "&fields=key,title,author_name,first_publish_year,publisher"
    )
  }

  /// Reads `{"docs": [...]}`.
  public func read(_ page: FetchedPage) throws(ProviderError) -> [Suggestion] {
    let reply = try ProviderReply.json(page, name)
    return (reply["docs"]?.asList ?? []).compactMap { row in
      guard let key = row["key"]?.text, let title = row["title"]?.text else { return nil }
      let source = Source(
        id: SourceID(rawValue: key.split(separator: "/").last.map { String($0) } ?? key),
        type: "book",
        title: title,
        authors: (row["author_name"]?.asList ?? []).compactMap { $0.text.map { .literal($0) } },
        publisher: row["publisher"]?.asList.first?.text,
        issued: row["first_publish_year"]?.integer.flatMap { PartialDate(parts: [$0])?.iso8601 },
        url: "https://openlibrary.org\(key)"
      )
      return Suggestion(provider: name, finding: .work(source), reason: "")
    }
  }
}

/// GDELT's index of the news of the last three months, DOC 2.0.
public struct GDELT: SourceProvider {
  /// Its name.
  public let name = "gdelt"
  /// One request in five seconds.
  public let interval = 5_000
  private let settings: ProviderSettings

  /// Makes the provider.
  public init(_ settings: ProviderSettings) { self.settings = settings }

  /// Asks for articles.
  public func request(_ query: String, limit: Int) throws(ProviderError) -> FetchRequest {
    let base = settings.base(or: "https://api.gdeltproject.org")
    return FetchRequest(
      url: "\(base)/api/v2/doc/doc?mode=artlist&format=json&maxrecords=\(min(limit, 250))"
        + "&query=\(percentEncoded(query))"
    )
  }

  /// Reads `{"articles": [...]}`; no such member means nothing was found, HTML with status 200 a question it does not
  /// understand.
  public func read(_ page: FetchedPage) throws(ProviderError) -> [Suggestion] {
    let reply = try ProviderReply.json(page, name)
    return (reply["articles"]?.asList ?? []).compactMap { row in
      guard let url = row["url"]?.text, let title = row["title"]?.text else { return nil }
      let digits = (row["seendate"]?.text ?? "").prefix(8).filter(\.isNumber)
      let day =
        digits.count == 8
        ? "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))" : ""
      let site = row["domain"]?.text
      let source = Source(
        id: SourceID(rawValue: url),
        type: "article-newspaper",
        title: title.split(whereSeparator: \.isWhitespace).joined(separator: " "),
        containerTitle: site,
        issued: PartialDate(iso8601: day)?.iso8601,
        url: url
      )
      let country = row["sourcecountry"]?.text
      let reason = [row["language"]?.text, country].compactMap { $0 }.joined(separator: ", ")
      return Suggestion(provider: name, finding: .work(source), reason: reason)
    }
  }
}
