/// Reads authors' names out of bylines: `Penulis: Nama`, `Oleh Nama`, `By Name and Name`.
enum Byline {
  private static let labels = [
    "ditulis oleh", "laporan wartawan", "oleh", "penulis", "reporter", "pewarta", "wartawan",
    "written by", "reported by", "by", "author", "authors",
  ]

  /// The names in a line that is nothing but a byline at an article's head, or nil where it is something else.
  static func name(in line: ArraySlice<UInt8>) -> [String]? {
    guard line.count <= 120, let rest = afterLabel(line), line.last != UInt8(ascii: ".") else {
      return nil
    }
    let names = names(in: rest)
    let areNames = names.allSatisfy { name in
      let words = name.split(separator: " ")
      return (1...5).contains(words.count)
        && words.allSatisfy { ($0.utf8.first?.isUpper ?? false) || ($0.utf8.first ?? 0) >= 0x80 }
    }
    return areNames && !names.isEmpty ? names : nil
  }

  /// The names after a label and a colon; none for an editor's or a translator's line.
  static func labelled(_ line: ArraySlice<UInt8>) -> [String] {
    guard let rest = afterLabel(line) else { return [] }
    return names(in: rest)
  }

  /// The parts of a list of names: `A, B dan C`, `A and B`, `A & B`.
  static func names(in list: ArraySlice<UInt8>) -> [String] {
    list.string
      .split(whereSeparator: { $0 == "," || $0 == "&" || $0 == ";" || $0 == "|" || $0 == "/" })
      .flatMap { parts(String($0), between: [" and ", " dan ", " und "]) }
      .map { $0.trimmingSpaces }
      .filter { !$0.isEmpty }
  }

  private static func afterLabel(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    for label in labels where line.hasPrefix(ignoringCase: label) {
      let rest = line.dropFirst(label.utf8.count)
      guard let next = rest.first, next == 0x20 || next == UInt8(ascii: ":") else { continue }
      return rest.drop { $0 == 0x20 || $0 == UInt8(ascii: ":") }
    }
    return nil
  }

  private static func parts(_ text: String, between separators: [String]) -> [String] {
    separators.reduce([text]) { parts, separator in
      parts.flatMap { $0.split(separator: separator).map(String.init) }
    }
  }
}

extension StringProtocol {
  /// The text without white space at both ends.
  var trimmingSpaces: String {
    let isInk: (Unicode.Scalar) -> Bool = { !$0.properties.isWhitespace }
    guard let first = unicodeScalars.firstIndex(where: isInk),
      let last = unicodeScalars.lastIndex(where: isInk)
    else { return "" }
    return String(self[first..<unicodeScalars.index(after: last)])
  }
}
