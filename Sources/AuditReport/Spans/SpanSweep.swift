import ClaimModel

/// Turns overlapping pieces into properly nested elements.
///
/// One sweep over the boundaries keeps a stack of open pieces. Where a piece ends below the top of the stack, those above
/// it are closed and opened again behind it; a piece so continued is the same claim in several elements. What follows a
/// piece (its reference) is written after the reopening, so that no underline has a gap.
struct SpanSweep {
  /// How pieces are written.
  protocol Pen {
    /// Writes plain text of the document.
    mutating func write(_ text: TextSpan)
    /// Opens a piece; `isContinued` where it was open just before.
    mutating func open(_ piece: MarkedPiece, isContinued: Bool)
    /// Closes a piece.
    mutating func close(_ piece: MarkedPiece)
    /// Writes what follows a piece that has ended.
    mutating func follow(_ piece: MarkedPiece)
  }

  /// Writes a block with its pieces, all of which must lie inside it; of an empty piece only what follows it.
  static func draw(_ block: TextSpan, pieces: [MarkedPiece], with pen: inout some Pen) {
    let pieces = pieces.sorted(by: MarkedPiece.opensBefore)
    let cuts = Set(pieces.flatMap { [$0.span.start, $0.span.end] }).sorted()
    var open: [MarkedPiece] = []
    var next = 0
    var position = block.start
    for cut in cuts {
      if cut > position { pen.write(TextSpan(position, cut)) }
      position = cut
      close(endingAt: cut, of: &open, with: &pen)
      while next < pieces.count, pieces[next].span.start == cut {
        if pieces[next].span.isEmpty {
          pen.follow(pieces[next])
        } else {
          pen.open(pieces[next], isContinued: false)
          open.append(pieces[next])
        }
        next += 1
      }
    }
    if block.end > position { pen.write(TextSpan(position, block.end)) }
  }

  private static func close(
    endingAt cut: Int,
    of open: inout [MarkedPiece],
    with pen: inout some Pen
  ) {
    guard let lowest = open.firstIndex(where: { $0.span.end == cut }) else { return }
    let closed = open[lowest...]
    for piece in closed.reversed() { pen.close(piece) }
    open.removeSubrange(lowest...)
    for piece in closed where piece.span.end > cut {
      pen.open(piece, isContinued: true)
      open.append(piece)
    }
    for piece in closed.reversed() where piece.span.end == cut { pen.follow(piece) }
  }
}
