import ClaimModel

extension IndexView {
  /// The claims that are not published yet, by stage, with the articles they stand in.
  var openWork: Markup {
    let stages = legend.stages.filter { entry in
      ClaimStatus.Stage.allCases.contains { $0.isOpen && legend.entry($0)?.css == entry.css }
    }
    guard !stages.isEmpty else { return "" }
    return """
      <section aria-labelledby="open"><h2 id="open">\(words(IndexPhrase.openWork))</h2>
      <p class="intro">\(words(IndexPhrase.openWorkIntro))</p>
      <ul class="who">\(each: stages, stageItem)</ul></section>

      """
  }

  private func stageItem(_ stage: Legend.Entry) -> Markup {
    var articles: Markup = ""
    for entry in entries {
      let claims = entry.claims.filter { legend.entry($0.stage)?.css == stage.css }
        .map { ($0.number, $0.place) }
      guard !claims.isEmpty else { continue }
      articles += """
        <span class="arts"><bdi\(languageAttribute(entry.language))>\(entry.title)</bdi> \
        \(links(to: claims, of: entry))</span>
        """
    }
    return "<li><b>\(stage.label)</b> \(stage.count)\(articles)</li>"
  }

  private func links(to claims: [(number: Int, place: String)], of entry: AuditEntry) -> Markup {
    let links = claims.map { number, place in
      let label = words(ClaimPhrase.claim, "\(number)")
      return """
        <a class="kref" href="\(place)" aria-label="\(label), \(entry.title)">\
        \(number)</a>
        """ as Markup
    }
    return Markup.joined(links, by: " ")
  }

  /// Every change after publication, newest first.
  var corrections: Markup {
    let lines = allEntries.flatMap { entry in entry.corrections.map { (entry, $0) } }
      .sorted { ($1.1.correction.time, $0.0.fileName) < ($0.1.correction.time, $1.0.fileName) }
    guard !lines.isEmpty else { return "" }
    return """
      <section aria-labelledby="corrections"><h2 id="corrections">\(words(IndexPhrase.corrections))</h2>
      <p class="intro">\(words(IndexPhrase.correctionsIntro))</p>
      <ol class="who">\(each: lines, correctionItem)</ol></section>

      """
  }

  private func correctionItem(_ entry: AuditEntry, _ line: AuditEntry.CorrectionLine) -> Markup {
    let correction = line.correction
    let change = [correction.old, correction.new].compactMap { $0 }
      .map { $0.label(on: index.scales, in: words.language) }
    return """
      <li>\(words.time(correction.time)) · \(words(correction.kind))\
      \(if: !change.isEmpty, ": \(change.joined(separator: " → "))")<br>\
      <bdi\(languageAttribute(entry.language))>\(entry.title)</bdi> \
      \(links(to: [(line.number, line.place)], of: entry))<br>\(isolating: correction.explanation)</li>
      """
  }
}
