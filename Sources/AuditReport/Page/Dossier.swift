import ClaimModel

extension AuditView {
  /// The register of claims: everything known about each.
  var dossiers: Markup {
    """
    <section aria-labelledby="dossiers"><h2 id="dossiers">\(words(PagePhrase.dossiers))</h2>
    <p class="intro">\(words(PagePhrase.dossiersIntro))</p>
    \(each: zip(audit.claims, layout.blockOfClaim), dossier)</section>
    """
  }

  private func dossier(_ claim: AuditedClaim, block: Int?) -> Markup {
    let number = claim.number
    let look = look(claim)
    let rating = claim.verdict.map { verdict in " data-rating=\"\(verdict.rating)\"" as Markup }
    let inText: Markup =
      block == nil
      ? "" : "<a href=\"#t\(number)\">\(words(ClaimPhrase.inText))</a> · "
    let card: Markup? =
      claim.isPublished && claim.goesOnAt == nil
      ? " · <a href=\"\(ClaimCard.place(of: claim, in: audit))\">\(words(ClaimPhrase.card))</a>"
      : nil
    return """
      <article class="claim f \(css(claim))" id="k\(number)">
      <header><h3>\(words(ClaimPhrase.claim, "\(number)"))</h3>\
      <p class="vd"\(rating)>\(look.sign) \(look.label)</p><p class="st ui">\(words(claim.status.stage))</p>\
      <p class="ui">\(inText)<a href="#k\(number)">#k\(number)</a>\(card)</p></header>
      <div>\(fate(of: claim))\(quotation(claim.claim))\(finding(of: claim))\(facts(of: claim, block: block))
      <div class="two"><div><h4>\(words(ClaimPhrase.sources))</h4>\(sources(of: claim))\
      \(review(of: claim))</div>
      <div><h4>\(words(ClaimPhrase.history))</h4>\(list(claim.history))</div></div></div></article>

      """
  }

  private func quotation(_ claim: Claim) -> Markup {
    let words: Markup
    if claim.quote.count == 1 {
      words = "<p data-told>\(claim.quote[0])</p>"
    } else {
      let pieces = claim.quote.map { piece in "<span data-told>\(piece)</span>" as Markup }
      words = "<p>\(Markup.joined(pieces, by: " […] "))</p>"
    }
    return """
      <blockquote dir="auto"\(audit.document.metadata.language.markupAttribute)>\(words)</blockquote>
      """
  }

  private func finding(of claim: AuditedClaim) -> Markup {
    var finding: Markup = ""
    if let explanation = claim.verdict?.explanation, !explanation.isEmpty {
      finding += "<p class=\"find\" dir=\"auto\" data-told>\(explanation)</p>"
    }
    if claim.isSelfApproved { finding += "<p class=\"ui\">\(words(ClaimPhrase.selfApproved))</p>" }
    if let waiver = claim.waiver, !waiver.isEmpty {
      finding += "<p class=\"ui\">\(words(ClaimPhrase.waiver)) <bdi>\(waiver)</bdi></p>"
    }
    return finding
  }

  private func facts(of audited: AuditedClaim, block: Int?) -> Markup {
    let claim = audited.claim
    let role = claim.role.map { role in ", <bdi>\(role)</bdi>" as Markup }
    let flags = claim.flags.map { words($0) }.joined(separator: ", ")
    let reasons = claim.reasons.map { words($0) }.joined(separator: ", ")
    return """
      <dl>\(fact(.speaker, "<bdi>\(speaker(claim))</bdi>\(role)"))\(fact(.kind, "\(words(claim.kind))"))\
      \(if: !flags.isEmpty, fact(.flags, "\(flags)"))\
      \(if: !reasons.isEmpty, fact(.reasons, "\(reasons)"))\
      \(fact(.place, "\(place(of: claim, block: block))"))\
      \(fact(.name, "<code class=\"cn\">\(claim.id.rawValue)</code>"))</dl>
      """
  }

  private func fact(_ name: ClaimPhrase, _ value: Markup) -> Markup {
    "<dt>\(words(name))</dt><dd>\(value)</dd>"
  }

  /// Where the claim begins and ends, counted in Unicode code points of the stored text.
  private func place(of claim: Claim, block: Int?) -> String {
    guard let block, let start = claim.content.first?.start, let end = claim.content.last?.end
    else {
      return words(ClaimPhrase.notInText)
    }
    return words(
      ClaimPhrase.characters,
      "\(block + 1)",
      "\(offsets.codePoints(atByte: start))",
      "\(offsets.codePoints(atByte: end))"
    )
  }
}
