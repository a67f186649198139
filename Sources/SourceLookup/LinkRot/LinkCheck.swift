public import ClaimModel

extension LinkCheck {
  /// What a check is compared with: the stored copy's text and the excerpt that was cited.
  public struct Expectation: Hashable, Sendable {
    /// The text of the stored copy.
    public var text: String
    /// The cited words.
    public var excerpt: String?
    /// What stood before them, where that tells their place.
    public var prefix: String?
    /// What stood after them.
    public var suffix: String?

    /// Makes an expectation.
    public init(
      text: String,
      excerpt: String? = nil,
      prefix: String? = nil,
      suffix: String? = nil
    ) {
      self.text = text
      self.excerpt = excerpt
      self.prefix = prefix
      self.suffix = suffix
    }

    /// How the cited words are found in a text; nil where none were cited.
    func anchor(in text: String) -> AnchorQuality? {
      excerpt.map { ExcerptAnchor.find($0, in: text, prefix: prefix, suffix: suffix).quality }
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
    let status: Int?
    let observation: Observation
    switch outcome {
    case .failure(let error):
      status = nil
      observation = error.isNoHost ? .noHost : error.isRefusal ? .refused : .unclear
    case .success(let fetched):
      status = fetched.status
      observation = Self.observation(fetched, url, page)
    }
    let compared = observation == .answered ? page : nil
    self.init(
      url: url,
      date: date,
      observation: observation,
      status: status,
      distance: compared.flatMap { page in
        expected.map { TextDistance.between($0.text, page.text) }
      },
      anchor: compared.flatMap { page in expected?.anchor(in: page.text) }
    )
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
    case .empty: return .unclear
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
