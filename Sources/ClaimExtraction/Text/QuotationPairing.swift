/// Pairs quotation marks, paragraph by paragraph.
///
/// Double marks of any make pair with each other; which of them opens is read from the white space and the punctuation
/// round it, because scraped news mixes curly, straight and doubled marks. Single marks pair only where they stand at
/// the edges of words, so that an apostrophe is never taken for a quotation. A quotation that its paragraph does not
/// close goes on in the next one where that opens anew or closes first; else it stays unclosed.
struct QuotationPairing {
  /// All quotations so far, by where they open.
  private(set) var quotations: [Quotation] = []
  /// The double quotation that the paragraph before left open.
  private var leftOpen: Int?
  /// Single marks further apart than this do not pair: what lies between is not a quotation any more.
  private static let longestSingle = 300

  /// Pairs the marks of one paragraph, sets the tokens' kinds and the quotation each token stands in.
  mutating func pair(
    _ tokens: inout [Token],
    _ range: Range<Int>,
    paragraph: Int,
    bytes: Span<UInt8>
  ) {
    let first = quotations.count
    var open: Int?
    var single: Int?
    var isNested = false
    let before = leftOpen
    leftOpen = nil
    Self.restoreMarks(&tokens, range, bytes)
    for index in range where tokens[index].kind == .looseQuote {
      let mark = QuotationMark(tokens.span, index, range, bytes)
      if mark.isDouble {
        if let opened = open {
          if isNested {
            // Only a mark that closes follows one that opens a nested quotation.
            isNested = false
            continue
          }
          if mark.kind == .openDouble, closesTwice(tokens, index, range, bytes) {
            isNested = true
            continue
          }
          guard
            mark.reads(inside: true) == .close
              || mark.leansOnCue && !closesNext(tokens, index, range, bytes)
          else { continue }
          tokens[index].kind = .closeQuote
          quotations[opened].close = index
          quotations[opened].tokens = quotations[opened].tokens.lowerBound..<index
          open = nil
          single = nil
        } else if mark.reads(inside: false) == .open {
          tokens[index].kind = .openQuote
          open = quotations.count
          let continues = before != nil && index == range.lowerBound
          append((index + 1)..<range.upperBound, open: index, paragraph, .double, continues)
          if continues, let before { quotations[before].continuesNext = true }
          single = nil
        } else if let before, quotations.count == first {
          // The first mark of the paragraph closes what the paragraph before left open.
          tokens[index].kind = .closeQuote
          append(range.lowerBound..<index, open: nil, paragraph, .double, true)
          quotations[quotations.count - 1].close = index
          quotations[before].continuesNext = true
        } else if mark.standsBetweenSentences, closesNext(tokens, index, range, bytes) {
          tokens[index].kind = .openQuote
          open = quotations.count
          append((index + 1)..<range.upperBound, open: index, paragraph, .double, false)
          single = nil
        }
      } else if let opened = single, mark.closesSingle,
        tokens[index].start - tokens[opened].end <= Self.longestSingle
      {
        tokens[opened].kind = .openQuote
        tokens[index].kind = .closeQuote
        append((opened + 1)..<index, open: opened, paragraph, .single, false)
        quotations[quotations.count - 1].close = index
        quotations[quotations.count - 1].outer = open
        single = nil
      } else if mark.opensSingle {
        single = index
      }
    }
    leftOpen = open
    let found = first..<quotations.count
    quotations[found].sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    relink(found, &tokens)
  }

  /// Takes question marks for quotation marks where only those can stand: a broken encoding leaves
  /// `?Kami siap,? katanya`, `?Kami siap, ?katanya`, `?Kami siap?.` or `?Kami siap," katanya`.
  private static func restoreMarks(
    _ tokens: inout [Token],
    _ range: Range<Int>,
    _ bytes: Span<UInt8>
  ) {
    var open: Int?
    for index in range {
      let isLost =
        tokens[index].kind == .terminator && bytes[Int(tokens[index].start)] == UInt8(ascii: "?")
      guard isLost || open != nil && tokens[index].kind == .looseQuote else { continue }
      let mark = QuotationMark(tokens.span, index, range, bytes)
      if !isLost {
        guard mark.isDouble else { continue }
        if let opened = open, mark.reads(inside: false) == .close {
          tokens[opened].kind = .looseQuote
        }
        open = nil
      } else if let opened = open,
        mark.closesLost || opened == range.lowerBound && index + 1 == range.upperBound
      {
        tokens[opened].kind = .looseQuote
        tokens[index].kind = .looseQuote
        open = nil
      } else if mark.spaceBefore, mark.touchesWord {
        open = index
      }
    }
  }

  /// The next double mark behind a token of the paragraph.
  private func nextDouble(
    _ tokens: [Token],
    after index: Int,
    _ range: Range<Int>,
    _ bytes: Span<UInt8>
  ) -> (index: Int, mark: QuotationMark)? {
    for next in (index + 1)..<range.upperBound where tokens[next].kind == .looseQuote {
      let mark = QuotationMark(tokens.span, next, range, bytes)
      if mark.isDouble { return (next, mark) }
    }
    return nil
  }

  /// Whether the next double mark of the paragraph closes a quotation.
  private func closesNext(
    _ tokens: [Token],
    _ index: Int,
    _ range: Range<Int>,
    _ bytes: Span<UInt8>
  ) -> Bool {
    nextDouble(tokens, after: index, range, bytes)?.mark.reads(inside: true) == .close
  }

  /// Whether the next two double marks of the paragraph close, as in `“Kami “siap” berangkat,” katanya`.
  private func closesTwice(
    _ tokens: [Token],
    _ index: Int,
    _ range: Range<Int>,
    _ bytes: Span<UInt8>
  ) -> Bool {
    guard let first = nextDouble(tokens, after: index, range, bytes),
      first.mark.kind == .closeDouble,
      let second = nextDouble(tokens, after: first.index, range, bytes)
    else { return false }
    return second.mark.kind == .closeDouble
  }

  private mutating func append(
    _ tokens: Range<Int>,
    open: Int?,
    _ paragraph: Int,
    _ style: Quotation.Style,
    _ continuesPrevious: Bool
  ) {
    quotations.append(
      Quotation(
        tokens: tokens,
        open: open,
        close: nil,
        paragraph: paragraph,
        style: style,
        outer: nil,
        continuesPrevious: continuesPrevious
      )
    )
  }

  /// After sorting, points inner quotations and tokens at the outer quotation they stand in.
  private mutating func relink(_ found: Range<Int>, _ tokens: inout [Token]) {
    var outer: Int?
    for index in found {
      let quotation = quotations[index]
      if let current = outer, quotation.tokens.lowerBound < quotations[current].tokens.upperBound {
        quotations[index].outer = current
        continue
      }
      quotations[index].outer = nil
      outer = index
      let start = quotation.open ?? quotation.tokens.lowerBound
      let end = quotation.close.map { $0 + 1 } ?? quotation.tokens.upperBound
      for token in start..<end { tokens[token].quotation = Int32(index) }
    }
    if let open = leftOpen {
      // Sorting may have moved it: it is the last double quotation of the paragraph that has no close.
      leftOpen =
        found.last { quotations[$0].close == nil && quotations[$0].style == .double } ?? open
    }
  }
}
