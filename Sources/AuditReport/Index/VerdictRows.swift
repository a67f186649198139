/// Counts of verdicts as one bar a verdict, with sign, word, number and share.
struct VerdictRows {
  private let entries: [Legend.Entry]

  init(_ entries: [Legend.Entry]) { self.entries = entries }

  private static let rowHeight = 42

  func chart(title: String) -> Markup {
    let total = max(1, entries.reduce(0) { $0 + $1.count })
    let most = max(1, entries.map(\.count).max() ?? 1)
    let inWords = entries.map { "\($0.count) \($0.label.lowercased())" }.joined(separator: ", ")
    return """
      <svg viewBox="0 0 640 \(entries.count * Self.rowHeight)" role="img" \
      aria-labelledby="rowst rowsd"><title id="rowst">\(title)</title>\
      <desc id="rowsd">\(inWords)</desc>\
      \(each: entries.enumerated(), { row($1, at: $0, most: most, total: total) })</svg>
      """
  }

  private func row(_ entry: Legend.Entry, at index: Int, most: Int, total: Int) -> Markup {
    let top = index * Self.rowHeight
    let width = max(1, entry.count * 310 / most)
    return """
      <text x="0" y="\(top + 20)" font-size="17">\(entry.sign) \(entry.label)</text>\
      <rect class="seg \(entry.tone)" x="216" y="\(top)" width="\(width)" height="28"/>\
      <text x="\(224 + width)" y="\(top + 20)" font-size="17">\(entry.count)\
      <tspan class="soft" dx="8">\((entry.count * 200 + total) / (total * 2)) %</tspan></text>
      """
  }
}
