import ClaimModel

/// One published claim as a small page of its own, to be shown inside other pages, with a link back to its dossier.
struct ClaimCard {
  /// The folder of cards in the folder of audits.
  static let folder = "cards"

  /// The card's file name in the folder of cards.
  let fileName: String
  /// The file, as UTF-8.
  let bytes: [UInt8]

  /// The cards of an audit's published claims.
  static func cards(of audit: Audit) -> [ClaimCard] {
    let words = Wording(audit.language, clock: audit.desk.clock)
    let legend = Legend(
      audit.claims.map { ($0.verdict.map(RatingName.init), $0.status.stage) },
      scales: audit.scales,
      words: words
    )
    return audit.claims.filter { $0.isPublished && $0.goesOnAt == nil }.map { claim in
      let look = legend.entry(claim.verdict.map(RatingName.init))
      return ClaimCard(
        fileName: fileName(of: claim, in: audit),
        bytes: page(claim, look, audit: audit, words: words).bytes
      )
    }
  }

  /// A card's file name: the article version's short name and the claim's number.
  static func fileName(of claim: AuditedClaim, in audit: Audit) -> String {
    "\(audit.shortName)-k\(claim.number).html"
  }

  /// Where a card is, from the folder of audits.
  static func place(of claim: AuditedClaim, in audit: Audit) -> String {
    "\(folder)/\(fileName(of: claim, in: audit))"
  }

  private static func page(
    _ claim: AuditedClaim,
    _ look: Legend.Entry,
    audit: Audit,
    words: Wording
  ) -> Markup {
    let policy =
      "default-src 'none'; style-src \(Asset.cardStyle.policy); img-src data:; base-uri 'none'; form-action 'none'"
    let back =
      audit.desk.address == nil ? "../" + audit.address(of: claim) : audit.address(of: claim)
    let gist = Gist.of(claim.verdict?.explanation ?? "")
    let title = "\(look.label): “\(Gist.of(claim.claim.quoteText))”"
    return """
      <!doctype html>
      <html lang="\(words.language.rawValue)">
      <head>
      <meta charset="utf-8">
      \(PageFrame.generator)
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <link rel="icon" href="data:,">
      <style>\(Markup(Asset.cardStyle))</style>
      </head>
      <body>
      <main class="card \(look.tone)"><h1>\(look.sign) \(look.label)</h1>
      <blockquote\(directionOf: claim.claim.quoteText)\(audit.document.metadata.language.markupAttribute)>\
      <p>\(claim.claim.quoteText)</p></blockquote>
      <p class="who">\(isolating: claim.claim.speaker ?? "")\
      \(if: claim.claim.speaker != nil, " · ")\(words(claim.claim.kind))</p>
      <p\(directionOf: gist)>\(gist)</p>
      <p class="from"><a href="\(back)" target="_top">\(isolating: audit.desk.name): \
      \(words(PagePhrase.dossierOf, "\(claim.number)"))</a></p></main>
      </body>
      </html>

      """
  }
}
