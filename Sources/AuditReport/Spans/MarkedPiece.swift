import ClaimModel

/// A stretch of one block that is drawn in some way.
struct MarkedPiece: Hashable, Sendable {
  /// Where it stands in the document's text, in bytes; inside one block, and empty where it is not underlined.
  var span: TextSpan
  /// What it belongs to.
  var kind: Kind
  /// How far its underline lies below the text, from 0; pieces that share a byte never share a lane.
  var lane = 0
  /// Whether it is where its claim or finding begins.
  var isFirst = true
  /// Whether it is where its claim or finding ends.
  var isLast = true

  /// What a piece belongs to.
  enum Kind: Hashable, Sendable {
    /// Words inside quotation marks.
    case quotation
    /// A claim, by its index.
    case claim(Int)
    /// A finding, by its index.
    case finding(Int)
    /// A source that is not clearly named.
    case vague

    /// Of pieces over the same words the lower rank lies outside.
    fileprivate var rank: (Int, Int) {
      switch self {
      case .quotation: return (0, 0)
      case .claim(let index): return (1, index)
      case .finding(let index): return (2, index)
      case .vague: return (3, 0)
      }
    }
  }

  /// Orders pieces by where they begin; of those that begin together the longest comes first.
  static func opensBefore(_ left: MarkedPiece, _ right: MarkedPiece) -> Bool {
    (left.span.start, right.span.end, left.kind.rank.0, left.kind.rank.1)
      < (right.span.start, left.span.end, right.kind.rank.0, right.kind.rank.1)
  }
}
