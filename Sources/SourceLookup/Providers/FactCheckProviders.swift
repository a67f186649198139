/// Google Fact Check Tools, `claims:search` of v1alpha1; needs a key.
public struct GoogleFactCheck: SourceProvider {
  /// Its name.
  public let name = "google-fact-check"
  /// No limit is documented; five requests a second are modest.
  public let interval = 200
  private let settings: ProviderSettings
  private let language: String?

  /// Makes the provider; `language` such as `id` narrows the answers.
  public init(_ settings: ProviderSettings, language: String? = nil) {
    self.settings = settings
    self.language = language
  }

  /// Asks for checks of a claim.
  public func request(_ query: String, limit: Int) throws(ProviderError) -> FetchRequest {
    guard let key = settings.key else { throw .needsKey(provider: name) }
    let base = settings.base(or: "https://factchecktools.googleapis.com")
    let narrowed = language.map { "&languageCode=\(percentEncoded($0))" } ?? ""
    return FetchRequest(
      url:
        "\(base)/v1alpha1/claims:search?query=\(percentEncoded(query))&pageSize=\(limit)\(narrowed)",
      // As a header field the key stays out of addresses, and so out of snapshots and messages.
      secretHeaders: [HeaderField("X-Goog-Api-Key", key)]
    )
  }

  /// Reads `{"claims": [...]}`; every inner field may be absent, and `{}` means nothing was found.
  public func read(_ page: FetchedPage) throws(ProviderError) -> [Suggestion] {
    let reply = try ProviderReply.json(page, name)
    return (reply["claims"]?.asList ?? []).flatMap { claim in
      (claim["claimReview"]?.asList ?? []).compactMap { review in
        suggestion(claim, review)
      }
    }
  }

  /// Nothing for an empty claim: it would fit anything.
  private func suggestion(_ claim: JSONNode, _ review: JSONNode) -> Suggestion? {
    guard let text = claim["text"]?.text?.trimmed, !text.isEmpty, let url = review["url"]?.text
    else {
      return nil
    }
    let check = ClaimReview(
      claim: text,
      claimant: claim["claimant"]?.text,
      claimDate: claim["claimDate"]?.text.flatMap { PartialDate(iso8601: $0)?.iso8601 },
      url: url,
      title: review["title"]?.text,
      publisher: review["publisher"]?["name"]?.text ?? review["publisher"]?["site"]?.text,
      publisherSite: review["publisher"]?["site"]?.text,
      reviewDate: review["reviewDate"]?.text.flatMap { PartialDate(iso8601: $0)?.iso8601 },
      rating: review["textualRating"]?.text,
      language: review["languageCode"]?.text
    )
    return Suggestion(provider: name, finding: .check(check), reason: "")
  }
}

/// MAFINDO's database of TurnBackHoax and CekFakta (Yudistira), version 2; needs a key.
public struct Mafindo: SourceProvider {
  /// Its name.
  public let name = "mafindo"
  /// No limit is documented; one request a second is modest.
  public let interval = 1_000
  private let settings: ProviderSettings

  /// Makes the provider.
  public init(_ settings: ProviderSettings) { self.settings = settings }

  /// Asks for checks whose title has the words.
  public func request(_ query: String, limit: Int) throws(ProviderError) -> FetchRequest {
    guard let key = settings.key else { throw .needsKey(provider: name) }
    let base = settings.base(or: "https://yudistira.turnbackhoax.id")
    let form =
      "key=\(percentEncoded(key))&method=title&value=\(percentEncoded(query))&limit=\(limit)"
    return FetchRequest(
      url: "\(base)/api/antihoax/search",
      body: Array(form.utf8),
      headers: [HeaderField("Content-Type", "application/x-www-form-urlencoded")]
    )
  }

  /// Reads a list of checks, all of whose fields are text.
  public func read(_ page: FetchedPage) throws(ProviderError) -> [Suggestion] {
    let reply = try ProviderReply.json(page, name)
    guard let rows = reply.elements else {
      throw .badReply(provider: name, reply["message"]?.text.map { .said($0) } ?? .noList)
    }
    return rows.compactMap { row in
      guard let id = row["id"]?.scalarText, let title = row["title"]?.text, !title.isEmpty else {
        return nil
      }
      let (label, claim) = Self.split(title)
      let check = ClaimReview(
        claim: claim,
        claimDate: nil,
        appearances: [row["source_link"]?.scalarText].compactMap { $0 },
        url: "https://yudistira.turnbackhoax.id/Antihoax/\(id)",
        title: title,
        publisher: "MAFINDO",
        publisherSite: "https://turnbackhoax.id",
        reviewDate: row["tanggal"]?.text.flatMap { PartialDate(iso8601: $0)?.iso8601 },
        rating: row["classification"]?.scalarText ?? label,
        language: "id"
      )
      let reason = row["conclusion"]?.scalarText ?? ""
      return Suggestion(
        provider: name,
        finding: .check(check),
        reason: ProviderReply.withoutMarkup(reason)
      )
    }
  }

  /// `[SALAH] Harga beras` as label and claim.
  private static func split(_ title: String) -> (label: String?, claim: String) {
    guard title.hasPrefix("["), let end = title.firstIndex(of: "]") else { return (nil, title) }
    let claim = title[title.index(after: end)...].trimmed
    return (
      String(title[title.index(after: title.startIndex)..<end]), claim.isEmpty ? title : claim
    )
  }
}
