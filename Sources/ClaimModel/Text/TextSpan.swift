/// A half-open range in a document's text, counted in UTF-8 bytes.
///
/// Offsets stay in UTF-8 bytes inside the program, because text is scanned as bytes. Whatever leaves the program
/// counts Unicode code points instead, as the W3C Web Annotation Data Model asks (section 4.2.4): see ``OffsetMap``.
public struct TextSpan: Hashable, Sendable, Codable {
  /// The offset of the first byte.
  public var start: Int
  /// The offset just past the last byte; never less than ``start``.
  public var end: Int

  /// Makes a span, ordering its bounds if they were given the wrong way round.
  public init(_ start: Int, _ end: Int) {
    self.start = min(start, end)
    self.end = max(start, end)
  }

  /// Makes a span from a range of byte offsets.
  public init(_ range: Range<Int>) {
    self.start = range.lowerBound
    self.end = range.upperBound
  }

  /// The number of bytes covered.
  public var length: Int { end - start }

  /// Whether the span covers nothing.
  public var isEmpty: Bool { start == end }

  /// The span as a range of byte offsets.
  public var range: Range<Int> { start..<end }

  /// Whether the byte at `offset` lies in the span.
  public func contains(_ offset: Int) -> Bool { offset >= start && offset < end }

  /// Whether every byte of `other` lies in the span.
  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two spans share at least one byte.
  public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }
}

extension TextSpan: Comparable {
  /// Orders spans by where they start; of two that start together the shorter comes first.
  public static func < (left: TextSpan, right: TextSpan) -> Bool {
    left.start == right.start ? left.end < right.end : left.start < right.start
  }
}

extension String {
  /// The text that a span covers, or nil where the span is not inside the string or cuts a character's bytes.
  public func slice(_ span: TextSpan) -> Substring? {
    let bytes = utf8
    guard span.start >= 0, span.end <= bytes.count else { return nil }
    let lower = bytes.index(bytes.startIndex, offsetBy: span.start)
    let upper = bytes.index(lower, offsetBy: span.length)
    guard let from = lower.samePosition(in: unicodeScalars),
      let to = upper.samePosition(in: unicodeScalars)
    else { return nil }
    return self[from..<to]
  }
}
