import ClaimModel

/// Finds the day an article was published.
enum PageDate {
  /// That of JSON-LD, of `meta` elements, of a `time` element or of the address, in this order.
  static func find(
    in page: HTMLPage,
    linked: LinkedData,
    meta: MetaElements,
    url: String?
  ) -> CalendarDate? {
    if let date = linked.published.flatMap(day) { return date }
    let declared = meta.first(
      "article:published_time",
      "article:published:time",
      "og:article:published_time",
      "datepublished",
      "date.published",
      "publishdate",
      "publish-date",
      "pubdate",
      "date",
      "dc.date",
      "dc.date.issued",
      "dcterms.created",
      "parsely-pub-date",
      "sailthru.date",
      "cxenseparse:recs:publishtime",
      "cxenseparse:publishtime",
      "article.published",
      "content_publishedtime",
      "last-modified"
    )
    if let date = declared.flatMap(day) { return date }
    for (index, node) in page.nodes.enumerated() where node.tag == .time {
      if let date = page.value(.datetime, of: index).flatMap({ day($0.string) }) { return date }
    }
    return url.flatMap(inAddress)
  }

  /// The day in `2024-06-19`, `2024-06-19T10:00`, `2024/06/19 …`, `20240619`.
  static func day(_ text: String) -> CalendarDate? {
    let bytes = Array(text.utf8)[...].trimmed
    if let date = CalendarDate(iso8601: bytes.prefix(10).string) { return date }
    guard bytes.count >= 8 else { return nil }
    let year = number(bytes.prefix(4))
    let rest = bytes.dropFirst(4)
    if let separator = rest.first, [0x2F, 0x2E, 0x2D].contains(separator) {
      let parts = rest.dropFirst().split(separator: separator, maxSplits: 1)
      guard parts.count == 2, let year, let month = number(parts[0]),
        let day = number(parts[1].prefix { $0.isDigit })
      else { return nil }
      return CalendarDate(year: year, month: month, day: day)
    }
    guard let year, let month = number(rest.prefix(2)),
      let day = number(rest.dropFirst(2).prefix(2))
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// The day that an address holds as `/2024/06/19/`.
  private static func inAddress(_ url: String) -> CalendarDate? {
    let parts = Array(url.utf8)[...].split { $0 == 0x2F || $0 == 0x2D || $0 == 0x3F }
    guard parts.count >= 3 else { return nil }
    for index in 0..<(parts.count - 2) {
      guard parts[index].count == 4, parts[index + 1].count <= 2, parts[index + 2].count <= 2,
        let year = number(parts[index]), (1990...2100).contains(year),
        let month = number(parts[index + 1]), let day = number(parts[index + 2]),
        let date = CalendarDate(year: year, month: month, day: day)
      else { continue }
      return date
    }
    return nil
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 4, digits.allSatisfy(\.isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
