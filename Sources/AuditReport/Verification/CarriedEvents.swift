import ClaimModel

/// The events inside a page: a JSON array with one event a line, each in its canonical text.
///
/// Two things are written otherwise, and read back before the hash is computed: characters that could end the element
/// around them stand as `\u` escapes, which canonical JSON never has for them, and an event whose only parent is the
/// event on the line before has `"parents":0`.
struct CarriedEvents {
  /// Each event's canonical JSON.
  let texts: [String]
  /// Each event's name, in the same order.
  let names: [ContentHash]

  private static let shortParents = Array(",\"parents\":0,".utf8)

  /// Takes events to be carried.
  init(_ texts: [String]) {
    self.texts = texts
    names = texts.map(Seal.name)
  }

  /// Reads events from the element that holds them.
  init(script: ArraySlice<UInt8>) {
    var texts: [String] = []
    var names: [ContentHash] = []
    for line in script.split(separator: 0x0A) where line.first == UInt8(ascii: "{") {
      var bytes = Self.unescaped(line.last == UInt8(ascii: ",") ? line.dropLast() : line)
      if let before = names.last, let place = bytes.place(of: Self.shortParents) {
        let parents = Self.parents(before)
        bytes.replaceSubrange(place..<(place + Self.shortParents.count), with: parents)
      }
      texts.append(String(decoding: bytes, as: UTF8.self))
      names.append(Seal.name(ofEvent: texts[texts.count - 1]))
    }
    self.texts = texts
    self.names = names
  }

  /// The events as the content of a `script` element.
  var script: Markup {
    var script: Markup = "[\n"
    for (index, text) in texts.enumerated() {
      var bytes = Array(text.utf8)
      if index > 0 {
        let parents = Self.parents(names[index - 1])
        if let place = bytes.place(of: parents) {
          bytes.replaceSubrange(place..<(place + parents.count), with: Self.shortParents)
        }
      }
      script += Markup(JSON.written(String(decoding: bytes, as: UTF8.self)))
      script += index + 1 < texts.count ? ",\n" : "\n"
    }
    script += "]"
    return script
  }

  private static func parents(_ name: ContentHash) -> [UInt8] {
    Array(",\"parents\":[\"\(name.hex)\"],".utf8)
  }

  /// The text with every `\u` escape read whose code point canonical JSON writes as it is.
  private static func unescaped(_ json: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(json.count)
    var rest = json
    while let slash = rest.firstIndex(of: UInt8(ascii: "\\")) {
      text += rest[..<slash]
      rest = rest[slash...]
      if let (scalar, length) = escape(rest), scalar.value >= 0x20 {
        text += Array(String(Character(scalar)).utf8)
        rest = rest.dropFirst(length)
      } else {
        text += rest.prefix(2)
        rest = rest.dropFirst(2)
      }
    }
    return text + rest
  }

  /// The code point that an escape at the start of the text stands for, and the escape's length.
  private static func escape(_ text: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
    guard let first = unit(text) else { return nil }
    if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
    guard let second = unit(text.dropFirst(6)), first < 0xDC00, (0xDC00..<0xE000).contains(second)
    else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)).map { ($0, 12) }
  }

  private static func unit(_ text: ArraySlice<UInt8>) -> UInt32? {
    guard text.starts(with: Array("\\u".utf8)), text.count >= 6 else { return nil }
    return UInt32(String(decoding: text.dropFirst(2).prefix(4), as: UTF8.self), radix: 16)
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// Where `bytes` first stand, from `start` on.
  func place(of bytes: [UInt8], from start: Int? = nil) -> Int? {
    guard let first = bytes.first else { return nil }
    var index = start ?? startIndex
    while let candidate = self[index...].firstIndex(of: first) {
      if self[candidate...].starts(with: bytes) { return candidate }
      index = candidate + 1
    }
    return nil
  }
}
