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
      \(each: labels, label)</svg>
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

  private func label(_ text: String, at place: Int) -> Markup {
    "<text x=\"\(place)\" y=\"46\" font-size=\"17\">\(text)</text>"
  }

  /// Each part's sign and number under it, or further on where a narrow part before it needs the room, and never
  /// beyond the bar.
  private var labels: [(text: String, place: Int)] {
    var labels = parts(width: 640, gap: 3).map { ("\($0.entry.sign) \($0.entry.count)", $0.start) }
    var end = 0
    for index in labels.indices {
      labels[index].1 = max(labels[index].1, end)
      end = labels[index].1 + Self.room(for: labels[index].0)
    }
    end = 640
    for index in labels.indices.reversed() {
      labels[index].1 = max(0, min(labels[index].1, end - Self.room(for: labels[index].0)))
      end = labels[index].1
    }
    return labels.map { (text: $0.0, place: $0.1) }
  }

  /// What a label takes with the space behind it: ten units a character.
  private static func room(for label: String) -> Int { label.unicodeScalars.count * 10 + 14 }

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
