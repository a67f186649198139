import Glibc

/// Conversion to UTF-8 by the C library's `iconv`, which knows every charset the web uses.
enum Iconv {
  /// Whether the C library can read this charset.
  static func knows(_ charset: String) -> Bool {
    guard let converter = unsafe open(charset) else { return false }
    unsafe iconv_close(converter)
    return true
  }

  /// Converts `bytes` to UTF-8; what cannot be read becomes U+FFFD and is counted.
  ///
  /// Returns nil where the C library does not know the charset. `unit` is the charset's smallest code unit in bytes,
  /// which is skipped after an error, so that the conversion finds its feet again.
  static func utf8(
    _ bytes: ArraySlice<UInt8>,
    from charset: String,
    unit: Int = 1
  ) -> (utf8: [UInt8], replaced: Int)? {
    guard let converter = unsafe open(charset) else { return nil }
    defer { unsafe iconv_close(converter) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    var replaced = 0
    var window = [CChar](repeating: 0, count: 1 << 16)
    var input = bytes.map { CChar(bitPattern: $0) }
    let total = input.count
    var position = 0
    while position < total {
      var failure: Int32 = 0
      let (read, written) = unsafe input.withUnsafeMutableBufferPointer { source in
        unsafe window.withUnsafeMutableBufferPointer { target in
          var from = unsafe source.baseAddress.map { unsafe $0 + position }
          var to = target.baseAddress
          var left = total - position
          var room = target.count
          if unsafe iconv(converter, &from, &left, &to, &room) == -1 { failure = errno }
          return (total - position - left, target.count - room)
        }
      }
      position += read
      result.append(contentsOf: window[..<written].lazy.map { UInt8(bitPattern: $0) })
      if failure == EILSEQ || failure == EINVAL {
        result.append(contentsOf: [0xEF, 0xBF, 0xBD])
        replaced += 1
        position += unit
      } else if failure != E2BIG {
        break
      }
    }
    return (result, replaced)
  }

  private static func open(_ charset: String) -> iconv_t? {
    let converter = unsafe iconv_open("UTF-8", charset)
    // The error value is (iconv_t)-1, which Swift sees as a pointer with every bit set.
    return unsafe UInt(bitPattern: converter) == UInt.max ? nil : converter
  }
}
