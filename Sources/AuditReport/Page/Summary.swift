import ClaimModel

extension AuditView {
  /// The article's head: what was checked, by whom, when.
  var header: Markup {
    let metadata = audit.document.metadata
    let kicker = words(PagePhrase.kicker, "\(audit.version)")
    return """
      <header class="head"><p class="kick">\(kicker)</p>
      <h1\(directionOf: audit.title)\(metadata.language.markupAttribute)>\(audit.title)</h1>
      <p class="meta ui">\(Markup.joined(byline(metadata), by: " · "))</p>\(versions)\(parts)</header>
      """
  }

  private func byline(_ metadata: DocumentMetadata) -> [Markup] {
    var article: [Markup] = []
    if let outlet = metadata.outlet { article.append("<b>\(isolating: outlet)</b>") }
    if !metadata.authors.isEmpty {
      let authors = metadata.authors.joined(separator: ", ")
      article.append("\(isolating: words(PagePhrase.by, authors))")
    }
    if let day = metadata.published {
      article.append("\(words(PagePhrase.publishedOn)) \(words.time(day))")
    }
    if let link = Link(web: metadata.url) {
      article.append(
        "<a href=\"\(link.address)\" rel=\"noreferrer\">\(words(PagePhrase.originalPage))</a>"
      )
    }
    let check: Markup = """
      \(words(PagePhrase.checkedBy)) <b>\(isolating: audit.desk.name)</b>, \
      \(words(PagePhrase.updated)) \(words.time(audit.lastChange))
      """
    return [Markup.joined(article, by: ", "), check].filter { !$0.isEmpty }
  }

  /// What came out, as "11 claims: 3 true, 1 false".
  var sentence: String {
    if let part = audit.part { return part.sentence }
    let claims = words.count(audit.claims.count, PagePhrase.oneClaim, PagePhrase.manyClaims)
    return audit.claims.isEmpty ? "\(claims)." : "\(claims): \(legend.inWords)."
  }

  /// The count of claims by verdict, and the filters, which are the legend at the same time.
  var summary: Markup {
    """
    <section class="sum" aria-label="\(words(PagePhrase.summary))"><div><p class="lead">\(sentence)</p>
    \(VerdictBar(legend.verdicts).chart(title: words(PagePhrase.byVerdict), id: "bar"))\(agreement)
    <p class="ui noprint"><label data-js-only hidden><input type="checkbox" id="hl" checked> \
    \(words(PagePhrase.highlight))</label></p></div>
    <details class="filt noprint" open><summary>\(words(PagePhrase.filter))</summary>
    <fieldset><legend>\(words(PagePhrase.verdict))</legend>\
    <div class="chips">\(each: legend.verdicts, chip)</div></fieldset>
    <fieldset><legend>\(words(PagePhrase.status))</legend>\
    <div class="chips">\(each: legend.stages, chip)</div></fieldset></details></section>
    """
  }

  /// How often the second opinion was the first.
  private var agreement: Markup {
    let opinions = audit.claims.flatMap(\.opinions)
    guard !opinions.isEmpty else { return "" }
    let agreeing = words.grouped(opinions.count { $0.agrees })
    return """

      <p class="ui">\(words(PagePhrase.agreement, agreeing, words.grouped(opinions.count)))</p>
      """
  }

  private func chip(_ entry: Legend.Entry) -> Markup {
    """
    <label class="chip \(entry.tone)"><input type="checkbox" id="c-\(entry.css)" \
    data-filter="\(entry.css)" data-key="\(entry.key)" checked>\
    \(if: !entry.sign.isEmpty, "<span class=\"smp\" aria-hidden=\"true\">\(entry.sign)</span>")\
    \(entry.label) <span class="n">\(words.grouped(entry.count))</span></label>
    """
  }

  /// The bar that stays in sight and says where the reader is among the claims.
  ///
  /// Only scripts can use it, so only they show it.
  var bar: Markup {
    """
    <div class="bar ui" data-js-only hidden><div class="wrap"><span class="t"\(directionOf: audit.title)>\(audit.title)\
    </span><span>\(words(PagePhrase.position)) <span id="pos">– / \(audit.claims.count)</span></span>\
    <button type="button" id="prev">\(words(PagePhrase.previous))</button>\
    <button type="button" id="next">\(words(PagePhrase.next))</button>\
    <button type="button" id="all">\(words(PagePhrase.showAll))</button>\
    <button type="button" id="helpb">\(words(PagePhrase.shortcuts))</button></div></div>
    """
  }

  /// The keyboard's help.
  var help: Markup {
    let keys: [(Markup, PagePhrase)] = [
      ("j", .keyNext), ("k", .keyPrevious), ("Enter", .keyOpen), ("u", .keyUp), ("?", .keyHelp),
    ]
    let list = keys.map { key, meaning in "<kbd>\(key)</kbd> \(words(meaning))" as Markup }
    return """
      <dialog id="help" aria-labelledby="helph"><h2 id="helph">\(words(PagePhrase.shortcuts))</h2>\
      <p class="ui">\(Markup.joined(list, by: " · "))</p><p class="ui"><label>\
      <input type="checkbox" id="keys" checked> \(words(PagePhrase.keysOn))</label></p>\
      <form method="dialog"><button>\(words(PagePhrase.close))</button></form></dialog>
      """
  }
}
