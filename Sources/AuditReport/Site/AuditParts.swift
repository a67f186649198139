public import ClaimModel

/// A stretch of a long audit: some paragraphs, and the claims that begin in them.
public struct AuditPart: Hashable, Sendable {
  /// Counts the parts from 0.
  public var index: Int
  /// The text that this part shows.
  public var span: TextSpan
  /// All parts, in text order.
  public var all: [Stretch]
  /// What the whole audit found, for the head of each part.
  public var sentence: String

  /// What is known of a part everywhere.
  public struct Stretch: Hashable, Sendable {
    /// The part's file.
    public var fileName: String
    /// The numbers of its claims.
    public var claims: ClosedRange<Int>
    /// The numbers of its paragraphs.
    public var blocks: ClosedRange<Int>
  }
}

extension Audit {
  /// How many claims a page holds before the audit is split.
  public static let claimsPerPage = 500

  /// The audit as pages: itself, or where it has more claims than `limit` its parts in text order.
  ///
  /// A part ends at the end of a paragraph that no claim runs over, so that nothing is drawn twice or torn apart; where
  /// there is no such place it grows beyond the limit.
  public func parts(limit: Int = Audit.claimsPerPage) -> [Audit] {
    guard claims.count > limit, part == nil else { return [self] }
    let layout = BlockLayout(self, text: Array(document.text.utf8))
    let stretches = stretches(of: layout, limit: limit)
    guard stretches.count > 1 else { return [self] }
    let base = String(fileName.dropLast(".html".count))
    let all = stretches.enumerated().map { index, stretch in
      AuditPart.Stretch(
        fileName: index == 0 ? fileName : "\(base)-\(index + 1).html",
        claims: claims[stretch.claims.lowerBound]
          .number...claims[stretch.claims.upperBound - 1]
          .number,
        blocks: (stretch.blocks.lowerBound + 1)...stretch.blocks.upperBound
      )
    }
    let sentence = AuditView(self, layout: layout).sentence
    return stretches.enumerated().map { index, stretch in
      var part = self
      part.claims = Array(claims[stretch.claims])
      if part.proofs != nil {
        let events = Set(part.events.map(Seal.name))
        part.proofs?.proofs.removeAll { !events.contains($0.event) }
      }
      let start = index == 0 ? 0 : layout.blocks[stretch.blocks.lowerBound].span.start
      let isLast = index == stretches.count - 1
      let end =
        isLast ? document.text.utf8.count : layout.blocks[stretch.blocks.upperBound].span.start
      part.part = AuditPart(index: index, span: TextSpan(start, end), all: all, sentence: sentence)
      return part
    }
  }

  /// The file that holds the dossier of a claim.
  func fileName(ofClaim number: Int) -> String {
    part?.all.first { $0.claims.contains(number) }?.fileName ?? fileName
  }

  private typealias Stretches = (claims: Range<Int>, blocks: Range<Int>)

  private func stretches(of layout: BlockLayout, limit: Int) -> [Stretches] {
    // Claims stand in text order; one that has no place in the text goes with the claim before it.
    var claimsBefore = [Int](repeating: 0, count: layout.blocks.count + 1)
    var place = 0
    for (index, block) in layout.blockOfClaim.enumerated() {
      if let block, block >= place {
        for passed in place..<block { claimsBefore[passed + 1] = index }
        place = block
      }
    }
    for rest in place..<layout.blocks.count { claimsBefore[rest + 1] = claims.count }
    var result: [Stretches] = []
    var start = (claim: 0, block: 0)
    var cut: (claim: Int, block: Int)?
    let cuts = layout.cuts
    for block in layout.blocks.indices.dropLast() {
      let next = claimsBefore[block + 1]
      // What goes beyond the limit ends at the last place before it.
      if next - start.claim > limit, let last = cut {
        result.append((start.claim..<last.claim, start.block..<last.block))
        start = last
        cut = nil
      }
      if next > start.claim, cuts[block] { cut = (next, block + 1) }
    }
    if claims.count - start.claim > limit, let last = cut, last.claim < claims.count {
      result.append((start.claim..<last.claim, start.block..<last.block))
      start = last
    }
    result.append((start.claim..<claims.count, start.block..<layout.blocks.count))
    return result
  }
}

extension BlockLayout {
  /// For each block, whether no claim or finding goes on behind it.
  fileprivate var cuts: [Bool] {
    var last: [MarkedPiece.Kind: Int] = [:]
    for (block, pieces) in pieces.enumerated() {
      for piece in pieces where piece.kind.isNamed { last[piece.kind] = block }
    }
    var reach = 0
    return pieces.enumerated().map { block, pieces in
      for piece in pieces where piece.kind.isNamed { reach = max(reach, last[piece.kind] ?? block) }
      return reach <= block
    }
  }
}

extension MarkedPiece.Kind {
  /// Whether something on the page points to it, so that it has to stand whole in one place.
  fileprivate var isNamed: Bool {
    switch self {
    case .quotation, .vague: return false
    case .claim, .finding: return true
    }
  }
}
