/// The name of a picture's maker at the end of a caption: `… diserang.-- ABCnews`, `… (Foto: Antara)`.
enum Credit {
  /// The longest caption in bytes; a longer line is a paragraph.
  private static let longestCaption = 500
  private static let longestCredit = 80

  /// Where the credit begins in a caption, or nil where the line has none.
  ///
  /// `isCaption` says that the line is known to stand under a picture; elsewhere only what cannot be a sentence counts.
  static func start(in line: ArraySlice<UInt8>, isCaption: Bool) -> Int? {
    guard line.count <= longestCaption else { return nil }
    return bracketed(line) ?? dashed(line) ?? (isCaption ? labelled(line) : nil)
  }

  /// `(Foto: Antara/Nama)`, `[Photo by Name]`, `(dok. Humas)` as the line's last words.
  private static func bracketed(_ line: ArraySlice<UInt8>) -> Int? {
    let body = line.last == UInt8(ascii: ".") ? line.dropLast() : line
    guard let last = body.last, last == UInt8(ascii: ")") || last == UInt8(ascii: "]") else {
      return nil
    }
    let opening = last == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "[")
    guard let open = body.lastIndex(of: opening), body.endIndex - open <= longestCredit + 40 else {
      return nil
    }
    let inside = body[(open + 1)..<(body.endIndex - 1)].trimmed
    return labels.contains { inside.hasPrefix(ignoringCase: $0) } ? open : nil
  }

  /// `. -- Name`, `.– Name/Agency` after the sentence's end.
  private static func dashed(_ line: ArraySlice<UInt8>) -> Int? {
    guard let last = line.last, last != UInt8(ascii: "."), last != 0x22 else { return nil }
    var index = line.endIndex - 1
    let lowest = max(line.startIndex + 1, line.endIndex - longestCredit)
    while index > lowest {
      let rest = line[index...]
      let isDash =
        rest.starts(with: [0x2D, 0x2D]) || rest.starts(with: [0xE2, 0x80, 0x93])
        || rest.starts(with: [0xE2, 0x80, 0x94])
      if isDash {
        var start = index
        while start > line.startIndex, line[start - 1] == 0x2D { start -= 1 }
        let before = line[line.startIndex..<start].trimmed
        let name = rest.drop { $0 == 0x2D || $0 >= 0x80 }.trimmed
        let words = name.split(separator: 0x20)
        guard before.last == UInt8(ascii: "."), (1...6).contains(words.count),
          !name.contains(0x22)
        else { return nil }
        return start
      }
      index -= 1
    }
    return nil
  }

  /// `Foto: Name`, `Photo: Name`, `© Name` as the rest of a caption.
  private static func labelled(_ line: ArraySlice<UInt8>) -> Int? {
    for label in ["foto:", "photo:", "photo by", "photograph:", "image:", "credit:", "(foto"] {
      guard let found = line.range(ofIgnoringCase: label) else { continue }
      let isWordStart =
        found.lowerBound == line.startIndex || !line[found.lowerBound - 1].isLetterOrDigit
      if isWordStart, line.endIndex - found.lowerBound <= longestCredit { return found.lowerBound }
    }
    return nil
  }

  private static let labels = [
    "foto", "photo", "dok.", "dok ", "dokumentasi", "ilustrasi", "istimewa", "image", "gambar",
    "credit", "sumber", "antara/", "antara foto", "ist)", "screenshot", "tangkapan layar", "getty",
  ]
}
