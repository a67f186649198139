/// A copy of a page in the Internet Archive.
public struct ArchivedCapture: Hashable, Sendable {
  /// The address of the page.
  public let original: String
  /// When it was captured, as 14 digits of UTC: `20260309121500`.
  public let timestamp: String
  /// The status that the page had then; nil where the archive does not say.
  public let status: Int?
  /// The SHA-1 of the body in base 32, as the archive writes it.
  public let digest: String

  /// The address of the copy.
  public var url: String { "https://web.archive.org/web/\(timestamp)/\(original)" }
}

/// The Internet Archive's index of captures (CDX).
public struct WebArchive: SourceProvider {
  /// Its name.
  public let name = "web-archive"
  /// Thirty requests a minute are the limit, and who ignores it is shut out; 24 are what careful clients ask.
  public let interval = 2_500
  private let settings: ProviderSettings

  /// Makes the provider.
  public init(_ settings: ProviderSettings) { self.settings = settings }

  /// Asks for the latest captures of an address.
  public func request(_ query: String, limit: Int) throws(ProviderError) -> FetchRequest {
    guard WebAddress(query) != nil else {
      throw .badQuery(provider: name, .notAnAddress(query))
    }
    let base = settings.base(or: "https://web.archive.org")
    return FetchRequest(
      url: "\(base)/cdx/search/cdx?output=json&fl=timestamp,original,statuscode,digest"
        + "&collapse=digest&limit=-\(limit)&url=\(percentEncoded(query))"
    )
  }

  /// Reads rows with a header row before them; a row that is repeated, as the index does, counts once.
  public func read(_ page: FetchedPage) throws(ProviderError) -> [Suggestion] {
    let isEmpty = page.body.allSatisfy { $0 <= 0x20 }
    if isEmpty { return [] }
    let reply = try ProviderReply.json(page, name)
    guard let rows = reply.elements else {
      throw .badReply(provider: name, .noList)
    }
    var found: [Suggestion] = []
    for row in rows.dropFirst() {
      let fields = (row.elements ?? []).map { $0.text ?? "" }
      // An empty row and a key for going on end the list.
      guard fields.count == 4, fields[0].utf8.count == 14 else { continue }
      let capture = ArchivedCapture(
        original: fields[1],
        timestamp: fields[0],
        status: Int(fields[2]),
        digest: fields[3]
      )
      let suggestion = Suggestion(provider: name, finding: .capture(capture), reason: "")
      if !found.contains(suggestion) { found.append(suggestion) }
    }
    return found.reversed()
  }
}

/// The Internet Archive's service that captures a page now (Save Page Now 2); needs a key.
public struct SavePageNow: Sendable {
  /// Its name.
  public let name = "save-page-now"
  private let settings: ProviderSettings

  /// Makes the service; the key is `access:secret` of an account.
  public init(_ settings: ProviderSettings) { self.settings = settings }

  /// How a capture stands.
  public enum Progress: Hashable, Sendable {
    /// It is being made; ask again under this name.
    case pending(job: String)
    /// It was made, or had been a short time before.
    case done(ArchivedCapture)
    /// It was made lately and is not made again; the archive's index has it.
    case alreadyThere(message: String)
    /// It cannot be made.
    case failed(code: String, mayPass: Bool, message: String)
  }

  /// Asks to capture an address unless it was in the last day.
  public func request(_ url: String) throws(ProviderError) -> FetchRequest {
    guard WebAddress(url) != nil else {
      throw .badQuery(provider: name, .notAnAddress(url))
    }
    let form = "url=\(percentEncoded(url))&skip_first_archive=1&if_not_archived_within=1d"
    return try signed("/save", body: Array(form.utf8))
  }

  /// Asks how a capture stands.
  public func status(of job: String) throws(ProviderError) -> FetchRequest {
    try signed("/save/status/\(percentEncoded(job))", body: nil)
  }

  private func signed(_ path: String, body: [UInt8]?) throws(ProviderError) -> FetchRequest {
    guard let key = settings.key else { throw .needsKey(provider: name) }
    return FetchRequest(
      url: settings.base(or: "https://web.archive.org") + path,
      body: body,
      headers: [HeaderField("Accept", "application/json")],
      secretHeaders: [HeaderField("Authorization", "LOW \(key)")]
    )
  }

  /// Sends a request and reads how the capture stands.
  public func progress(
    _ request: FetchRequest,
    _ fetcher: Fetcher
  ) throws(ProviderError) -> Progress {
    try read(try ProviderReply.fetch(request, fetcher, name))
  }

  /// Reads a reply; errors come with status 200, and some replies have a message only.
  func read(_ page: FetchedPage) throws(ProviderError) -> Progress {
    let reply = try ProviderReply.json(page, name)
    let message = reply["message"]?.text ?? ""
    switch reply["status"]?.text {
    case "success":
      guard let original = reply["original_url"]?.text, let time = reply["timestamp"]?.text else {
        throw .badReply(provider: name, .noCapture)
      }
      let capture = ArchivedCapture(original: original, timestamp: time, status: nil, digest: "")
      return .done(capture)
    case "error":
      let code = reply["status_ext"]?.text?.split(separator: ":").last.map { String($0) } ?? ""
      return .failed(code: code, mayPass: Self.passing.contains(code), message: message)
    default: break
    }
    if let job = reply["job_id"]?.text { return .pending(job: job) }
    if message.contains("same snapshot had been made") { return .alreadyThere(message: message) }
    throw .badReply(provider: name, message.isEmpty ? .noJob : .said(message))
  }

  /// Faults that may not come again; one that is not known counts as lasting.
  private static let passing: Set<String> = [
    "bad-gateway", "browsing-timeout", "cannot-fetch", "capture-location-error", "celery",
    "gateway-timeout", "internal-server-error", "invalid-server-response", "job-failed",
    "no-browsers-available", "protocol-error", "proxy-error", "read-timeout", "service-unavailable",
    "soft-time-limit-exceeded", "too-many-requests", "user-session-limit",
  ]
}
