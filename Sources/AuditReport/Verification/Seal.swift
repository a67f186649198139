import ClaimModel
import Crypto

/// A hash over what a page tells: all that stands in its main part, and the names of the events it carries.
///
/// It is computed over words and the attributes that matter (``SealedText``), not over markup, so that the page's own
/// script can compute it again from what the browser shows.
enum Seal {
  /// The hash, of stretches of markup one after the other and the events' names.
  static func hash(parts: [ArraySlice<UInt8>], events: [ContentHash]) -> ContentHash {
    var hash = SHA256()
    for part in parts { hash.update(data: SealedText.of(part)) }
    for event in events { hash.update(data: Array("\n\(event.hex)".utf8)) }
    return ContentHash(bytes: hash.finalize())
  }

  /// An event's name: the SHA-256 of its canonical JSON.
  static func name(ofEvent event: String) -> ContentHash {
    ContentHash(bytes: SHA256.hash(data: Array(event.utf8)))
  }

  /// The last line of a file, which names the hash of all bytes before it: `head -n -1 FILE | sha256sum` gives the same.
  static func lastLine(of page: ArraySlice<UInt8>) -> Markup {
    lastLine(ContentHash(bytes: SHA256.hash(data: page)))
  }

  /// The last line of a file whose other bytes have this hash.
  static func lastLine(_ hash: ContentHash) -> Markup {
    "<!-- sha256 of all lines above: \(hash.hex) -->\n"
  }
}

/// The words of a stretch of a page and, of each element, the attributes that a reader sees the effect of.
///
/// For each element that begins `<class|datetime|href|id>` is written, for text the text. It reads only what this program
/// writes: attribute values in double quotation marks, without `"`, `<` or `>` as they are.
enum SealedText {
  /// The attributes, in the order in which they are written.
  private static let attributes: [[UInt8]] = ["class", "datetime", "href", "id"]
    .map { Array($0.utf8) }

  static func of(_ markup: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(markup.count)
    var index = markup.startIndex
    while index < markup.endIndex {
      guard markup[index] == UInt8(ascii: "<") else {
        let end = markup[index...].firstIndex(of: UInt8(ascii: "<")) ?? markup.endIndex
        PlainText.append(markup[index..<end], to: &text)
        index = end
        continue
      }
      let end = markup[index...].firstIndex(of: UInt8(ascii: ">")) ?? markup.endIndex
      if index + 1 < end, markup[index + 1] | 0x20 >= UInt8(ascii: "a") {
        append(tag: markup[index..<end], to: &text)
      }
      index = min(end + 1, markup.endIndex)
    }
    return text
  }

  private static func append(tag: ArraySlice<UInt8>, to text: inout [UInt8]) {
    var values = [ArraySlice<UInt8>?](repeating: nil, count: attributes.count)
    var rest = tag
    while let space = rest.firstIndex(of: 0x20) {
      rest = rest[(space + 1)...]
      let end = rest.firstIndex { $0 == UInt8(ascii: "=") || $0 == 0x20 } ?? rest.endIndex
      let name = rest[..<end]
      rest = rest[end...]
      guard rest.first == UInt8(ascii: "="), rest.dropFirst().first == UInt8(ascii: "\"") else {
        continue
      }
      let value = rest.dropFirst(2).prefix { $0 != UInt8(ascii: "\"") }
      if let place = attributes.firstIndex(where: { name.elementsEqual($0) }) {
        values[place] = value
      }
      rest = rest[min(value.endIndex + 1, rest.endIndex)...]
    }
    text.append(UInt8(ascii: "<"))
    for (place, value) in values.enumerated() {
      if place > 0 { text.append(UInt8(ascii: "|")) }
      if let value { PlainText.append(value, to: &text) }
    }
    text.append(UInt8(ascii: ">"))
  }
}
