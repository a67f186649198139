import Foundation

/// A text as a reader compares it, with the way back to its bytes.
///
/// White space of any length and kind is one space, quotation marks and dashes of any form are `"`, `'` and `-`, soft
/// hyphens and characters without width are gone, and what is left has Unicode's compatibility composition (NFKC).
/// Case is kept.
struct ComparableText: Sendable {
  /// The code points that are compared.
  private(set) var units: [UInt32] = []
  /// For each unit, the first byte of the grapheme it comes from.
  private(set) var starts: [Int] = []
  /// For each unit, the byte after the grapheme it comes from; after the whole run for white space.
  private(set) var ends: [Int] = []

  /// Reads a text once.
  init(_ text: String) {
    var text = text
    text.makeContiguousUTF8()
    let bytes = text.utf8
    units.reserveCapacity(bytes.count)
    starts.reserveCapacity(bytes.count)
    ends.reserveCapacity(bytes.count)
    var offset = 0
    var index = bytes.startIndex
    var known: [Character: [UInt32]] = [:]
    while index < bytes.endIndex {
      let byte = bytes[index]
      let next = bytes.index(after: index)
      // Two ASCII bytes in a row are two graphemes, but for a line break of two, which is white space anyway.
      if byte < 0x80, next == bytes.endIndex || bytes[next] < 0x80 {
        append(UInt32(byte), offset, offset + 1)
        index = next
        offset += 1
        continue
      }
      let grapheme = text[index]
      let after = text.index(after: index)
      let end = offset + bytes.distance(from: index, to: after)
      let folded = known[grapheme] ?? Self.folded(grapheme)
      known[grapheme] = folded
      for unit in folded { append(unit, offset, end) }
      index = after
      offset = end
    }
  }

  private mutating func append(_ unit: UInt32, _ start: Int, _ end: Int) {
    guard unit <= 0x20 || unit == 0x7F else {
      units.append(unit)
      starts.append(start)
      ends.append(end)
      return
    }
    if units.last == 0x20 {
      ends[ends.count - 1] = end
    } else {
      units.append(0x20)
      starts.append(start)
      ends.append(end)
    }
  }

  /// The units of one grapheme.
  private static func folded(_ grapheme: Character) -> [UInt32] {
    if grapheme.isWhitespace { return [0x20] }
    let composed = String(grapheme).precomposedStringWithCompatibilityMapping
    return composed.unicodeScalars.compactMap { scalar in
      switch scalar.value {
      case 0x201C...0x201F, 0xAB, 0xBB, 0x2033, 0x301D...0x301F, 0x300C...0x300F: return 0x22
      case 0x2018...0x201B, 0x2039, 0x203A, 0x2032, 0x60, 0xB4: return 0x27
      case 0x2010...0x2015, 0x2212, 0x2043: return 0x2D
      case 0xAD, 0x200B...0x200F, 0x2060...0x2064, 0xFEFF, 0x202A...0x202E: return nil
      default: return scalar.properties.isWhitespace ? 0x20 : scalar.value
      }
    }
  }

  /// The range of units without white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, units[lower] == 0x20 { lower += 1 }
    while upper > lower, units[upper - 1] == 0x20 { upper -= 1 }
    return lower..<upper
  }

  /// Whether a range of units covers whole graphemes of the text.
  func isWhole(_ range: Range<Int>) -> Bool {
    let cutsStart = range.lowerBound > 0 && starts[range.lowerBound] == starts[range.lowerBound - 1]
    let cutsEnd =
      range.upperBound < units.count && starts[range.upperBound] == starts[range.upperBound - 1]
    return !cutsStart && !cutsEnd
  }

  /// The range grown to whole graphemes of the text.
  func whole(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower > 0, starts[lower] == starts[lower - 1] { lower -= 1 }
    while upper > lower, upper < units.count, starts[upper] == starts[upper - 1] { upper += 1 }
    return lower..<upper
  }
}
