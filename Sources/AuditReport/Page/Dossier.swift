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
    let links = [
      block.map { _ in "<a href=\"#t\(number)\">\(words(ClaimPhrase.inText))</a>" as Markup },
      claim.isPublished && claim.goesOnAt == nil
        ? "<a href=\"\(ClaimCard.place(of: claim, in: audit))\">\(words(ClaimPhrase.card))</a>"
        : nil,
    ].compactMap { $0 }
    return """
      <article class="claim f \(css(claim))" id="k\(number)">
      <header><h3><a href="#k\(number)">\(words(ClaimPhrase.claim, "\(number)"))</a></h3>\
      <p class="vd">\(look.sign) \(look.label)</p><p class="st">\(words(claim.status.stage))</p>\
      <p class="ui">\(Markup.joined(links, by: " · "))</p></header>
      <div>\(fate(of: claim))\(quotation(claim.claim))\(finding(of: claim))\(facts(of: claim, block: block))
      <div class="two"><div><h4>\(words(ClaimPhrase.sources))</h4>\(sources(of: claim))\
      \(review(of: claim))</div>
      <div><h4>\(words(ClaimPhrase.history))</h4>\(list(claim.history))</div></div></div></article>

      """
  }

  private func quotation(_ claim: Claim) -> Markup {
    let pieces = claim.quote.map { piece in
      claim.quote.count == 1 ? "\(piece)" : "<span>\(piece)</span>" as Markup
    }
    let language = audit.document.metadata.language
    return """
      <blockquote\(directionOf: claim.quoteText)\
      \(if: language.primary != words.language, language.markupAttribute)>\
      <p>\(Markup.joined(pieces, by: " […] "))</p></blockquote>
      """
  }

  private func finding(of claim: AuditedClaim) -> Markup {
    var finding: Markup = ""
    if let explanation = claim.verdict?.explanation, !explanation.isEmpty {
      finding += "<p class=\"find\"\(directionOf: explanation)>\(explanation)</p>"
    }
    if claim.isSelfApproved { finding += "<p class=\"ui\">\(words(ClaimPhrase.selfApproved))</p>" }
    if let waiver = claim.waiver, !waiver.isEmpty {
      finding += "<p class=\"ui\">\(words(ClaimPhrase.waiver)) \(isolating: waiver)</p>"
    }
    return finding
  }

  private func facts(of audited: AuditedClaim, block: Int?) -> Markup {
    let claim = audited.claim
    let role = claim.role.map { role in ", \(isolating: role)" as Markup }
    let flags = claim.flags.map { words($0) }.joined(separator: ", ")
    let reasons = claim.reasons.map { words($0) }.joined(separator: ", ")
    return """
      <dl>\(fact(.speaker, "\(isolating: speaker(claim))\(role)"))\(fact(.kind, "\(words(claim.kind))"))\
      \(if: !flags.isEmpty, fact(.flags, "\(flags)"))\
      \(if: !reasons.isEmpty, fact(.reasons, "\(reasons)"))\
      \(fact(.place, "\(place(of: claim, block: block))"))\
      \(if: !audited.alsoIn.isEmpty, fact(.alsoIn, .joined(audited.alsoIn.map(appearance), by: "; ")))\
      \(fact(.name, "<code>\(claim.id.rawValue)</code>"))</dl>
      """
  }

  /// Another article that told the claim.
  private func appearance(_ other: Appearance) -> Markup {
    let title: Markup =
      Link(web: other.url).map { link in
        "<a href=\"\(link.address)\" rel=\"noreferrer\">\(isolating: other.title)</a>"
      } ?? "\(isolating: other.title)"
    let outlet = other.outlet.map { outlet in ", \(isolating: outlet)" as Markup }
    let day = other.published.map { day in ", \(words.time(day))" as Markup }
    return "\(title)\(outlet)\(day)"
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
