import ClaimModel

extension IndexView {
  /// Every claim of the newest versions, newest article first, in text order.
  var claimRegister: Register {
    let items = entries.flatMap { entry in
      entry.claims.map { claim in
        let look = legend.entry(claim.rating)
        return """
          <li><a class="kref \(look.tone)" href="\(claim.place)">\(look.sign) \(look.label)</a> \
          <q\(directionOf: claim.quote)\(languageAttribute(entry.language))>\(claim.quote)</q>\
          <small>\(if: claim.speaker != nil, "\(isolating: claim.speaker ?? "") · ")\
          <bdi\(languageAttribute(entry.language))>\(entry.title)</bdi></small></li>

          """ as Markup
      }
    }
    return Register(kind: .claims, title: .claims, intro: .claimsIntro, items: items)
  }

  /// Every speaker by the alphabet, with the claims of each; how many of what verdict is not counted.
  var speakerRegister: Register {
    var claims: [String: [(AuditEntry, AuditEntry.ClaimLine)]] = [:]
    for entry in entries {
      for claim in entry.claims {
        if let name = claim.speaker, !name.isEmpty {
          claims[name, default: []].append((entry, claim))
        }
      }
    }
    let names = claims.keys.sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
    let items = names.map { name in
      let lines = (claims[name] ?? []).map { entry, claim in
        let look = legend.entry(claim.rating)
        return """
          <span class="arts"><a class="kref \(look.tone)" href="\(claim.place)">\(look.sign) \(look.label)</a> \
          <q\(directionOf: claim.quote)\(languageAttribute(entry.language))>\(Gist.of(claim.quote))</q></span>
          """ as Markup
      }
      return "<li><b>\(isolating: name)</b>\(Markup.joined(lines))</li>\n" as Markup
    }
    return Register(kind: .speakers, title: .speakers, intro: .speakersIntro, items: items)
  }

  /// The works that serve as evidence, by title, with the articles that use them.
  var sourceRegister: Register {
    var uses: [SourceID: (source: Source, entries: [AuditEntry])] = [:]
    for entry in entries {
      for source in entry.sources {
        uses[source.id, default: (source, [])].entries.append(entry)
      }
    }
    let works = uses.values.sorted {
      ($0.source.title, $0.source.id) < ($1.source.title, $1.source.id)
    }
    let items = works.map { source, entries in
      let articles = entries.map { entry in
        """
        <a class="arts" href="\(entry.fileName)#sources"\(directionOf: entry.title)\
        \(languageAttribute(entry.language))>\(entry.title)</a>
        """ as Markup
      }
      return "<li>\(words.citation(source))\(Markup.joined(articles))</li>\n" as Markup
    }
    return Register(kind: .sources, title: .sources, intro: .sourcesIntro, items: items)
  }

  /// All claims as data, so that the search also finds what stands on other pages.
  var searchData: Markup {
    let places = Dictionary(legend.verdicts.enumerated().map { ($1.css, $0) }) { first, _ in first }
    let claims = entries.enumerated().flatMap { number, entry in
      entry.claims.map { claim in
        [
          .number(number), .string(claim.place),
          .number(places[legend.entry(claim.rating).css] ?? 0),
          .string(claim.quote), .string(claim.speaker ?? ""),
        ] as JSON
      }
    }
    let data: JSON = [
      "articles": .array(entries.map { .string($0.title) }),
      "verdicts": .array(
        legend.verdicts.map { [.string($0.tone), .string("\($0.sign) \($0.label)")] }
      ),
      "claims": .array(claims),
    ]
    return "<script type=\"application/json\" id=\"claims\">\(Markup(data))</script>\n"
  }
}
