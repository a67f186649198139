/// The claims of one month by verdict.
struct MonthColumn {
  let label: String
  let counts: [Legend.Entry]

  var total: Int { counts.reduce(0) { $0 + $1.count } }
}

/// Months as stacked columns, with their totals above and their names below.
struct MonthChart {
  private let columns: [MonthColumn]

  init(_ columns: [MonthColumn]) { self.columns = columns }

  private static let baseline = 220
  private static let tallest = 190

  func chart(title: String) -> Markup {
    let inWords = columns.map { "\($0.label): \($0.total)" }.joined(separator: "; ")
    return """
      <svg viewBox="0 0 640 250" role="img" aria-labelledby="montht monthd">\
      <title id="montht">\(title)</title><desc id="monthd">\(inWords)</desc>\
      <line class="axis" x1="0" x2="640" y1="\(Self.baseline + 1)" y2="\(Self.baseline + 1)"/>\
      \(each: columns.indices, column)</svg>
      """
  }

  private func column(_ index: Int) -> Markup {
    let column = columns[index]
    let most = max(1, columns.map(\.total).max() ?? 1)
    let slot = 640 / max(5, columns.count)
    let start = index * slot + slot / 8
    let width = slot * 3 / 4
    let middle = start + width / 2
    var below = 0
    var parts: Markup = ""
    for entry in column.counts where entry.count > 0 {
      let low = below * Self.tallest / most
      below += entry.count
      let high = below * Self.tallest / most
      parts += """
        <rect class="seg \(entry.tone)" x="\(start)" y="\(Self.baseline - high)" width="\(width)" \
        height="\(max(1, high - low - 1))"/>
        """
    }
    let top = Self.baseline - below * Self.tallest / most - 7
    parts +=
      "<text x=\"\(middle)\" y=\"\(top)\" text-anchor=\"middle\" font-size=\"16\">\(column.total)</text>"
    // Names of every column would run into each other.
    if index % max(1, (columns.count + 7) / 8) == 0 {
      parts += """
        <text class="soft" x="\(middle)" y="242" text-anchor="middle" font-size="15">\(column.label)</text>
        """
    }
    return parts
  }
}
