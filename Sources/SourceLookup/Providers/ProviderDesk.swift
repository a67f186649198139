public import ClaimModel

/// Asks providers, one request at a time to each, as slowly as it wants.
public final class ProviderDesk {
  private let fetcher: (FetchRules) -> Fetcher
  private let rules: FetchRules
  /// One for each provider, which knows when it may be asked again.
  private var fetchers: [String: Fetcher] = [:]

  /// Makes a desk.
  ///
  /// - Parameters:
  ///   - rules: what the fetcher allows itself; its user agent should name a way to reach whoever asks.
  ///   - now: the clock.
  ///   - goesOn: asked at least once a second while an answer is waited for; with its first no that is given up.
  public init(
    rules: FetchRules,
    now: @escaping () -> Timestamp,
    goesOn: @escaping () -> Bool = { true }
  ) {
    self.rules = rules
    fetcher = { Fetcher(rules: $0, now: now, goesOn: goesOn) }
  }

  /// Asks a provider for each query in turn.
  ///
  /// - Parameters:
  ///   - provider: who is asked.
  ///   - queries: what for.
  ///   - limit: the most suggestions for each.
  /// - Returns: the suggestions for each query, in order.
  /// - Throws: at the first query that has no answer; a provider that wants a pause is not asked again.
  public func ask(
    _ provider: some SourceProvider,
    _ queries: [String],
    limit: Int = 10
  ) throws(ProviderError) -> [[Suggestion]] {
    let fetcher = fetcher(for: provider)
    var found: [[Suggestion]] = []
    for query in queries {
      let request = try provider.request(query, limit: limit)
      let page = try ProviderReply.fetch(request, fetcher, provider.name)
      if page.status == 404 {
        found.append([])
      } else {
        found.append(Array(try provider.read(page).prefix(limit)))
      }
    }
    return found
  }

  private func fetcher(for provider: some SourceProvider) -> Fetcher {
    if let known = fetchers[provider.name] { return known }
    var rules = self.rules
    rules.mostTransfersPerHost = 1
    rules.hostIntervalMilliseconds = max(rules.hostIntervalMilliseconds, provider.interval)
    let made = fetcher(rules)
    fetchers[provider.name] = made
    return made
  }
}

/// What is the same for the replies of all providers.
enum ProviderReply {
  /// Fetches a reply with a status below 300, or 404, which many providers say for “nothing found”.
  static func fetch(
    _ request: FetchRequest,
    _ fetcher: Fetcher,
    _ provider: String
  ) throws(ProviderError) -> FetchedPage {
    let page: FetchedPage
    do {
      page = try fetcher.fetch(request)
    } catch {
      if case .busy(_, let seconds) = error {
        throw .exhausted(provider: provider, seconds: seconds)
      }
      throw .network(provider: provider, error)
    }
    switch page.status {
    case 200..<300, 404: return page
    case 400, 422: throw .badQuery(provider: provider, .said(message(page)))
    case 403 where page.headers.first("X-Archive-Wayback-Runtime-Error") != nil:
      // The archive leaves a site out at its owner's wish.
      throw .badQuery(provider: provider, .hiddenSite)
    case 401, 403: throw .badKey(provider: provider)
    case 429:
      let seconds = page.headers.first("Retry-After").flatMap { Int($0) }
      throw .exhausted(provider: provider, seconds: seconds)
    default: throw .outOfOrder(provider: provider, status: page.status)
    }
  }

  /// The JSON of a reply.
  ///
  /// Control characters inside strings, which GDELT sends, count as spaces. An HTML page with status 200 is what some
  /// providers send for a question they do not understand.
  static func json(_ page: FetchedPage, _ provider: String) throws(ProviderError) -> JSONNode {
    do {
      return try JSONReader.read(page.body.map { $0 < 0x20 ? 0x20 : $0 })
    } catch {
      let kind = page.headers.first("Content-Type")?.lowercased() ?? ""
      if kind.hasPrefix("text/html") || kind.hasPrefix("text/plain") {
        throw .badQuery(provider: provider, .said(message(page)))
      }
      throw .badReply(provider: provider, .unreadable(error.problem))
    }
  }

  /// What an error reply says, shortened: a message in its JSON, or its text without markup.
  private static func message(_ page: FetchedPage) -> String {
    if let node = try? JSONReader.read(page.body) {
      let error = node["error"] ?? node
      let found = error["message"] ?? error["detail"] ?? node["message"] ?? node["error"]
      if let text = found?.text { return String(text.prefix(200)) }
    }
    let text = withoutMarkup(String(decoding: page.body.prefix(2_000), as: UTF8.self))
    return String(text.prefix(200))
  }

  /// The text without tags, and with the commonest entities as characters.
  static func withoutMarkup(_ html: String) -> String {
    var out = ""
    var inTag = false
    for character in html {
      if character == "<" {
        inTag = true
      } else if character == ">" {
        inTag = false
      } else if !inTag {
        out.append(character)
      }
    }
    let entities = [
      ("&quot;", "\""), ("&#039;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"),
    ]
    for (entity, character) in entities { out = out.replacing(entity, with: character) }
    return out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
