import ClaimModel

/// Moves cuts in a text to where a reader sees the end of a character.
///
/// A cut inside a character (between a letter and its accent, inside an emoji of several code points) would tear it
/// apart on the page. Starts move back and ends move on, so a piece never loses what it covered.
enum GraphemeCuts {
  /// The spans with their bounds moved, in the order given.
  ///
  /// The block is walked at most once, and not at all where every bound lies between two ASCII characters.
  static func widen(_ spans: [TextSpan], in text: [UInt8], block: TextSpan) -> [TextSpan] {
    let bounds = spans.flatMap { [$0.start, $0.end] }
    guard bounds.contains(where: { !isPlainlyBetween($0, in: text, block: block) }) else {
      return spans
    }
    let edges = characterEdges(around: Set(bounds).sorted(), in: text, block: block)
    return spans.map { span in
      TextSpan(edges[span.start]?.start ?? span.start, edges[span.end]?.end ?? span.end)
    }
  }

  /// Whether the bytes on both sides are ASCII and not CR LF, which no character spans.
  private static func isPlainlyBetween(_ cut: Int, in text: [UInt8], block: TextSpan) -> Bool {
    guard cut > block.start, cut < block.end else { return true }
    let (before, after) = (text[cut - 1], text[cut])
    return before < 0x80 && after < 0x80 && !(before == 0x0D && after == 0x0A)
  }

  /// For each cut that lies inside a character, that character's span.
  private static func characterEdges(
    around cuts: [Int],
    in text: [UInt8],
    block: TextSpan
  ) -> [Int: TextSpan] {
    var edges: [Int: TextSpan] = [:]
    var next = 0
    var start = block.start
    for character in String(decoding: text[block.range], as: UTF8.self) {
      let end = start + character.utf8.count
      while next < cuts.count, cuts[next] <= start { next += 1 }
      while next < cuts.count, cuts[next] < end {
        edges[cuts[next]] = TextSpan(start, end)
        next += 1
      }
      guard next < cuts.count else { break }
      start = end
    }
    return edges
  }
}
