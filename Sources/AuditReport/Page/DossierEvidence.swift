import ClaimModel

extension AuditView {
  /// A claim's sources as a numbered list.
  func sources(of claim: AuditedClaim) -> Markup {
    guard !claim.evidence.isEmpty else {
      return "<p class=\"ui\">\(words(ClaimPhrase.noSources))</p>"
    }
    return "<ol class=\"src\">\(each: claim.evidence, item)</ol>"
  }

  private func item(_ piece: AuditedEvidence) -> Markup {
    let evidence = piece.evidence
    var item: Markup = """
      <li><span class="stance">\(words(evidence.stance))</span> \(words.citation(piece.source))
      """
    if let note = evidence.note, !note.isEmpty { item += " \(isolating: note)" }
    if let excerpt = evidence.excerpt, !excerpt.isEmpty {
      item += "<q class=\"ex\"\(directionOf: excerpt)>\(excerpt)</q>"
    }
    let facts = facts(of: piece)
    if !facts.isEmpty { item += "<span class=\"snap\">\(Markup.joined(facts, by: " · "))</span>" }
    if let copy = piece.copy { item += stored(copy) }
    if let snapshot = piece.copy?.snapshot { item += lines(of: snapshot) }
    item += "</li>"
    return item
  }

  private func facts(of piece: AuditedEvidence) -> [Markup] {
    let evidence = piece.evidence
    var facts: [Markup] = []
    if let locator = evidence.locator, !locator.isEmpty { facts.append("\(isolating: locator)") }
    if let anchor = evidence.anchor { facts.append("\(words(anchor))") }
    if let excerpt = evidence.excerpt, evidence.anchor == .exact || evidence.anchor == .normalised,
      let link = Link(web: piece.source.url)?
        .pointing(at: excerpt, after: evidence.prefix, before: evidence.suffix)
    {
      facts.append(
        """
        <a href="\(link.address)" rel="noreferrer">\(words(ClaimPhrase.textFragment))</a>
        """
      )
    }
    if let group = piece.source.independenceGroup, !group.isEmpty {
      facts.append("\(isolating: words(ClaimPhrase.dependent, group))")
    }
    return facts
  }

  private func stored(_ copy: StoredCopy) -> Markup {
    let file = Link(file: copy.file).map { link in
      " · <a href=\"\(link.address)\">\(isolating: copy.file ?? "")</a>" as Markup
    }
    return """
      <span class="snap">\(words(ClaimPhrase.storedCopy)) \(words.time(copy.taken)) · \
      \(words(copy.original))\(file)<code class="hash">sha256 \(copy.hash.hex)</code></span>
      """
  }
}
