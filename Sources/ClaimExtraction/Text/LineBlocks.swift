package import ClaimModel

/// Blocks for a text that came without any: every line that is not blank is a paragraph.
package enum LineBlocks {
  /// The lines of a text, white space around them left out.
  package static func blocks(of bytes: Span<UInt8>) -> [Block] {
    var blocks: [Block] = []
    var lineStart = 0
    while lineStart < bytes.count {
      var lineEnd = lineStart
      while lineEnd < bytes.count, !endsLine(bytes[lineEnd]) { lineEnd += 1 }
      var start = lineStart
      var end = lineEnd
      while start < end, isBlank(bytes[start]) { start += 1 }
      while end > start, isBlank(bytes[end - 1]) { end -= 1 }
      if start < end { blocks.append(Block(.paragraph, TextSpan(start, end))) }
      lineStart = lineEnd + 1
    }
    return blocks
  }

  private static func endsLine(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") || byte == 0x0C
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
