public import ClaimModel

/// One look at whether a source is still where it was, and still says what it said.
///
/// A check is never changed afterwards; what state a source is in follows from all its checks.
public struct LinkCheck: Hashable, Sendable, Codable {
  /// The address that was asked.
  public let url: String
  /// When.
  public let date: Timestamp
  /// What was seen.
  public let observation: Observation
  /// The status of the answer, where there was one.
  public let status: Int?
  /// How much the text differs from the stored copy's: 0 for the same words, 1 for no three words in common.
  public let distance: Double?
  /// How the excerpt was found in the page's text, where there is one.
  public let anchor: AnchorQuality?

  /// What one look can see.
  public enum Observation: String, Hashable, Sendable, Codable, CaseIterable {
    /// The page is there.
    case answered
    /// The server says that there is no such page (404, 410).
    case missing
    /// The host's name leads nowhere.
    case noHost
    /// The server or a wall before it refuses whoever is no reader.
    case refused
    /// Nothing could be learned: no answer, a fault of the server.
    case unclear
  }

  /// What a check is compared with: the stored copy's text and the excerpt that was cited.
  public struct Expectation: Hashable, Sendable {
    /// The text of the stored copy.
    public var text: String
    /// The cited words.
    public var excerpt: String?

    /// Makes an expectation.
    public init(text: String, excerpt: String? = nil) {
      self.text = text
      self.excerpt = excerpt
    }
  }

  /// Judges an outcome of fetching a source.
  ///
  /// - Parameters:
  ///   - outcome: what the fetcher brought.
  ///   - url: the address that was asked.
  ///   - date: when.
  ///   - page: the page's title and text, as the reader of articles finds them; nil where it was not read.
  ///   - expected: what it is compared with; nil where no copy was kept.
  public init(
    _ outcome: Result<FetchedPage, FetchError>,
    url: String,
    date: Timestamp,
    page: (title: String?, text: String)? = nil,
    expected: Expectation? = nil
  ) {
    self.url = url
    self.date = date
    switch outcome {
    case .failure(let error):
      status = nil
      observation = error.isNoHost ? .noHost : error.isRefusal ? .refused : .unclear
    case .success(let fetched):
      status = fetched.status
      observation = Self.observation(fetched, url, page)
    }
    guard observation == .answered, let page, let expected else {
      distance = nil
      anchor = nil
      return
    }
    distance = TextDistance.between(expected.text, page.text)
    anchor = expected.excerpt.map { ExcerptAnchor.find($0, in: page.text).quality }
  }

  private static func observation(
    _ fetched: FetchedPage,
    _ url: String,
    _ page: (title: String?, text: String)?
  ) -> Observation {
    if fetched.status == 304 { return .answered }
    if (500...599).contains(fetched.status) || fetched.status == 408 { return .unclear }
    // Where nobody read the page, its length says nothing.
    let words = page.map { FoldedWords.of($0.text).count } ?? .max
    switch PageRefusal.of(fetched, asked: url, title: page?.title, words: words) {
    case nil: return .answered
    case .missing: return .missing
    default: return .refused
    }
  }
}

extension FetchError {
  fileprivate var isNoHost: Bool {
    if case .unknownHost = self { return true }
    return false
  }

  /// Whether the server wants to be asked less, rather than being out of order.
  fileprivate var isRefusal: Bool {
    if case .busy = self { return true }
    return false
  }
}
