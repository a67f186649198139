import ClaimModel

/// Writes the article's words with everything that is marked in them.
struct ArticlePen: SpanSweep.Pen {
  let view: AuditView
  var page = Markup()

  mutating func write(_ span: TextSpan) { page.append(text: view.text[span.range]) }

  mutating func open(_ piece: MarkedPiece, isContinued: Bool) {
    switch piece.kind {
    case .quotation: page += "<q>"
    case .vague: page += "<span class=\"vague\">"
    case .claim(let index):
      let claim = view.audit.claims[index]
      page += """
        <mark class="\(view.css(claim))\(if: piece.lane > 0, " l\(min(piece.lane, 3))")" data-c="\(claim.number)"\
        \(if: piece.isFirst && !isContinued, " id=\"t\(claim.number)\"")>
        """
    case .finding(let index):
      let finding = view.audit.findings[index]
      page += """
        <span class="fd fd-\(finding.outcome.rawValue) l\(min(piece.lane, 3))"\
        \(if: piece.isFirst && !isContinued, " id=\"d\(index + 1)\"")>
        """
    }
  }

  mutating func close(_ piece: MarkedPiece) {
    switch piece.kind {
    case .quotation: page += "</q>"
    case .claim: page += "</mark>"
    case .vague, .finding: page += "</span>"
    }
  }

  mutating func follow(_ piece: MarkedPiece) {
    let isUnmarked = piece.span.isEmpty && piece.isFirst
    switch piece.kind {
    case .quotation, .vague: break
    case .claim(let index):
      let claim = view.audit.claims[index]
      let look = view.look(claim)
      if isUnmarked { page += "<span id=\"t\(claim.number)\"></span>" }
      guard piece.isLast else { return }
      let label = view.words(PagePhrase.reference, "\(claim.number)", look.label)
      page += """
        <a class="ref f \(view.css(claim))" href="#k\(claim.number)" aria-label="\(label)">\
        \(claim.number)\(look.sign)</a>
        """
    case .finding(let index):
      let outcome = view.audit.findings[index].outcome
      if isUnmarked { page += "<span id=\"d\(index + 1)\"></span>" }
      guard piece.isLast else { return }
      let letter = AuditView.letter(index)
      let label = view.words(PagePhrase.findingReference, letter, view.words(outcome))
      page += """
        <a class="ref fdref" href="#f\(index + 1)" aria-label="\(label)">\(letter)\(outcome.sign)</a>
        """
    }
  }
}
