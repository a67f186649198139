import ClaimModel

/// The audit of one article as one self-contained HTML file.
public enum AuditPage {
  /// Renders an audit.
  ///
  /// The same audit always gives the same bytes. The file asks for nothing from the network, runs nothing but the
  /// script that its content security policy names, and can be read without it.
  ///
  /// - Parameter audit: what to show.
  /// - Returns: the file, as UTF-8.
  public static func render(_ audit: Audit) -> [UInt8] { AuditView(audit).page }
}

extension AuditView {
  fileprivate var page: [UInt8] {
    let corner: Markup = "<a id=\"up\" href=\"index.html\">\(words(PagePhrase.allAudits))</a>"
    let told = [brief, article, dossiers]
    let seal = Seal.hash(parts: told.map { $0.bytes[...] }, events: audit.events.map(Seal.name))
    let frame = PageFrame(
      words: words,
      title: "\(audit.title) · \(audit.desk.name)",
      description: sentence,
      linkedData: ClaimReviews(audit).linkedData,
      desk: audit.desk.name,
      corner: corner,
      rules: FilterRules.withScript(legend),
      rulesWithoutScript: FilterRules.withoutScript(legend),
      shown: words(PagePhrase.shown),
      script: .auditScript,
      data: carriedEvents,
      seal: seal
    )
    return frame.render(
      content: content(brief: told[0], article: told[1], dossiers: told[2]),
      footer: footer
    )
  }

  private func content(brief: Markup, article: Markup, dossiers: Markup) -> Markup {
    var content = Markup(capacity: text.count * 2 + audit.claims.count * 4_000)
    content += "<main id=\"content\"><div class=\"wrap\">\n"
    content += header
    content += summary
    content += brief
    content += "\n"
    content += "</div>\n"
    content += bar
    content += "<div class=\"wrap\">\n"
    content += article
    content += "\n"
    content += "<p class=\"none ui\" id=\"none\" hidden>\(words(PagePhrase.noMatch))</p>\n"
    content += dossiers
    content += "\n"
    content += findings
    content += speakers
    content += works
    content += trail
    content += verification
    content += "</div></main>\n"
    content += help
    return content
  }

  private var footer: Markup {
    let sentences: [PagePhrase] = [.footerSigns, .footerWavy, .footerSentence, .footerFile]
    return "<p>\(sentences.map { words($0) }.joined(separator: " "))</p>"
  }
}
