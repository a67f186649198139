/// Place and outlet at the head of a report's first sentence: `PALEMBANG, PALTV.CO.ID - `.
struct Dateline {
  /// Bytes from the line's start up to and with the dash, white space after it left out.
  let length: Int
  /// The outlet's name where the dateline gives one.
  let outlet: String?

  /// The longest head in bytes that is looked at.
  private static let longest = 90

  /// Finds the dateline at the beginning of a line; `isOpening` says that the line is the article's first paragraph,
  /// where a bare place and a dash are enough ("Jakarta - ").
  init?(of line: ArraySlice<UInt8>, isOpening: Bool) {
    guard let first = line.first, first.isUpper || first.isLower || first >= 0x80 else {
      return nil
    }
    guard let dash = Self.dash(in: line) else {
      guard isOpening, let head = Self.domainAndPlace(line) else { return nil }
      length = head.count
      outlet = head.prefix { $0 != UInt8(ascii: ",") }.string
      return
    }
    let head = line[line.startIndex..<dash.lowerBound].trimmed
    let parts = head.split(separator: UInt8(ascii: ",")).map(\.trimmed)
    guard !head.isEmpty, parts.allSatisfy(Self.isNameOrDate) else { return nil }
    let words = head.split(separator: 0x20)
    let agency = words.contains { $0.first == UInt8(ascii: "(") && $0.last == UInt8(ascii: ")") }
    let domain = parts.first(where: Self.isDomain)
    let capitals = parts.first.map(Self.isCapitals) ?? false
    guard
      domain != nil || agency || (capitals && words.count <= 6)
        || (isOpening && parts.count <= 3 && words.count <= 6)
    else { return nil }
    length = dash.upperBound - line.startIndex
    if let domain {
      outlet = domain.string
    } else if parts.count >= 2, let last = parts.last, !agency, !last.contains(where: \.isDigit) {
      outlet = last.string
    } else {
      outlet = nil
    }
  }

  /// The first dash with white space or a closing bracket before it, near enough to the line's start.
  private static func dash(in line: ArraySlice<UInt8>) -> Range<Int>? {
    let head = line.prefix(longest)
    var index = head.startIndex
    while index < head.endIndex {
      let rest = head[index...]
      let width: Int
      if rest.starts(with: [0xE2, 0x80, 0x93]) || rest.starts(with: [0xE2, 0x80, 0x94]) {
        width = 3
      } else if rest.first == UInt8(ascii: "-") {
        width = rest.prefix { $0 == UInt8(ascii: "-") }.count
      } else {
        // A sentence's end or a quotation comes before any dash: no dateline.
        if [0x22, 0x3F, 0x21, 0x3B].contains(head[index]) { return nil }
        index += 1
        continue
      }
      let before = index - 1
      let isSpacedBefore =
        before > head.startIndex && (head[before] == 0x20 || head[before] == 0xA0)
      let after = index + width
      let isSpacedAfter = after < line.endIndex && WhiteSpace.width(at: after, in: line) > 0
      if (isSpacedBefore || width > 1) && (isSpacedAfter || width > 1), index > head.startIndex {
        return index..<after
      }
      index = after
    }
    return nil
  }

  /// `Outlet.com, Place` before a capital letter, which some outlets write without a dash.
  private static func domainAndPlace(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let head = line.prefix(longest)
    guard let comma = head.firstIndex(of: UInt8(ascii: ",")), isDomain(head[..<comma]) else {
      return nil
    }
    let place = head[(comma + 1)...].drop { $0 == 0x20 }
    guard let first = place.first, first.isUpper else { return nil }
    let end = place.firstIndex(of: 0x20) ?? place.endIndex
    guard end < line.endIndex, isCapitalised(line[(end + 1)...]) else { return nil }
    return line[line.startIndex..<end]
  }

  /// Whether every word is a name, a number or a bracketed agency.
  private static func isNameOrDate(_ part: ArraySlice<UInt8>) -> Bool {
    let words = part.split(separator: 0x20)
    guard (1...6).contains(words.count) else { return false }
    return words.allSatisfy { word in
      isCapitalised(word) || isDomain(word) || word.first?.isDigit == true
        || word.first == UInt8(ascii: "(") || ["of", "dan", "and", "de"].contains(word.string)
        || word.elementsEqual("/".utf8)
    }
  }

  private static func isCapitalised(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    // Two-byte letters of Latin scripts count as capitals where a name may begin with them: Á, Ö, Š.
    return first.isUpper || first == 0xC3 || first == 0xC5 || first == 0xC4
  }

  private static func isCapitals(_ part: ArraySlice<UInt8>) -> Bool {
    part.count(where: \.isLetter) >= 3 && !part.contains(where: \.isLower)
  }

  /// Whether this is written like a site's name: `PALTV.CO.ID`, `KOMPAS.com`.
  static func isDomain(_ word: ArraySlice<UInt8>) -> Bool {
    guard let dot = word.lastIndex(of: UInt8(ascii: ".")), dot > word.startIndex + 1 else {
      return false
    }
    let suffix = word[(dot + 1)...]
    return (2...4).contains(suffix.count) && suffix.allSatisfy(\.isLetter)
      && word.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: ".") || $0 == 0x2D }
  }
}
