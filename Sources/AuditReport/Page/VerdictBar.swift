/// Counts of verdicts as one stacked bar, the numbers beside it.
struct VerdictBar {
  private let entries: [Legend.Entry]
  private let total: Int

  init(_ entries: [Legend.Entry]) {
    self.entries = entries.filter { $0.count > 0 }
    total = max(1, self.entries.reduce(0) { $0 + $1.count })
  }

  private var inWords: String {
    entries.map { "\($0.count) \($0.label.lowercased())" }.joined(separator: ", ")
  }

  /// A bar of the page's width with signs and numbers under its parts.
  func chart(title: String, id: StaticString) -> Markup {
    let id = Markup(literal: id)
    return """
      <svg class="vbar" viewBox="0 0 640 54" role="img" aria-labelledby="\(id)t \(id)d">\
      <title id="\(id)t">\(title)</title><desc id="\(id)d">\(inWords)</desc>\
      \(each: parts(width: 640, gap: 3), { part(of: $0, height: 26) })\
      \(each: parts(width: 640, gap: 3), number)</svg>
      """
  }

  /// A small bar for a row of a table, described in words.
  var spark: Markup {
    """
    <svg viewBox="0 0 144 14" role="img" aria-label="\(inWords)">\
    \(each: parts(width: 144, gap: 2), { part(of: $0, height: 14) })</svg>
    """
  }

  private typealias Part = (entry: Legend.Entry, start: Int, width: Int)

  private func part(of part: Part, height: Int) -> Markup {
    """
    <rect class="seg \(part.entry.tone)" x="\(part.start)" y="0" width="\(part.width)" \
    height="\(height)"/>
    """
  }

  private func number(under part: Part) -> Markup {
    """
    <text x="\(part.start)" y="46" font-size="17">\(part.entry.sign) \(part.entry.count)</text>
    """
  }

  /// Where each part of the bar begins and how wide it is, at least one unit.
  private func parts(width: Int, gap: Int) -> [Part] {
    var before = 0
    return entries.map { entry in
      let start = (width + gap) * before / total
      before += entry.count
      let end = (width + gap) * before / total - gap
      return (entry, start, max(1, end - start))
    }
  }
}
