/// Goes through XML piece by piece; what is not well-formed is passed over.
struct XMLScanner {
  /// A piece of a document.
  enum Piece {
    /// A start tag: its name with prefix, and whether it ends in `/>`.
    case start(String, isEmpty: Bool)
    /// An end tag.
    case end(String)
    /// Text with its references decoded.
    case text([UInt8])
  }

  private let bytes: [UInt8]
  private var index = 0
  /// The attributes of the last start tag.
  private(set) var attributes: [String: String] = [:]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next piece, or nil at the end.
  mutating func next() -> Piece? {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else { return text() }
      let rest = bytes[index...]
      if rest.starts(with: "<!--".utf8) {
        skip(past: "-->")
      } else if rest.starts(with: "<![CDATA[".utf8) {
        let start = index + 9
        skip(past: "]]>")
        return .text(Array(bytes[start..<max(start, index - 3)]))
      } else if rest.starts(with: "<!".utf8) || rest.starts(with: "<?".utf8) {
        skip(past: ">")
      } else {
        return tag()
      }
    }
    return nil
  }

  private mutating func text() -> Piece {
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    var decoded: [UInt8] = []
    HTMLEntities.decode(bytes, start..<index, into: &decoded)
    return .text(decoded)
  }

  private mutating func skip(past mark: String) {
    let mark = Array(mark.utf8)
    while index < bytes.count, !bytes[index...].starts(with: mark) { index += 1 }
    index = min(index + mark.count, bytes.count)
  }

  private mutating func tag() -> Piece {
    index += 1
    let isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
    if isEnd { index += 1 }
    let name = name()
    attributes = [:]
    var isEmpty = false
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      isEmpty = bytes[index] == UInt8(ascii: "/")
      if isEmpty || bytes[index].isSpace {
        index += 1
        continue
      }
      readAttribute()
    }
    index = min(index + 1, bytes.count)
    return isEnd ? .end(name) : .start(name, isEmpty: isEmpty)
  }

  private mutating func name() -> String {
    let start = index
    while index < bytes.count, !bytes[index].isSpace,
      ![UInt8(ascii: ">"), UInt8(ascii: "/"), UInt8(ascii: "=")].contains(bytes[index])
    {
      index += 1
    }
    return bytes[start..<index].string
  }

  private mutating func readAttribute() {
    let before = index
    let key = name()
    while index < bytes.count, bytes[index].isSpace || bytes[index] == UInt8(ascii: "=") {
      index += 1
    }
    guard index < bytes.count, bytes[index] == 0x22 || bytes[index] == 0x27 else {
      // A name without a value; always goes on by at least one byte.
      if index == before { index += 1 }
      return
    }
    let quote = bytes[index]
    let start = index + 1
    index = start
    while index < bytes.count, bytes[index] != quote { index += 1 }
    var value: [UInt8] = []
    HTMLEntities.decode(bytes, start..<index, into: &value)
    attributes[key] = String(decoding: value, as: UTF8.self)
    index = min(index + 1, bytes.count)
  }
}
