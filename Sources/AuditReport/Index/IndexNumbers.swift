import ClaimModel

extension IndexView {
  /// The verdicts of all claims, over time, and by kind of statement.
  var numbers: Markup {
    guard claimCount > 0 else { return "" }
    return """
      <section aria-labelledby="numbers"><h2 id="numbers">\(words(IndexPhrase.numbers))</h2>
      <div class="figs">
      <figure><figcaption><b>\(words(IndexPhrase.allVerdicts))</b><span>\(period)</span></figcaption>\
      \(VerdictRows(legend.verdicts).chart(title: words(IndexPhrase.allVerdicts)))</figure>
      \(perMonth)
      </div>
      \(byKind)\(opinions)</section>

      """
  }

  private var period: String {
    guard let days = tally.days else { return words(IndexPhrase.undated) }
    let ends = [days.lowerBound, days.upperBound].map { words.month($0.month, $0.year) }
    return ends[0] == ends[1] ? ends[0] : words(IndexPhrase.fromTo, ends[0], ends[1])
  }

  private var perMonth: Markup {
    // Two years fit on a page; older months stay in the table of articles.
    let columns = tally.months.keys.sorted().suffix(24).map { month in
      MonthColumn(
        label: words.month(month % 12 + 1, month / 12),
        counts: counts(tally.months[month] ?? [:])
      )
    }
    guard !columns.isEmpty else { return "" }
    return """
      <figure><figcaption><b>\(words(IndexPhrase.perMonth))</b>\
      <span>\(words(IndexPhrase.perMonthNote))</span></figcaption>
      \(MonthChart(columns).chart(title: words(IndexPhrase.perMonth)))
      <details><summary>\(words(IndexPhrase.monthTable))</summary><div class="scroll" tabindex="0" \
      role="region" aria-label="\(words(IndexPhrase.monthTable))"><table>\
      <caption>\(words(IndexPhrase.monthTableCaption))</caption>\
      \(headings(words(IndexPhrase.month)))<tbody>\(each: columns, monthRow)</tbody></table></div>\
      </details></figure>
      """
  }

  private func monthRow(_ column: MonthColumn) -> Markup {
    """
    <tr><th scope="row">\(column.label)</th>\
    \(each: column.counts, { "<td class=\"num\">\($0.count)</td>" })\
    <td class="num">\(column.total)</td></tr>
    """
  }

  private var byKind: Markup {
    let rows = Claim.Kind.allCases.compactMap { kind in
      tally.kinds[kind].map { (kind, counts($0)) }
    }
    return """
      <figure><figcaption><b>\(words(IndexPhrase.whoSpeaks))</b>\
      <span>\(words(IndexPhrase.whoSpeaksNote))</span></figcaption>
      <div class="scroll" tabindex="0" role="region" aria-label="\(words(IndexPhrase.whoSpeaks))">\
      <table><caption class="vh">\(words(IndexPhrase.whoSpeaksCaption))</caption>\
      \(headings(words(ClaimPhrase.kind)))<tbody>\(each: rows, kindRow)</tbody></table></div></figure>
      """
  }

  /// How far first verdicts and second opinions agree, of the verdicts that may be told; `tilik stats` counts open ones, too.
  private var opinions: Markup {
    guard !index.agreements.isEmpty else { return "" }
    let columns: [IndexPhrase] = [.opinionCount, .same, .share, .kappa]
    return """
      <figure><figcaption><b>\(words(IndexPhrase.opinions))</b>\
      <span>\(words(IndexPhrase.opinionsNote))</span></figcaption>
      <div class="scroll" tabindex="0" role="region" aria-label="\(words(IndexPhrase.opinions))">\
      <table><caption class="vh">\(words(IndexPhrase.opinions))</caption><thead><tr>\
      <th scope="col">\(words(IndexPhrase.scale))</th>\
      \(each: columns, { "<th scope=\"col\" class=\"num\">\(words($0))</th>" })</tr></thead>\
      <tbody>\(each: index.agreements, opinionRow)</tbody></table></div></figure>
      """
  }

  private func opinionRow(_ agreement: OpinionAgreement) -> Markup {
    let cells = [
      words.grouped(agreement.count), words.grouped(agreement.same),
      words.hundredths(agreement.raw),
      agreement.kappa.map(words.hundredths) ?? words(IndexPhrase.kappaNone),
    ]
    return """
      <tr><th scope="row">\(isolating: agreement.scale)</th>\
      \(each: cells, { "<td class=\"num\">\($0)</td>" })</tr>
      """
  }

  private func kindRow(_ kind: Claim.Kind, _ counts: [Legend.Entry]) -> Markup {
    let total = counts.reduce(0) { $0 + $1.count }
    return """
      <tr><th scope="row">\(words(kind))</th>\(each: counts, { cell($0, of: total) })\
      <td class="num">\(total)</td></tr>
      """
  }

  private func cell(_ entry: Legend.Entry, of total: Int) -> Markup {
    "<td class=\"num \(entry.tone) h\(Self.depth(entry.count, of: total))\">\(entry.count)</td>"
  }

  /// How deep a cell is tinted, 0 to 3, by its share of the row.
  private static func depth(_ count: Int, of total: Int) -> Int {
    let percent = count * 100 / max(1, total)
    return percent < 12 ? 0 : percent < 22 ? 1 : percent < 35 ? 2 : 3
  }

  private func headings(_ first: String) -> Markup {
    """
    <thead><tr><th scope="col">\(first)</th>\
    \(each: legend.verdicts, { "<th scope=\"col\" class=\"num\">\($0.sign) \($0.label)</th>" })\
    <th scope="col" class="num">\(words(IndexPhrase.total))</th></tr></thead>
    """
  }
}
