import ClaimModel

/// Where everything that is marked stands, block by block.
struct BlockLayout: Sendable {
  /// The blocks that are shown, in text order; together with the gaps they cover the whole text.
  let blocks: [Block]
  /// The pieces drawn in each block.
  private(set) var pieces: [[MarkedPiece]]
  /// The indices of the claims whose notes stand beside each block.
  private(set) var claims: [[Int]]
  /// The indices of the findings whose notes stand beside each block.
  private(set) var findings: [[Int]]
  /// The index of the block in which each claim begins, or nil where the text has no such place.
  private(set) var blockOfClaim: [Int?]

  /// Lays out the claims, quotations and findings of an audit.
  init(_ audit: Audit, text: [UInt8]) {
    blocks = Self.covering(text, with: audit.document.blocks)
    pieces = Array(repeating: [], count: blocks.count)
    claims = pieces.map { _ in [] }
    findings = claims
    blockOfClaim = Array(repeating: nil, count: audit.claims.count)
    for (index, audited) in audit.claims.enumerated() {
      blockOfClaim[index] = place(audited.claim.content, as: .claim(index))
      if let block = blockOfClaim[index] { claims[block].append(index) }
    }
    for (index, finding) in audit.findings.enumerated() where finding.kind != .vagueSourcing {
      if let block = place(finding.spans, as: .finding(index)) { findings[block].append(index) }
    }
    for span in Self.union(Self.vagueSpans(audit)) { place([span], as: .vague) }
    for span in Self.union(Self.quotations(audit, text: text)) { place([span], as: .quotation) }
    for index in blocks.indices where !pieces[index].isEmpty { settle(index, text: text) }
  }

  /// Adds a piece for each block that a span touches; returns the first such block.
  @discardableResult
  private mutating func place(_ spans: [TextSpan], as kind: MarkedPiece.Kind) -> Int? {
    var added: [(block: Int, place: Int)] = []
    for span in spans where !span.isEmpty {
      var index = firstBlock(endingAfter: span.start)
      while index < blocks.count, blocks[index].span.start < span.end {
        let block = blocks[index].span
        let shared = TextSpan(max(span.start, block.start), min(span.end, block.end))
        added.append((index, pieces[index].count))
        pieces[index].append(MarkedPiece(span: shared, kind: kind, isFirst: false, isLast: false))
        index += 1
      }
    }
    guard let first = added.first, let last = added.last else { return nil }
    pieces[first.block][first.place].isFirst = true
    pieces[last.block][last.place].isLast = true
    return first.block
  }

  private func firstBlock(endingAfter offset: Int) -> Int {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Widens the pieces of a block to whole characters and gives those that are underlined their lanes.
  private mutating func settle(_ index: Int, text: [UInt8]) {
    let widened = GraphemeCuts.widen(
      pieces[index].map(\.span),
      in: text,
      block: blocks[index].span
    )
    for (place, span) in widened.enumerated() { pieces[index][place].span = span }
    let underlined = pieces[index].indices.filter { pieces[index][$0].kind.isUnderlined }
    let lanes = Lanes.assign(underlined.map { pieces[index][$0].span })
    for (place, lane) in zip(underlined, lanes) {
      if let lane {
        pieces[index][place].lane = lane
      } else {
        pieces[index][place].span.start = pieces[index][place].span.end
      }
    }
  }

  /// The document's blocks in order, with a paragraph made of every stretch of words that none of them covers.
  private static func covering(_ text: [UInt8], with blocks: [Block]) -> [Block] {
    var result: [Block] = []
    var position = 0
    func addGap(to end: Int) {
      let words = text[position..<end].firstIndex { $0 > 0x20 }
      guard let words, hasWords(text[words..<end]),
        let last = text[position..<end].lastIndex(where: { $0 > 0x20 })
      else {
        return
      }
      result.append(Block(.paragraph, TextSpan(words, last + 1)))
    }
    for block in blocks.sorted(by: { $0.span < $1.span }) {
      let start = codePoint(from: max(block.span.start, position), in: text)
      let end = codePoint(from: block.span.end, in: text)
      guard start < end, hasWords(text[start..<end].drop { $0 <= 0x20 }) else { continue }
      let span = TextSpan(start, end)
      addGap(to: span.start)
      result.append(Block(block.kind, span))
      position = span.end
    }
    addGap(to: text.count)
    return result
  }

  /// Whether there is anything to be seen in a stretch of text: no-break spaces alone make no paragraph.
  private static func hasWords(_ text: ArraySlice<UInt8>) -> Bool {
    text.first.map { $0 < 0x80 } ?? false
      || String(decoding: text, as: UTF8.self).unicodeScalars.contains {
        !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
      }
  }

  /// The first offset from `offset` on at which a code point begins, or the end of the text.
  private static func codePoint(from offset: Int, in text: [UInt8]) -> Int {
    var offset = max(0, min(offset, text.count))
    while offset < text.count, text[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }

  /// Spans in text order, those that touch or overlap joined.
  private static func union(_ spans: [TextSpan]) -> [TextSpan] {
    var result: [TextSpan] = []
    for span in spans.sorted() where !span.isEmpty {
      if let last = result.last, span.start <= last.end {
        result[result.count - 1].end = max(last.end, span.end)
      } else {
        result.append(span)
      }
    }
    return result
  }

  private static func vagueSpans(_ audit: Audit) -> [TextSpan] {
    let noticed = audit.findings.filter { $0.kind == .vagueSourcing }.flatMap(\.spans)
    let claimed = audit.claims.map(\.claim)
      .filter { $0.flags.contains(.vagueSource) || $0.flags.contains(.anonymousPassive) }
      .flatMap(\.mention)
    return noticed + claimed
  }

  /// The words of direct quotations with the quotation marks around them, where the article prints some.
  private static func quotations(_ audit: Audit, text: [UInt8]) -> [TextSpan] {
    audit.claims.filter { $0.claim.kind == .direct }.flatMap(\.claim.content).map { span in
      TextSpan(
        span.start - QuotationMark.length(endingAt: span.start, in: text),
        span.end + QuotationMark.length(startingAt: span.end, in: text)
      )
    }
  }
}

extension MarkedPiece.Kind {
  /// Whether pieces of this kind have an underline of their own.
  fileprivate var isUnderlined: Bool {
    switch self {
    case .claim, .finding: return true
    case .quotation, .vague: return false
    }
  }
}
