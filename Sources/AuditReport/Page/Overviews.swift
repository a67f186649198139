import ClaimModel

extension AuditView {
  /// What was noticed without any source, in its own list.
  var findings: Markup {
    let shown = audit.findings.indices.filter { index in
      audit.part == nil || span.contains(audit.findings[index].spans.first?.start ?? 0)
    }
    guard !shown.isEmpty else { return "" }
    return """
      <section aria-labelledby="findings"><h2 id="findings">\(words(PagePhrase.findings))</h2>
      <p class="intro">\(words(PagePhrase.findingsIntro))</p>
      <ol class="fds">\(each: shown, findingItem)</ol></section>

      """
  }

  private func findingItem(_ index: Int) -> Markup {
    let finding = audit.findings[index]
    let quotes = finding.spans.compactMap { audit.document.text.slice($0) }
      .map(String.init)
      .map { words in "<q class=\"ex\"\(directionOf: words)>\(words)</q>" as Markup }
    return """
      <li id="f\(index + 1)" class="fd-\(finding.outcome.rawValue)"><b>\(Self.letter(index)) \
      \(finding.outcome.sign) \(words(finding.kind)), \(words(finding.outcome))</b><br>\
      \(isolating: finding.told(by: words))\(Markup.joined(quotes))</li>
      """
  }

  /// Who speaks, in order of appearance, each with links to the claims; never ranked.
  var speakers: Markup {
    let names = audit.claims.map { speaker($0.claim) }
    let rows = grouped(Array(zip(names, audit.claims)))
    guard rows.count > 1 else { return "" }
    return """
      <section aria-labelledby="speakers"><h2 id="speakers">\(words(PagePhrase.speakers))</h2>
      <p class="intro">\(words(PagePhrase.speakersIntro))</p>
      <ul class="who">\(each: rows, speakerItem)</ul></section>

      """
  }

  /// The works used as evidence, in order of use, each with links to the claims it is tied to.
  var works: Markup {
    let uses = audit.claims.flatMap { claim in claim.evidence.map { ($0.source, claim) } }
    let rows = grouped(uses)
    guard !rows.isEmpty else { return "" }
    return """
      <section aria-labelledby="sources"><h2 id="sources">\(words(PagePhrase.sources))</h2>
      <p class="intro">\(words(PagePhrase.sourcesIntro))</p>
      \(snapshotProof)<ul class="who">\(each: rows, workItem)</ul></section>

      """
  }

  /// The claims in one table, for the first page of the printed audit; those with a verdict before the others.
  var brief: Markup {
    let shown = claimsInBrief
    let rest = audit.claims.count - shown.count
    return """
      <section class="brief" aria-labelledby="brief"><h2 id="brief">\(words(PagePhrase.brief))</h2>
      <p class="intro">\(words(PagePhrase.briefIntro))\
      \(if: rest > 0, " \(words(PagePhrase.briefRest, words.grouped(rest)))")</p>\
      <table><tbody>\(each: shown, briefRow)</tbody></table>
      </section>
      """
  }

  /// The claims that fit below the head of a printed page, those with a verdict before the others, in text order.
  ///
  /// Counted in lines of 40 characters and half a line between rows; a page has room for 33 below a title of one line.
  private var claimsInBrief: [AuditedClaim] {
    let isLong = !versions.isEmpty || audit.part != nil
    var room = 33.0 - Double(audit.title.utf8.count / 45) * 2 - (isLong ? 4 : 0)
    let decided = audit.claims.filter { $0.verdict != nil }
    let shown = (decided + audit.claims.lazy.filter { $0.verdict == nil }.prefix(40)).prefix {
      claim in
      let words = [claim.claim.quoteText, claim.verdict?.explanation ?? ""].map(Gist.of)
      room -= 0.55 + Double(words.map { max(1, ($0.utf8.count + 39) / 40) }.max() ?? 1)
      return room >= 0
    }
    return shown.sorted { $0.number < $1.number }
  }

  private func briefRow(_ claim: AuditedClaim) -> Markup {
    """
    <tr class="\(look(claim).tone)"><th scope="row">\(claim.number)</th>\
    <td class="bv">\(look(claim).sign) \(look(claim).label)</td>\
    <td>\(isolating: Gist.of(claim.claim.quoteText))</td>\
    <td>\(isolating: Gist.of(claim.verdict?.explanation ?? ""))</td></tr>
    """
  }

  private func speakerItem(_ name: String, _ claims: [AuditedClaim]) -> Markup {
    "<li><b>\(isolating: name)</b> \(links(to: claims))</li>"
  }

  private func workItem(_ source: Source, _ claims: [AuditedClaim]) -> Markup {
    "<li>\(words.citation(source)) \(links(to: claims))</li>"
  }

  private func links(to claims: [AuditedClaim]) -> Markup {
    Markup.joined(claims.map(link), by: " ")
  }

  private func link(to claim: AuditedClaim) -> Markup {
    let label = words(PagePhrase.reference, "\(claim.number)", look(claim).label)
    return """
      <a class="kref \(look(claim).tone)" href="#k\(claim.number)" aria-label="\(label)">\
      \(claim.number)\(look(claim).sign)</a>
      """
  }

  /// Values grouped by their key, keys in order of first use, each claim once a key.
  private func grouped<Key: Hashable>(_ pairs: [(Key, AuditedClaim)]) -> [(Key, [AuditedClaim])] {
    var places: [Key: Int] = [:]
    var groups: [(Key, [AuditedClaim])] = []
    for (key, claim) in pairs {
      if let place = places[key] {
        if groups[place].1.last?.number != claim.number { groups[place].1.append(claim) }
      } else {
        places[key] = groups.count
        groups.append((key, [claim]))
      }
    }
    return groups
  }
}
