/// White space in UTF-8, the kinds that occur in pages.
enum WhiteSpace {
  /// The number of bytes of the white space character at `index`, or 0 where there is none.
  ///
  /// Counts ASCII white space, U+00A0, U+2000–U+200A, U+2028, U+2029, U+202F and U+3000.
  @inline(__always)
  static func width(at index: Int, in bytes: ArraySlice<UInt8>) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return byte.isSpace ? 1 : 0 }
    switch byte {
    case 0xC2:
      return index + 1 < bytes.endIndex && bytes[index + 1] == 0xA0 ? 2 : 0
    case 0xE2:
      guard index + 2 < bytes.endIndex else { return 0 }
      let (second, third) = (bytes[index + 1], bytes[index + 2])
      if second == 0x80 {
        return (0x80...0x8A).contains(third) || third == 0xA8 || third == 0xA9 || third == 0xAF
          ? 3 : 0
      }
      return 0
    case 0xE3:
      guard index + 2 < bytes.endIndex else { return 0 }
      return bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80 ? 3 : 0
    default: return 0
    }
  }
}
