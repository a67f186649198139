import ClaimModel

/// All published claims as one schema.org DataFeed of ClaimReviews, for search engines and other desks.
public enum ClaimReviewFeed {
  /// The file's name in the folder of audits.
  public static let fileName = "claimreview.jsonld"

  /// Renders the feed.
  ///
  /// - Parameter index: the audits.
  /// - Returns: JSON-LD as UTF-8, the newest article first.
  public static func render(_ index: AuditIndex) -> [UInt8] {
    let view = IndexView(index)
    let feed: JSON = [
      "@context": "https://schema.org",
      "@type": "DataFeed",
      "name": .string(index.desk.name),
      "dateModified": .string(index.ledger.lastEvent.rfc3339),
      "dataFeedElement": .array(view.allEntries.flatMap { $0.claimReviews.map(JSON.written) }),
    ]
    return feed.scriptBytes + [0x0A]
  }
}
