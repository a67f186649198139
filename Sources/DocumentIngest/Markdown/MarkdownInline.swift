/// Takes the marks out of a Markdown paragraph: emphasis, code, links, images, escapes.
enum MarkdownInline {
  /// The words of `line` without marks; a link's text and an image's description stay.
  static func plain(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(line.count)
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      switch byte {
      case UInt8(ascii: "\\") where index + 1 < line.endIndex && isMark(line[index + 1]):
        result.append(line[index + 1])
        index += 2
      case UInt8(ascii: "`"):
        index += 1
      case UInt8(ascii: "*"):
        index += 1
      case UInt8(ascii: "_") where isWordEdge(index, in: line):
        index += 1
      case UInt8(ascii: "!") where index + 1 < line.endIndex && line[index + 1] == 0x5B:
        index += 1
      case UInt8(ascii: "["):
        index += 1
      case UInt8(ascii: "]"):
        index = afterTarget(index, in: line)
      default:
        result.append(byte)
        index += 1
      }
    }
    return result
  }

  /// The index after `](target)` or after the bracket alone.
  private static func afterTarget(_ index: Int, in line: ArraySlice<UInt8>) -> Int {
    guard index + 1 < line.endIndex, line[index + 1] == UInt8(ascii: "(") else { return index + 1 }
    // A target never holds a bracket or a line's end; looking further would be quadratic on “[](” repeated.
    var end = index + 2
    while end < line.endIndex, line[end] != UInt8(ascii: ")"), line[end] != UInt8(ascii: "[") {
      end += 1
    }
    return end < line.endIndex && line[end] == UInt8(ascii: ")") ? end + 1 : index + 1
  }

  /// Whether an underscore stands at a word's beginning or end; inside a word it is a letter.
  private static func isWordEdge(_ index: Int, in line: ArraySlice<UInt8>) -> Bool {
    let before = index > line.startIndex ? line[index - 1] : 0x20
    let after = index + 1 < line.endIndex ? line[index + 1] : 0x20
    return !(before.isLetterOrDigit && after.isLetterOrDigit)
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    !byte.isLetterOrDigit && byte > 0x20 && byte < 0x80
  }
}
