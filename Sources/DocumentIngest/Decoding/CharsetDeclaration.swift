/// Finds the charset that a page or a header declares.
enum CharsetDeclaration {
  /// The bytes of a page that are searched; browsers stop at 1,024, real pages do not.
  static let prescanLimit = 4_096

  /// The label after `charset=` in a content type: `text/html; charset="utf-8"`.
  static func label(inContentType contentType: String) -> String? {
    label(after: Array(contentType.utf8)[...])
  }

  /// The label that a page's `<meta charset>`, `<meta http-equiv>` or `<?xml encoding?>` declares.
  static func label(inPage bytes: ArraySlice<UInt8>) -> String? {
    let head = bytes.prefix(prescanLimit)
    var position = head.startIndex
    while let open = head[position...].firstIndex(of: UInt8(ascii: "<")) {
      let close = head[open...].firstIndex(of: UInt8(ascii: ">")) ?? head.endIndex
      let tag = head[open..<close]
      if tag.hasPrefix(ignoringCase: "<meta"), let label = label(after: tag) { return label }
      if tag.hasPrefix(ignoringCase: "<?xml"), let label = label(after: tag, key: "encoding") {
        return label
      }
      position = open + 1
    }
    return nil
  }

  private static func label(after bytes: ArraySlice<UInt8>, key: String = "charset") -> String? {
    guard let found = bytes.range(ofIgnoringCase: key) else { return nil }
    var rest = bytes[found.upperBound...].drop { $0.isSpace }
    guard rest.first == UInt8(ascii: "=") else { return nil }
    rest = rest.dropFirst().drop { $0.isSpace || $0 == 0x22 || $0 == 0x27 }
    let label = rest.prefix { $0.isLetterOrDigit || $0 == 0x2D || $0 == 0x5F || $0 == 0x3A }
    return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
  }
}
