import ClaimModel

extension AuditView {
  /// The article, block by block, with the notes of each block beside it.
  ///
  /// What stands between two blocks in the stored text is written between their elements, so that the article without
  /// its notes and references is the stored text, byte for byte.
  var article: Markup {
    var pen = ArticlePen(view: self)
    pen.page += """
      <article class="art"\(audit.document.metadata.language.markupAttribute) dir="auto" \
      aria-label="\(words(PagePhrase.articleLabel))">
      """
    var position = span.start
    for (index, block) in layout.blocks.enumerated() where span.contains(block.span) {
      pen.page.append(text: text[position..<block.span.start])
      position = block.span.end
      draw(block, at: index, with: &pen)
    }
    pen.page.append(text: text[position..<max(position, span.end)])
    pen.page += "</article>"
    return pen.page
  }

  private func draw(_ block: Block, at index: Int, with pen: inout ArticlePen) {
    let number = index + 1
    let pieces = layout.pieces[index]
    let isDeep = pieces.contains { $0.lane > 0 }
    let label = words(PagePhrase.paragraph, "\(number)")
    pen.page += """
      <div class="blk b-\(block.kind.css)\(if: isDeep, " deep")" id="p\(number)">\
      <a class="pn" href="#p\(number)" aria-label="\(label)">¶\(number)</a>\
      \(block.kind.openTag)
      """
    SpanSweep.draw(block.span, pieces: pieces, with: &pen)
    pen.page += block.kind.closeTag
    pen.page += notes(besideBlock: index)
    pen.page += "</div>"
  }

  /// The notes on the claims and findings that begin in a block.
  private func notes(besideBlock index: Int) -> Markup {
    let claims = layout.claims[index]
    let findings = layout.findings[index]
    guard !claims.isEmpty || !findings.isEmpty else { return "" }
    return """
      <ol class="notes" lang="\(words.language.rawValue)" dir="ltr" \
      aria-label="\(words(PagePhrase.notesOf, "\(index + 1)"))">\
      \(each: claims, { note(audit.claims[$0]) })\
      \(each: findings, { note(ofFinding: $0) })</ol>
      """
  }

  private func note(_ claim: AuditedClaim) -> Markup {
    let look = look(claim)
    let gist = Gist.of(claim.verdict?.explanation ?? "")
    return """
      <li class="note f \(css(claim))" data-c="\(claim.number)"><p><a href="#k\(claim.number)">\
      \(claim.number) \(look.sign) \(look.label)</a> <small>\(isolating: speaker(claim.claim)) · \
      \(words(claim.claim.kind))</small></p>\(if: !gist.isEmpty, "<p>\(isolating: gist)</p>")</li>
      """
  }

  private func note(ofFinding index: Int) -> Markup {
    let finding = audit.findings[index]
    return """
      <li class="note fdnote fd-\(finding.outcome.rawValue)"><p><a href="#f\(index + 1)">\
      \(Self.letter(index)) \(finding.outcome.sign) \(words(finding.kind))</a> \
      <small>\(words(ClaimPhrase.finding))</small></p>\
      <p>\(isolating: finding.told(by: words))</p></li>
      """
  }
}

extension Block.Kind {
  /// The kind's name in classes.
  fileprivate var css: String { rawValue.lowercased() }

  fileprivate var openTag: Markup {
    switch self {
    case .headline, .heading: return "<h2>"
    case .blockQuote: return "<blockquote><p>"
    default: return "<p>"
    }
  }

  fileprivate var closeTag: Markup {
    switch self {
    case .headline, .heading: return "</h2>"
    case .blockQuote: return "</p></blockquote>"
    default: return "</p>"
    }
  }
}
