/// Questions about ASCII bytes inside UTF-8 text; every other byte answers no.
extension UInt8 {
  /// Whether it is a space, tab, line end or form feed.
  var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }

  /// Whether it is `0` to `9`.
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// Whether it is `A` to `Z`.
  var isUpper: Bool { self >= 0x41 && self <= 0x5A }

  /// Whether it is `a` to `z`.
  var isLower: Bool { self >= 0x61 && self <= 0x7A }

  /// Whether it is `A` to `Z` or `a` to `z`.
  var isLetter: Bool { (self | 0x20).isLower }

  /// Whether it is a letter or a digit.
  var isLetterOrDigit: Bool { isLetter || isDigit }

  /// The lower-case letter, or the byte itself.
  var lowered: UInt8 { isUpper ? self | 0x20 : self }
}

extension RandomAccessCollection where Element == UInt8, Index == Int {
  /// Whether the bytes begin with `text`, which is lower-case ASCII.
  func hasPrefix(ignoringCase text: String) -> Bool {
    let wanted = text.utf8
    guard count >= wanted.count else { return false }
    var index = startIndex
    for byte in wanted {
      if self[index].lowered != byte { return false }
      index += 1
    }
    return true
  }

  /// Where `text`, which is lower-case ASCII, first stands.
  func range(ofIgnoringCase text: String) -> Range<Int>? {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, count >= wanted.count else { return nil }
    var index = startIndex
    let last = endIndex - wanted.count
    while index <= last {
      if self[index].lowered == first {
        var offset = 1
        while offset < wanted.count, self[index + offset].lowered == wanted[offset] { offset += 1 }
        if offset == wanted.count { return index..<(index + wanted.count) }
      }
      index += 1
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// The bytes without ASCII white space at both ends.
  var trimmed: ArraySlice<UInt8> {
    var start = startIndex
    var end = endIndex
    while start < end, self[start].isSpace { start += 1 }
    while end > start, self[end - 1].isSpace { end -= 1 }
    return self[start..<end]
  }

  /// The bytes as a string; invalid UTF-8 is repaired.
  var string: String { String(decoding: self, as: UTF8.self) }
}
