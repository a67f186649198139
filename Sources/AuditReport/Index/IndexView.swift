import ClaimModel

/// The index on its way to becoming pages: the entries in their order and the counts over all of them.
struct IndexView {
  let index: AuditIndex
  let words: Wording
  let legend: Legend
  /// The newest versions' entries, newest article first.
  let entries: [Int]
  /// These and the earlier versions', whose claims may stand nowhere else.
  let allEntries: [Int]

  init(_ index: AuditIndex) {
    self.index = index
    words = Wording(index.language, clock: index.desk.clock)
    let all = index.entries
    legend = Legend(
      verdicts: all.tally.verdicts,
      stages: all.tally.stages,
      scales: index.scales,
      words: words
    )
    allEntries = all.keys.indices.sorted(by: all.isBefore)
    entries = allEntries.filter { !all.keys[$0].isSuperseded }
  }

  var tally: IndexTally { index.entries.tally }

  /// The number of claims of all audits.
  var claimCount: Int { tally.claims }

  /// What is shown of an entry.
  func line(_ entry: Int) throws(AuditSiteError) -> IndexLine { try index.entries.line(entry) }

  /// The number of claims of each verdict, in the legend's order.
  func counts(_ counts: IndexTally.Counts) -> [Legend.Entry] {
    var result = legend.verdicts.map { entry in
      var entry = entry
      entry.count = 0
      return entry
    }
    for (rating, count) in counts {
      if let place = legend.place(of: rating) { result[place].count += count }
    }
    return result
  }

  /// ` lang="…"` where a text's language is known and is not the page's.
  func languageAttribute(_ language: LanguageTag) -> Markup {
    language.primary == words.language ? "" : language.markupAttribute
  }
}
