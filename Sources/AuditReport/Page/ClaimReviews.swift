import ClaimModel

/// The published claims as schema.org ClaimReviews, for search engines and other desks.
struct ClaimReviews {
  private let view: AuditView

  init(_ view: AuditView) { self.view = view }

  /// The graph that the page carries.
  var linkedData: JSON {
    ["@context": "https://schema.org", "@graph": .array(published.map(review))]
  }

  /// Only what is published is described; the open claims are nobody's verdict yet.
  private var published: [AuditedClaim] {
    view.audit.claims.filter { $0.status.stage.isPublished && $0.verdict != nil }
  }

  private var metadata: DocumentMetadata { view.audit.document.metadata }

  private func review(_ claim: AuditedClaim) -> JSON {
    let page = (view.audit.desk.address ?? "") + view.audit.fileName
    let address = "\(page)#k\(claim.number)"
    let day = view.words.localDay(claim.published ?? view.lastChange)
    return [
      "@type": "ClaimReview",
      "@id": .string(address),
      "url": .string(address),
      "datePublished": .string(day.iso8601),
      "inLanguage": .string(view.words.language.rawValue),
      "claimReviewed": .string(claim.claim.quoteText),
      "author": [
        "@type": "Organization",
        "name": .string(view.audit.desk.name),
        "url": view.audit.desk.address.map(JSON.string),
      ],
      "reviewRating": claim.verdict.map(rating),
      "itemReviewed": item(claim.claim),
    ]
  }

  private func rating(_ verdict: Verdict) -> JSON {
    let scale = view.audit.scales.first { $0.name == verdict.scale }
    let value = scale?.rating(named: verdict.rating)?.value
    return [
      "@type": "Rating",
      "alternateName": .string(view.label(verdict)),
      "ratingExplanation": .string(verdict.explanation),
      "ratingValue": value.map(JSON.number),
      "bestRating": value == nil ? nil : scale?.best.map(JSON.number),
      "worstRating": value == nil ? nil : scale?.worst.map(JSON.number),
    ]
  }

  private func item(_ claim: Claim) -> JSON {
    [
      "@type": "Claim",
      "author": author(claim),
      "appearance": [
        "@type": "NewsArticle",
        "url": Link(web: metadata.url).map { .string($0.address) },
        "headline": .string(view.audit.title),
        "datePublished": metadata.published.map { .string($0.iso8601) },
        "publisher": metadata.outlet.map { ["@type": "Organization", "name": .string($0)] },
      ],
    ]
  }

  private func author(_ claim: Claim) -> JSON? {
    guard let name = claim.speaker, !name.isEmpty else { return nil }
    let kind = view.audit.speakers.first { $0.name == name }?.kind ?? .person
    guard kind != .unnamed else { return nil }
    return [
      "@type": kind == .organisation ? "Organization" : "Person",
      "name": .string(name),
      "jobTitle": kind == .person ? claim.role.map(JSON.string) : nil,
    ]
  }
}
