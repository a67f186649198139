public import ClaimModel

/// Finds the claims of one version of a document in the next.
public struct Reanchoring: Sendable {
  /// What became of the old claims and which new ones there are.
  public struct Outcome: Hashable, Sendable {
    /// Old claims whose words stand in the new version, at their new places.
    public var moved: [Claim] = []
    /// Old claims whose words are gone.
    public var lost: [ClaimID] = []
    /// Claims that only the new version has.
    public var new: [Claim] = []
  }

  /// Matches old claims with a new version's text and claims.
  ///
  /// A claim whose every piece stands in the new text keeps its name and moves; of several places the one nearest to the
  /// old offset is taken. New claims at a place that an old claim has moved to are the same claim.
  public static func match(
    _ old: [Claim],
    with new: [Claim],
    in text: String,
    named id: DocumentID
  )
    -> Outcome
  {
    var outcome = Outcome()
    let bytes = Array(text.utf8)
    for claim in old {
      if let found = new.first(where: { $0.quote == claim.quote && $0.kind == claim.kind }),
        new.filter({ $0.quote == claim.quote && $0.kind == claim.kind }).count == 1
      {
        outcome.moved.append(found.keeping(claim.id))
      } else if let spans = places(of: claim, in: bytes) {
        var moved = claim
        moved.document = id
        moved.content = spans
        moved.cue = []
        moved.mention = []
        outcome.moved.append(moved)
      } else {
        outcome.lost.append(claim.id)
      }
    }
    outcome.new = new.filter { claim in
      !outcome.moved.contains { moved in
        moved.content == claim.content
          || moved.content.contains { piece in claim.content.contains { piece.contains($0) } }
      }
    }
    return outcome
  }

  /// Where the pieces of a claim stand, in order; nil where one of them does not.
  private static func places(of claim: Claim, in text: [UInt8]) -> [TextSpan]? {
    var spans: [TextSpan] = []
    for (index, piece) in claim.quote.enumerated() {
      let wanted = claim.content.indices.contains(index) ? claim.content[index].start : 0
      let after = spans.last?.end ?? 0
      let found = occurrences(of: Array(piece.utf8), in: text).filter { $0.start >= after }
      guard
        let nearest = found.min(by: { abs($0.start - wanted) < abs($1.start - wanted) })
      else { return nil }
      spans.append(nearest)
    }
    return spans.isEmpty ? nil : spans
  }

  private static func occurrences(of needle: [UInt8], in text: [UInt8]) -> [TextSpan] {
    guard let first = needle.first, needle.count <= text.count else { return [] }
    var found: [TextSpan] = []
    for start in 0...(text.count - needle.count) where text[start] == first {
      if text[start..<(start + needle.count)].elementsEqual(needle) {
        found.append(TextSpan(start, start + needle.count))
      }
    }
    return found
  }
}

extension Claim {
  /// The same claim under another name.
  fileprivate func keeping(_ id: ClaimID) -> Claim {
    var claim = self
    claim.id = id
    return claim
  }
}
