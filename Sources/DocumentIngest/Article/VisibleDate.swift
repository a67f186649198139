import ClaimModel

/// Finds a day written out for readers, where a page does not say it for machines: `28.04.2023`, `9 Maret 2026`,
/// `March 9, 2026`.
enum VisibleDate {
  /// The day in the first short line round the headline or under a name such as `date` that holds one.
  static func find(in blocks: PageBlocks, title: String?) -> CalendarDate? {
    let titleBytes = Array((title ?? "").utf8)
    var titleIndex: Int?
    if !titleBytes.isEmpty {
      titleIndex = blocks.blocks.firstIndex {
        PlainTextReader.sameWords(blocks.text[$0.range], titleBytes[...])
      }
    }
    var marked: CalendarDate?
    for (index, block) in blocks.blocks.enumerated() where block.words <= 14 {
      let isNear = titleIndex.map { (-3...8).contains(index - $0) } ?? false
      guard isNear || (marked == nil && block.near.contains(.meta)),
        let date = day(in: blocks.text[block.range])
      else { continue }
      if isNear { return date }
      marked = date
    }
    return marked
  }

  /// The first full date in a line; days written in digits alone come before months, except in the order of ISO 8601.
  static func day(in line: ArraySlice<UInt8>) -> CalendarDate? {
    let parts = line.split { !$0.isLetterOrDigit && $0 < 0x80 }.map { ($0, number($0)) }
    guard parts.count >= 3 else { return nil }
    for index in 0..<(parts.count - 2) {
      let (first, second, third) = (parts[index], parts[index + 1], parts[index + 2])
      var date: CalendarDate?
      if let day = first.1, let year = third.1, isYear(year) {
        if let month = second.1 ?? month(second.0) {
          date = CalendarDate(year: year, month: month, day: day)
        }
      } else if let month = month(first.0), let day = second.1, let year = third.1, isYear(year) {
        date = CalendarDate(year: year, month: month, day: day)
      } else if let year = first.1, isYear(year), let month = second.1, let day = third.1 {
        date = CalendarDate(year: year, month: month, day: day)
      }
      if let date { return date }
    }
    return nil
  }

  private static func isYear(_ number: Int) -> Bool { (1990...2100).contains(number) }

  private static func number(_ text: ArraySlice<UInt8>) -> Int? {
    guard text.count <= 4, text.allSatisfy(\.isDigit) else { return nil }
    return text.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Months by their beginnings in Indonesian, English, German, French, Spanish, Italian, Portuguese and Dutch.
  private static func month(_ word: ArraySlice<UInt8>) -> Int? {
    guard word.count >= 3, word.first?.isDigit == false else { return nil }
    return months.first { name, _ in word.hasPrefix(ignoringCase: name) }?.1
  }

  private static let months: [(String, Int)] = [
    ("jan", 1), ("gen", 1), ("ene", 1), ("feb", 2), ("fev", 2), ("fév", 2), ("mar", 3), ("mär", 3),
    ("maa", 3), ("apr", 4), ("abr", 4), ("avr", 4), ("mag", 5), ("may", 5), ("mai", 5), ("mei", 5),
    ("jun", 6), ("giu", 6), ("juin", 6), ("jul", 7), ("lug", 7), ("juil", 7), ("aug", 8),
    ("agu", 8), ("ago", 8), ("aoû", 8), ("sep", 9), ("set", 9), ("oct", 10), ("okt", 10),
    ("ott", 10), ("out", 10), ("nov", 11), ("dec", 12), ("des", 12), ("dez", 12), ("dic", 12),
    ("déc", 12),
  ]
}
