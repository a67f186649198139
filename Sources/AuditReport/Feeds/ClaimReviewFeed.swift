import ClaimModel

/// All published claims as one schema.org DataFeed of ClaimReviews, for search engines and other desks.
public enum ClaimReviewFeed {
  /// The file's name in the folder of audits.
  public static let fileName = "claimreview.jsonld"
}

extension IndexView {
  /// Hands over the feed as JSON-LD in UTF-8, piece by piece, the newest article first.
  func eachReviewData(
    _ body: ([UInt8]) throws(AuditSiteError) -> Void
  ) throws(AuditSiteError) {
    let name = JSON.string(index.desk.name)
    let modified = JSON.string(index.ledger.lastEvent.rfc3339)
    let head: Markup = """
      {"@context":"https://schema.org","@type":"DataFeed","name":\(Markup(name)),\
      "dateModified":\(Markup(modified)),"dataFeedElement":[
      """
    try body(head.bytes)
    var isFirst = true
    for entry in allEntries {
      let reviews = try index.entries.reviews(entry)
      if reviews.isEmpty { continue }
      try body(isFirst ? reviews : [UInt8(ascii: ",")] + reviews)
      isFirst = false
    }
    try body(Array("]}\n".utf8))
  }
}
