/// Tells where a person may cut a text: between graphemes only.
struct GraphemeBoundaries {
  private let text: String
  private let bytes: [UInt8]
  /// For each byte whether a grapheme begins there; made when a place cannot be judged by its neighbours.
  private var table: [Bool]?

  /// Prepares a text; nothing is read yet.
  init(_ text: String, bytes: [UInt8]) {
    self.text = text
    self.bytes = bytes
  }

  /// Whether the text may be cut before the byte at `offset`.
  mutating func allowsCut(at offset: Int) -> Bool {
    if offset <= 0 || offset >= bytes.count { return true }
    let before = bytes[offset - 1]
    let after = bytes[offset]
    if before < 0x80, after < 0x80 { return !(before == 0x0D && after == 0x0A) }
    if after & 0xC0 == 0x80 { return false }
    if isSimple(endingAt: offset), isSimple(startingAt: offset) { return true }
    let table = self.table ?? Self.boundaries(of: text, count: bytes.count)
    self.table = table
    return table[offset]
  }

  /// Whether the code point that starts here is ASCII, or general punctuation (U+2010 to U+2027): none joins another.
  private func isSimple(startingAt offset: Int) -> Bool {
    if bytes[offset] < 0x80 { return true }
    return offset + 2 < bytes.count && isPunctuation(offset)
  }

  private func isSimple(endingAt offset: Int) -> Bool {
    if bytes[offset - 1] < 0x80 { return true }
    return offset >= 3 && isPunctuation(offset - 3)
  }

  private func isPunctuation(_ offset: Int) -> Bool {
    bytes[offset] == 0xE2 && bytes[offset + 1] == 0x80 && (0x90...0xA7).contains(bytes[offset + 2])
  }

  private static func boundaries(of text: String, count: Int) -> [Bool] {
    var table = [Bool](repeating: false, count: count)
    var offset = 0
    for character in text {
      table[offset] = true
      offset += character.utf8.count
    }
    return table
  }
}
