/// The first sentence of an explanation, for places that have room for two lines.
enum Gist {
  /// The longest gist, in UTF-8 bytes.
  private static let limit = 180

  /// The text up to the end of its first sentence, or cut between two words with an ellipsis where that is too long.
  static func of(_ text: String) -> String {
    let bytes = Array(text.utf8.prefix(limit + 1))
    for index in bytes.indices.dropFirst(20) where bytes[index] == 0x20 {
      // A full stop after a digit or a single letter is more often an abbreviation than an end.
      let isEnd = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(
        bytes[index - 1]
      )
      if isEnd, bytes[index - 2] != 0x20, bytes[index - 3] != 0x20, bytes[index - 3] != 0x2E {
        return String(decoding: bytes[..<index], as: UTF8.self)
      }
    }
    guard bytes.count > limit else { return text }
    let words = bytes[..<limit]
    guard let cut = words.lastIndex(of: 0x20), cut > 60 else {
      return String(text.prefix(60)) + "…"
    }
    return String(decoding: words[..<cut], as: UTF8.self) + "…"
  }
}
