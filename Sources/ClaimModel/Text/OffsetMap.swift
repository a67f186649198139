/// Translates between UTF-8 byte offsets and Unicode code point offsets of one text.
///
/// Making a map reads the text once; a translation then reads at most one block of bytes. A text of ASCII only costs
/// nothing at all: both offsets are the same.
public struct OffsetMap: Sendable {
  /// Bytes between two remembered positions.
  private static let stride = 128

  private let bytes: [UInt8]
  /// Code points before each block of ``stride`` bytes; empty where the text is ASCII.
  private let codePointsBefore: [Int]
  /// The text's length in code points.
  public let codePointCount: Int

  /// Reads `text` once and remembers a position every 128 bytes.
  public init(_ text: String) {
    self.init(Array(text.utf8))
  }

  /// Reads valid UTF-8 once and remembers a position every 128 bytes.
  public init(_ utf8: [UInt8]) {
    bytes = utf8
    var positions: [Int] = []
    positions.reserveCapacity(utf8.count / Self.stride + 1)
    var count = 0
    for index in utf8.indices {
      if index % Self.stride == 0 { positions.append(count) }
      if Self.startsCodePoint(utf8[index]) { count += 1 }
    }
    codePointCount = count
    codePointsBefore = count == utf8.count ? [] : positions
  }

  /// The number of code points before a byte offset; offsets outside the text are clamped to its ends.
  public func codePoints(atByte offset: Int) -> Int {
    let offset = max(0, min(offset, bytes.count))
    guard !codePointsBefore.isEmpty else { return offset }
    guard offset < bytes.count else { return codePointCount }
    let block = offset / Self.stride
    var count = codePointsBefore[block]
    for index in (block * Self.stride)..<offset where Self.startsCodePoint(bytes[index]) {
      count += 1
    }
    return count
  }

  /// The byte offset at which code point number `offset` begins; offsets outside the text are clamped to its ends.
  public func byte(atCodePoint offset: Int) -> Int {
    let offset = max(0, min(offset, codePointCount))
    guard !codePointsBefore.isEmpty else { return offset }
    guard offset < codePointCount else { return bytes.count }
    var low = 0
    var high = codePointsBefore.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if codePointsBefore[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    var seen = codePointsBefore[low]
    var index = low * Self.stride
    while index < bytes.count {
      if Self.startsCodePoint(bytes[index]) {
        if seen == offset { return index }
        seen += 1
      }
      index += 1
    }
    return bytes.count
  }

  /// A span's bounds in code points.
  public func codePoints(_ span: TextSpan) -> Range<Int> {
    codePoints(atByte: span.start)..<codePoints(atByte: span.end)
  }

  /// The span of bytes that a range of code points covers.
  public func span(codePoints range: Range<Int>) -> TextSpan {
    TextSpan(byte(atCodePoint: range.lowerBound), byte(atCodePoint: range.upperBound))
  }

  private static func startsCodePoint(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
