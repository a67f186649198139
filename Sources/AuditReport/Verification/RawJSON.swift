/// Walks JSON text without reading its values, so that each can be taken over byte for byte.
///
/// It is meant for canonical JSON and for what ``PackedEvents`` writes; of other text it answers nil sooner or later.
struct RawJSON {
  /// How deep values may be nested.
  static let deepest = 64

  let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  /// The byte at a place, or 0 behind the end.
  subscript(place: Int) -> UInt8 { place < bytes.endIndex ? bytes[place] : 0 }

  /// The first place from `place` on that is not white space.
  func next(_ place: Int) -> Int {
    var place = place
    while self[place] == 0x20 || self[place] == 0x0A { place += 1 }
    return place
  }

  /// The place behind the value that begins at `start`.
  func end(ofValueAt start: Int) -> Int? {
    var place = start
    var depth = 0
    repeat {
      switch self[place] {
      case 0: return nil
      case UInt8(ascii: "\""):
        guard let end = end(ofStringAt: place) else { return nil }
        place = end
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        place += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        place += 1
        if depth < 0 { return nil }
      case UInt8(ascii: ","), UInt8(ascii: ":"), 0x20, 0x0A:
        guard depth > 0 else { return nil }
        place += 1
      default:
        let first = place
        while self[place].isInWord { place += 1 }
        if place == first { return nil }
      }
    } while depth > 0
    return place
  }

  /// The place behind the string that begins at `start`.
  func end(ofStringAt start: Int) -> Int? {
    var place = start + 1
    while place < bytes.endIndex {
      switch bytes[place] {
      case UInt8(ascii: "\""): return place + 1
      case UInt8(ascii: "\\"): place += 2
      default: place += 1
      }
    }
    return nil
  }

  /// The elements of the array that begins at `start`.
  func elements(at start: Int) -> [ArraySlice<UInt8>]? {
    guard self[start] == UInt8(ascii: "[") else { return nil }
    var elements: [ArraySlice<UInt8>] = []
    var place = next(start + 1)
    if self[place] == UInt8(ascii: "]") { return elements }
    while let end = end(ofValueAt: place) {
      elements.append(bytes[place..<end])
      place = next(end)
      if self[place] == UInt8(ascii: "]") { return elements }
      guard self[place] == UInt8(ascii: ",") else { return nil }
      place = next(place + 1)
    }
    return nil
  }

  /// The members of the object that begins at `start`: where each name and value begins, and where the value ends.
  func members(at start: Int) -> [(name: ArraySlice<UInt8>, value: Range<Int>)]? {
    guard self[start] == UInt8(ascii: "{") else { return nil }
    var members: [(name: ArraySlice<UInt8>, value: Range<Int>)] = []
    var place = next(start + 1)
    if self[place] == UInt8(ascii: "}") { return members }
    while self[place] == UInt8(ascii: "\""), let name = end(ofStringAt: place),
      self[name] == UInt8(ascii: ":"), case let value = next(name + 1),
      let end = end(ofValueAt: value)
    {
      members.append((bytes[(place + 1)..<(name - 1)], value..<end))
      place = next(end)
      if self[place] == UInt8(ascii: "}") { return members }
      guard self[place] == UInt8(ascii: ",") else { return nil }
      place = next(place + 1)
    }
    return nil
  }

  /// A text as RFC 8785 writes it.
  static func string(_ text: some Sequence<UInt8>) -> [UInt8] {
    let digits = Array("0123456789abcdef".utf8)
    var json: [UInt8] = [UInt8(ascii: "\"")]
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""): json.append(literal: "\\\"")
      case UInt8(ascii: "\\"): json.append(literal: "\\\\")
      case 0x08: json.append(literal: "\\b")
      case 0x09: json.append(literal: "\\t")
      case 0x0A: json.append(literal: "\\n")
      case 0x0C: json.append(literal: "\\f")
      case 0x0D: json.append(literal: "\\r")
      case 0..<0x20:
        json.append(literal: "\\u00")
        json += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: json.append(byte)
      }
    }
    json.append(UInt8(ascii: "\""))
    return json
  }
}

extension UInt8 {
  /// Whether the byte can stand in a number, `true`, `false` or `null`.
  fileprivate var isInWord: Bool {
    (0x30...0x39).contains(self) || (0x61...0x7A).contains(self | 0x20) || self == 0x2B
      || self == 0x2D || self == 0x2E
  }

  /// Whether the byte begins a number.
  var beginsNumber: Bool { (0x30...0x39).contains(self) || self == 0x2D }
}
