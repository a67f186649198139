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
    let (above, below) = (aboveBar, belowBar)
    let events = CarriedEvents(audit.claims)
    let seal = Seal.hash(parts: [above.bytes[...], below.bytes[...]], events: events.names)
    let frame = PageFrame(
      words: words,
      title: "\(audit.title) · \(audit.desk.name)",
      description: sentence,
      linkedData: ClaimReviews(audit).linkedData,
      desk: audit.desk,
      fileName: audit.part.map { $0.all[$0.index].fileName } ?? audit.fileName,
      translations: audit.translations,
      corner: corner,
      rules: FilterRules.withScript(legend),
      rulesWithoutScript: FilterRules.withoutScript(legend),
      shown: words(PagePhrase.shown),
      script: .auditScript,
      seal: seal
    )
    var content = Markup(capacity: above.bytes.count + below.bytes.count + 8_000)
    content += "<main id=\"content\">"
    content += above
    content += bar
    content += below
    content += verification(events)
    content += "</main>\n"
    content += help
    return frame.render(content: content, footer: footer, data: carried(events))
  }

  private var aboveBar: Markup {
    var content: Markup = "<div class=\"wrap\">\n"
    content += header
    content += summary
    content += brief
    content += "</div>\n"
    return content
  }

  private var belowBar: Markup {
    var content = Markup(capacity: span.length * 2 + audit.claims.count * 4_000)
    content += "\n<div class=\"wrap\">\n"
    content += article
    content += "\n<p class=\"none ui\" id=\"none\" hidden>\(words(PagePhrase.noMatch))</p>\n"
    content += dossiers
    content += findings
    content += speakers
    content += works
    content += trail
    content += "</div>\n"
    return content
  }

  /// The events, and what shows that they are in the desk's ledger, as data of the page.
  private func carried(_ events: CarriedEvents) -> Markup {
    var data: Markup = ""
    if !events.texts.isEmpty {
      let script = PackedEvents.script(audit.claims, names: events.names)
      data += "<script type=\"application/json\" id=\"events\">\(script)</script>\n"
    }
    if let proofs = audit.proofs {
      data += "<script type=\"application/json\" id=\"proofs\">\(proofs.script)</script>\n"
    }
    return data
  }

  private var footer: Markup {
    let sentences: [PagePhrase] = [.footerSigns, .footerWavy, .footerSentence, .footerFile]
    return "<p>\(sentences.map { words($0) }.joined(separator: " "))</p>"
  }
}
