import ClaimModel

/// The words around an excerpt, which tell one of several equal places from the others.
struct ExcerptContext {
  /// Code points of context that count, so that a comparison takes one machine word.
  private static let longest = 64

  private let prefix: ApproximateMatcher?
  private let suffix: ApproximateMatcher?

  /// Prepares the context, or nil where there is none.
  init?(prefix: String?, suffix: String?) {
    // Backwards from the excerpt for the prefix, forwards for the suffix: both are compared from the excerpt outwards.
    self.prefix = Self.matcher(ComparableText(prefix ?? "").units.reversed())
    self.suffix = Self.matcher(ComparableText(suffix ?? "").units)
    if self.prefix == nil, self.suffix == nil { return nil }
  }

  private static func matcher(_ units: [UInt32]) -> ApproximateMatcher? {
    let known = units.drop { $0 == 0x20 }.prefix(longest)
    return known.isEmpty ? nil : ApproximateMatcher(known)
  }

  /// The span that the context fits best, or nil where two fit equally well or none fits by half.
  func best(of spans: [TextSpan], in text: ComparableText) -> TextSpan? {
    var best: (fit: Double, span: TextSpan, isAlone: Bool)?
    for span in spans {
      let fit = fit(of: span, in: text)
      guard fit >= 0.5 else { continue }
      if let known = best, known.fit >= fit {
        if known.fit == fit { best?.isAlone = false }
      } else {
        best = (fit, span, true)
      }
    }
    guard let best, best.isAlone else { return nil }
    return best.span
  }

  /// How well the context fits around a span: 1 for the same, 0 for nothing in common.
  private func fit(of span: TextSpan, in text: ComparableText) -> Double {
    let first = text.index(ofByte: span.start)
    let past = text.index(ofByte: span.end)
    let before = text.units[max(0, first - 2 * Self.longest)..<first].reversed()
    let after = text.units[past..<min(text.units.count, past + 2 * Self.longest)]
    let fits = [
      prefix.map { Self.fit($0, Array(before)) }, suffix.map { Self.fit($0, Array(after)) },
    ].compactMap { $0 }
    return fits.reduce(0, +) / Double(fits.count)
  }

  private static func fit(_ matcher: ApproximateMatcher, _ neighbours: [UInt32]) -> Double {
    let text = neighbours.drop { $0 == 0x20 }.prefix(matcher.length)
    return max(0, 1 - Double(matcher.fewestEdits(beginningOf: text)) / Double(matcher.length))
  }
}

extension ComparableText {
  /// The first unit that starts at or after a byte.
  func index(ofByte offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
