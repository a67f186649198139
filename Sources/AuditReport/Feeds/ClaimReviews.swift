import ClaimModel

/// The published claims as schema.org ClaimReviews, for search engines and other desks.
struct ClaimReviews {
  private let audit: Audit
  private let words: Wording
  private let kinds: [String: Speaker.Kind]

  init(_ audit: Audit) {
    self.audit = audit
    kinds = Dictionary(audit.speakers.map { ($0.name, $0.kind) }) { first, _ in first }
    words = Wording(audit.language, clock: audit.desk.clock)
  }

  /// The graph that the page carries: who reviews and what was reviewed once, then the reviews that name them.
  var linkedData: JSON {
    let claims = publishedClaims
    guard !claims.isEmpty else { return ["@context": "https://schema.org", "@graph": []] }
    let counts = Dictionary(
      claims.compactMap { Author($0.claim) }.map { ($0, 1) },
      uniquingKeysWith: +
    )
    var names: [Author: String] = [:]
    var parties: [JSON] = [named(publisher, "#desk"), named(article, "#article")]
    // Who said more than one thing is named once.
    for case let author? in claims.map({ Author($0.claim) })
    where counts[author, default: 0] > 1 && names[author] == nil {
      guard let description = description(of: author) else { continue }
      names[author] = "#s\(names.count + 1)"
      parties.append(named(description, names[author] ?? ""))
    }
    return [
      "@context": "https://schema.org",
      "@graph": .array(parties + claims.map { review($0, isInPage: true, authors: names) }),
    ]
  }

  /// Who is said to have said a claim, as linked data tells it.
  private struct Author: Hashable {
    let name: String
    let role: String?

    init?(_ claim: Claim) {
      guard let name = claim.speaker, !name.isEmpty else { return nil }
      (self.name, role) = (name, claim.role)
    }
  }

  private func named(_ thing: [(String, JSON?)], _ name: String) -> JSON {
    let identity: [(String, JSON?)] = [("@id", .string(name))]
    return .object(identity + thing)
  }

  /// The claims with a ClaimReview; the open claims are nobody's verdict yet, and those of an old version that go on in
  /// the next are reviewed there.
  var published: [(claim: AuditedClaim, review: JSON)] {
    publishedClaims.map { ($0, review($0, isInPage: false)) }
  }

  private var publishedClaims: [AuditedClaim] {
    audit.claims.filter { $0.isPublished && $0.goesOnAt == nil }
  }

  private var metadata: DocumentMetadata { audit.document.metadata }

  private func review(
    _ claim: AuditedClaim,
    isInPage: Bool,
    authors: [Author: String] = [:]
  ) -> JSON {
    let address = audit.address(of: claim)
    let day = words.localDay(claim.published ?? audit.lastChange)
    let reviewer: JSON = isInPage ? ["@id": "#desk"] : .object(publisher)
    let here: JSON = isInPage ? ["@id": "#article"] : .object(article)
    let places = [here] + claim.alsoIn.map { .object(Self.article($0)) }
    return [
      "@type": "ClaimReview",
      "url": .string(address),
      "datePublished": .string(day.iso8601),
      "inLanguage": isInPage ? nil : .string(words.language.rawValue),
      "claimReviewed": .string(claim.claim.quoteText),
      "author": reviewer,
      "reviewRating": claim.verdict.map { rating($0, isInPage: isInPage) },
      "itemReviewed": [
        "@type": "Claim",
        "author": author(claim.claim, names: authors),
        "appearance": places.count == 1 ? here : .array(places),
      ],
    ]
  }

  private var publisher: [(String, JSON?)] {
    [
      ("@type", "Organization"), ("name", .string(audit.desk.name)),
      ("url", audit.desk.address.map(JSON.string)),
    ]
  }

  private var article: [(String, JSON?)] {
    Self.article(
      Appearance(
        title: audit.title,
        url: metadata.url,
        outlet: metadata.outlet,
        published: metadata.published
      )
    )
  }

  private static func article(_ place: Appearance) -> [(String, JSON?)] {
    [
      ("@type", "NewsArticle"), ("url", Link(web: place.url).map { .string($0.address) }),
      ("headline", .string(place.title)),
      ("datePublished", place.published.map { .string($0.iso8601) }),
      ("publisher", place.outlet.map { ["@type": "Organization", "name": .string($0)] }),
    ]
  }

  private func rating(_ verdict: Verdict, isInPage: Bool) -> JSON {
    let scale = audit.scales.first { $0.name == verdict.scale }
    let value = scale?.rating(named: verdict.rating)?.value
    return [
      "@type": "Rating",
      "alternateName": .string(verdict.label(on: audit.scales, in: words.language)),
      "ratingExplanation": isInPage ? nil : .string(verdict.explanation),
      "ratingValue": value.map(JSON.number),
      "bestRating": value == nil ? nil : scale?.best.map(JSON.number),
      "worstRating": value == nil ? nil : scale?.worst.map(JSON.number),
    ]
  }

  private func author(_ claim: Claim, names: [Author: String]) -> JSON? {
    guard let author = Author(claim) else { return nil }
    if let name = names[author] { return ["@id": .string(name)] }
    return description(of: author).map(JSON.object)
  }

  private func description(of author: Author) -> [(String, JSON?)]? {
    let kind = kinds[author.name] ?? .person
    guard kind != .unnamed else { return nil }
    return [
      ("@type", kind == .organisation ? "Organization" : "Person"), ("name", .string(author.name)),
      ("jobTitle", kind == .person ? author.role.map(JSON.string) : nil),
    ]
  }
}
