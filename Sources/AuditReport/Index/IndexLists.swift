import ClaimModel

extension IndexView {
  /// How many articles a stage, and how many corrections, stand on the index itself.
  private static let (articlesShown, correctionsShown) = (5, 20)

  /// The stages of claims that are not published yet.
  private var openStages: [Legend.Entry] {
    ClaimStatus.Stage.allCases.filter(\.isOpen).compactMap { legend.entry($0) }
  }

  /// The claims that are not published yet, by stage, with the newest articles they stand in.
  var openWork: Markup {
    guard !openStages.isEmpty else { return "" }
    return """
      <section aria-labelledby="open"><h2 id="open">\(words(RegisterPhrase.open))</h2>
      <p class="intro">\(words(RegisterPhrase.openIntro))</p>
      <ul class="who">\(each: openStages, stageItem)</ul>
      <p class="ui"><a href="\(Register.fileName(.open))">\(words(RegisterPhrase.allOpen))</a></p></section>

      """
  }

  private func stageItem(_ stage: Legend.Entry) -> Markup {
    let articles = articles(at: stage).prefix(Self.articlesShown)
      .map { "<span class=\"arts\">\($0)</span>" as Markup }
    return "<li><b>\(stage.label)</b> \(words.grouped(stage.count))\(Markup.joined(articles))</li>"
  }

  /// The articles with claims at a stage, newest first, each with links to those claims.
  private func articles(at stage: Legend.Entry) -> [Markup] {
    entries.compactMap { entry in
      let claims = entry.claims.filter { legend.entry($0.stage)?.css == stage.css }
        .map { ($0.number, $0.place) }
      guard !claims.isEmpty else { return nil }
      return """
        <bdi\(languageAttribute(entry.language))>\(entry.title)</bdi> \(links(to: claims, of: entry))
        """
    }
  }

  /// All of it, an item for each article at each stage.
  var openRegister: Register {
    let items = openStages.flatMap { stage in
      articles(at: stage).map { "<li><b>\(stage.label)</b> · \($0)</li>\n" as Markup }
    }
    return Register(kind: .open, title: .open, intro: .openIntro, items: items)
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

  /// The latest changes after publication.
  var corrections: Markup {
    let items = correctionRegister.items
    guard !items.isEmpty else { return "" }
    let all = words(RegisterPhrase.allCorrections, words.grouped(items.count))
    return """
      <section aria-labelledby="corrections"><h2 id="corrections">\(words(RegisterPhrase.corrections))</h2>
      <p class="intro">\(words(RegisterPhrase.correctionsIntro))</p>
      <ol class="who">\(Markup.joined(items.prefix(Self.correctionsShown)))</ol>
      <p class="ui"><a href="\(Register.fileName(.corrections))">\(all)</a></p></section>

      """
  }

  /// Every change after publication, newest first.
  var correctionRegister: Register {
    let lines = allEntries.flatMap { entry in entry.corrections.map { (entry, $0) } }
      .sorted { ($1.1.correction.time, $0.0.fileName) < ($0.1.correction.time, $1.0.fileName) }
    return Register(
      kind: .corrections,
      title: .corrections,
      intro: .correctionsIntro,
      items: lines.map(correctionItem)
    )
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
