public import ClaimModel
import Foundation

extension WebCitation {
  /// The day a value names, if the Web existed and the day had come: `2026-03-09T10:00:00+07:00` is `2026-03-09`.
  ///
  /// Nor is a day believed that is before `issued`.
  static func day(
    _ text: String,
    notAfter accessed: CalendarDate,
    notBefore issued: String? = nil
  ) -> String? {
    guard let date = PartialDate(iso8601: text),
      let first = CalendarDate(year: date.year, month: date.month ?? 1, day: date.day ?? 1),
      date.year >= 1995, first.daysSince1970 <= accessed.daysSince1970 + 1
    else { return nil }
    let day = date.iso8601
    // Of two days that are not equally precise the parts that both have are compared.
    if let issued, day < issued.prefix(day.utf8.count) { return nil }
    return day
  }

  /// The day that parts of a path of their own name, `/2026/03/09/` or `/2026-03-09/`, and nothing else of a path.
  static func day(inPath path: String, notAfter accessed: CalendarDate) -> String? {
    let parts = path.split(separator: "/").map { String($0) }
    for (index, part) in parts.enumerated() {
      if part.utf8.count == 10, let day = day(part, notAfter: accessed) { return day }
      let three = parts[index...].prefix(3)
      if three.count == 3, part.utf8.count == 4,
        three.dropFirst().allSatisfy({ $0.utf8.count <= 2 && Int($0) != nil }),
        let day = day(three.joined(separator: "-"), notAfter: accessed)
      {
        return day
      }
    }
    return nil
  }

  /// The title without the site's name at its end.
  static func title(_ text: String, site: String?) -> String? {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard let site else { return text.isEmpty ? nil : text }
    for separator in [" | ", " - ", " – ", " — ", " · ", " :: "] {
      let suffix = separator + site
      if text.lowercased().hasSuffix(suffix.lowercased()), text.count > suffix.count {
        return String(text.dropLast(suffix.count))
      }
    }
    return text.isEmpty ? nil : text
  }

  private static let bylineStarts = ["by ", "oleh ", "penulis: ", "reporter: ", "author: "]
  private static let nobody: Set<String> = [
    "admin", "administrator", "redaksi", "editor", "edit", "author", "penulis", "staff", "user",
    "root",
    "newsroom", "tim redaksi",
  ]

  /// The people a value names; nobody for addresses, e-mails, the site itself and the like.
  static func author(_ text: String, site: String) -> [SourceAuthor] {
    var text = text
    if let start = bylineStarts.first(where: { text.lowercased().hasPrefix($0) }) {
      text = String(text.dropFirst(start.count))
    }
    return text.split(separator: ";").map(\.trimmed).compactMap { name in
      let folded = name.lowercased()
      guard !name.isEmpty, !folded.contains("://"), !folded.contains("@"), !nobody.contains(folded),
        folded != site.lowercased(), name.count <= 100
      else { return nil }
      let parts = name.split(separator: ",").map(\.trimmed)
      if parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty {
        return .person(family: parts[0], given: parts[1])
      }
      // Which part of an Indonesian name is a family name, and whether any is, cannot be seen.
      return .literal(name)
    }
  }

  /// The address that a page prefers, if it is of the same site.
  static func canonical(_ text: String, of address: WebAddress?) -> String? {
    guard let address, let preferred = address.resolving(text), !preferred.path.isEmpty,
      isSameSite(preferred.host, address.host),
      // A front page is never the address of one of its articles.
      preferred.path != "/" || address.path == "/"
    else { return nil }
    return withoutTracking(preferred.text)
  }

  /// Whether two hosts are the same but for `www.`, `m.` or another first label.
  static func isSameSite(_ one: String, _ other: String) -> Bool {
    one == other || one.hasSuffix(".\(other)") || other.hasSuffix(".\(one)")
      || one.split(separator: ".").dropFirst() == other.split(separator: ".").dropFirst()
        && one.split(separator: ".").count > 2
  }

  /// The address without parameters that only follow readers around.
  static func withoutTracking(_ url: String) -> String {
    let whole = url.prefix { $0 != "#" }
    guard let mark = whole.firstIndex(of: "?") else { return String(whole) }
    let kept = whole[whole.index(after: mark)...].split(separator: "&").filter { parameter in
      let name = parameter.prefix { $0 != "=" }.lowercased()
      return !name.hasPrefix("utm_")
        && !["fbclid", "gclid", "igshid", "mc_cid", "mc_eid"].contains(name)
    }
    return String(whole[..<mark]) + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
  }

  /// Whether a text is an address that can be fetched: of `http` or `https`, with a host and without a user's name.
  public static func isAddress(_ text: String) -> Bool { WebAddress(text) != nil }

  /// A language tag such as `id` or `en-US`; nil where the text is none.
  public static func language(_ text: String) -> String? {
    let tag = text.replacing("_", with: "-")
    let isTag = tag.utf8.allSatisfy {
      $0 == UInt8(ascii: "-") || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
        || UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20
    }
    let primary = tag.prefix { $0 != "-" }
    return isTag && (2...3).contains(primary.utf8.count) ? tag : nil
  }

  /// A short name for a work: who, year, what, and a number where that is `taken`.
  public static func name(of source: Source, besides taken: Set<SourceID> = []) -> SourceID {
    let site = source.containerTitle ?? source.publisher ?? source.id.rawValue
    let name = name(source.authors, site: site, issued: source.issued, title: source.title)
    return free(name, besides: taken)
  }

  /// A name, or else the first of `name-2`, `name-3`, … that is not `taken`.
  public static func free(_ name: SourceID, besides taken: Set<SourceID>) -> SourceID {
    let base = name.rawValue.isEmpty ? "source" : name.rawValue
    var free = SourceID(rawValue: base)
    var number = 2
    while taken.contains(free) {
      free = SourceID(rawValue: "\(base)-\(number)")
      number += 1
    }
    return free
  }

  /// A short name for the source: who, year, what.
  static func name(
    _ authors: [SourceAuthor],
    site: String,
    issued: String?,
    title: String?
  ) -> SourceID {
    let who: String
    switch authors.first {
    case .person(let family, _): who = family
    case .literal(let name): who = FoldedWords.of(name).last ?? site
    case nil: who = FoldedWords.of(site).first ?? "page"
    }
    let words = FoldedWords.of(title ?? "")
    let what = words.first { !StopWords.english.contains($0) && !StopWords.indonesian.contains($0) }
    let parts: [String?] = [
      FoldedWords.of(who).joined(), issued.map { String($0.prefix(4)) }, what,
    ]
    return SourceID(rawValue: parts.compactMap { $0 }.joined(separator: "-"))
  }
}
