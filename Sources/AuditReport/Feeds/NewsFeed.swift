import ClaimModel

/// What was published and corrected lately, as an Atom feed (RFC 4287).
public enum NewsFeed {
  /// The file's name in the folder of audits.
  public static let fileName = "feed.atom"
  /// How many entries the feed holds at most.
  public static let limit = 100

  /// Renders the feed.
  ///
  /// - Parameter index: the audits.
  /// - Returns: XML as UTF-8, the newest publication first.
  public static func render(_ index: AuditIndex) -> [UInt8] { IndexView(index).newsFeed.bytes }
}

extension IndexView {
  var newsFeed: Markup {
    let news = index.entries.latestNews
    let updated = news.first?.line.time ?? index.ledger.lastEvent
    let address = index.desk.address ?? "urn:tilik:desk"
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(words.language.rawValue)">
      <title>\(words(IndexPhrase.heading))</title>
      <id>\(address)</id>
      <updated>\(updated.rfc3339)</updated>
      <author><name>\(index.desk.name)</name></author>
      <link rel="alternate" type="text/html" href="index.html"/>
      \(each: news, { newsEntry($0.title, $0.line) })</feed>

      """
  }

  private func newsEntry(_ article: String, _ line: AuditEntry.NewsLine) -> Markup {
    let label = line.verdict.label(on: index.scales, in: words.language)
    let title = "\(label): “\(Gist.of(line.quote))”"
    let corrected = line.correction.map { words(IndexPhrase.corrected, $0.explanation) + " " } ?? ""
    return """
      <entry>
      <title>\(line.correction == nil ? title : words(IndexPhrase.corrected, title))</title>
      <id>urn:tilik:event:\(line.event.hex)</id>
      <updated>\(line.time.rfc3339)</updated>
      <link rel="alternate" type="text/html" href="\(line.address)"/>
      <summary>\(corrected)\(line.verdict.explanation)</summary>
      <source><title>\(article)</title></source>
      </entry>

      """
  }
}
