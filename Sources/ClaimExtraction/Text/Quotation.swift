/// A stretch of one paragraph between two quotation marks.
package struct Quotation: Sendable {
  /// The tokens between the marks, marks left out.
  package var tokens: Range<Int>
  /// The token of the opening mark; nil where the quotation goes on from the paragraph before without a new mark.
  package var open: Int?
  /// The token of the closing mark; nil where the quotation is not closed in its paragraph.
  package var close: Int?
  /// The paragraph it stands in.
  package var paragraph: Int
  /// Which marks it has.
  package var style: Style
  /// The quotation that this one stands in, where it is an inner one.
  package var outer: Int?
  /// Whether it goes on from the quotation at the end of the paragraph before.
  package var continuesPrevious = false
  /// Whether it goes on in the next paragraph, which opens or closes it again.
  package var continuesNext = false

  /// Whether it opens and never closes, neither here nor in the paragraphs it goes on in.
  package var isUnclosed: Bool { close == nil && !continuesNext }

  /// The kinds of marks.
  package enum Style: UInt8, Sendable {
    /// Double marks of any make: " “ ” „ « » '' 「 」.
    case double
    /// Single marks: ' ‘ ’.
    case single
  }
}
