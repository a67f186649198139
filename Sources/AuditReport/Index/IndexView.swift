import ClaimModel

/// The index on its way to becoming pages: the entries in their order and the counts over all of them.
struct IndexView {
  let index: AuditIndex
  let words: Wording
  let legend: Legend
  /// The newest versions' entries, newest article first.
  let entries: [AuditEntry]
  /// These and the earlier versions', whose claims may stand nowhere else.
  let allEntries: [AuditEntry]

  init(_ index: AuditIndex) {
    self.index = index
    words = Wording(index.language, clock: index.desk.clock)
    legend = Legend(
      index.entries.lazy.filter { !$0.isSuperseded }.flatMap(\.claims).map {
        ($0.rating, $0.stage)
      },
      scales: index.scales,
      words: words
    )
    allEntries = index.entries.sorted { left, right in
      left.published == right.published
        ? left.fileName < right.fileName
        : (left.published ?? .distantPast) > (right.published ?? .distantPast)
    }
    entries = allEntries.filter { !$0.isSuperseded }
  }

  /// The number of claims of all audits.
  var claimCount: Int { entries.reduce(0) { $0 + $1.claims.count } }

  /// The number of claims of each verdict in a set of claims, in the legend's order.
  func counts(_ claims: some Sequence<AuditEntry.ClaimLine>) -> [Legend.Entry] {
    var counts: [String: Int] = [:]
    for claim in claims { counts[legend.entry(claim.rating).css, default: 0] += 1 }
    return legend.verdicts.map { entry in
      var counted = entry
      counted.count = counts[entry.css] ?? 0
      return counted
    }
  }

  /// ` lang="…"` where a text's language is known and is not the page's.
  func languageAttribute(_ language: LanguageTag) -> Markup {
    language.primary == words.language ? "" : language.markupAttribute
  }
}

extension CalendarDate {
  /// Before any article: where entries without a date are sorted.
  fileprivate static let distantPast = CalendarDate(daysSince1970: -719_162)
}
