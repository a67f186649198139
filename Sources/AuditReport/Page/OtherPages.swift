import ClaimModel

/// What an audit says about the article's other versions, and about its other parts.
enum OtherPagePhrase: String, Phrase {
  case superseded, newest, earlier, version, onlyThere, goesOn, orphan
  case parts, part, claims, claim

  var words: Words {
    switch self {
    case .superseded:
      return Words(
        "Artikel ini sudah diubah. Inilah audit versi {0}, seperti saat versi berikutnya menggantikannya.",
        "The article has been changed since. This is the audit of version {0}, as it stood when the next one replaced it."
      )
    case .newest: return Words("Audit versi {0}", "Audit of version {0}")
    case .earlier: return Words("Versi sebelumnya:", "Earlier versions:")
    case .version: return Words("versi {0}", "version {0}")
    case .onlyThere:
      return Words("({0} hanya ada di sana)", "(only there: {0})")
    case .goesOn:
      return Words("Pemeriksaan dilanjutkan pada versi {0}", "The review goes on in version {0}")
    case .orphan:
      return Words(
        "Kata-kata ini tidak ada lagi dalam versi {0}.",
        "These words no longer stand in version {0}."
      )
    case .parts: return Words("Bagian audit ini", "Parts of this audit")
    case .part: return Words("Bagian {0} dari {1}:", "Part {0} of {1}:")
    case .claims: return Words("klaim {0}–{1}", "claims {0}–{1}")
    case .claim: return Words("klaim {0}", "claim {0}")
    }
  }
}

extension AuditView {
  /// That there is a newer version, or where the earlier ones are.
  var versions: Markup {
    if let newer = audit.newerVersion {
      return """
        <p class="notice">\(words(OtherPagePhrase.superseded, "\(audit.version)")) \
        <a href="\(newer.fileName)">\(words(OtherPagePhrase.newest, "\(newer.number)"))</a></p>
        """
    }
    guard !audit.otherVersions.isEmpty else { return "" }
    let links = audit.otherVersions.map { version in
      let own = version.ownClaims
      return """
        <a href="\(version.fileName)">\(words(OtherPagePhrase.version, "\(version.number)"))</a>\
        \(if: own > 0, " \(words(OtherPagePhrase.onlyThere, count(own)))")
        """ as Markup
    }
    return """
      <p class="ui">\(words(OtherPagePhrase.earlier)) \(Markup.joined(links, by: ", "))</p>
      """
  }

  private func count(_ claims: Int) -> String {
    words.count(claims, PagePhrase.oneClaim, PagePhrase.manyClaims)
  }

  /// Where a claim of an old version goes on, or that it does not.
  func fate(of claim: AuditedClaim) -> Markup {
    guard let newer = audit.newerVersion else { return "" }
    guard let address = claim.goesOnAt else {
      return "<p class=\"ui\">\(words(OtherPagePhrase.orphan, "\(newer.number)"))</p>"
    }
    return """
      <p class="ui"><a href="\(address)">\(words(OtherPagePhrase.goesOn, "\(newer.number)"))</a></p>
      """
  }

  /// Links to all parts of a long audit; a script finds in them where a claim or paragraph of another part is.
  var parts: Markup {
    guard let part = audit.part else { return "" }
    let links = part.all.enumerated().map { index, stretch in
      let (first, last) = ("\(stretch.claims.lowerBound)", "\(stretch.claims.upperBound)")
      let claims =
        first == last
        ? words(OtherPagePhrase.claim, first) : words(OtherPagePhrase.claims, first, last)
      return """
        <a href="\(stretch.fileName)" data-claim="\(stretch.claims.lowerBound)" \
        data-block="\(stretch.blocks.lowerBound)"\
        \(if: index == part.index, " aria-current=\"page\"")>\(claims)</a>
        """ as Markup
    }
    let place = words(OtherPagePhrase.part, "\(part.index + 1)", "\(part.all.count)")
    return """
      <nav class="pages" aria-label="\(words(OtherPagePhrase.parts))">\
      <span>\(place)</span> \(Markup.joined(links, by: " "))</nav>
      """
  }
}
