import ClaimModel

/// One audit on its way to becoming a page: the values and what several parts of the page need of them.
struct AuditView {
  let audit: Audit
  let words: Wording
  let legend: Legend
  let text: [UInt8]
  let layout: BlockLayout
  let offsets: OffsetMap

  init(_ given: Audit, layout: BlockLayout? = nil) {
    var audit = given
    // A finding's letter follows from where it stands.
    audit.findings.sort { ($0.spans.first?.start ?? .max) < ($1.spans.first?.start ?? .max) }
    self.audit = audit
    words = Wording(audit.language, clock: audit.desk.clock)
    legend = Legend(
      audit.claims.map { ($0.verdict.map(RatingName.init), $0.status.stage) },
      scales: audit.scales,
      words: words
    )
    text = Array(audit.document.text.utf8)
    self.layout = layout ?? BlockLayout(audit, text: text)
    offsets = OffsetMap(text)
  }

  /// The stretch of the text that the page shows.
  var span: TextSpan { audit.part?.span ?? TextSpan(0, text.count) }

  /// How a claim's verdict is drawn.
  func look(_ claim: AuditedClaim) -> Legend.Entry {
    legend.entry(claim.verdict.map(RatingName.init))
  }

  /// The classes that tell the filters a claim's verdict and stage, and its colour and line.
  func css(_ claim: AuditedClaim) -> Markup {
    let look = look(claim)
    let stage = claim.status.stage
    return
      "\(look.css) \(legend.entry(stage)?.css ?? "") \(look.tone)\(if: stage.isOpen, " pending")"
  }

  /// A verdict's label in the page's language, also of ratings that no claim has now.
  func label(_ verdict: Verdict) -> String {
    verdict.label(on: audit.scales, in: words.language)
  }

  /// Who said a claim, for people.
  func speaker(_ claim: Claim) -> String {
    if let speaker = claim.speaker, !speaker.isEmpty { return speaker }
    if claim.kind == .assertion { return words(ClaimPhrase.articleItself) }
    let mention = claim.mention.first.flatMap { audit.document.text.slice($0) }
    if claim.flags.contains(.vagueSource), let mention, !mention.isEmpty { return "“\(mention)”" }
    return words(ClaimPhrase.unknownSpeaker)
  }

  /// A finding's letter, from a to z and then from aa on.
  static func letter(_ index: Int) -> String {
    var letters: [UInt8] = []
    var rest = index + 1
    while rest > 0 {
      rest -= 1
      letters.append(UInt8(ascii: "a") + UInt8(rest % 26))
      rest /= 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}
