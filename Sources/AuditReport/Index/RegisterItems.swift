import ClaimModel

extension IndexView {
  /// Every claim of the newest versions, newest article first, in text order.
  var claimRegister: Register {
    Register(.claims, .claims, .claimsIntro, count: claimCount) { body throws(AuditSiteError) in
      for entry in entries {
        let article = try line(entry)
        for claim in article.claims { try body(claimItem(claim, of: article)) }
      }
    }
  }

  private func claimItem(_ claim: AuditEntry.ClaimLine, of article: IndexLine) -> Markup {
    let look = legend.entry(claim.rating)
    return """
      <li><a class="kref \(look.tone)" href="\(claim.place)">\(look.sign) \(look.label)</a> \
      <q\(directionOf: claim.quote)\(languageAttribute(article.language))>\(claim.quote)</q>\
      <small>\(if: claim.speaker != nil, "\(isolating: claim.speaker ?? "") · ")\
      <bdi\(languageAttribute(article.language))>\(article.title)</bdi></small></li>

      """
  }

  /// Every speaker by the alphabet, with the claims of each; how many of what verdict is not counted.
  var speakerRegister: Register {
    let speakers = index.entries.speakers
    let names = speakers.keys.map { ($0.lowercased(), $0) }.sorted(by: <).map(\.1)
    return Register(.speakers, .speakers, .speakersIntro, count: names.count) {
      body throws(AuditSiteError) in
      // Where each entry stands in the index.
      var places = [Int](repeating: 0, count: index.entries.keys.count)
      for (place, entry) in entries.enumerated() { places[entry] = place }
      for name in names {
        let spots = (speakers[name] ?? []).sorted {
          (places[Int($0.entry)], $0.claim) < (places[Int($1.entry)], $1.claim)
        }
        try body("<li><b>\(isolating: name)</b>\(try claims(at: spots))</li>\n")
      }
    }
  }

  private func claims(at spots: [AuditEntries.ClaimSpot]) throws(AuditSiteError) -> Markup {
    var claims: Markup = ""
    // Who speaks in an article once speaks there often.
    var last: (entry: UInt32, line: IndexLine)?
    for spot in spots {
      let article: IndexLine
      if let last, last.entry == spot.entry {
        article = last.line
      } else {
        article = try line(Int(spot.entry))
        last = (spot.entry, article)
      }
      let claim = article.claims[Int(spot.claim)]
      let look = legend.entry(claim.rating)
      claims += """
        <span class="arts"><a class="kref \(look.tone)" href="\(claim.place)">\(look.sign) \(look.label)</a> \
        <q\(directionOf: claim.quote)\(languageAttribute(article.language))>\(Gist.of(claim.quote))</q></span>
        """
    }
    return claims
  }

  /// The works that serve as evidence, by title, with the articles that use them.
  var sourceRegister: Register {
    let works = index.entries.sources.values.sorted {
      ($0.source.title, $0.source.id) < ($1.source.title, $1.source.id)
    }
    return Register(.sources, .sources, .sourcesIntro, count: works.count) {
      body throws(AuditSiteError) in
      for (source, _, citing) in works {
        var articles: Markup = ""
        for entry in citing.sorted(by: index.entries.isBefore) {
          let article = try line(entry)
          articles += """
            <a class="arts" href="\(article.fileName)#sources"\(directionOf: article.title)\
            \(languageAttribute(article.language))>\(article.title)</a>
            """
        }
        try body("<li>\(words.citation(source))\(articles)</li>\n")
      }
    }
  }

  /// Hands over all claims as data, piece by piece, so that the search also finds what stands on other pages.
  func eachSearchData(
    _ body: ([UInt8]) throws(AuditSiteError) -> Void
  ) throws(AuditSiteError) {
    try body(Markup("<script type=\"application/json\" id=\"claims\">{\"articles\":[").bytes)
    for (number, entry) in entries.enumerated() {
      let title = JSON.string(try line(entry).title).scriptBytes
      try body(number == 0 ? title : [UInt8(ascii: ",")] + title)
    }
    let verdicts = JSON.array(
      legend.verdicts.map { [.string($0.tone), .string("\($0.sign) \($0.label)")] }
    )
    try body(Markup("],\"verdicts\":\(Markup(verdicts)),\"claims\":[").bytes)
    var isFirst = true
    for (number, entry) in entries.enumerated() {
      for claim in try line(entry).claims {
        let data: JSON = [
          .number(number), .string(claim.place), .number(legend.place(of: claim.rating) ?? 0),
          .string(claim.quote), .string(claim.speaker ?? ""),
        ]
        try body(isFirst ? data.scriptBytes : [UInt8(ascii: ",")] + data.scriptBytes)
        isFirst = false
      }
    }
    try body(Markup("]}</script>\n").bytes)
  }
}
