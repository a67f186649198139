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
    return """
      <article class="claim f \(css(claim))" id="k\(number)" aria-labelledby="h\(number)">
      <header><h3 id="h\(number)">\(words(ClaimPhrase.claim, "\(number)"))</h3>\
      <p class="vd"\(rating)>\(look.sign) \(look.label)</p><p class="st ui">\(words(claim.status.stage))</p>\
      <p class="ui">\(inText)<a href="#k\(number)" \
      aria-label="\(words(ClaimPhrase.permalink, "\(number)"))">#k\(number)</a></p></header>
      <div>\(fate(of: claim))\(quotation(claim.claim))\(finding(of: claim))\(facts(of: claim, block: block))
      <div class="two"><div><h4>\(words(ClaimPhrase.sources))</h4>\(sources(of: claim))\
      \(review(of: claim))</div>
      <div><h4>\(words(ClaimPhrase.history))</h4>\(list(claim.history))</div></div></div></article>

      """
  }

  private func quotation(_ claim: Claim) -> Markup {
    let source = Link(web: audit.document.metadata.url)
    let cite: Markup = source.map { " cite=\"\($0.address)\"" } ?? ""
    let pieces = claim.quote.map { piece in "<span data-told>\(piece)</span>" as Markup }
    return """
      <blockquote dir="auto"\(cite)\(audit.document.metadata.language.markupAttribute)><p>\
      \(Markup.joined(pieces, by: " […] "))</p></blockquote>
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
