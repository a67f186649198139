import ClaimModel

extension IndexView {
  /// The list of audits of one page, with search and sorting where scripts run.
  func table(page: Int) throws(AuditSiteError) -> Markup {
    let first = min(entries.count, page * IndexPage.articlesPerPage)
    let shown = entries[first..<min(entries.count, first + IndexPage.articlesPerPage)]
    var rows: [IndexLine] = []
    for entry in shown { rows.append(try line(entry)) }
    return """
      <section aria-labelledby="articles"><h2 id="articles">\(words(IndexPhrase.articles))</h2>
      \(tools(rows))<table class="list" id="list">\
      <caption class="vh">\(words(IndexPhrase.caption))</caption>
      <thead><tr><th scope="col" data-sort>\(words(IndexPhrase.article))</th>\
      <th scope="col" data-sort aria-sort="descending">\(words(IndexPhrase.published))</th>\
      <th scope="col" class="num" data-sort>\(words(IndexPhrase.claims))</th>\
      <th scope="col" class="num" data-sort>\(words(IndexPhrase.correctionCount))</th>\
      <th scope="col">\(words(IndexPhrase.spread))</th>\
      <th scope="col" data-sort>\(words(IndexPhrase.status))</th></tr></thead>
      <tbody>
      \(each: rows, row)</tbody></table>
      <p class="none ui" id="none" hidden>\(words(IndexPhrase.noMatch))</p>\(pages(page))</section>

      """
  }

  private func tools(_ rows: [IndexLine]) -> Markup {
    let outlets = Set(rows.compactMap(\.outlet)).sorted()
    return """
      <search class="tools ui" data-js-only hidden><div><label for="q">\(words(IndexPhrase.search))\
      </label><br><input type="search" id="q" autocomplete="off"></div><div>\
      <label for="outlet">\(words(IndexPhrase.outlet))</label><br><select id="outlet">\
      <option value="">\(words(IndexPhrase.allOutlets))</option>\
      \(each: outlets, { "<option>\($0)</option>" })</select></div></search>

      """
  }

  private func row(_ entry: IndexLine) -> Markup {
    let open = entry.claims.count { $0.stage.isOpen }
    let status = open == 0 ? words(IndexPhrase.complete) : words(IndexPhrase.open, "\(open)")
    let verdicts = entry.claims.reduce(into: IndexTally.Counts()) {
      $0[$1.rating, default: 0] += 1
    }
    let about = [entry.outlet, words.name(of: entry.language)].compactMap { $0 }
    return """
      <tr data-o="\(entry.outlet ?? "")"><th scope="row"><a href="\(entry.fileName)"\(directionOf: entry.title)\
      \(languageAttribute(entry.language))>\(entry.title)</a>\
      <small>\(isolating: about.joined(separator: " · "))</small></th>\
      <td data-l="\(words(IndexPhrase.published))" data-s="\(entry.published?.iso8601 ?? "")">\
      \(entry.published.map(words.time) ?? "\(words(IndexPhrase.undated))")</td>\
      <td class="num" data-l="\(words(IndexPhrase.claims))">\(entry.claims.count)</td>\
      <td class="num" data-l="\(words(IndexPhrase.correctionCount))">\(entry.corrections)</td>\
      <td data-l="\(words(IndexPhrase.spread))">\
      \(if: !entry.claims.isEmpty, VerdictBar(counts(verdicts)).spark)</td>\
      <td data-l="\(words(IndexPhrase.status))">\(status)</td></tr>

      """
  }

  /// Links to the other pages, where there are any.
  private func pages(_ current: Int) -> Markup {
    guard pageCount > 1 else { return "" }
    let links = PageLinks(count: pageCount, current: current, fileName: IndexPage.fileName)
    return """
      <nav class="pages ui" aria-label="\(words(IndexPhrase.pages))">\(links.markup)</nav>
      """
  }
}
