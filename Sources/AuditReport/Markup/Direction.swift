extension String {
  /// Whether the text may hold a letter that runs from right to left, or a control that turns text round.
  ///
  /// Text without any runs as the page does, so it needs neither isolation nor a direction of its own; on most pages that
  /// is every text. Whole blocks of UTF-8 are told by their lead byte, so the answer is yes for some texts that need neither.
  var mayRunLeft: Bool {
    let bytes = utf8.span
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      // U+0580…0FFF: Hebrew to Arabic Extended; U+F000…FFFF: presentation forms; what lies above U+FFFF.
      case 0xD6...0xE0, 0xEF...0xF4: return true
      // U+200E, 200F, 202A…202E and 2066…2069: marks, embeddings, overrides, isolates.
      case 0xE2 where index + 2 < bytes.count:
        let (second, third) = (bytes[index + 1], bytes[index + 2])
        if second == 0x80, third == 0x8E || third == 0x8F || (0xAA...0xAE).contains(third) {
          return true
        }
        if second == 0x81, (0xA6...0xA9).contains(third) { return true }
        index += 3
      default: index += 1
      }
    }
    return false
  }
}
