import ClaimModel

extension IndexView {
  /// How many articles a stage, and how many corrections, stand on the index itself.
  private static let (articlesShown, correctionsShown) = (5, 20)

  /// The stages of claims that are not published yet.
  private var openStages: [ClaimStatus.Stage] {
    ClaimStatus.Stage.allCases.filter { $0.isOpen && legend.entry($0) != nil }
  }

  /// The claims that are not published yet, by stage, with the newest articles they stand in.
  var openWork: Markup {
    get throws(AuditSiteError) {
      guard !openStages.isEmpty else { return "" }
      var items: Markup = ""
      for stage in openStages { items += try stageItem(stage) }
      return """
        <section aria-labelledby="open"><h2 id="open">\(words(RegisterPhrase.open))</h2>
        <p class="intro">\(words(RegisterPhrase.openIntro))</p>
        <ul class="who">\(items)</ul>
        <p class="ui"><a href="\(Register.fileName(.open))">\(words(RegisterPhrase.allOpen))</a></p></section>

        """
    }
  }

  private func stageItem(_ stage: ClaimStatus.Stage) throws(AuditSiteError) -> Markup {
    var articles: Markup = ""
    for entry in with(stage).prefix(Self.articlesShown) {
      articles += "<span class=\"arts\">\(try article(entry, at: stage))</span>"
    }
    let look = legend.entry(stage)
    return "<li><b>\(look?.label ?? "")</b> \(words.grouped(look?.count ?? 0))\(articles)</li>"
  }

  /// The entries with claims at a stage, newest article first.
  private func with(_ stage: ClaimStatus.Stage) -> some Sequence<Int> {
    let bit = AuditEntries.bit(stage)
    return entries.lazy.filter { index.entries.keys[$0].stages & bit != 0 }
  }

  /// An article with links to its claims at a stage.
  private func article(
    _ entry: Int,
    at stage: ClaimStatus.Stage
  ) throws(AuditSiteError) -> Markup {
    let line = try line(entry)
    let claims = line.claims.filter { $0.stage == stage }.map { ($0.number, $0.place) }
    return """
      <bdi\(languageAttribute(line.language))>\(line.title)</bdi> \(links(to: claims, of: line))
      """
  }

  /// All of it, an item for each article at each stage.
  var openRegister: Register {
    let count = openStages.reduce(0) { $0 + with($1).reduce(0) { count, _ in count + 1 } }
    return Register(.open, .open, .openIntro, count: count) { body throws(AuditSiteError) in
      for stage in openStages {
        let label = legend.entry(stage)?.label ?? ""
        for entry in with(stage) {
          try body("<li><b>\(label)</b> · \(try article(entry, at: stage))</li>\n")
        }
      }
    }
  }

  private func links(to claims: [(number: Int, place: String)], of line: IndexLine) -> Markup {
    let links = claims.map { number, place in
      let label = words(ClaimPhrase.claim, "\(number)")
      return """
        <a class="kref" href="\(place)" aria-label="\(label), \(line.title)">\
        \(number)</a>
        """ as Markup
    }
    return Markup.joined(links, by: " ")
  }

  /// The latest changes after publication.
  var corrections: Markup {
    get throws(AuditSiteError) {
      let all = allCorrections
      guard !all.isEmpty else { return "" }
      var items: Markup = ""
      for (entry, line) in all.prefix(Self.correctionsShown) {
        items += try correctionItem(entry, line)
      }
      let link = words(RegisterPhrase.allCorrections, words.grouped(all.count))
      return """
        <section aria-labelledby="corrections"><h2 id="corrections">\(words(RegisterPhrase.corrections))</h2>
        <p class="intro">\(words(RegisterPhrase.correctionsIntro))</p>
        <ol class="who">\(items)</ol>
        <p class="ui"><a href="\(Register.fileName(.corrections))">\(link)</a></p></section>

        """
    }
  }

  private typealias CorrectionLine = AuditEntry.CorrectionLine

  /// Every change after publication, newest first, then by the article's file.
  private var allCorrections: [(entry: Int, line: CorrectionLine)] {
    let keys = index.entries.keys
    return index.entries.corrections.sorted { left, right in
      (right.line.correction.time, keys[left.entry].fileName)
        < (left.line.correction.time, keys[right.entry].fileName)
    }
  }

  /// All of them.
  var correctionRegister: Register {
    let all = allCorrections
    return Register(.corrections, .corrections, .correctionsIntro, count: all.count) {
      body throws(AuditSiteError) in
      for (entry, line) in all { try body(try correctionItem(entry, line)) }
    }
  }

  private func correctionItem(
    _ entry: Int,
    _ line: CorrectionLine
  ) throws(AuditSiteError) -> Markup {
    let article = try self.line(entry)
    let correction = line.correction
    let change = [correction.old, correction.new].compactMap { $0 }
      .map { $0.label(on: index.scales, in: words.language) }
    return """
      <li>\(words.time(correction.time)) · \(words(correction.kind))\
      \(if: !change.isEmpty, ": \(change.joined(separator: " → "))")<br>\
      <bdi\(languageAttribute(article.language))>\(article.title)</bdi> \
      \(links(to: [(line.number, line.place)], of: article))<br>\(isolating: correction.explanation)</li>

      """
  }
}
