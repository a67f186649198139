public import ClaimModel

/// Where an excerpt stands in a text, and how sure that is.
public struct ExcerptAnchor: Hashable, Sendable {
  /// How well the excerpt was found.
  public let quality: AnchorQuality
  /// The place in the text, in UTF-8 bytes; it never cuts a grapheme.
  ///
  /// Nil where the excerpt is absent or ambiguous.
  public let span: TextSpan?
  /// How many places fit equally well; 0 where the excerpt is absent.
  public let places: Int
  /// The places that fit equally well, at most ``mostCandidates``, in the order of the text.
  public let candidates: [TextSpan]
  /// 1 for an exact or normalised place, else 1 − edits ÷ code points of the excerpt; 0 where it is absent.
  public let score: Double
  /// For a fuzzy place, what differs, word by word; else empty.
  public let differences: [ExcerptDifference]

  /// How many candidates are kept.
  public static let mostCandidates = 100

  /// Excerpts with fewer code points than this are found exactly or normalised, never fuzzily.
  ///
  /// Short words become others with few edits: users of Hypothesis saw “Linus” anchored to “chines” (hypothesis/h#2634)
  /// and “Developer, Frontend” to “developers and desi” (h#4328).
  public static let shortestFuzzy = 24

  /// The most edits that a fuzzy place may have: a fifth of the excerpt's code points, none for a short excerpt.
  public static func mostEdits(length: Int) -> Int {
    length < shortestFuzzy ? 0 : length / 5
  }

  /// Finds an excerpt in a text.
  ///
  /// Tried in this order, the first that finds something decides: byte for byte; with white space, quotation marks and
  /// dashes of any form and NFKC; with the fewest edits, at most ``mostEdits(length:)``. Of several equally good places
  /// the one is taken that `prefix` and `suffix` fit best; where they do not decide, the excerpt is ambiguous. Time
  /// grows with the text's length times the excerpt's at worst.
  ///
  /// - Parameters:
  ///   - excerpt: the words to find; white space at its ends does not matter.
  ///   - text: where to find them.
  ///   - prefix: what stands before them, as far as known; its last 64 code points count.
  ///   - suffix: what stands after them, as far as known; its first 64 code points count.
  /// - Returns: the place, or what is known where there is not one.
  public static func find(
    _ excerpt: String,
    in text: String,
    prefix: String? = nil,
    suffix: String? = nil
  ) -> ExcerptAnchor {
    let excerpt = excerpt.trimmed
    if excerpt.isEmpty { return .absent }
    let context = ExcerptContext(prefix: prefix, suffix: suffix)
    let exact = exactSpans(excerpt, text)
    if exact.count == 1 || (!exact.isEmpty && context == nil) {
      return ExcerptAnchor(.exact, exact, chosen: nil)
    }
    let comparable = ComparableText(text)
    if !exact.isEmpty {
      let chosen = context?.best(of: exact, in: comparable)
      return ExcerptAnchor(.exact, exact, chosen: chosen)
    }
    let pattern = ComparableText(excerpt)
    let wanted = Array(pattern.units[pattern.trimmed(0..<pattern.units.count)])
    if wanted.isEmpty { return .absent }
    let normalised = occurrences(of: wanted, in: comparable.units)
      .map { $0..<($0 + wanted.count) }
      .filter { comparable.isWhole($0) }
      .map { comparable.span($0) }
    if !normalised.isEmpty {
      let chosen = context?.best(of: normalised, in: comparable)
      return ExcerptAnchor(.normalised, normalised, chosen: chosen)
    }
    return fuzzy(excerpt, wanted, text, comparable, context)
  }

  /// An excerpt that is nowhere.
  static let absent = ExcerptAnchor(
    quality: .absent,
    span: nil,
    places: 0,
    candidates: [],
    score: 0,
    differences: []
  )
}

extension ExcerptAnchor {
  /// The anchor for places that fit equally well.
  private init(
    _ quality: AnchorQuality,
    _ spans: [TextSpan],
    chosen: TextSpan?,
    score: Double = 1,
    differences: (TextSpan) -> [ExcerptDifference] = { _ in [] }
  ) {
    let span = spans.count == 1 ? spans.first : chosen
    self.init(
      quality: span == nil ? .ambiguous : quality,
      span: span,
      places: spans.count,
      candidates: Array(spans.prefix(Self.mostCandidates)),
      score: score,
      differences: span.map(differences) ?? []
    )
  }

  private static func exactSpans(_ excerpt: String, _ text: String) -> [TextSpan] {
    let pattern = Array(excerpt.utf8)
    let bytes = Array(text.utf8)
    var boundaries = GraphemeBoundaries(text, bytes: bytes)
    return occurrences(of: pattern, in: bytes).compactMap { start in
      let span = TextSpan(start, start + pattern.count)
      return boundaries.allowsCut(at: span.start) && boundaries.allowsCut(at: span.end) ? span : nil
    }
  }

  private static func fuzzy(
    _ excerpt: String,
    _ wanted: [UInt32],
    _ text: String,
    _ comparable: ComparableText,
    _ context: ExcerptContext?
  ) -> ExcerptAnchor {
    let limit = mostEdits(length: wanted.count)
    let matcher = ApproximateMatcher(wanted)
    guard limit > 0, let best = matcher.best(in: comparable.units[...], limit: limit) else {
      return .absent
    }
    let spans = places(of: best, wanted, in: comparable)
    return ExcerptAnchor(
      .fuzzy,
      spans,
      chosen: context?.best(of: spans, in: comparable),
      score: 1 - Double(best.edits) / Double(wanted.count)
    ) { span in
      ExcerptDifference.between(excerpt, text.slice(span).map { String($0) } ?? "")
    }
  }

  /// The places whose ends were found, without white space at their ends.
  ///
  /// Of a run of neighbouring ends the last counts, or where the run is longer than the excerpt one in that length; of
  /// the possible starts the one that makes the place longest.
  private static func places(
    of best: ApproximateMatcher.Best,
    _ wanted: [UInt32],
    in text: ComparableText
  ) -> [TextSpan] {
    let backwards = ApproximateMatcher(wanted.reversed())
    var spans: [TextSpan] = []
    var covered = 0
    var runStart = 0
    for (index, end) in best.ends.enumerated() {
      if index == 0 || best.ends[index - 1] != end - 1 { runStart = end }
      let isLastOfRun = index + 1 == best.ends.count || best.ends[index + 1] != end + 1
      guard isLastOfRun || end - max(runStart, covered) >= wanted.count else { continue }
      // Ends within half an excerpt of the last place are other cuts of that place.
      guard end >= covered + wanted.count / 2 else { continue }
      let window = text.units[max(0, end - wanted.count - best.edits)..<end]
      guard let length = backwards.beginnings(of: window.reversed(), edits: best.edits).last else {
        continue
      }
      spans.append(text.span(text.whole(text.trimmed((end - length)..<end))))
      covered = end
    }
    return spans
  }
}

extension ComparableText {
  /// The bytes of the text that a range of units, which is not empty, stands for.
  func span(_ range: Range<Int>) -> TextSpan {
    range.isEmpty ? TextSpan(0, 0) : TextSpan(starts[range.lowerBound], ends[range.upperBound - 1])
  }
}

extension ExcerptAnchor {
  /// Finds the words that a citation excerpts; nil where it cites a whole work.
  public static func find(_ evidence: Evidence, in text: String) -> ExcerptAnchor? {
    evidence.excerpt.map { find($0, in: text, prefix: evidence.prefix, suffix: evidence.suffix) }
  }
}
