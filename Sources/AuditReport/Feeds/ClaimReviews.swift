import ClaimModel

/// The published claims as schema.org ClaimReviews, for search engines and other desks.
struct ClaimReviews {
  private let audit: Audit
  private let words: Wording

  init(_ audit: Audit) {
    self.audit = audit
    words = Wording(audit.language, clock: audit.desk.clock)
  }

  /// The graph that the page carries: who reviews and what was reviewed once, then the reviews that name them.
  var linkedData: JSON {
    let published = published
    guard !published.isEmpty else { return ["@context": "https://schema.org", "@graph": []] }
    let parties: [JSON] = [named(publisher, "#desk"), named(article, "#article")]
    return [
      "@context": "https://schema.org",
      "@graph": .array(parties + published.map { review($0.claim, isInPage: true) }),
    ]
  }

  private func named(_ thing: [(String, JSON?)], _ name: String) -> JSON {
    let identity: [(String, JSON?)] = [("@id", .string(name))]
    return .object(identity + thing)
  }

  /// The claims with a ClaimReview; the open claims are nobody's verdict yet, and those of an old version that go on in
  /// the next are reviewed there.
  var published: [(claim: AuditedClaim, review: JSON)] {
    audit.claims.filter { $0.isPublished && $0.goesOnAt == nil }
      .map { ($0, review($0, isInPage: false)) }
  }

  private var metadata: DocumentMetadata { audit.document.metadata }

  private func review(_ claim: AuditedClaim, isInPage: Bool) -> JSON {
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
        "author": author(claim.claim),
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

  private func author(_ claim: Claim) -> JSON? {
    guard let name = claim.speaker, !name.isEmpty else { return nil }
    let kind = audit.speakers.first { $0.name == name }?.kind ?? .person
    guard kind != .unnamed else { return nil }
    return [
      "@type": kind == .organisation ? "Organization" : "Person",
      "name": .string(name),
      "jobTitle": kind == .person ? claim.role.map(JSON.string) : nil,
    ]
  }
}
