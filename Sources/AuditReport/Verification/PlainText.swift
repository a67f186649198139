/// The words of a piece of a page: what a browser's `textContent` gives.
///
/// It reads only what this program writes: tags whose attributes hold no `>` as it is, and the five references of
/// ``Markup``.
enum PlainText {
  private static let references: [(name: StaticString, byte: UInt8)] = [
    ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
    ("&quot;", UInt8(ascii: "\"")), ("&#39;", UInt8(ascii: "'")),
  ]

  /// The text of markup, with line ends as a browser reads them.
  static func of(_ markup: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(markup.count / 2)
    var index = markup.startIndex
    while index < markup.endIndex {
      switch markup[index] {
      case UInt8(ascii: "<"):
        index = markup[index...].firstIndex(of: UInt8(ascii: ">")) ?? markup.endIndex - 1
      case UInt8(ascii: "&"):
        let (byte, length) = reference(at: index, in: markup)
        text.append(byte)
        index += length - 1
      case 0x0D:
        text.append(0x0A)
        if index + 1 < markup.endIndex, markup[index + 1] == 0x0A { index += 1 }
      case let byte: text.append(byte)
      }
      index += 1
    }
    return text
  }

  private static func reference(at index: Int, in markup: ArraySlice<UInt8>) -> (UInt8, Int) {
    for (name, byte) in references {
      var bytes: [UInt8] = []
      bytes.append(literal: name)
      if markup[index...].starts(with: bytes) { return (byte, bytes.count) }
    }
    return (markup[index], 1)
  }
}
