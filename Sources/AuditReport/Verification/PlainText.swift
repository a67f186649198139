/// The words of a piece of a page: what a browser's `textContent` gives.
///
/// It reads only what this program writes: tags whose attributes hold no `>` as it is, and the five references of
/// ``Markup``.
enum PlainText {
  private static let references: [(name: [UInt8], byte: UInt8)] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
  ].map { name, character in (Array(name.utf8), Array(character.utf8)[0]) }

  /// The text of markup, with line ends as a browser reads them.
  static func of(_ markup: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(markup.count / 2)
    var rest = markup
    while let tag = rest.firstIndex(of: UInt8(ascii: "<")) {
      append(rest[..<tag], to: &text)
      let end = rest[tag...].firstIndex(of: UInt8(ascii: ">")) ?? rest.endIndex - 1
      rest = rest[(end + 1)...]
    }
    append(rest, to: &text)
    return text
  }

  /// Reads the references and line ends of markup that has no tags in it.
  static func append(_ markup: ArraySlice<UInt8>, to text: inout [UInt8]) {
    var plain = markup.startIndex
    var index = markup.startIndex
    while index < markup.endIndex {
      switch markup[index] {
      case UInt8(ascii: "&"):
        if let (byte, length) = reference(at: index, in: markup) {
          text += markup[plain..<index]
          text.append(byte)
          plain = index + length
          index = plain - 1
        }
      case 0x0D:
        text += markup[plain..<index]
        if index + 1 == markup.endIndex || markup[index + 1] != 0x0A { text.append(0x0A) }
        plain = index + 1
      default: break
      }
      index += 1
    }
    text += markup[plain...]
  }

  private static func reference(at index: Int, in markup: ArraySlice<UInt8>) -> (UInt8, Int)? {
    for (name, byte) in references where markup[index...].starts(with: name) {
      return (byte, name.count)
    }
    return nil
  }
}
