import ClaimModel

/// The published claims as schema.org ClaimReviews, for search engines and other desks.
struct ClaimReviews {
  private let audit: Audit
  private let words: Wording

  init(_ audit: Audit) {
    self.audit = audit
    words = Wording(audit.language, clock: audit.desk.clock)
  }

  /// The graph that the page carries.
  var linkedData: JSON {
    ["@context": "https://schema.org", "@graph": .array(published.map(\.review))]
  }

  /// The claims with a ClaimReview; the open claims are nobody's verdict yet, and those of an old version that go on in
  /// the next are reviewed there.
  var published: [(claim: AuditedClaim, review: JSON)] {
    audit.claims.filter { $0.isPublished && $0.goesOnAt == nil }.map { ($0, review($0)) }
  }

  private var metadata: DocumentMetadata { audit.document.metadata }

  private func review(_ claim: AuditedClaim) -> JSON {
    let address = audit.address(of: claim)
    let day = words.localDay(claim.published ?? audit.lastChange)
    return [
      "@type": "ClaimReview",
      "@id": .string(address),
      "url": .string(address),
      "datePublished": .string(day.iso8601),
      "inLanguage": .string(words.language.rawValue),
      "claimReviewed": .string(claim.claim.quoteText),
      "author": [
        "@type": "Organization",
        "name": .string(audit.desk.name),
        "url": audit.desk.address.map(JSON.string),
      ],
      "reviewRating": claim.verdict.map(rating),
      "itemReviewed": item(claim),
    ]
  }

  private func rating(_ verdict: Verdict) -> JSON {
    let scale = audit.scales.first { $0.name == verdict.scale }
    let value = scale?.rating(named: verdict.rating)?.value
    return [
      "@type": "Rating",
      "alternateName": .string(verdict.label(on: audit.scales, in: words.language)),
      "ratingExplanation": .string(verdict.explanation),
      "ratingValue": value.map(JSON.number),
      "bestRating": value == nil ? nil : scale?.best.map(JSON.number),
      "worstRating": value == nil ? nil : scale?.worst.map(JSON.number),
    ]
  }

  private func item(_ claim: AuditedClaim) -> JSON {
    let here = Appearance(
      title: audit.title,
      url: metadata.url,
      outlet: metadata.outlet,
      published: metadata.published
    )
    let places = ([here] + claim.alsoIn).map(appearance)
    return [
      "@type": "Claim",
      "author": author(claim.claim),
      "appearance": places.count == 1 ? places[0] : .array(places),
    ]
  }

  private func appearance(_ place: Appearance) -> JSON {
    [
      "@type": "NewsArticle",
      "url": Link(web: place.url).map { .string($0.address) },
      "headline": .string(place.title),
      "datePublished": place.published.map { .string($0.iso8601) },
      "publisher": place.outlet.map { ["@type": "Organization", "name": .string($0)] },
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
