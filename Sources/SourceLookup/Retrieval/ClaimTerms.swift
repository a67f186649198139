import ClaimModel

/// What of a text is compared: the stems of its words, and its letters in groups of four.
struct ClaimTerms {
  /// The stems, in order, without stop words.
  let stems: [String]
  /// The words without stop words, each with one space before it and one after the last.
  let letters: [UInt8]

  /// Takes a text apart.
  ///
  /// Links go, `#BerasNaik` and `@beras_naik` become words, and `7,000` is one number. Where the language is not known,
  /// `isQuery` takes the stems of both, so that what was indexed in either is found.
  init(_ text: String, isQuery: Bool = false) {
    let words = FoldedWords.of(Self.plain(text))
    let language = StopWords.language(of: words)
    var stems: [String] = []
    var letters: [UInt8] = [0x20]
    for word in words {
      let isStop =
        language == .indonesian
        ? StopWords.indonesian.contains(word) : StopWords.english.contains(word)
      if isStop { continue }
      letters.append(contentsOf: word.utf8)
      letters.append(0x20)
      if language != .indonesian { stems.append(PorterStemmer.stem(word)) }
      if language == .indonesian || (isQuery && language == .undetermined) {
        stems.append(IndonesianStemmer.stem(word))
      }
    }
    self.stems = stems
    self.letters = letters
  }

  /// Calls `body` with each group of four bytes of ``letters``.
  static func forEachGroup(_ letters: ArraySlice<UInt8>, _ body: (UInt32) -> Void) {
    var group: UInt32 = 0
    for (index, byte) in letters.enumerated() {
      group = group << 8 | UInt32(byte)
      if index >= 3 { body(group) }
    }
  }

  /// The text without links and with tags as words.
  private static func plain(_ text: String) -> String {
    var out: [UInt8] = []
    let bytes = Array(text.utf8)
    var index = 0
    var inTag = false
    while index < bytes.count {
      let byte = bytes[index]
      if let end = linkEnd(bytes, index) {
        out.append(0x20)
        index = end
        inTag = false
        continue
      }
      let last = out.last ?? 0x20
      switch byte {
      case UInt8(ascii: "#"), UInt8(ascii: "@"):
        inTag = true
        out.append(0x20)
      case UInt8(ascii: ",")
      where isDigit(last) && index + 1 < bytes.count && isDigit(bytes[index + 1]):
        break
      case UInt8(ascii: "_"): out.append(0x20)
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where inTag && (0x61...0x7A).contains(last):
        out.append(0x20)
        out.append(byte)
      default:
        if byte <= 0x20 { inTag = false }
        out.append(byte)
      }
      index += 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static let linkStarts = ["http://", "https://", "pic.twitter.com/"].map { Array($0.utf8) }

  /// The end of a link that begins here, also in the middle of a word, as posts often have it.
  private static func linkEnd(_ bytes: [UInt8], _ index: Int) -> Int? {
    guard bytes[index] == UInt8(ascii: "h") || bytes[index] == UInt8(ascii: "p"),
      linkStarts.contains(where: { bytes[index...].starts(with: $0) })
    else { return nil }
    return bytes[index...].firstIndex { $0 <= 0x20 } ?? bytes.count
  }
}
