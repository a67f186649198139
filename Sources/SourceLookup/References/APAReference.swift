import ClaimModel

/// The parts of a reference in APA style: who, when, what, where.
struct APAReference {
  let source: Source
  let words: ReferenceWords

  /// The parts in order.
  var sentences: [Reference.Sentence] {
    let title = self.title
    // A work without a named author is listed under its title.
    let date = Reference.Sentence(text: self.date)
    // A work without a named author is listed under its title.
    let front =
      source.authors.isEmpty
      ? [title, date] : [Reference.Sentence(text: Self.names(source.authors)), date, title]
    return front + [container, address].compactMap { $0 }
  }

  private var date: String {
    guard let date = source.issued.flatMap({ PartialDate(iso8601: $0) }) else {
      return "(\(words.noDate))"
    }
    if source.isDated, let day = words.monthAndDay(date) { return "(\(date.year), \(day))" }
    return "(\(date.year))"
  }

  private var title: Reference.Sentence {
    let title = source.title.isEmpty ? (source.url ?? source.id.rawValue) : source.title
    return Reference.Sentence(
      text: title,
      tail: source.type == "dataset" ? " [\(words.dataset)]" : "",
      isEmphasised: source.standsAlone
    )
  }

  private var container: Reference.Sentence? {
    let author = source.authors.count == 1 ? source.authors[0].displayName : nil
    if let container = source.containerTitle, container != author {
      return Reference.Sentence(text: container, isEmphasised: !source.standsAlone)
    }
    // A publisher that is the author is not named twice.
    guard source.standsAlone, let publisher = source.publisher, publisher != author else {
      return nil
    }
    return Reference.Sentence(text: publisher)
  }

  private var address: Reference.Sentence? {
    guard let link = source.link else { return nil }
    // A day of retrieval belongs to what may change: an undated work without a DOI.
    if source.doi == nil, source.issued == nil, let accessed = source.accessed {
      return Reference.Sentence(text: words.retrieved(accessed, from: link), isAddress: true)
    }
    return Reference.Sentence(text: link, isAddress: true)
  }

  /// `Santoso, B., & Putri, A.`; of more than 20 the first 19 and the last.
  static func names(_ authors: [SourceAuthor]) -> String {
    let names = authors.map(name)
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    if names.count > 20 { return names.prefix(19).joined(separator: ", ") + ", … " + last }
    return names.dropLast().joined(separator: ", ") + ", & " + last
  }

  private static func name(_ author: SourceAuthor) -> String {
    switch author {
    case .literal(let name): return name
    case .person(let family, let given):
      return given.map { "\(family), \(initials($0))" } ?? family
    }
  }

  /// `Budi Hartono` as `B. H.`, `Jean-Paul` as `J.-P.`; what follows a comma (`Jr.`) stays.
  private static func initials(_ given: String) -> String {
    let parts = given.split(separator: ",", maxSplits: 1)
    let initials = (parts.first ?? "").split(separator: " ")
      .map { name in
        name.split(separator: "-").compactMap(\.first).map { "\($0.uppercased())." }
          .joined(separator: "-")
      }
      .joined(separator: " ")
    return parts.count > 1 ? "\(initials),\(parts[1])" : initials
  }
}
